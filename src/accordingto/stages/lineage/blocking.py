"""Which pairs of documents are worth comparing: those that share runs of words, found without comparing all pairs."""

from collections import Counter
from collections.abc import Sequence

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
    shared: Counter[tuple[int, int]] = Counter()
    for distance in range(1, _NEIGHBOURS + 1):
        same = np.nonzero(runs[distance:] == runs[:-distance])[0]
        left, right = owners[same], owners[same + distance]
        pairs = left.astype(np.uint64) << np.uint64(32) | right.astype(np.uint64)
        values, counts = np.unique(pairs[left != right], return_counts=True)
        for value, count in zip(values.tolist(), counts.tolist(), strict=True):
            shared[value >> 32, value & 0xFFFFFFFF] += count
    return sorted(pair for pair, count in shared.items() if count >= _FEWEST_SHARED)


def _find_runs(texts: Sequence[tuple[Passage, ...]]) -> tuple["np.ndarray", "np.ndarray"]:
    """Every run of every document, once a document, and whose it is."""
    runs, owners = [], []
    for owner, passages in enumerate(texts):
        words = [np.array(each.words, dtype=np.uint64) for each in passages if len(each.words) >= _RUN]
        own = np.unique(np.concatenate([_hash_runs(each) for each in words])) if words else np.empty(0, np.uint64)
        runs.append(own)
        owners.append(np.full(len(own), owner, dtype=np.uint32))
    if not runs:
        return np.empty(0, np.uint64), np.empty(0, np.uint32)
    return np.concatenate(runs), np.concatenate(owners)


def _hash_runs(words: "np.ndarray") -> "np.ndarray":
    total = np.zeros(len(words) - _RUN + 1, dtype=np.uint64)
    for offset in range(_RUN):
        total = (total ^ words[offset : len(words) - _RUN + 1 + offset]) * _MIX
        total ^= total >> np.uint64(29)
    return total
