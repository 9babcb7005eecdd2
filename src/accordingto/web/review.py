"""The reviewers' pages: what needs a look, and a form for each kind of line, with its effect before it is saved."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from accordingto.errors import JudgementRefused
from accordingto.judging import Pointer
from accordingto.judging.drafting import (
    draft_claim,
    draft_correction,
    draft_derivation,
    draft_join,
    draft_part,
    draft_undo,
    name_mentions,
    name_outlet,
)
from accordingto.model.claim import Claim, ClaimStance
from accordingto.model.lineage import DerivationKind
from accordingto.model.review import ON_CLAIMS, OUTLET, Act, Review, find_standing, is_reviewed
from accordingto.query.words import render_question, render_scope, render_value
from accordingto.web.review_form import FRESH, Filled, Turn, answer_form, desk_of, enter_log, read_form, sign
from accordingto.web.review_queue import queue_of
from accordingto.web.site import Site, site_of

router = APIRouter()

Here = Annotated[Site, Depends(site_of)]
Sent = Annotated[Filled, Depends(read_form)]

# The queue and the log show so many; the rest is a page away or in the terminal.
MOST_DUE, MOST_LOGGED = 30, 50
# Characters of a paragraph on either side of the evidence.
AROUND = 600


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


@router.get("/review/claim/{claim}")
def show_claim(request: Request, site: Here, claim: str) -> Response:
    """One claim, and the form to accept, correct or withdraw it."""
    return _claim_page(request, site, claim)


@router.post("/review/claim/{claim}")
def review_claim(request: Request, site: Here, filled: Sent, claim: str) -> Response:
    """Look at what a review of a claim does, or save it."""

    def draft() -> Review:
        act = _read_act(filled, ON_CLAIMS)
        signed, event = sign(request, filled), filled.get("event")
        pointer = desk_of(request).look(claim, *([event] if event else []))
        if act is not Act.CORRECT:
            return draft_claim(pointer, act, claim, signed)
        said = draft_correction(
            pointer,
            claim,
            value=filled.get("value") or None,
            who=filled.get("who"),
            stance=_read_stance(filled),
            event=event or None,
        )
        return draft_claim(pointer, act, claim, signed, said=said)

    return answer_form(desk_of(request), filled, draft, lambda turn: _claim_page(request, site, claim, turn))


def _claim_page(request: Request, site: Site, claim: str, turn: Turn = FRESH) -> Response:
    desk = desk_of(request)
    pointer = desk.look(claim)
    ruled = pointer.ruled.get(claim)
    if ruled is None:
        raise HTTPException(404, f"there is no claim {claim} in this ledger")
    shown = pointer.claims.get(claim, ruled)
    document = pointer.documents[pointer.homes[ruled.attribution]]
    question = next((q for q in pointer.findings.questions if any(claim in a.claims for a in q.answers)), None)
    with desk.view() as view:
        reviews = view.reviews()
        past = tuple(each for each in reviews if each.claim is not None and claim in _ids(pointer, each))
        history = enter_log(view, past)
    return site.render(
        request,
        "review/claim_form.html",
        claim=shown,
        ruled=ruled,
        document=document,
        words=_quote(document.text, ruled),
        question=question,
        asks=render_question(ruled.attribute),
        about=pointer.about_claim(shown),
        says=_say(shown, pointer),
        said_by_rule=_say(ruled, pointer),
        claimer=pointer.claimer_of(shown),
        is_withdrawn=claim not in pointer.claims,
        is_reviewed=is_reviewed(shown.trace),
        events=[each for each in pointer.findings.events if each.id != shown.subject.event],
        stances=[each.value for each in ClaimStance],
        history=history,
        **turn.context,
    )


@router.get("/review/event/{event}")
def show_event(request: Request, site: Here, event: str) -> Response:
    """One event, and the forms to join it with another or to part it."""
    return _event_page(request, site, event)


@router.post("/review/event/{event}")
def review_event(request: Request, site: Here, filled: Sent, event: str) -> Response:
    """Look at what joining or parting does, or save it."""

    def draft() -> Review:
        act, signed = _read_act(filled, frozenset({Act.JOIN, Act.PART})), sign(request, filled)
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
        act, signed = _read_act(filled, frozenset({Act.DERIVE, Act.STRIKE})), sign(request, filled)
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


def _read_act(filled: Filled, allowed: frozenset[Act]) -> Act:
    written = filled.get("act")
    if written not in {each.value for each in allowed}:
        raise JudgementRefused("nothing was chosen; say what is to be done")
    return Act(written)


def _read_stance(filled: Filled) -> ClaimStance | None:
    written = filled.get("stance")
    return ClaimStance(written) if written in {each.value for each in ClaimStance} else None


def _read_kind(filled: Filled) -> DerivationKind:
    written = filled.get("kind")
    return DerivationKind(written) if written in {each.value for each in DerivationKind} else DerivationKind.COPY


def _ids(pointer: Pointer, review: Review) -> set[str]:
    return {claim.id for claim in pointer.find_claims(review)}


def _say(claim: Claim, pointer: Pointer) -> dict[str, str]:
    """What a claim says, in words."""
    names = {actor.id: actor.name for actor in pointer.actors.values()}
    quoted = pointer.documents[pointer.homes[claim.attribution]].quote(claim.evidence)
    value = render_value(claim.value, names, [quoted])
    return {"value": value, "scope": render_scope(claim.scope), "who": claim.scope.who or "", "stance": claim.stance}


def _quote(text: str, claim: Claim) -> tuple[str, str, str]:
    """The paragraph around the evidence, in three pieces."""
    start = text.rfind("\n", 0, claim.evidence.start) + 1
    end = text.find("\n", claim.evidence.end)
    start, end = max(start, claim.evidence.start - AROUND), min(end, claim.evidence.end + AROUND)
    return (
        text[start : claim.evidence.start],
        text[claim.evidence.start : claim.evidence.end],
        text[claim.evidence.end : end],
    )
