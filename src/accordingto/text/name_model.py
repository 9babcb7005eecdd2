"""How sure one can be that two names are one someone's, by a small model of names that people have judged.

The model is a sum of small trees over ``name_features``; ``benchmarks/name_pairs.py`` makes it and measures it.
Names alone never settle who is who: a resolver asks for more evidence beside them.
"""

import math
from functools import cache, lru_cache
from typing import Any

from accordingto.lexicon import load_table
from accordingto.text.name_alignment import has_partners
from accordingto.text.name_features import compare_features, has_clash
from accordingto.text.name_parts import PERSON, take_apart


@cache
def _model() -> dict[str, Any]:
    return dict(load_table("en", "name_model"))


@lru_cache(maxsize=65536)
def score_names(left: str, right: str, *, person: bool) -> float:
    """The chance, between 0 and 1, that two names are one someone's.

    Example:
        >>> score_names("Tor Osrin", "Thor Osrin", person=True) > score_names("Tor Osrin", "Tor Vale", person=True)
        True
    """
    return _score(compare_features(left, right, person=person))


def may_merge(left: str, right: str, *, person: bool) -> bool:
    """Whether two names are so surely one that they may be merged (precision at least 0.97 when cross-validated)."""
    return score_merge(left, right, person=person) > 0


def score_merge(left: str, right: str, *, person: bool) -> float:
    """The chance that two names are one someone's where it is enough to merge them, else 0."""
    if person and not has_partners(take_apart(left, PERSON).words, take_apart(right, PERSON).words):
        return 0.0  # most pairs end here, before the figures that cost time
    figures = compare_features(left, right, person=person)
    score = 0.0 if has_clash(figures) else _score(figures)
    return score if score >= float(_model()["merge"]) else 0.0


def _score(figures: dict[str, float]) -> float:
    total = _model()["start"] + sum(_weigh(tree, figures) for tree in _model()["trees"])
    return 1 / (1 + math.exp(-total))


def _weigh(tree: Any, figures: dict[str, float]) -> float:
    while isinstance(tree, list):
        figure, bound, below, above = tree
        tree = below if figures[figure] < bound else above
    return float(tree)
