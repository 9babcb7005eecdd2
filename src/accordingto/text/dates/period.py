"""Quarters, halves, weekends and ends: 'the third quarter', 'the first half of 1990', 'the end of the year'."""

import re
from datetime import date

from accordingto.text.dates.absolute import stated_year
from accordingto.text.dates.calendar import (
    Stretch,
    Unit,
    containing,
    make_half,
    make_quarter,
    make_year,
    step,
)
from accordingto.text.dates.choose import choose, years_around
from accordingto.text.dates.context import Basis, Context, Direction, Length, Rule, Value
from accordingto.text.dates.patterns import CALENDAR_UNITS, SAME_YEAR, STATED, YEAR, pattern, unit_name

_ORDER = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
    "final": 4,
}
# 'The quarter' is the one that the report spoke of within its last few dates.
_NAMED = (Unit.QUARTER,)


def _read_quarter(match: re.Match[str], context: Context) -> Stretch | None:
    """'the third quarter': of the stated year, else the last that is over (or to come, where the clause says so)."""
    quarter = _ORDER[match["o"].lower()]
    year = stated_year(match, context)
    if year is not None:
        return make_quarter(year, quarter)
    if match.groupdict().get("ago"):
        now = _latest([make_quarter(each, quarter) for each in years_around(context)], context)
        return None if now is None else make_quarter(now.days.start.year - 1, quarter)
    return _latest([make_quarter(each, quarter) for each in years_around(context)], context)


def _latest(candidates: list[Stretch], context: Context) -> Stretch | None:
    """The last that has begun: results of a quarter are spoken of from its first day on."""
    if context.anchor is None or not candidates:
        return None
    begun = [each for each in candidates if each.days.start <= context.anchor]
    return max(begun, key=lambda each: each.days, default=None)


def _read_half(match: re.Match[str], context: Context) -> Stretch | None:
    half = 2 if match["o"].lower() in {"second", "2nd", "last", "latter"} else 1
    year = stated_year(match, context)
    if year is not None:
        return make_half(year, half)
    return choose([make_half(each, half) for each in years_around(context)], context)


def spoken_of(context: Context) -> Stretch | None:
    """The quarter that the report speaks of: the last one named, else the last that is over."""
    named = [each for each in context.earlier if each.unit in _NAMED]
    if context.anchor is not None:
        over = [each for each in named if each.days.end <= context.anchor]
        named = over or [each for each in named if each.days.start <= context.anchor]
    if named:
        return max(named, key=lambda each: each.days)
    return None if context.anchor is None else step(Unit.QUARTER, context.anchor, -1)


def _read_the_quarter(match: re.Match[str], context: Context) -> Stretch | None:
    now = spoken_of(context)
    year = stated_year(match, context)
    if now is None or year is None:
        return now
    return make_quarter(year, (now.days.start.month + 2) // 3)


def _read_year_earlier(match: re.Match[str], context: Context) -> Stretch | None:
    """'the year-earlier period', 'a year ago' in a report on a quarter: that quarter of the year before."""
    words = match.group().lower()
    named = spoken_of(context) if "quarter" in words or context.last_named(*_NAMED) else None
    if named is None:
        return None if context.anchor is None else make_year(context.anchor.year - 1)
    return step(named.unit, named.days.start, -{Unit.QUARTER: 4, Unit.HALF: 2, Unit.YEAR: 1}[named.unit])


def _read_year_then_earlier(match: re.Match[str], context: Context) -> Stretch | None:
    """The marked 'a year' of 'a year earlier'."""
    return _read_year_earlier(match, context) if context.after.startswith(" earlier") else None


def _read_end(match: re.Match[str], context: Context) -> Stretch | None:  # noqa: ARG001
    """'year-end': the nearest last day of a year."""
    if context.anchor is None:
        return None
    return choose([containing(Unit.DAY, date(each, 12, 31)) for each in years_around(context)], context)


def _read_part_of(match: re.Match[str], context: Context) -> Stretch | None:
    """'the end of the month', 'early in the year'."""
    unit = CALENDAR_UNITS.get(unit_name(match["u"]))
    if unit is None or context.anchor is None:
        return None
    return containing(unit, context.anchor)


def _read_business_year(match: re.Match[str], context: Context) -> Value | None:
    """'the year ended 31 March' is a length; 'the fiscal year' the one that runs."""
    if re.match(r"\s+(?:ended|ending)\b", context.after):
        return Length("1", "Y")
    return _read_part_of(match, context)


def _read_weekend(match: re.Match[str], context: Context) -> Stretch | None:  # noqa: ARG001
    """'the weekend': the last that has begun, or the next where the clause points forward."""
    if context.anchor is None:
        return None
    now = containing(Unit.WEEKEND, context.anchor)
    if context.direction is Direction.FUTURE or now.days.start <= context.anchor:
        return now
    return step(Unit.WEEKEND, context.anchor, -1)


_O = r"(?P<o>first|1st|second|2nd|third|3rd|fourth|4th|final)"
_AGO = r"(?P<ago>year[\s-](?:ago|earlier))"
_THE = (
    r"(?:(?:the|its|their|a|this|that|latest|most_recent|current|corresponding|comparable|fiscal|full|flat)[\s-]){0,3}"
)

RULES = [
    Rule(
        "quarter",
        pattern(rf"{_THE}(?:{_AGO}_)?(?:fiscal[\s-])?{_O}[\s-]quarter{YEAR}?"),
        _read_quarter,
        Basis.PUBLISHED,
    ),
    Rule(
        "year-quarter",
        pattern(rf"(?:the_)?(?:{STATED}|(?P<ry>last|this|next)_year['\u2019]s)_(?:fiscal_)?{_O}[\s-]quarter"),
        _read_quarter,
        Basis.STATED,
    ),
    Rule(
        "half", pattern(rf"(?:the_)?(?P<o>first|second|1st|2nd|last|latter)[\s-]half{YEAR}"), _read_half, Basis.STATED
    ),
    Rule("half", pattern(r"(?:the_)?(?P<o>first|second)[\s-]half"), _read_half, Basis.PUBLISHED, marked_only=True),
    Rule(
        "half",
        pattern(rf"(?:the_)?(?P<o>first|last)_two_quarters{YEAR}"),
        _read_half,
        Basis.STATED,
    ),
    Rule(
        "the-quarter",
        pattern(rf"(?:the_)?{STATED}_(?:quarter|period)"),
        _read_the_quarter,
        Basis.DISCOURSE,
        marked_only=True,
    ),
    Rule(
        "the-quarter",
        pattern(r"(?P<ry>last|this|next)_year['\u2019]s_(?:quarter|period)"),
        _read_the_quarter,
        Basis.DISCOURSE,
        marked_only=True,
    ),
    Rule(
        "the-quarter",
        pattern(rf"{_THE}(?:quarter|period)_{SAME_YEAR}"),
        _read_the_quarter,
        Basis.DISCOURSE,
        marked_only=True,
    ),
    Rule(
        "year-earlier",
        pattern(
            r"(?:the_)?(?:quarter_|comparable_|corresponding_)?(?:a_)?year[\s-](?:ago|earlier|before)(?:_(?:quarter|period))?"
        ),
        _read_year_earlier,
        Basis.DISCOURSE,
        marked_only=True,
    ),
    Rule("year-earlier", pattern(r"a_year"), _read_year_then_earlier, Basis.DISCOURSE, marked_only=True),
    Rule("the-quarter", pattern(rf"{_THE}(?:quarter|period)"), _read_the_quarter, Basis.DISCOURSE, marked_only=True),
    Rule("year-end", pattern(r"(?:the_)?year(?:['\u2019]s)?[\s-]end"), _read_end, Basis.PUBLISHED),
    Rule(
        "part-of",
        pattern(
            r"(?:the_)?(?:beginning|start|middle|end|rest|remainder|early_part|latter_part|earlier_in|later_in)_(?:of_)?(?:the|this)_<unit:u>"
        ),
        _read_part_of,
        Basis.PUBLISHED,
    ),
    Rule(
        "part-of",
        pattern(r"(?:the_)?(?:current_|latest_|full_|whole_)?(?:fiscal_)?(?P<u>year)"),
        _read_business_year,
        Basis.PUBLISHED,
        marked_only=True,
    ),
    Rule("weekend", pattern(r"(?:(?:over|during|at|on)_)?the_weekend"), _read_weekend, Basis.PUBLISHED),
]
