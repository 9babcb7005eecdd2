"""The notes of all documents by part, each let go of once it has been used: those of a hundred thousand are much."""

from collections.abc import Iterable, Iterator, Sequence

from accordingto.comparing.notes import Note, Particulars
from accordingto.comparing.packing import unpack
from accordingto.model.document import Document
from accordingto.stages.lineage import Trail
from accordingto.stages.reconcile import Said
from accordingto.stages.resolve import Hints
from accordingto.stages.stories import Signs
from accordingto.text.places import Candidate


class Notebook:
    """Notes, in the order of the documents; every part can be taken once.

    Args:
        notes: of all documents; nobody else should hold them.

    Attributes:
        cased: the documents that were not read in their own letters, by id.
        dates: the dates that each names, packed.
        issues: what was met while reading each.
    """

    def __init__(self, notes: Sequence[Note] = ()) -> None:
        self.cased: dict[str, Document] = {each.document: each.cased for each in notes if each.cased is not None}
        self.dates = {each.document: each.dates for each in notes}
        self.issues = {each.document: each.issues for each in notes}
        self._hints = {each.document: each.hints for each in notes}
        self._particulars = {each.document: each.particulars for each in notes}
        self._trails: dict[str, Trail] = {}
        self._signs: list[Signs] = []
        self._quoted: list[tuple[Said, ...]] = []
        self._named: list[tuple[str, tuple[Candidate, ...]]] = []

    def open(self, documents: Iterable[Document]) -> None:
        """Unpack what is asked for once it is known who is who, of these documents.

        Raises:
            ValueError: it was altered since it was packed.
        """
        for each in documents:
            found = _unpack(self._particulars.pop(each.id))
            self._trails[each.id] = found.trail
            self._signs.append(found.signs)
            self._named.append((each.id, found.named))
            if found.quoted:
                self._quoted.append(found.quoted)
        self._particulars.clear()

    def take_hints(self) -> dict[str, Hints]:
        """What each document shows of the world."""
        taken, self._hints = self._hints, {}
        return taken

    def take_trails(self) -> dict[str, Trail]:
        """Where each document came from."""
        taken, self._trails = self._trails, {}
        return taken

    def take_signs(self) -> Iterator[Signs]:
        """Which story each document tells."""
        taken, self._signs = self._signs, []
        return iter(taken)

    def take_quoted(self) -> Iterator[Said]:
        """The sentences that the documents quote."""
        taken, self._quoted = self._quoted, []
        return (said for each in taken for said in each)

    def take_named(self) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
        """The places that each document names."""
        taken, self._named = self._named, []
        return iter(taken)


def _unpack(packed: Particulars | bytes) -> Particulars:
    found = unpack(Particulars, packed) if isinstance(packed, bytes) else packed
    if found is None:
        raise ValueError("what was noted of a document was altered")
    return found
