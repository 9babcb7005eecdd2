"""The event page: its questions, who took part, and every passage that speaks of it."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from accordingto.query.board import Chosen, list_cards
from accordingto.query.shelf import list_told, name_actors, open_event
from accordingto.web.site import Site, site_of

router = APIRouter()

# More questions than these are asked of no event.
MOST_CARDS = 60


@router.get("/event/{event}")
def show_event(request: Request, site: Annotated[Site, Depends(site_of)], event: str) -> Response:
    """One event."""
    with site.ledger.view() as view:
        found = open_event(view.connection, event)
        if found is None:
            raise HTTPException(404, f"there is no event {event} in this ledger")
        cards = list_cards(view.connection, Chosen(event=event), limit=MOST_CARDS)
        told = list_told(view.connection, event)
        names = name_actors(view.connection, tuple(part.actor for part in found.participants))
    return site.render(request, "event.html", event=found, cards=cards, told=told, names=names)
