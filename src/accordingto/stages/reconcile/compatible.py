"""Whether two values can both be true: 'at least nine' and 14 can, two and 'more than 70' cannot.

Only claims of comparable scope can exclude each other: nine soldiers and four civilians are no contradiction.
"""

import re
from collections.abc import Callable
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.claim import ActorValue, DateValue, NumberValue, PlaceValue, Scope, Value

Related = Callable[[str, str], bool]

# Attributes of which a subject has one at a time. A group may well have two founders.
EXCLUSIVE = frozenset({"responsible", "leader"})


def are_compatible(left: Value, right: Value, related: Related) -> bool:
    """Whether two values of one attribute say the same as far as either goes."""
    if isinstance(left, NumberValue) and isinstance(right, NumberValue):
        return _meet(left, right)
    if isinstance(left, DateValue) and isinstance(right, DateValue):
        return left.date.overlaps(right.date)
    if isinstance(left, ActorValue) and isinstance(right, ActorValue):
        return related(left.actor, right.actor)
    return type(left) is type(right) and _words(left) == _words(right)


def do_values_exclude(left: Value, right: Value, attribute: str, related: Related) -> bool:
    """Whether at most one of two values of one attribute can be true; words and places never say enough for that."""
    if isinstance(left, NumberValue | DateValue) and type(left) is type(right):
        return not are_compatible(left, right, related)
    if isinstance(left, ActorValue) and isinstance(right, ActorValue):
        return attribute in EXCLUSIVE and not related(left.actor, right.actor)
    return False


def _meet(left: NumberValue, right: NumberValue) -> bool:
    low = max(left.low or 0, right.low or 0)
    highs = [each for each in (left.high, right.high) if each is not None]
    return not highs or low <= min(highs)


def _words(value: Value) -> str:
    words = value.place if isinstance(value, PlaceValue) else getattr(value, "text", "")
    return " ".join(re.findall(r"\w+", str(words).casefold()))


def are_apart(left: Scope, right: Scope) -> bool:
    """Whether two scopes speak of different people, places or times, so that their values cannot clash."""
    if left.place is not None and right.place is not None and left.place.casefold() != right.place.casefold():
        return True
    if left.as_of is not None and right.as_of is not None and not left.as_of.overlaps(right.as_of):
        return True
    return are_others(left.who, right.who)


def are_others(left: str | None, right: str | None) -> bool:
    """Whether two descriptions count different people: soldiers and civilians, men of one army and of another."""
    one, two = _read_who(left), _read_who(right)
    if one.names and two.names:
        return not one.names & two.names
    return bool(one.kinds and two.kinds) and not one.kinds & two.kinds


def are_same(left: str | None, right: str | None) -> bool:
    """Whether two descriptions surely count the same people; stricter than 'not others'."""
    one, two = _read_who(left), _read_who(right)
    if one.names and two.names:
        return bool(one.names & two.names)
    if one.is_general or two.is_general:
        return one.is_general and two.is_general
    return bool(one.kinds & two.kinds) or (not one.kinds and not two.kinds and bool(one.heads & two.heads))


def is_part(part: str | None, whole: str | None) -> bool:
    """Whether one description is of some and the other of all: 'civilians' and 'people'."""
    return _read_who(whole).is_general and not _read_who(part).is_general


class Who:
    """A description of those counted: which kinds of people, and of whose."""

    __slots__ = ("heads", "kinds", "names")

    def __init__(self, words: str | None) -> None:
        found = re.findall(r"[\w\u2019'-]+", words or "")[:40]
        plain = frozenset(_singular(each.lower()) for each in found)
        kinds = _kinds()
        self.kinds = frozenset(kinds[each] for each in plain if each in kinds)
        self.names = frozenset(each.lower() for each in found[1:] if each[:1].isupper())
        self.heads = plain - _general()

    @property
    def is_general(self) -> bool:
        """'People', '14 dead': everybody is counted."""
        return not self.heads and not self.names


@cache
def _read_who(words: str | None) -> Who:
    return Who(words)


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, nouns in load_table("en", "counted")["kinds"].items() for noun in nouns}


@cache
def _general() -> frozenset[str]:
    return frozenset(load_table("en", "counted")["everybody"])


def _singular(word: str) -> str:
    for ending, stem in (("men", "man"), ("ies", "y"), ("children", "child")):
        if word.endswith(ending):
            return word[: -len(ending)] + stem
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
