"""The notes of all documents by part, each let go of once it has been used: those of a hundred thousand are much."""

from collections.abc import Container, Iterator, Sequence

from accordingto.comparing.notes import Note
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
        lines: ids of the attributions of each document.
        dates: the dates that each names, packed.
        issues: what was met while reading each.
    """

    def __init__(self, notes: Sequence[Note] = ()) -> None:
        self.cased: dict[str, Document] = {each.document: each.cased for each in notes if each.cased is not None}
        self.lines = {each.document: each.lines for each in notes}
        self.dates = {each.document: each.dates for each in notes}
        self.issues = {each.document: each.issues for each in notes}
        self._hints = {each.document: each.hints for each in notes}
        self._trails = {each.document: each.trail for each in notes}
        self._signs = {each.document: each.signs for each in notes}
        self._quoted = {each.document: each.quoted for each in notes if each.quoted}
        self._named = {each.document: each.named for each in notes}

    def keep(self, documents: Container[str]) -> None:
        """Let go of what is not about these documents."""
        for held in (self._trails, self._signs, self._quoted, self._named):
            for each in [each for each in held if each not in documents]:
                held.pop(each)

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
        taken, self._signs = self._signs, {}
        return iter(taken.values())

    def take_quoted(self) -> Iterator[Said]:
        """The sentences that the documents quote."""
        taken, self._quoted = self._quoted, {}
        return (said for each in taken.values() for said in each)

    def take_named(self) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
        """The places that each document names."""
        taken, self._named = self._named, {}
        return iter(taken.items())
