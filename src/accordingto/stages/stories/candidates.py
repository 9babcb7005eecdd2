"""Which pairs of reports are worth comparing: those that share telling words, found without comparing all pairs."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from accordingto.stages.stories.rarity import Vector

# In a pile of so many every report is compared with every other.
SMALL = 60
# Of a report, so many of its most telling words are looked up; of those who share one, each meets so many beside it.
TELLING, NEIGHBOURS = 24, 12
# Two reports that share too little by these words are not compared.
LEAST = 0.02
# A report is compared with the likest so many.
MOST = 40


def find_pairs(vectors: Sequence[Vector], order: Sequence[int]) -> list[tuple[int, int]]:
    """Positions of reports to compare, sorted, the lesser first.

    Work grows with n log n: for each word its reports are put in order, and each meets only those next to it.

    Args:
        vectors: the words of each report.
        order: the reports' days as numbers: of hundreds who share a word, those of one time meet.
    """
    if len(vectors) <= SMALL:
        return list(combinations(range(len(vectors)), 2))
    words, owners, weights = _index(vectors)
    ranks = np.array(order, dtype=np.int64)[owners]
    sorting = np.lexsort((owners, ranks, words))
    words, owners, weights = words[sorting], owners[sorting], weights[sorting]
    keys, sums = [], []
    for distance in range(1, NEIGHBOURS + 1):
        same = np.nonzero(words[distance:] == words[:-distance])[0]
        left, right = owners[same], owners[same + distance]
        keys.append(np.minimum(left, right) << 32 | np.maximum(left, right))
        sums.append(weights[same] * weights[same + distance])
    pairs, at = np.unique(np.concatenate(keys), return_inverse=True)
    likeness = np.bincount(at, weights=np.concatenate(sums), minlength=len(pairs))
    return _best(pairs, likeness)


def _index(vectors: Sequence[Vector]) -> tuple["np.ndarray", "np.ndarray", "np.ndarray"]:
    """The most telling words of each report as numbers, whose they are, and what they weigh."""
    numbers: dict[str, int] = {}
    words, owners, weights = [], [], []
    for owner, vector in enumerate(vectors):
        for word, weight in sorted(vector.items(), key=lambda each: (-each[1], each[0]))[:TELLING]:
            words.append(numbers.setdefault(word, len(numbers)))
            owners.append(owner)
            weights.append(weight)
    return np.array(words, dtype=np.int64), np.array(owners, dtype=np.int64), np.array(weights)


def _best(pairs: "np.ndarray", likeness: "np.ndarray") -> list[tuple[int, int]]:
    """The pairs that are among the likest of one of the two."""
    good = likeness >= LEAST
    pairs, likeness = pairs[good], likeness[good]
    kept: set[tuple[int, int]] = set()
    for side in (pairs >> 32, pairs & 0xFFFFFFFF):
        sorting = np.lexsort((pairs, -likeness, side))
        ranked = side[sorting]
        starts = np.searchsorted(ranked, ranked)
        chosen = pairs[sorting][np.arange(len(ranked)) - starts < MOST]
        kept.update(zip((chosen >> 32).tolist(), (chosen & 0xFFFFFFFF).tolist(), strict=True))
    return sorted(kept)
