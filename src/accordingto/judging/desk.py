"""Where reviewers work: a review is shown with its effect, and saved, or the reviewer learns what has changed.

Several may work at once, in one program or in several. The ledger is read whole once and kept, for the first look may
take seconds and the second must not; a number that grows with every change tells when it has to be read again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Lock

from accordingto.judging.applied import apply_reviews
from accordingto.judging.effect import Told, tell_changes
from accordingto.judging.fitness import refuse_unfit
from accordingto.judging.pointing import Pointer
from accordingto.model.findings import Findings
from accordingto.model.keys import make_id
from accordingto.model.review import Review
from accordingto.store.base import Store, View, Writer
from accordingto.store.gazetteer import open_gazetteer


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reviewer had before the eyes when a review was written.

    Attributes:
        review: number of the last review that was there.
        state: the lines that the review touches, as one short text.
    """

    review: int
    state: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a review would do.

    Attributes:
        told: the questions that would stand otherwise.
        seen: what this rests on; given back with the review when it is saved.
    """

    told: tuple[Told, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class Saved:
    """A review with its number, and what it did."""

    review: Review
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Nothing was saved, because what the review is about has changed since the reviewer looked.

    Attributes:
        newer: what others said of the same lines in between.
        is_rebuilt: documents or judgements were added, and the lines are not what they were.
        preview: what the review would do now.
    """

    newer: tuple[Review, ...]
    is_rebuilt: bool
    preview: Preview


class Desk:
    """The reviews of one ledger.

    Args:
        store: of the ledger.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._kept: tuple[int, Findings] | None = None

    def look(self) -> tuple[Pointer, tuple[Review, ...]]:
        """The lines of the ledger as they are now, and every review of it."""
        with self._lock, self._store.view() as view:
            return Pointer(self._findings(view)), view.reviews()

    def preview(self, review: Review) -> Preview:
        """What a review would do; nothing is saved.

        Raises:
            JudgementRefused: it cannot be made.
        """
        with self._lock, self._store.view() as view:
            return _preview(review, Pointer(self._findings(view)), view)

    def save(self, review: Review, seen: Seen) -> Saved | Overtaken:
        """Append a review and settle what it touches, unless that has changed since it was seen.

        Raises:
            JudgementRefused: it cannot be made; the ledger is as it was.
        """
        with self._lock, self._store.writer() as writer:
            pointer, reviews = Pointer(self._findings(writer)), writer.reviews()
            refuse_unfit(review, pointer, reviews)
            newer = _find_newer(review, pointer, reviews, seen.review)
            if newer or seen.state != _state(review, pointer, reviews):
                return Overtaken(newer, not newer, _preview(review, pointer, writer))
            revised = _append(review, pointer.findings, writer)
        return self._keep(revised, pointer.findings)

    def write(self, review: Review) -> Saved:
        """The same by one who looked at nothing, from the command line.

        Raises:
            JudgementRefused: it cannot be made; the ledger is as it was.
        """
        with self._lock, self._store.writer() as writer:
            pointer = Pointer(self._findings(writer))
            refuse_unfit(review, pointer, writer.reviews())
            revised = _append(review, pointer.findings, writer)
        return self._keep(revised, pointer.findings)

    def _keep(self, revised: "_Revised", before: Findings) -> Saved:
        """Know the ledger as it is, now that it is in the file."""
        with self._lock:
            if self._kept is None or self._kept[0] < revised.revision:
                self._kept = (revised.revision, revised.findings)
        return Saved(revised.review, tell_changes(before, revised.findings))

    def _findings(self, view: View) -> Findings:
        revision = view.revision()
        if self._kept is None or self._kept[0] != revision:
            self._kept = (revision, view.findings())
        return self._kept[1]


@dataclass(frozen=True, slots=True)
class _Revised:
    review: Review
    revision: int
    findings: Findings


def _append(review: Review, findings: Findings, writer: Writer) -> _Revised:
    writer.add_reviews([review])
    reviews = writer.reviews()
    after = apply_reviews(findings, reviews, writer.with_grammar, open_gazetteer())
    writer.revise(findings, after)
    return _Revised(reviews[-1], writer.revision(), after)


def _preview(review: Review, pointer: Pointer, view: View) -> Preview:
    reviews = view.reviews()
    refuse_unfit(review, pointer, reviews)
    last = reviews[-1].number if reviews else 0
    numbered = replace(review, number=last + 1)
    after = apply_reviews(pointer.findings, [*reviews, numbered], view.with_grammar, open_gazetteer())
    return Preview(tell_changes(pointer.findings, after), Seen(last, _state(review, pointer, reviews)))


def _find_newer(review: Review, pointer: Pointer, reviews: Sequence[Review], after: int) -> tuple[Review, ...]:
    """The reviews made since that are about something that this one is about."""
    numbered = {each.number: each for each in reviews}
    mine = pointer.touches(review, numbered)
    return tuple(each for each in reviews if each.number > after and mine & pointer.touches(each, numbered))


def _state(review: Review, pointer: Pointer, reviews: Sequence[Review]) -> str:
    """The questions and derivations that a review touches, as they are now."""
    touched = pointer.touches(review, {each.number: each for each in reviews})
    findings = pointer.findings
    questions = [
        each
        for each in findings.questions
        if f"{each.subject.event or each.subject.actor} {each.attribute}" in touched or each.subject.event in touched
    ]
    derivations = [each for each in findings.lineage.derivations if each.document in touched and each.source in touched]
    return make_id("state", *map(repr, (*questions, *derivations)))
