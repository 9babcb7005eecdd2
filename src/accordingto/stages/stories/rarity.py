"""How telling a word is: the fewer reports hold it, of the pile and of news at large, the more it tells of a story.

A pile of six reports on one raid cannot say by itself that the town's name is rare and 'report' is not: both are on
every page. So what is known of news at large counts as so many reports more; in a pile of thousands they no longer
matter.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log, sqrt

from accordingto.lexicon import load_table

# News at large counts as so many reports of the pile.
AT_LARGE = 300
Vector = dict[str, float]


@cache
def _shares() -> tuple[Mapping[str, float], float]:
    """Word -> its share of news reports; the share of any other word."""
    table = load_table("en", "news_words")
    shares = {word: percent / 100 for percent, words in table.items() if percent != "rare" for word in words}
    return shares, table["rare"] / 100


class Rarity:
    """Weights of words by how few reports hold them.

    Args:
        reports: the words of each report of the pile.
    """

    def __init__(self, reports: Iterable[Iterable[str]]) -> None:
        self._spread: Counter[str] = Counter()
        self._size = AT_LARGE
        for words in reports:
            self._spread.update(set(words))
            self._size += 1

    def weigh(self, word: str) -> float:
        """From near 0 for a word of every report up to the logarithm of how many reports there are."""
        shares, rare = _shares()
        return max(0.0, log((self._size + 1) / (self._spread[word] + AT_LARGE * shares.get(word, rare))))


def make_vector(counts: Mapping[str, int], rarity: Rarity) -> Vector:
    """The words of a report, weighed, as a vector of length 1; empty for an empty report."""
    return _to_length({word: (1 + log(count)) * rarity.weigh(word) for word, count in sorted(counts.items())})


def make_names(names: Iterable[str], rarity: Rarity) -> Vector:
    """Names of a report as a vector of length 1: once each, however often it repeats them."""
    return _to_length({name: sqrt(rarity.weigh(name)) for name in sorted(names)})


def _to_length(weights: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def add_vectors(vectors: Sequence[Vector]) -> Vector:
    """The sum of vectors; summed in the order given."""
    total: Vector = dict(vectors[0]) if vectors else {}
    for vector in vectors[1:]:
        for word, weight in vector.items():
            total[word] = total.get(word, 0.0) + weight
    return total


def multiply(left: Vector, right: Vector) -> float:
    """The inner product; summed in a fixed order, so that it is the same on every run."""
    if len(right) < len(left):
        left, right = right, left
    return sum([left[word] * right[word] for word in filter(right.__contains__, left)])
