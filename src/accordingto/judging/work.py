"""One review at work on the stories that it is about: what it touches, whether it can be made, what it changes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from accordingto.judging.applied import apply_reviews, review_whole_lineage
from accordingto.judging.effect import tell_changes
from accordingto.judging.fitness import refuse_unfit
from accordingto.judging.outcome import Preview, Saved, Seen
from accordingto.judging.pointing import Pointer
from accordingto.model.findings import Findings
from accordingto.model.keys import make_id
from accordingto.model.lineage import Lineage
from accordingto.model.review import ON_LINEAGE, Act, Review, pointed_documents
from accordingto.stages.reconcile import find_reached
from accordingto.store.base import View, Writer
from accordingto.store.gazetteer import open_gazetteer


@dataclass(frozen=True, slots=True)
class Looked:
    """What the review that was looked at last would make of its stories; the one that is saved next is mostly this.

    Attributes:
        revision: of the ledger that it was looked at in.
        review: without its time.
        after: the stories as it would leave them.
    """

    revision: int
    review: Review
    after: Findings


class Work:
    """One review at work on the stories that it is about.

    Args:
        review: the review.
        view: the ledger.
        read: gives the stories of some documents.
        looked: what was worked out last.

    Raises:
        JudgementRefused: the review cannot be made.
    """

    def __init__(
        self,
        review: Review,
        view: View,
        read: Callable[[View, Iterable[str]], Findings],
        looked: Looked | None = None,
    ) -> None:
        self.view = view
        self.revision = view.revision()
        self.revisions = (self.revision, self.revision)
        self.reviews = view.reviews()
        self.review = replace(review, number=self.reviews[-1].number + 1 if self.reviews else 1)
        self._by_number = {each.number: each for each in self.reviews}
        homes = set(pointed_documents(find_subject(review, self.reviews)))
        self.lineage: Lineage | None = None
        whole = None
        if find_subject(review, self.reviews).act in ON_LINEAGE:
            whole, documents = view.whole_lineage()
            self.lineage = review_whole_lineage(whole, documents, [*self.reviews, self.review])
            homes |= find_reached(documents, before=whole, after=self.lineage)
        found = read(view, homes)
        self.before = found if whole is None else replace(found, lineage=whole)
        self.pointer = Pointer(self.before)
        refuse_unfit(review, self.pointer, self.reviews)
        is_same = looked is not None and (looked.revision, looked.review) == (
            self.revision,
            replace(self.review, made=""),
        )
        self._after = looked.after if looked is not None and is_same else None

    def apply(self) -> Findings:
        """The stories as the review leaves them."""
        if self._after is None:
            made = [*self.reviews, self.review]
            self._after = apply_reviews(
                self.before, made, self.view.with_grammar, open_gazetteer(), lineage=self.lineage
            )
        return self._after

    def append(self, writer: Writer) -> Saved:
        """Write the review, and what it changes."""
        after = self.apply()
        writer.add_reviews([self.review])
        writer.revise(self.before, after)
        self.revisions = (self.revision, writer.revision())
        return Saved(writer.reviews()[-1], tell_changes(self.before, after))

    def preview(self) -> Preview:
        """What the review does."""
        return Preview(tell_changes(self.before, self.apply()), Seen(self.review.number - 1, self.state()))

    def find_newer(self, after: int) -> tuple[Review, ...]:
        """The reviews made since that are about something that this one is about."""
        mine = self.pointer.touches(self.review, self._by_number)
        newer = (each for each in self.reviews if each.number > after)
        return tuple(each for each in newer if mine & self.pointer.touches(each, self._by_number))

    def state(self) -> str:
        """The questions and derivations that the review touches, as they are now, as one short text."""
        touched = self.pointer.touches(self.review, self._by_number)
        questions = [
            each
            for each in self.before.questions
            if f"{each.subject.event or each.subject.actor} {each.attribute}" in touched
            or each.subject.event in touched
        ]
        lines = self.before.lineage.derivations
        derivations = [each for each in lines if each.document in touched and each.source in touched]
        return make_id("state", *map(repr, (*questions, *derivations)))


def find_subject(review: Review, reviews: Sequence[Review]) -> Review:
    """The review, or the one that it takes back."""
    undone = (each for each in reviews if each.number == review.undoes)
    return next(undone, review) if review.act is Act.UNDO else review
