"""Where reviewers work: a review is shown with its effect, and saved, or the reviewer learns what has changed.

Several may work at once, in one program or in several. Only the stories that a review is about are read and written,
so that a review of one story of ten thousand takes no longer than of one of ten.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from threading import Lock

from accordingto.errors import JudgementRefused
from accordingto.judging.applied import apply_reviews, review_whole_lineage
from accordingto.judging.effect import Told, tell_changes
from accordingto.judging.fitness import refuse_unfit
from accordingto.judging.pointing import Pointer
from accordingto.judging.slices import Slices, find_documents
from accordingto.model.findings import Findings
from accordingto.model.keys import make_id
from accordingto.model.lineage import Lineage
from accordingto.model.review import ON_LINEAGE, Act, Review
from accordingto.stages.reconcile import find_reached
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
        self._slices = Slices()
        self._saving = Lock()
        self._looked: _Looked | None = None

    def view(self) -> AbstractContextManager[View]:
        """The ledger as it is now."""
        return self._store.view()

    def look(self, *lines: str) -> Pointer:
        """The stories of some claims, events, questions or documents, given by id."""
        with self._store.view() as view:
            return Pointer(self._slices.read(view, view.homes_of(lines)))

    def reviews(self) -> tuple[Review, ...]:
        """Every review, in the order in which they were made."""
        with self._store.view() as view:
            return view.reviews()

    def find_document(self, words: str) -> str:
        """The id of the document that words mean: its id, or its path.

        Raises:
            JudgementRefused: none or several are called so.
        """
        with self._store.view() as view:
            _, documents = view.whole_lineage()
        found = [each.id for each in documents if words in {each.id, each.uri}]
        if len(found) == 1:
            return found[0]
        why = f"{len(found)} documents are" if found else "no document is"
        raise JudgementRefused(f"{why} called '{words[:200]}'; give the path or id that its page shows")

    def preview(self, review: Review) -> Preview:
        """What a review would do; nothing is saved.

        Raises:
            JudgementRefused: it cannot be made.
        """
        with self._store.view() as view:
            work = self._work(review, view)
            preview = work.preview()
        self._looked = _Looked(work.revision, replace(work.review, made=""), work.apply())
        return preview

    def save(self, review: Review, seen: Seen) -> Saved | Overtaken:
        """Append a review and settle what it touches, unless that has changed since it was seen.

        Raises:
            JudgementRefused: it cannot be made; the ledger is as it was.
        """
        with self._saving:
            with self._store.writer() as writer:
                work = self._work(review, writer)
                newer = work.find_newer(seen.review)
                if newer or seen.state != work.state():
                    return Overtaken(newer, not newer, work.preview())
                saved = work.append(writer)
            self._settle(work)
        return saved

    def write(self, review: Review) -> Saved:
        """The same by one who looked at nothing, from the command line.

        Raises:
            JudgementRefused: it cannot be made; the ledger is as it was.
        """
        with self._saving:
            with self._store.writer() as writer:
                work = self._work(review, writer)
                saved = work.append(writer)
            self._settle(work)
        return saved

    def _work(self, review: Review, view: View) -> "_Work":
        return _Work(review, view, self._slices.read, self._looked)

    def _settle(self, work: "_Work") -> None:
        """What the stories under review are now is known without reading them again; called once it is written."""
        if work.lineage is None:  # a derivation may change the lines of any story
            self._slices.revise(work.revisions, work.apply())


@dataclass(frozen=True, slots=True)
class _Looked:
    """What the review that was looked at last would make of its stories; the one that is saved next is mostly this.

    Attributes:
        revision: of the ledger that it was looked at in.
        review: without its time.
        after: the stories as it would leave them.
    """

    revision: int
    review: Review
    after: Findings


class _Work:
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
        looked: _Looked | None = None,
    ) -> None:
        self.view = view
        self.revision = view.revision()
        self.revisions = (self.revision, self.revision)
        self.reviews = view.reviews()
        self.review = replace(review, number=self.reviews[-1].number + 1 if self.reviews else 1)
        self._by_number = {each.number: each for each in self.reviews}
        homes = set(find_documents(self._subject(review)))
        self.lineage: Lineage | None = None
        whole = None
        if self._subject(review).act in ON_LINEAGE:
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

    def _subject(self, review: Review) -> Review:
        """The review, or the one that it takes back."""
        return self._by_number.get(review.undoes or 0, review) if review.act is Act.UNDO else review
