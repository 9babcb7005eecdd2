"""Which pairs of reports are worth comparing: those that share telling words, found without comparing all pairs."""

from collections.abc import Sequence

import numpy as np

from accordingto.stages.stories.vectors import Vector

# In a pile of so many every report is compared with every other.
SMALL = 60
# Of a report, so many of its most telling words are looked up; of those who share one, each meets so many beside it.
TELLING, NEIGHBOURS = 24, 12
# Two reports that share too little by these words are not compared.
LEAST = 0.02
# A report is compared with the likest so many.
MOST = 40
# The pairs of so many reports are weighed at once: those of a hundred thousand would not fit into memory together.
BAND = 20_000

Pairs = tuple["np.ndarray", "np.ndarray"]


def find_pairs(vectors: Sequence[Vector], order: Sequence[int]) -> Pairs:
    """Positions of reports to compare, the lesser of each pair and the greater, sorted.

    Work grows with n log n: for each word its reports are put in order, and each meets only those next to it.

    Args:
        vectors: the words of each report.
        order: the reports' days as numbers: of hundreds who share a word, those of one time meet.
    """
    if len(vectors) <= SMALL:
        left, right = np.triu_indices(len(vectors), 1)
        return left, right
    words, owners, weights = _index(vectors)
    ranks = np.array(order, dtype=np.int64)[owners]
    sorting = np.lexsort((owners, ranks, words))
    index = words[sorting], owners[sorting], weights[sorting]
    bands = [_weigh_pairs(index, first, first + BAND) for first in range(0, len(vectors), BAND)]
    best = _best(np.concatenate([pairs for pairs, _ in bands]), np.concatenate([likeness for _, likeness in bands]))
    return best >> 32, best & 0xFFFFFFFF


def _index(vectors: Sequence[Vector]) -> tuple["np.ndarray", "np.ndarray", "np.ndarray"]:
    """The most telling words of each report, numbered in the order they are met, whose they are, their weights."""
    chosen = [np.lexsort((each.words, -each.weights))[:TELLING] for each in vectors]
    words = np.concatenate([each.words[at] for each, at in zip(vectors, chosen, strict=True)])
    weights = np.concatenate([each.weights[at] for each, at in zip(vectors, chosen, strict=True)])
    _, first, at = np.unique(words, return_index=True, return_inverse=True)
    numbers = np.empty(len(first), np.int64)
    numbers[np.argsort(first)] = np.arange(len(first))
    return numbers[at], np.repeat(np.arange(len(vectors)), [len(each) for each in chosen]), weights


def _weigh_pairs(
    index: tuple["np.ndarray", "np.ndarray", "np.ndarray"], first: int, last: int
) -> tuple["np.ndarray", "np.ndarray"]:
    """The pairs of which the lesser is in a band of positions (end exclusive), and how alike each is by its words."""
    words, owners, weights = index
    keys, sums = [], []
    for distance in range(1, NEIGHBOURS + 1):
        same = np.nonzero(words[distance:] == words[:-distance])[0]
        left, right = owners[same], owners[same + distance]
        lesser = np.minimum(left, right)
        here = (lesser >= first) & (lesser < last)
        keys.append(lesser[here] << 32 | np.maximum(left, right)[here])
        same = same[here]
        sums.append(weights[same] * weights[same + distance])
    pairs, at = np.unique(np.concatenate(keys), return_inverse=True)
    likeness = np.bincount(at, weights=np.concatenate(sums), minlength=len(pairs))
    good = likeness >= LEAST
    return pairs[good], likeness[good]


def _best(pairs: "np.ndarray", likeness: "np.ndarray") -> "np.ndarray":
    """The pairs that are among the likest of one of the two."""
    kept = []
    for side in (pairs >> 32, pairs & 0xFFFFFFFF):
        sorting = np.lexsort((pairs, -likeness, side))
        ranked = side[sorting]
        starts = np.searchsorted(ranked, ranked)
        kept.append(pairs[sorting][np.arange(len(ranked)) - starts < MOST])
    return np.unique(np.concatenate(kept))
