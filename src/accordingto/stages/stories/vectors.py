"""Words and names as numbers and weights, so that a report is compared with hundreds of others at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Vector:
    """What some reports tell of, weighed.

    Attributes:
        words: numbers of the words, each once, rising: the order of the alphabet.
        weights: what each weighs.
    """

    words: "np.ndarray"
    weights: "np.ndarray"


NOTHING = Vector(np.empty(0, np.int32), np.empty(0))


def add_vectors(vectors: Sequence[Vector]) -> Vector:
    """The sum of vectors; summed in the order given."""
    if not vectors:
        return NOTHING
    words, at = np.unique(np.concatenate([each.words for each in vectors]), return_inverse=True)
    weights = np.concatenate([each.weights for each in vectors])
    return Vector(words, np.bincount(at, weights, len(words)))


class Sums:
    """Vectors side by side in two long arrays, so that one is multiplied with a hundred others at once.

    Args:
        vectors: each is known by its place among them.
        words: how many words there are in all.
    """

    def __init__(self, vectors: Sequence[Vector], words: int) -> None:
        self._words = np.concatenate([NOTHING.words, *(each.words for each in vectors)])
        self._weights = np.concatenate([NOTHING.weights, *(each.weights for each in vectors)])
        self._sizes = np.array([len(each.words) for each in vectors], np.int64)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._end = len(self._words)
        self._spread = np.zeros(words)

    def get(self, at: int) -> Vector:
        """One of them; it stays where it is until others are added."""
        here = slice(self._starts[at], self._starts[at] + self._sizes[at])
        return Vector(self._words[here], self._weights[here])

    def add(self, one: int, other: int) -> None:
        """Let the first of two be their sum, and the second nothing."""
        total = _add(self.get(one), self.get(other))
        self._sizes[[one, other]] = 0
        self._make_room(len(total.words))
        here = slice(self._end, self._end + len(total.words))
        self._words[here], self._weights[here] = total.words, total.weights
        self._starts[one], self._sizes[one] = self._end, len(total.words)
        self._end = here.stop

    def multiply(self, one: int, others: "np.ndarray") -> "np.ndarray":
        """The product of one with each of some others, summed word by word: the same on every run and either way."""
        own, sizes = self.get(one), self._sizes[others]
        places = self._places(others)
        self._spread[own.words] = own.weights
        terms = self._spread[self._words[places]]
        terms *= self._weights[places]
        self._spread[own.words] = 0.0
        return np.bincount(np.repeat(np.arange(len(others)), sizes), terms, len(others))

    def _places(self, some: "np.ndarray") -> "np.ndarray":
        """Where the words of some vectors are, one vector after the other."""
        sizes = self._sizes[some]
        ends = np.cumsum(sizes)
        places = np.repeat(self._starts[some] - ends + sizes, sizes)
        places += np.arange(len(places))
        return places

    def _make_room(self, size: int) -> None:
        """Let go of what no vector holds any more where the arrays are full."""
        if self._end + size <= len(self._words):
            return
        places = self._places(np.arange(len(self._sizes)))
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._end = len(places)
        room = self._end + self._end // 4 + size
        self._words = _moved(self._words, places, room)
        self._weights = _moved(self._weights, places, room)


def _moved(old: "np.ndarray", places: "np.ndarray", room: int) -> "np.ndarray":
    new = np.empty(room, old.dtype)
    new[: len(places)] = old[places]
    return new


def _add(one: Vector, other: Vector) -> Vector:
    """The sum of two, the second of which is put into the first: most of the time it is one report."""
    if not len(other.words):
        return one
    at = np.searchsorted(one.words, other.words)
    known = np.zeros(len(at), bool)
    inside = at < len(one.words)
    known[inside] = one.words[at[inside]] == other.words[inside]
    weights = one.weights.copy()
    weights[at[known]] += other.weights[known]
    new = ~known
    return Vector(np.insert(one.words, at[new], other.words[new]), np.insert(weights, at[new], other.weights[new]))


class Vocabulary:
    """The words of all reports, numbered in the order of the alphabet.

    Args:
        reports: the words of each.

    Attributes:
        words: by number.
        reports: the numbers of the words of each report, in their order.
    """

    def __init__(self, reports: Iterable[Iterable[str]]) -> None:
        met: dict[str, int] = {}
        given = [np.array([met.setdefault(word, len(met)) for word in words], np.int32) for words in reports]
        self.words = tuple(sorted(met))
        numbers = np.empty(len(met), np.int32)
        numbers[[met[word] for word in self.words]] = np.arange(len(met))
        self.reports = [numbers[each] for each in given]
