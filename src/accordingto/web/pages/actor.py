"""Pages about actors: the list, and one actor with its names, claims, ties and what is claimed of it."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import JSONResponse, Response

from accordingto.model.actor import ActorKind
from accordingto.query.board import Chosen, list_cards
from accordingto.query.dossier import Dossier, list_known, open_dossier
from accordingto.store.pool import PooledView
from accordingto.web.site import Site, site_of
from accordingto.web.wording import link

router = APIRouter()
Here = Annotated[Site, Depends(site_of)]

LISTED = 60
CARDS = 8


@router.get("/actors")
def show_actors(
    request: Request, site: Here, kind: ActorKind | None = None, start: Annotated[int, Query(ge=0, le=10**7)] = 0
) -> Response:
    """The actors that have a name."""
    with site.ledger.view() as view:
        known = site.kept(
            view,
            ("actors", kind, start),
            lambda: list_known(view.connection, kind=kind, offset=start, limit=LISTED + 1),
        )
    return site.render(
        request,
        "actors.html",
        known=known[:LISTED],
        kind=kind,
        kinds=tuple(ActorKind),
        start=start,
        next=start + LISTED if len(known) > LISTED else None,
    )


@router.get("/actor/{actor}")
def show_actor(request: Request, site: Here, actor: str) -> Response:
    """One actor."""
    with site.ledger.view() as view:
        dossier = _open(site, view, actor)
        cards = list_cards(view.connection, Chosen(actor=actor), limit=CARDS)
    return site.render(request, "actor.html", dossier=dossier, cards=cards)


@router.get("/actor/{actor}/ties.json")
def give_ties(site: Here, actor: str) -> Response:
    """The actor and those it is tied to, as nodes and edges."""
    with site.ledger.view() as view:
        dossier = _open(site, view, actor)
    nodes = {actor: {"id": actor, "name": dossier.actor.name, "url": link("actor", actor), "root": True}}
    edges = []
    for tie in dossier.ties:
        nodes.setdefault(tie.other, {"id": tie.other, "name": tie.name, "url": link("actor", tie.other)})
        ends = (actor, tie.other) if tie.outward else (tie.other, actor)
        edges.append({"source": ends[0], "target": ends[1], "kind": tie.kind, "times": tie.times})
    return JSONResponse({"nodes": list(nodes.values()), "edges": edges})


def _open(site: Site, view: PooledView, actor: str) -> Dossier:
    found = site.kept(view, ("actor", actor), lambda: open_dossier(view.connection, actor))
    if found is None:
        raise HTTPException(404, f"there is no actor {actor} in this ledger")
    return found
