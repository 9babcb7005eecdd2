"""Which documents share sentences, and which these are."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from accordingto.stages.lineage.alignment import Alignments


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
        copied, shared: as in ``Alignments``.
    """

    pairs: tuple[Aligned, ...]
    copied: float
    shared: float


class Compared:
    """Pairs of documents that share sentences, by columns: a hundred thousand documents have a million of them.

    Attributes:
        left, right: the two documents of each, by their positions.
        copied, shared: as in ``Alignments``.
    """

    def __init__(self) -> None:
        self.left, self.right = array("I"), array("I")
        self.copied, self.shared = array("d"), array("d")
        self._ends = array("Q", [0])
        self._ours, self._theirs, self._alike = array("I"), array("I"), array("B")

    def __len__(self) -> int:
        """How many pairs."""
        return len(self.left)

    def add(self, pairs: Sequence[tuple[int, int]], found: Alignments) -> None:
        """Keep what documents were found to share; those that share nothing are left out."""
        some = found.counts > 0
        met = np.array(pairs, np.uint32)[some]
        _extend(self.left, met[:, 0])
        _extend(self.right, met[:, 1])
        _extend(self.copied, found.copied[some])
        _extend(self.shared, found.shared[some])
        _extend(self._ends, np.cumsum(found.counts[some]) + self._ends[-1])
        _extend(self._ours, found.left)
        _extend(self._theirs, found.right)
        _extend(self._alike, found.alike)

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


def _extend(column: "array[Any]", values: "np.ndarray") -> None:
    column.frombytes(values.astype(column.typecode).tobytes())
