"""The reviewers' page of a claim: accept, correct or withdraw it, with the effect before it is saved."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from accordingto.judging import Pointer
from accordingto.judging.drafting import draft_ascription, draft_claim, draft_correction
from accordingto.model.claim import Claim, ClaimStance
from accordingto.model.review import ON_CLAIMS, Act, Review, is_reviewed
from accordingto.query.words import render_question, render_scope, render_value
from accordingto.web.review_form import FRESH, Filled, Turn, answer_form, desk_of, enter_log, read_act, read_form, sign
from accordingto.web.site import Site, site_of

router = APIRouter()

Here = Annotated[Site, Depends(site_of)]
Sent = Annotated[Filled, Depends(read_form)]

# A field offers so many names.
MOST_NAMES = 200
# Characters of a paragraph on either side of the evidence.
AROUND = 600


@router.get("/review/claim/{claim}")
def show_claim(request: Request, site: Here, claim: str) -> Response:
    """One claim, and the form to accept, correct or withdraw it."""
    return _claim_page(request, site, claim)


@router.post("/review/claim/{claim}")
def review_claim(request: Request, site: Here, filled: Sent, claim: str) -> Response:
    """Look at what a review of a claim does, or save it."""

    def draft() -> Review:
        act = read_act(filled, ON_CLAIMS | {Act.ASCRIBE})
        signed, event = sign(request, filled), filled.get("event")
        pointer = desk_of(request).look(claim, *([event] if event else []))
        if act is Act.ASCRIBE:
            return draft_ascription(pointer, claim, filled.get("claimer"), signed)
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
        known=sorted({each.name for each in pointer.findings.resolution.actors if not each.described})[:MOST_NAMES],
        stances=[each.value for each in ClaimStance],
        history=history,
        **turn.context,
    )


def _read_stance(filled: Filled) -> ClaimStance | None:
    written = filled.get("stance")
    return ClaimStance(written) if written in {each.value for each in ClaimStance} else None


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
