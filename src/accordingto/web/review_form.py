"""A form of the reviewers: what was filled in, and what came of it, so that nothing that somebody wrote is lost."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from accordingto.errors import JudgementRefused, LedgerError
from accordingto.judging import Desk, Overtaken, Reviewer, Saved, Seen, Told
from accordingto.judging.logbook import Entry, make_entries, spoken_of
from accordingto.model.review import Act, Review
from accordingto.store.base import View
from accordingto.web.access import check_token, require_reviewer

# More fields, or longer ones, no form of ours has.
MOST_FIELDS, LONGEST = 2000, 20_000


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody wrote into a form.

    Attributes:
        values: by field; of a field that was filled in more than once, the first.
        every: all of them.
    """

    values: dict[str, str]
    every: dict[str, list[str]] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """What stands in a field, '' where nothing does."""
        return self.values.get(name, "")

    def number(self, name: str) -> int:
        """The number in a field, 0 where none does."""
        written = self.get(name)
        return int(written) if written.isascii() and written.isdigit() and len(written) < 12 else 0  # noqa: PLR2004


async def read_form(request: Request) -> Filled:
    """The fields of a form that was sent by a reviewer of this server's pages.

    Raises:
        HTTPException: it was not, or is too long.
    """
    require_reviewer(request)
    sent = await request.form(max_files=0, max_fields=MOST_FIELDS)
    every: dict[str, list[str]] = {}
    for name, value in sent.multi_items():
        if not isinstance(value, str) or len(value) > LONGEST:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "a field of this form is too long; shorten it")
        every.setdefault(name, []).append(value)
    filled = Filled({name: values[0] for name, values in every.items()}, every)
    check_token(request, filled.get("token"))
    return filled


def read_act(filled: Filled, allowed: frozenset[Act]) -> Act:
    """What is to be done.

    Raises:
        JudgementRefused: nothing of what may be done here was chosen.
    """
    written = filled.get("act")
    if written not in {each.value for each in allowed}:
        raise JudgementRefused("nothing was chosen; say what is to be done")
    return Act(written)


def sign(request: Request, filled: Filled) -> Reviewer:
    """Who reviews, why, and when."""
    name = require_reviewer(request).name
    because = " ".join(filled.get("reason").split())
    return Reviewer(name, because, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


NOTHING = Seen(0, "")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a form.

    Attributes:
        refused: why it cannot be saved.
        told: what it does to the questions; ``None`` before it was looked at.
        seen: what that rests on.
        newer: what others said in between, where the form came too late.
        is_late: whether it did.
    """

    refused: str = ""
    told: tuple[Told, ...] | None = None
    seen: Seen = NOTHING
    newer: tuple[Entry, ...] = ()
    is_late: bool = False


EMPTY, EXPECTED = Filled({}), Outcome()


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a form stands between a reviewer and this server.

    Attributes:
        filled: what was sent; nothing at first.
        outcome: what came of it.
        status: of the answer.
    """

    filled: Filled = EMPTY
    outcome: Outcome = EXPECTED
    status: int = 200

    @property
    def context(self) -> dict[str, Any]:
        """What every form's template knows."""
        return {"filled": self.filled, "outcome": self.outcome, "status": self.status}


FRESH = Turn()


def refuse(filled: Filled, error: JudgementRefused | LedgerError) -> Turn:
    """The form as it was filled in, with why it cannot be taken, or why the ledger cannot take it now."""
    is_ours = isinstance(error, LedgerError)
    status = HTTPStatus.SERVICE_UNAVAILABLE if is_ours else HTTPStatus.UNPROCESSABLE_ENTITY
    return Turn(filled, Outcome(refused=str(error)), status)


def answer_form(desk: Desk, filled: Filled, draft: Callable[[], Review], show: Callable[[Turn], Response]) -> Response:
    """Show what a review does, or save it; the form comes back as it was filled in until it is saved.

    Args:
        desk: of the ledger.
        filled: the form.
        draft: makes the review of it.
        show: the form's page.
    """
    try:
        review = draft()
        seen = Seen(filled.number("seen_review"), filled.get("seen_state"))
        done = desk.save(review, seen) if filled.get("do") == "save" and seen.state else desk.preview(review)
    except (JudgementRefused, LedgerError) as error:
        return show(refuse(filled, error))
    if isinstance(done, Saved):
        return RedirectResponse(f"/queue?saved={done.review.number}", status_code=HTTPStatus.SEE_OTHER)
    if isinstance(done, Overtaken):
        with desk.view() as view:
            newer = tuple(enter_log(view, done.newer))
        late = Outcome(told=done.preview.told, seen=done.preview.seen, newer=newer, is_late=True)
        return show(Turn(filled, late, HTTPStatus.CONFLICT))
    return show(Turn(filled, Outcome(told=done.told, seen=done.seen)))


def desk_of(request: Request) -> Desk:
    """The desk of the reading room that a request is for."""
    desk: Desk = request.app.state.desk
    return desk


def enter_log(view: View, shown: tuple[Review, ...]) -> list[Entry]:
    """Some reviews in words, the latest first."""
    documents = {each.id: each for each in view.documents_of(spoken_of(shown))}
    numbers = {each.number for each in shown}
    return [each for each in make_entries(documents, view.reviews()) if each.review.number in numbers]
