"""Whether two values can both be true: 'at least nine' and 14 can, two and 'more than 70' cannot.

Only claims of comparable scope can exclude each other: nine soldiers and four civilians are no contradiction.
"""

import re
from collections.abc import Callable

from accordingto.model.claim import ActorValue, DateValue, NumberValue, PlaceValue, Scope, TextValue, Value
from accordingto.text.causes import are_rival_causes, is_same_cause
from accordingto.text.counted import are_others
from accordingto.text.endings import are_opposed

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
    if isinstance(left, TextValue) and isinstance(right, TextValue) and is_same_cause(left.text, right.text):
        return True
    return type(left) is type(right) and _words(left) == _words(right)


def do_values_exclude(left: Value, right: Value, attribute: str, related: Related) -> bool:
    """Whether at most one of two values of one attribute can be true; of words only those listed as opposed."""
    if isinstance(left, NumberValue | DateValue) and type(left) is type(right):
        return not are_compatible(left, right, related)
    if isinstance(left, ActorValue) and isinstance(right, ActorValue):
        return attribute in EXCLUSIVE and not related(left.actor, right.actor)
    if isinstance(left, TextValue) and isinstance(right, TextValue):
        return are_rival_causes(left.text, right.text) if attribute == "cause" else are_opposed(left.text, right.text)
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
