"""How telling a word is: the fewer reports hold it, of the pile and of news at large, the more it tells of a story.

A pile of six reports on one raid cannot say by itself that the town's name is rare and 'report' is not: both are on
every page. So what is known of news at large counts as so many reports more; in a pile of thousands they no longer
matter.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import log, sqrt

import numpy as np

from accordingto.lexicon import load_table
from accordingto.stages.stories.signs import LONGEST
from accordingto.stages.stories.vectors import NOTHING, Vector

# News at large counts as so many reports of the pile.
AT_LARGE = 300


@cache
def _shares() -> tuple[Mapping[str, float], float]:
    """Word -> its share of news reports; the share of any other word."""
    table = load_table("en", "news_words")
    shares = {word: percent / 100 for percent, words in table.items() if percent != "rare" for word in words}
    return shares, table["rare"] / 100


def weigh_words(words: Sequence[str], reports: Sequence["np.ndarray"]) -> "np.ndarray":
    """What each word weighs: from near 0 for one of every report up to the logarithm of how many reports there are.

    Args:
        words: all that there are.
        reports: the numbers of the words of each report of the pile, each once.
    """
    spread = np.zeros(len(words), np.int64)
    for each in reports:
        spread[each] += 1
    size = len(reports) + AT_LARGE + 1
    shares, rare = _shares()
    held = zip(words, spread.tolist(), strict=True)
    return np.array([max(0.0, log(size / (count + AT_LARGE * shares.get(word, rare)))) for word, count in held])


def make_vector(words: "np.ndarray", counts: "np.ndarray", weights: "np.ndarray") -> Vector:
    """The words of a report, weighed, as a vector of length 1; empty for an empty report.

    Args:
        words: their numbers, rising.
        counts: how often the report has each.
        weights: what each word of the pile weighs.
    """
    return _to_length(words, _often()[counts] * weights[words])


@cache
def _often() -> "np.ndarray":
    """What it counts that a word stands in a report so many times: never, once, twice …."""
    return np.array([0.0, *(1 + log(count) for count in range(1, LONGEST + 1))])


def make_names(names: "np.ndarray", weights: "np.ndarray") -> Vector:
    """Names of a report as a vector of length 1: once each, however often it repeats them."""
    return _to_length(names, np.sqrt(weights[names]))


def _to_length(words: "np.ndarray", weights: "np.ndarray") -> Vector:
    length = sqrt(sum((weights * weights).tolist()))
    return Vector(words, weights / length) if length else NOTHING
