"""How events end and what becomes of groups, in phrases of ``lexicon/en/endings.yaml``; which exclude each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from accordingto.lexicon import load_table


@dataclass(frozen=True, slots=True)
class Ending:
    """One way to say how something ended.

    Attributes:
        text: the phrase that stands for it.
        verbs, nouns, adjectives: lemmas that say so.
        of: lemmas of the things that it is said of.
        does: the thing is the subject of an active verb.
        place: names of places are such things, too.
        near: one of these lemmas must follow the verb.
        kinds: event kinds, the likeliest first.
    """

    text: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    of: frozenset[str]
    does: bool
    place: bool
    near: frozenset[str]
    kinds: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """Every word that may say so."""
        return self.verbs | self.nouns | self.adjectives


@cache
def load_endings(attribute: str) -> tuple[Ending, ...]:
    """The endings of events (``outcome``) or of groups (``status``)."""
    table = load_table("en", "endings")
    return tuple(_read(row) for row in table[{"outcome": "outcomes", "status": "statuses"}[attribute]])


@cache
def index_endings(attribute: str) -> Mapping[str, tuple[Ending, ...]]:
    """The endings by each word that may say so, in their order."""
    found: defaultdict[str, list[Ending]] = defaultdict(list)
    for ending in load_endings(attribute):
        for word in sorted(ending.words):
            found[word].append(ending)
    return {word: tuple(endings) for word, endings in found.items()}


def _read(row: dict[str, Any]) -> Ending:
    def words(name: str) -> frozenset[str]:
        return frozenset(row.get(name, ()))

    return Ending(
        text=row["text"],
        verbs=words("verbs"),
        nouns=words("nouns"),
        adjectives=words("adjectives"),
        of=words("of"),
        does=bool(row.get("does")),
        place=bool(row.get("place")),
        near=words("near"),
        kinds=tuple(row.get("kinds", ())),
    )


def is_ending_told(attribute: str, text: str, lemmas: Iterable[str]) -> bool:
    """Whether one of the words that say so is among these."""
    found = frozenset(lemmas)
    return any(each.text == text and each.words & found for each in load_endings(attribute))


def are_opposed(left: str, right: str) -> bool:
    """Whether at most one of two phrases can be true at one time."""
    return frozenset({left, right}) in _opposed()


@cache
def _opposed() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load_table("en", "endings")["opposed"])
