"""Words and names as numbers and weights, so that a report is compared with hundreds of others at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

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


class Products:
    """Inner products of one vector with many.

    Args:
        words: how many there are in all.
    """

    def __init__(self, words: int) -> None:
        self._weights = np.zeros(words)

    def multiply(self, one: Vector, others: Sequence[Vector]) -> "np.ndarray":
        """The product with each of the others; summed in a fixed order, so that it is the same on every run."""
        self._weights[one.words] = one.weights
        terms = self._weights[np.concatenate([each.words for each in others])]
        terms *= np.concatenate([each.weights for each in others])
        self._weights[one.words] = 0.0
        owners = np.repeat(np.arange(len(others)), [len(each.words) for each in others])
        return np.bincount(owners, terms, len(others))


class Vocabulary:
    """The words of all reports, numbered in the order of the alphabet.

    Args:
        reports: the words of each.
    """

    def __init__(self, reports: Iterable[Iterable[str]]) -> None:
        self.words = tuple(sorted(set(chain.from_iterable(reports))))
        self._numbers = {word: number for number, word in enumerate(self.words)}

    def numbers(self, words: Sequence[str]) -> "np.ndarray":
        """The numbers of some words, in their order."""
        return np.array([self._numbers[word] for word in words], np.int32)
