"""The reviewers' page of an actor: merge it with another, or split it, with the effect before it is saved."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from accordingto.errors import JudgementRefused, LedgerError
from accordingto.judging import Judged, Line, Reviewer, Seen, merge_actors, number_judgements, split_actor
from accordingto.judging.drafting import draft_sorting
from accordingto.judging.logbook import Entry
from accordingto.judging.rehearsal import Rehearsed, rehearse
from accordingto.model.actor import ActorKind
from accordingto.model.review import Act, Review
from accordingto.store.base import Writer
from accordingto.web.review_form import FRESH, Filled, Outcome, Turn, answer_form, desk_of, read_form, refuse, sign
from accordingto.web.site import Site, site_of

router = APIRouter()

Here = Annotated[Site, Depends(site_of)]
Sent = Annotated[Filled, Depends(read_form)]

ACTS = {"merge": merge_actors, "split": split_actor}
VERDICTS = {"same": "are one", "different": "are not one", "unsure": "are left to the rules"}


@router.get("/review/actor/{actor}")
def show_actor(request: Request, site: Here, actor: str) -> Response:
    """One actor, and the form to merge or split it."""
    return _actor_page(request, site, actor)


@router.post("/review/actor/{actor}")
def review_actor(request: Request, site: Here, filled: Sent, actor: str) -> Response:
    """Look at what merging, splitting or sorting does, or do it."""
    signed = sign(request, filled)
    if filled.get("act") == Act.SORT:
        return _sort(request, site, filled, actor, signed)

    def judge(writer: Writer) -> Judged:
        make = ACTS.get(filled.get("act"))
        if make is None or not signed.because:
            raise JudgementRefused("say what is to be done, and why")
        return make(writer, filled.get("one"), filled.get("other"), signed)

    try:
        if filled.get("do") != "save" or not filled.get("seen_state"):
            with site.store.view() as view:
                return _tell(request, site, actor, filled, rehearse(view, judge))
        seen = filled.number("seen_review")
        with site.store.writer() as writer:
            made = number_judgements(writer.judgements())
            if len(made) == seen:
                judge(writer)
                return RedirectResponse("/judgements", status_code=HTTPStatus.SEE_OTHER)
        with site.store.view() as view:
            return _tell(request, site, actor, filled, rehearse(view, judge), newer=made[seen:])
    except (JudgementRefused, LedgerError) as error:
        return _actor_page(request, site, actor, refuse(filled, error))


def _sort(request: Request, site: Site, filled: Filled, actor: str, signed: Reviewer) -> Response:
    """An actor is of another kind: a review like others, which can be taken back."""

    def draft() -> Review:
        written = filled.get("kind")
        if written not in {each.value for each in ActorKind}:
            raise JudgementRefused("no kind was chosen; say what it is")
        with site.store.view() as view:
            return draft_sorting(view.findings(), actor, ActorKind(written), signed)

    return answer_form(desk_of(request), filled, draft, lambda turn: _actor_page(request, site, actor, turn))


def _tell(
    request: Request, site: Site, actor: str, filled: Filled, done: Rehearsed, *, newer: list[Line] | None = None
) -> Response:
    seen = Seen(done.seen, "judgements")
    late = tuple(_enter(line) for line in reversed(newer or []))
    outcome = Outcome(told=done.told, seen=seen, newer=late, is_late=newer is not None)
    status = HTTPStatus.OK if newer is None else HTTPStatus.CONFLICT
    return _actor_page(request, site, actor, Turn(filled, outcome, status))


def _enter(line: Line) -> Entry:
    """A judgement as a line of a log."""
    said = line.judgement
    told = Review(Act.ACCEPT, line.person, said.made or "", "; ".join(said.reasons), number=line.number)
    return Entry(told, f"two names {VERDICTS[said.verdict.value]}", "", said.left.rpartition(":")[0], stands=line.binds)


def _actor_page(request: Request, site: Site, actor: str, turn: Turn = FRESH) -> Response:
    with site.store.view() as view:
        found = view.actors_of((actor,))
    if not found:
        raise HTTPException(404, f"there is no actor {actor} in this ledger; it may have been merged with another")
    kinds = [each.value for each in ActorKind]
    return site.render(request, "review/actor_form.html", actor=found[0], kinds=kinds, **turn.context)
