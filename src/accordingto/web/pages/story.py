"""The story page: what is contested, agreed and unverified, each with its reason; when and where it happened."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from sqlalchemy import Connection

from accordingto.model.claim import Status
from accordingto.query.board import WHOLE, Chosen, count_attributes, count_statuses, list_cards
from accordingto.query.overview import Moment, StoryLine, find_story, list_moments, list_stories, tally
from accordingto.web.site import Site, site_of
from accordingto.web.wording import link

router = APIRouter()

# Cards on a page: enough to read for a while, few enough for a phone.
CARDS = 20
STORIES = 100

Here = Annotated[Site, Depends(site_of)]


@router.get("/")
def show_stories(request: Request, site: Here, start: Annotated[int, Query(ge=0, le=10**7)] = 0) -> Response:
    """The stories; where there is one, that one."""
    with site.ledger.view() as view:
        told = site.kept(
            view, ("stories", start), lambda: list_stories(view.connection, offset=start, limit=STORIES + 1)
        )
    if start or len(told) > 1:
        more = start + STORIES if len(told) > STORIES else None
        return site.render(request, "stories.html", told=told[:STORIES], start=start, next=more)
    return RedirectResponse(link("story", told[0].id if told else WHOLE), status_code=307)


@router.get("/story/{story}")
def show_story(
    request: Request,
    site: Here,
    story: str,
    *,
    status: Status | None = None,
    attribute: Annotated[str | None, Query(max_length=64)] = None,
    after: Annotated[int, Query(ge=0, le=2**31)] = 0,
) -> Response:
    """One story, or with ``all`` the whole ledger."""
    chosen = Chosen(story=story, status=status, attribute=attribute or None)
    with site.ledger.view() as view:
        about = _find(view.connection, story)
        cards = site.kept(
            view,
            ("cards", chosen, after),
            lambda: list_cards(view.connection, chosen, after=after, limit=CARDS + 1),
        )
        shown = site.kept(view, ("story", story), lambda: _survey(view.connection, story))
    more = cards[CARDS - 1].position if len(cards) > CARDS else None
    context: dict[str, Any] = {"story": story, "about": about, "chosen": chosen, "after": after}
    return site.render(request, "story.html", cards=cards[:CARDS], next=more, **context, **shown)


def _survey(connection: Connection, story: str) -> dict[str, Any]:
    """What the page says of the story as a whole, whichever questions are chosen."""
    whole = Chosen(story=story)
    return {
        "counts": count_statuses(connection, whole),
        "attributes": count_attributes(connection, whole),
        "size": tally(connection, story),
        "moments": list_moments(connection, story),
    }


@router.get("/story/{story}/moments.json")
def give_moments(site: Here, story: str) -> Response:
    """The events of a story for the timeline and the map."""
    with site.ledger.view() as view:
        _find(view.connection, story)
        shown = site.kept(view, ("story", story), lambda: _survey(view.connection, story))
    return JSONResponse([_moment(each) for each in shown["moments"]])


def _find(connection: Connection, story: str) -> StoryLine | None:
    """The story; ``None`` for the whole ledger."""
    if story == WHOLE:
        return None
    found = find_story(connection, story)
    if found is None:
        raise HTTPException(404, f"there is no story {story} in this ledger")
    return found


def _moment(moment: Moment) -> dict[str, Any]:
    days = moment.days
    return {
        "id": moment.id,
        "label": moment.label,
        "kind": moment.kind,
        "start": None if days is None else days.start.isoformat(),
        "end": None if days is None else days.end.isoformat(),
        "when": moment.when,
        "documents": moment.documents,
        "status": moment.status,
        "url": link("event", moment.id),
        "pins": [{"name": each.name, "lat": each.latitude, "lon": each.longitude} for each in moment.pins],
    }
