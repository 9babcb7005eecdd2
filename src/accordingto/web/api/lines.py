"""Every kind of line under /api: one line by its id, or many page by page."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Path, Query
from fastapi.responses import JSONResponse, Response

from accordingto.export.ledger_json import FORMAT, render_ledger
from accordingto.model.actor import ActorKind
from accordingto.model.attribution import Stance
from accordingto.model.claim import Status
from accordingto.model.event import EventKind
from accordingto.query.board import Chosen, count_statuses
from accordingto.query.catalogue import list_ids
from accordingto.query.find import count_documents_with, find_documents, find_names
from accordingto.query.overview import list_stories, tally
from accordingto.store.part import Wanted, load_part
from accordingto.store.sql import SqlView
from accordingto.web.api import shapes
from accordingto.web.site import Site, site_of

MISSING: dict[int | str, dict[str, Any]] = {404: {"model": shapes.Refusal, "description": "There is no such line"}}
MISUSED: dict[int | str, dict[str, Any]] = {422: {"model": shapes.Refusal, "description": "A parameter is no use"}}

router = APIRouter(prefix="/api", responses=MISUSED)

Here = Annotated[Site, Depends(site_of)]
Id = Annotated[str, Path(max_length=80, description="Id of the line")]
After = Annotated[str, Query(max_length=80, description="The ``next`` of the page before")]
Limit = Annotated[int, Query(ge=1, le=200, description="How many at most")]
Word = Annotated[str | None, Query(max_length=300)]


@router.get("/ledger", response_model=shapes.Summary)
def summarise(site: Here) -> Response:
    """How much the ledger holds."""
    with site.ledger.view() as view:
        size, counts = tally(view.connection), count_statuses(view.connection, Chosen())
    questions = {status.value: number for status, number in counts.items()}
    numbers = {"documents": size.documents, "origins": size.origins, "events": size.events}
    return JSONResponse({"format": FORMAT, **numbers, "questions": questions})


@router.get("/stories", response_model=list[shapes.Story])
def give_stories(site: Here) -> Response:
    """The stories, the largest first."""
    with site.ledger.view() as view:
        told = list_stories(view.connection)
    lines = [{"id": t.id, "label": t.label, "documents": t.documents, "contested": t.contested} for t in told]
    return JSONResponse(lines)


@router.get("/search", response_model=shapes.Results)
def search(site: Here, q: Annotated[str, Query(max_length=200)], limit: Limit = 20) -> Response:
    """Documents with all of these words; actors and events with all of them in a name."""
    with site.ledger.view() as view:
        names = find_names(view.connection, q, limit=limit)
        hits = find_documents(view.connection, q, limit=limit)
        total = count_documents_with(view.connection, q)
    found = [
        {"document": h.id, "title": h.title, "publisher": h.outlet, "span": None if h.span is None else list(h.span)}
        for h in hits
    ]
    named = [{"kind": each.kind, "id": each.id, "name": each.name} for each in names]
    return JSONResponse({"names": named, "documents": found, "total": total})


@router.get("/questions", response_model=shapes.Questions)
def give_questions(
    site: Here,
    *,
    status: Status | None = None,
    attribute: Word = None,
    event: Word = None,
    actor: Word = None,
    story: Word = None,
    after: After = "",
    limit: Limit = 50,
) -> Response:
    """Questions, by id."""
    narrow = {"status": status, "attribute": attribute, "event": event, "actor": actor, "story": story}
    return _page(site, "questions", narrow, after, limit)


@router.get("/questions/{line}", response_model=shapes.Question, responses=MISSING)
def give_question(site: Here, line: Id) -> Response:
    """One question."""
    return _one(site, "questions", line)


@router.get("/documents", response_model=shapes.Documents)
def give_documents(
    site: Here, *, outlet: Word = None, story: Word = None, after: After = "", limit: Limit = 20
) -> Response:
    """Documents with their texts, by id."""
    return _page(site, "documents", {"outlet": outlet, "story": story}, after, limit)


@router.get("/documents/{line}", response_model=shapes.Document, responses=MISSING)
def give_document(site: Here, line: Id) -> Response:
    """One document with its text."""
    return _one(site, "documents", line)


@router.get("/actors", response_model=shapes.Actors)
def give_actors(site: Here, *, kind: ActorKind | None = None, after: After = "", limit: Limit = 50) -> Response:
    """Actors, by id."""
    return _page(site, "actors", {"kind": kind}, after, limit)


@router.get("/actors/{line}", response_model=shapes.Actor, responses=MISSING)
def give_actor(site: Here, line: Id) -> Response:
    """One actor."""
    return _one(site, "actors", line)


@router.get("/events", response_model=shapes.Events)
def give_events(
    site: Here, *, kind: EventKind | None = None, story: Word = None, after: After = "", limit: Limit = 50
) -> Response:
    """Events, by id."""
    return _page(site, "events", {"kind": kind, "story": story}, after, limit)


@router.get("/events/{line}", response_model=shapes.Event, responses=MISSING)
def give_event(site: Here, line: Id) -> Response:
    """One event."""
    return _one(site, "events", line)


@router.get("/attributions", response_model=shapes.Attributions)
def give_attributions(
    site: Here,
    *,
    document: Word = None,
    claimer: Word = None,
    stance: Stance | None = None,
    after: After = "",
    limit: Limit = 50,
) -> Response:
    """Attributions, by id."""
    return _page(site, "attributions", {"document": document, "claimer": claimer, "stance": stance}, after, limit)


@router.get("/attributions/{line}", response_model=shapes.Attribution, responses=MISSING)
def give_attribution(site: Here, line: Id) -> Response:
    """One attribution."""
    return _one(site, "attributions", line)


@router.get("/claims", response_model=shapes.Claims)
def give_claims(
    site: Here,
    *,
    document: Word = None,
    claimer: Word = None,
    attribute: Word = None,
    event: Word = None,
    actor: Word = None,
    after: After = "",
    limit: Limit = 50,
) -> Response:
    """Claims, by id."""
    narrow = {"document": document, "claimer": claimer, "attribute": attribute, "event": event, "actor": actor}
    return _page(site, "claims", narrow, after, limit)


@router.get("/claims/{line}", response_model=shapes.Claim, responses=MISSING)
def give_claim(site: Here, line: Id) -> Response:
    """One claim."""
    return _one(site, "claims", line)


def _page(site: Site, kind: str, narrow: Mapping[str, str | None], after: str, limit: int) -> Response:
    with site.ledger.view() as view:
        ids = list_ids(view.connection, kind, narrow, after=after, limit=limit + 1)
        items = _render(view, kind, ids[:limit])
    return JSONResponse({"items": items, "next": ids[limit - 1] if len(ids) > limit else None})


def _one(site: Site, kind: str, line: str) -> Response:
    with site.ledger.view() as view:
        items = _render(view, kind, [line])
    if not items:
        raise HTTPException(404, f"there is no line {line} among the {kind} of this ledger")
    return JSONResponse(items[0])


def _render(view: SqlView, kind: str, ids: list[str]) -> list[dict[str, Any]]:
    """The lines as the export has them, in the order asked for."""
    asked: dict[str, Any] = {kind: tuple(ids)}
    wanted = Wanted(**asked, is_whole=kind == "documents", has_mentions=kind in {"actors", "events"})
    part = load_part(view.connection, wanted)
    lines = {each["id"]: each for each in render_ledger(part)[kind]}
    return [lines[each] for each in ids if each in lines]
