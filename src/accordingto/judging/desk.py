"""Where reviewers work: a review is shown with its effect, and saved, or the reviewer learns what has changed.

Several may work at once, in one program or in several. Only the stories that a review is about are read and written,
so that a review of one story of ten thousand takes no longer than of one of ten.
"""

from contextlib import AbstractContextManager
from dataclasses import replace
from threading import Lock

from accordingto.errors import JudgementRefused
from accordingto.judging.outcome import Overtaken, Preview, Saved, Seen
from accordingto.judging.pointing import Pointer
from accordingto.judging.slices import Slices
from accordingto.judging.whole import append_whole, preview_whole, save_whole
from accordingto.judging.work import Looked, Work, find_subject
from accordingto.model.review import ON_ACTORS, Review
from accordingto.store.base import Store, View


class Desk:
    """The reviews of one ledger.

    Args:
        store: of the ledger.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._slices = Slices()
        self._saving = Lock()
        self._looked: Looked | None = None

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
            known = view.reviews()
            if find_subject(review, known).act in ON_ACTORS:
                return preview_whole(view, review, known)
            work = self._work(review, view)
            preview = work.preview()
        self._looked = Looked(work.revision, replace(work.review, made=""), work.apply())
        return preview

    def save(self, review: Review, seen: Seen) -> Saved | Overtaken:
        """Append a review and settle what it touches, unless that has changed since it was seen.

        Raises:
            JudgementRefused: it cannot be made; the ledger is as it was.
        """
        with self._saving:
            with self._store.writer() as writer:
                known = writer.reviews()
                if find_subject(review, known).act in ON_ACTORS:
                    return save_whole(writer, review, known, seen)
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
                known = writer.reviews()
                if find_subject(review, known).act in ON_ACTORS:
                    return append_whole(writer, review, known)
                work = self._work(review, writer)
                saved = work.append(writer)
            self._settle(work)
        return saved

    def _work(self, review: Review, view: View) -> Work:
        return Work(review, view, self._slices.read, self._looked)

    def _settle(self, work: Work) -> None:
        """What the stories under review are now is known without reading them again; called once it is written."""
        if work.lineage is None:  # a derivation may change the lines of any story
            self._slices.revise(work.revisions, work.apply())
