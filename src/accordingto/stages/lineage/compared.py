"""Which documents share sentences, and which these are."""

from array import array
from dataclasses import dataclass

from accordingto.stages.lineage.alignment import Shared


@dataclass(frozen=True, slots=True)
class Aligned:
    """One sentence of each of two documents, and whether it is copied; else it is reworded."""

    left: int
    right: int
    copied: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two documents share.

    Attributes:
        pairs: aligned sentences, in the order of the left document.
        copied, shared: as in ``Shared``.
    """

    pairs: tuple[Aligned, ...]
    copied: float
    shared: float


class Compared:
    """Pairs of documents that share sentences, by columns: a hundred thousand documents have a million of them.

    Attributes:
        left, right: the two documents of each, by their positions.
        copied, shared: as in ``Shared``.
    """

    def __init__(self) -> None:
        self.left, self.right = array("I"), array("I")
        self.copied, self.shared = array("d"), array("d")
        self._ends = array("Q", [0])
        self._ours, self._theirs, self._alike = array("I"), array("I"), array("B")

    def __len__(self) -> int:
        """How many pairs."""
        return len(self.left)

    def add(self, left: int, right: int, found: Shared) -> None:
        """Keep what two documents were found to share, if anything."""
        if found.alike:
            self.left.append(left)
            self.right.append(right)
            self.copied.append(found.copied)
            self.shared.append(found.shared)
            self._ours.frombytes(found.left)
            self._theirs.frombytes(found.right)
            self._alike.frombytes(found.alike)
            self._ends.append(len(self._alike))

    def alignment(self, at: int) -> Alignment:
        """What the two documents of a pair share."""
        begin, end = self._ends[at], self._ends[at + 1]
        columns = self._ours[begin:end], self._theirs[begin:end], self._alike[begin:end]
        pairs = tuple(Aligned(left, right, bool(copied)) for left, right, copied in zip(*columns, strict=True))
        return Alignment(pairs, self.copied[at], self.shared[at])

    def sentences_of(self, document: int, at: int) -> frozenset[int]:
        """Those of one of the two documents."""
        column = self._ours if self.left[at] == document else self._theirs
        return frozenset(column[self._ends[at] : self._ends[at + 1]])
