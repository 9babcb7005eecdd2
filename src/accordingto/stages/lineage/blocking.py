"""Which pairs of documents are worth comparing: those that share runs of words, found without comparing all pairs."""

from collections.abc import Iterator, Sequence

import numpy as np

from accordingto.stages.lineage.passages import Passages
from accordingto.stages.lineage.runs import find_runs, sort_once

_RUN = 4  # words; names and set phrases are shorter
_FEWEST_SHARED = 6  # runs: nine words in a row, or several shorter places; set phrases alone stay below
_NEIGHBOURS = 4  # of the documents that share a run, each meets only so many: sixty copies make a chain, not a square
# Runs are sorted in so many parts, and so many documents paired at once: what a hundred thousand of them have would not
# fit into memory several times over.
_PARTS = np.uint64(16)
_BAND = 20_000


def find_pairs(texts: Sequence[Passages]) -> Iterator[tuple[int, int]]:
    """Positions of documents that share at least six runs of four words outside quotation marks, sorted.

    Work grows with n log n: the runs of all documents are sorted once, and each meets only its neighbours.
    """
    owners, groups = _find_shared(texts)
    shared = [_pair(owners, groups, first) for first in range(0, len(texts), _BAND)]
    return ((value >> 32, value & 0xFFFFFFFF) for band in shared for value in band.tolist())


def _find_shared(texts: Sequence[Passages]) -> tuple["np.ndarray", "np.ndarray"]:
    """Whose the runs are that several documents have, and a number for each such run; sorted by run, then by owner."""
    runs, owners = _find_runs(texts)
    found, numbers, count = [np.empty(0, np.uint32)], [np.empty(0, np.uint32)], 0
    for part in range(int(_PARTS)):
        here = np.nonzero(runs % _PARTS == part)[0]
        here = here[np.argsort(runs[here], kind="stable")]
        same = np.zeros(len(here) + 1, dtype=bool)  # as the one before
        same[1:-1] = runs[here[1:]] == runs[here[:-1]]
        several = same[1:] | same[:-1]
        begins = ~same[:-1][several]
        found.append(owners[here[several]])
        numbers.append((np.cumsum(begins) + count).astype(np.uint32))
        count += int(begins.sum())
    return np.concatenate(found), np.concatenate(numbers)


def _find_runs(texts: Sequence[Passages]) -> tuple["np.ndarray", "np.ndarray"]:
    """Every run of every document, once a document, and whose it is: owners rise."""
    own = [sort_once(find_runs(each.words, _RUN)[0]) for each in texts]
    if not own:
        return np.empty(0, np.uint64), np.empty(0, np.uint32)
    return np.concatenate(own), np.repeat(np.arange(len(own), dtype=np.uint32), [len(each) for each in own])


def _pair(owners: "np.ndarray", groups: "np.ndarray", first: int) -> "np.ndarray":
    """The pairs of which the lesser is in a band of documents, both in one number, sorted."""
    met, times = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    for left, right in _meet(owners, groups):
        here = (left >= first) & (left < first + _BAND)
        pairs = left[here].astype(np.uint64) << np.uint64(32) | right[here].astype(np.uint64)
        values, counts = np.unique(pairs, return_counts=True)
        met.append(values)
        times.append(counts)
    values, at = np.unique(np.concatenate(met), return_inverse=True)
    return values[np.bincount(at, np.concatenate(times), len(values)) >= _FEWEST_SHARED]


def _meet(owners: "np.ndarray", groups: "np.ndarray") -> Iterator[tuple["np.ndarray", "np.ndarray"]]:
    """The owners of one run and those that follow them at each distance."""
    for distance in range(1, _NEIGHBOURS + 1):
        same = np.nonzero(groups[distance:] == groups[:-distance])[0]
        yield owners[same], owners[same + distance]
