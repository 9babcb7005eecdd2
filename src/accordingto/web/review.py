"""The reviewers' pages: what needs a look, and forms for events, documents and undoing, with the effect of each."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from accordingto.judging.drafting import (
    draft_derivation,
    draft_join,
    draft_part,
    draft_undo,
    name_mentions,
    name_outlet,
)
from accordingto.model.lineage import DerivationKind
from accordingto.model.review import OUTLET, Act, Review, find_standing
from accordingto.query.words import render_question
from accordingto.web.review_form import FRESH, Filled, Turn, answer_form, desk_of, enter_log, read_act, read_form, sign
from accordingto.web.review_queue import queue_of
from accordingto.web.site import Site, site_of

router = APIRouter()

Here = Annotated[Site, Depends(site_of)]
Sent = Annotated[Filled, Depends(read_form)]

# The queue and the log show so many; the rest is a page away or in the terminal.
MOST_DUE, MOST_LOGGED = 30, 50


@router.get("/queue")
def show_queue(request: Request, site: Here, saved: int = 0) -> Response:
    """What most needs a look, and what was reviewed last."""
    due, left = queue_of(request).find(site)
    with site.store.view() as view:
        reviews = view.reviews()
        log = enter_log(view, reviews[-MOST_LOGGED:])
    done = next((each for each in log if each.review.number == saved), None)
    return site.render(
        request,
        "review/queue.html",
        due=due,
        left=left,
        log=log,
        done=done,
        asks=render_question,
        all_made=len(reviews),
    )


@router.get("/review/event/{event}")
def show_event(request: Request, site: Here, event: str) -> Response:
    """One event, and the forms to join it with another or to part it."""
    return _event_page(request, site, event)


@router.post("/review/event/{event}")
def review_event(request: Request, site: Here, filled: Sent, event: str) -> Response:
    """Look at what joining or parting does, or save it."""

    def draft() -> Review:
        act, signed = read_act(filled, frozenset({Act.JOIN, Act.PART})), sign(request, filled)
        other = filled.get("other")
        pointer = desk_of(request).look(event, *([other] if other else []))
        if act is Act.JOIN:
            return draft_join(pointer, event, other, signed)
        return draft_part(pointer, event, filled.every.get("away", []), signed)

    return answer_form(desk_of(request), filled, draft, lambda turn: _event_page(request, site, event, turn))


def _event_page(request: Request, site: Site, event: str, turn: Turn = FRESH) -> Response:
    pointer = desk_of(request).look(event)
    shown = pointer.events.get(event)
    if shown is None:
        raise HTTPException(404, f"there is no event {event} in this ledger; it may have been joined with another")
    mentions = [(key, pointer.documents[document], words) for key, document, words in name_mentions(pointer, event)]
    others = sorted((e for e in pointer.findings.events if e.id != event), key=lambda e: (-len(e.mentions), e.id))
    context: dict[str, Any] = {"event": shown, "mentions": mentions, "others": others}
    return site.render(request, "review/event_form.html", **context, **turn.context)


@router.get("/review/document/{document}")
def show_document(request: Request, site: Here, document: str) -> Response:
    """One document, and the forms to say where it came from and where it did not."""
    return _document_page(request, site, document)


@router.post("/review/document/{document}")
def review_document(request: Request, site: Here, filled: Sent, document: str) -> Response:
    """Look at what a derivation does, or save it."""

    def draft() -> Review:
        act, signed = read_act(filled, frozenset({Act.DERIVE, Act.STRIKE})), sign(request, filled)
        source = filled.get("source") or name_outlet(filled.get("outlet"))
        kind = _read_kind(filled) if act is Act.DERIVE else None
        return draft_derivation(act, document, source, signed, kind=kind)

    return answer_form(desk_of(request), filled, draft, lambda turn: _document_page(request, site, document, turn))


def _document_page(request: Request, site: Site, document: str, turn: Turn = FRESH) -> Response:
    pointer = desk_of(request).look(document)
    shown = pointer.documents.get(document)
    if shown is None:
        raise HTTPException(404, f"there is no document {document} in this ledger")
    lineage = pointer.findings.lineage
    found = [each for each in lineage.derivations if each.document == document]
    struck = [each for each in lineage.struck if each.document == document]
    others = sorted((each for each in pointer.documents.values() if each.id != document), key=lambda each: each.uri)
    return site.render(
        request,
        "review/document_form.html",
        document=shown,
        derivations=found,
        struck=struck,
        names={each.id: each.outlet or each.uri for each in pointer.documents.values()},
        others=others,
        kinds=[each.value for each in DerivationKind],
        outlet_prefix=OUTLET,
        **turn.context,
    )


@router.get("/review/undo/{number}")
def show_undo(request: Request, site: Here, number: int) -> Response:
    """One review, and the form to take it back."""
    return _undo_page(request, site, number)


@router.post("/review/undo/{number}")
def undo_review(request: Request, site: Here, filled: Sent, number: int) -> Response:
    """Look at what taking it back does, or do it."""
    return answer_form(
        desk_of(request),
        filled,
        lambda: draft_undo(number, sign(request, filled)),
        lambda turn: _undo_page(request, site, number, turn),
    )


def _undo_page(request: Request, site: Site, number: int, turn: Turn = FRESH) -> Response:
    with site.store.view() as view:
        reviews = view.reviews()
        found = [each for each in reviews if each.number == number]
        if not found:
            raise HTTPException(404, f"there is no review {number} in this ledger")
        entry = enter_log(view, (found[0],))[0]
    stands = number in {each.number for each in find_standing(reviews)}
    return site.render(request, "review/undo_form.html", line=entry, stands=stands, **turn.context)


def _read_kind(filled: Filled) -> DerivationKind:
    written = filled.get("kind")
    return DerivationKind(written) if written in {each.value for each in DerivationKind} else DerivationKind.COPY
