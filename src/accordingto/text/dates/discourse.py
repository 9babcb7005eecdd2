"""Dates counted from another date of the text: 'three days earlier', 'the next day', 'that night', 'that year'."""

import re

from accordingto.text.dates.calendar import Stretch, Unit, day_of, move_days, step
from accordingto.text.dates.context import Basis, Context, Rule, Vague, Value
from accordingto.text.dates.patterns import ABOUT, CALENDAR_UNITS, day_part, number, pattern, unit_name, weekday_number
from accordingto.text.dates.relative import count_back

_SIDES = {
    "earlier": -1,
    "before": -1,
    "previously": -1,
    "prior": -1,
    "later": 1,
    "after": 1,
    "afterwards": 1,
    "afterward": 1,
}
_STEPS = {
    "that same": 0,
    "previous": -1,
    "preceding": -1,
    "same": 0,
    "that": 0,
    "the same": 0,
    "next": 1,
    "following": 1,
}


def _read_offset(match: re.Match[str], context: Context) -> Value | None:
    """'three days earlier', 'a week later'."""
    unit, amount = CALENDAR_UNITS.get(unit_name(match["u"]), Unit.DAY), number(match["n"])
    reference = context.discourse(unit)
    if reference is None:
        return None
    side = _SIDES[match["s"].lower()]
    if amount is None:
        return Vague("PAST_REF" if side < 0 else "FUTURE_REF")
    return count_back(reference, unit_name(match["u"]), -side * float(amount))


def _read_neighbour(match: re.Match[str], context: Context) -> Stretch | None:
    """'the next day', 'the following month', 'that year', 'the same week'."""
    unit = CALENDAR_UNITS.get(unit_name(match["u"]))
    reference = None if unit is None else context.discourse(unit)
    if reference is None or unit is None:
        return None
    part = day_part("night") if match["u"].lower() == "night" else None
    return step(unit, reference, _STEPS[" ".join(match["r"].lower().split())]).at(part)


def _read_part(match: re.Match[str], context: Context) -> Stretch | None:
    """'that night', 'the next morning'."""
    reference = context.discourse(Unit.DAY)
    if reference is None:
        return None
    return day_of(move_days(reference, _STEPS[" ".join(match["r"].lower().split())])).at(day_part(match["p"]))


def _read_beside(match: re.Match[str], context: Context) -> Stretch | None:
    """'the day before', 'the week after'."""
    unit = CALENDAR_UNITS.get(unit_name(match["u"]))
    reference = None if unit is None else context.discourse(unit)
    if reference is None or unit is None:
        return None
    return step(unit, reference, _SIDES[match["s"].lower()])


def _read_weekday(match: re.Match[str], context: Context) -> Stretch | None:
    """'the previous Friday', 'the following Monday'."""
    reference = context.discourse_day
    if reference is None:
        return None
    weekday = weekday_number(match["w"])
    if match["r"].lower() in {"previous", "preceding"}:
        return day_of(move_days(reference, -((reference.weekday() - weekday) % 7 or 7)))
    return day_of(move_days(reference, (weekday - reference.weekday()) % 7 or 7))


def _read_the_day(match: re.Match[str], context: Context) -> Stretch | None:  # noqa: ARG001
    """'the day' is the last one named."""
    named = context.last_named(Unit.DAY)
    return named if named is not None or context.anchor is None else day_of(context.anchor)


_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:!?)\u201d\"\u2014-]|$|\n|(?:and|but|when|while)\b)")


def _counts_from_named(match: re.Match[str], context: Context) -> bool:
    """Whether 'two days before' counts from a date named; 'two days before the vote' counts from the vote."""
    if match["s"].lower() not in {"before", "after", "prior"}:
        return True
    return _CLAUSE_ENDS.match(context.text, match.end()) is not None


RULES = [
    Rule(
        "weekday",
        pattern(r"(?:the_)?(?P<r>previous|preceding|following)_<weekday:w>"),
        _read_weekday,
        Basis.DISCOURSE,
    ),
    Rule("the-day", pattern(r"the_day"), _read_the_day, Basis.DISCOURSE, marked_only=True),
    Rule(
        "offset",
        pattern(rf"{ABOUT}<count:n>[\s-]<unit:u>_(?P<s>earlier|before|previously|prior|later|after|afterwards?)"),
        _read_offset,
        Basis.DISCOURSE,
        _counts_from_named,
    ),
    Rule(
        "neighbour",
        pattern(r"(?:(?:on|in)_)?(?:the_)?(?P<r>previous|preceding|same|next|following)_<unit:u>"),
        _read_neighbour,
        Basis.DISCOURSE,
    ),
    Rule(
        "neighbour",
        pattern(r"(?:(?:earlier|later|early|late)_)?(?P<r>that|that_same)_<unit:u>"),
        _read_neighbour,
        Basis.DISCOURSE,
    ),
    Rule(
        "part",
        pattern(r"(?:later_)?(?:the_)?(?P<r>that|same|next|following|previous)_<part:p>"),
        _read_part,
        Basis.DISCOURSE,
    ),
    Rule(
        "beside",
        pattern(r"(?:the_)<unit:u>_(?P<s>before|after|earlier)"),
        _read_beside,
        Basis.DISCOURSE,
        _counts_from_named,
    ),
]
