"""Which pairs of documents are worth comparing: those that share runs of words, found without comparing all pairs."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from accordingto.stages.lineage.passages import Passage

_RUN = 4  # words; names and set phrases are shorter
_FEWEST_SHARED = 6  # runs: nine words in a row, or several shorter places; set phrases alone stay below
_NEIGHBOURS = 4  # of the documents that share a run, each meets only so many: sixty copies make a chain, not a square
_MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no run is lost by multiplying


def find_pairs(texts: Sequence[tuple[Passage, ...]]) -> list[tuple[int, int]]:
    """Positions of documents that share at least six runs of four words outside quotation marks, sorted.

    Work grows with n log n: the runs of all documents are sorted once, and each meets only its neighbours.
    """
    runs, owners = _find_runs(texts)
    order = np.lexsort((owners, runs))
    runs, owners = runs[order], owners[order]
    met, times = [], []
    for distance in range(1, _NEIGHBOURS + 1):
        same = np.nonzero(runs[distance:] == runs[:-distance])[0]
        left, right = owners[same], owners[same + distance]
        pairs = left.astype(np.uint64) << np.uint64(32) | right.astype(np.uint64)
        values, counts = np.unique(pairs[left != right], return_counts=True)
        met.append(values)
        times.append(counts)
    values, at = np.unique(np.concatenate(met), return_inverse=True)
    shared = values[np.bincount(at, np.concatenate(times), len(values)) >= _FEWEST_SHARED].tolist()
    return [(value >> 32, value & 0xFFFFFFFF) for value in shared]


def _find_runs(texts: Sequence[tuple[Passage, ...]]) -> tuple["np.ndarray", "np.ndarray"]:
    """Every run of every document, once a document, and whose it is."""
    runs, owners = [], []
    for owner, passages in enumerate(texts):
        own = _runs_of(passages)
        runs.append(own)
        owners.append(np.full(len(own), owner, dtype=np.uint32))
    if not runs:
        return np.empty(0, np.uint64), np.empty(0, np.uint32)
    return np.concatenate(runs), np.concatenate(owners)


def _runs_of(passages: tuple[Passage, ...]) -> "np.ndarray":
    """The runs of one document, each once; none goes from one sentence into the next."""
    sentences = [each.words for each in passages if len(each.words) >= _RUN]
    if not sentences:
        return np.empty(0, np.uint64)
    words = np.fromiter(chain.from_iterable(sentences), dtype=np.uint64)
    ends = np.cumsum([len(each) for each in sentences])[:-1]
    whole = np.ones(len(words) - _RUN + 1, dtype=bool)
    for back in range(1, _RUN):
        whole[ends - back] = False
    return np.unique(_hash_runs(words)[whole])


def _hash_runs(words: "np.ndarray") -> "np.ndarray":
    total = np.zeros(len(words) - _RUN + 1, dtype=np.uint64)
    for offset in range(_RUN):
        total = (total ^ words[offset : len(words) - _RUN + 1 + offset]) * _MIX
        total ^= total >> np.uint64(29)
    return total
