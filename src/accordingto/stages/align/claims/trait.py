"""A value of an actor as the trait rules hand it on, and their word list."""

from dataclasses import dataclass
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.claim import Value
from accordingto.model.document import Span
from accordingto.model.parse import Token


@dataclass(frozen=True, slots=True)
class Trait:
    """A value of an actor, with the words that state it."""

    group: Token
    attribute: str
    value: Value
    evidence: Span
    at: int
    rule: str


@cache
def load_traits() -> dict[str, frozenset[str]]:
    """The words of founding, leading and counting, read once; see ``lexicon/en/traits.yaml``."""
    return {name: frozenset(words) for name, words in load_table("en", "traits").items()}
