"""Dates counted from the day of publication: 'yesterday', 'last week', 'two weeks ago', 'on Thursday'."""

import re
from dataclasses import replace
from datetime import date

from accordingto.model.dates import DateRange
from accordingto.text.dates.calendar import (
    Stretch,
    Unit,
    day_of,
    make_span,
    move_days,
    move_months,
    step,
)
from accordingto.text.dates.context import Basis, Context, Direction, Rule, Vague, Value
from accordingto.text.dates.patterns import (
    ABOUT,
    CALENDAR_UNITS,
    day_part,
    number,
    pattern,
    unit_name,
    weekday_number,
)
from accordingto.text.dates.phase import narrow

_OFFSETS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "the current": 0, "next": 1, "coming": 1}
_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tonight": 0,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "overnight": 0,
}


def _read_day(match: re.Match[str], context: Context) -> Stretch | None:
    if context.anchor is None:
        return None
    words = " ".join(match["n"].lower().split())
    part = "NI" if words == "tonight" else day_part(match.groupdict().get("p"))
    return day_of(move_days(context.anchor, _DAYS[words])).at(part)


def _read_overnight(match: re.Match[str], context: Context) -> Stretch | None:  # noqa: ARG001
    """From the evening before to the morning of publication."""
    if context.anchor is None:
        return None
    return make_span(move_days(context.anchor, -1), context.anchor)


def _read_part(match: re.Match[str], context: Context) -> Stretch | None:
    """'this morning', 'last night'."""
    if context.anchor is None:
        return None
    offset = -1 if match["r"].lower() == "last" else 0
    return day_of(move_days(context.anchor, offset)).at(day_part(match["p"]))


def _read_weekday(match: re.Match[str], context: Context) -> Stretch | None:
    """The latest such day up to publication; the next one where the clause points forward."""
    if context.anchor is None:
        return None
    groups = match.groupdict()
    weekday, word = weekday_number(match["w"]), (groups.get("r") or "").lower()
    word = word.removeprefix("this ").replace("  ", " ")
    back = (context.anchor.weekday() - weekday) % 7
    if word == "next" or (not word and context.direction is Direction.FUTURE):
        offset = 7 - back if back or word else 0
    elif word in {"last", "past"}:
        offset = -(back or 7)
    elif word in {"this", "coming"}:
        offset = (weekday - context.anchor.weekday()) % 7
    else:
        offset = -back
    return day_of(move_days(context.anchor, offset)).at(day_part(groups.get("p")) or _clock(groups))


def _clock(groups: dict[str, str | None]) -> str | None:
    """'09:00' for '9 a.m.'."""
    if groups.get("hour") is None:
        return None
    hour = int(groups["hour"] or 0) % 12 + (12 if (groups["half"] or "").lower() == "p" else 0)
    return f"{hour:02}:{groups['minute'] or '00'}"


def _read_weekday_of_week(match: re.Match[str], context: Context) -> Stretch | None:
    """'Monday of last week', 'last week on Monday'."""
    if context.anchor is None:
        return None
    monday = step(Unit.WEEK, context.anchor, _OFFSETS[match["r"].lower()]).days.start
    return day_of(move_days(monday, weekday_number(match["w"])))


def _read_unit(match: re.Match[str], context: Context) -> Stretch | None:
    """'last week', 'this year', 'next month'."""
    unit = CALENDAR_UNITS.get(unit_name(match["u"]))
    if context.anchor is None or unit is None or match["u"].lower().endswith("s"):
        return None
    if unit in {Unit.DECADE, Unit.CENTURY} and match["r"].lower() in {"last", "past"}:
        return None  # ten years up to now, not the decade before this one
    return step(unit, context.anchor, _OFFSETS[" ".join(match["r"].lower().split())])


def _read_ago(match: re.Match[str], context: Context) -> Value | None:
    """'two weeks ago': as precise as its unit; 'more than two years ago': the year before that day."""
    if context.anchor is None:
        return None
    amount = number(match["n"])
    if amount is None:
        return Vague("PAST_REF")
    return count_back(context.anchor, unit_name(match["u"]), float(amount), bound=match["b"] or "")


def count_back(anchor: date, unit: str, amount: float, *, bound: str = "") -> Value | None:
    """The stretch that lies so many units before a day."""
    if unit in {"hour", "minute", "second"}:
        return day_of(move_days(anchor, -int(amount // 24) if unit == "hour" else 0))
    if unit == "fortnight":
        unit, amount = "week", amount * 2
    if unit == "decade":
        unit, amount = "year", amount * 10
    calendar = CALENDAR_UNITS[unit]
    if amount != int(amount):
        finer = {Unit.YEAR: (Unit.MONTH, 12), Unit.MONTH: (Unit.DAY, 30), Unit.WEEK: (Unit.DAY, 7)}.get(calendar)
        if finer is None:
            return None
        calendar, amount = finer[0], amount * finer[1]
    found = step(calendar, anchor, -round(amount))
    return _bounded(found, calendar, anchor, round(amount), bound.lower())


def _bounded(found: Stretch, unit: Unit, anchor: date, amount: int, bound: str) -> Stretch:
    words = " ".join(bound.split())
    if words in {"more than", "over", "well over", "at least", "just over"}:
        last = _exactly(unit, anchor, amount)
        days = DateRange(_exactly(unit, anchor, amount + 1), move_days(last, -1))
    elif words in {"less than", "under", "nearly", "almost", "just under"}:
        days = DateRange(move_days(_exactly(unit, anchor, amount), 1), _exactly(unit, anchor, amount - 1))
    else:
        return found
    return replace(found, days=days, whole=found.days)


def _exactly(unit: Unit, anchor: date, amount: int) -> date:
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}
    if unit in months:
        return move_months(anchor, -months[unit] * amount)
    return move_days(anchor, -amount * (7 if unit is Unit.WEEK else 1))


def _read_within(match: re.Match[str], context: Context) -> Stretch | None:
    """'earlier this month', 'later this year': the part before, or after, the day of publication."""
    unit = CALENDAR_UNITS.get(unit_name(match["u"]))
    if context.anchor is None or unit is None:
        return None
    whole = step(unit, context.anchor, _OFFSETS[match["r"].lower()])
    if match["r"].lower() != "this" or unit is Unit.DAY:
        return whole if unit is Unit.DAY else narrow(whole, match["e"].lower())
    if match["e"].lower() == "later":
        return replace(whole, days=DateRange(context.anchor, whole.days.end), whole=whole.days)
    if match["e"].lower() == "earlier":
        return replace(whole, days=DateRange(whole.days.start, context.anchor), whole=whole.days)
    return narrow(whole, match["e"].lower())


def _read_past_units(match: re.Match[str], context: Context) -> Stretch | None:
    """'in the past week', 'over the last three days': from then to publication."""
    if context.anchor is None:
        return None
    amount = number(match["n"]) if match["n"] else "1"
    unit = unit_name(match["u"])
    if amount is None or unit not in CALENDAR_UNITS:
        return None
    return make_span(_exactly(CALENDAR_UNITS[unit], context.anchor, max(1, round(float(amount)))), context.anchor)


def _is_capital(match: re.Match[str], context: Context) -> bool:  # noqa: ARG001
    return match["w"][:1].isupper()


# '9 a.m. EST Tuesday'
_CLOCK = r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?\s?(?P<half>[ap])\.?m\.?_(?:(?:[A-Z]{3,4}|local_time)_)?"
_BOUND = r"(?:(?P<b>more_than|over|well_over|at_least|just_over|less_than|under|nearly|almost|just_under)_)?"

RULES = [
    Rule(
        "named-day",
        pattern(
            r"(?P<n>(?:the_)?day_before_yesterday|(?:the_)?day_after_tomorrow|today|yesterday|tomorrow|tonight)"
            r"(?:['\u2019]s)?(?:_(?:<part:p>))?"
        ),
        _read_day,
        Basis.PUBLISHED,
    ),
    Rule("overnight", pattern(r"overnight"), _read_overnight, Basis.PUBLISHED),
    Rule("part", pattern(r"(?:early_|late_)?(?P<r>this|last)_<part:p>"), _read_part, Basis.PUBLISHED),
    Rule(
        "weekday",
        pattern(
            rf"(?:{_CLOCK})?(?:(?:early|late|earlier|later)_(?:on_)?)?"
            r"(?:(?P<r>last|this_past|this_coming|this|next|past|coming)_)?<weekday:w>(?:['\u2019]s)?(?:_<part:p>)?"
        ),
        _read_weekday,
        Basis.PUBLISHED,
        _is_capital,
    ),
    Rule(
        "week-weekday",
        pattern(r"<weekday:w>_(?:of_)?(?P<r>last|this|next)_week"),
        _read_weekday_of_week,
        Basis.PUBLISHED,
    ),
    Rule("week-weekday", pattern(r"(?P<r>last|this|next)_week_on_<weekday:w>"), _read_weekday_of_week, Basis.PUBLISHED),
    Rule(
        "unit",
        pattern(r"(?:the_(?=current|past))?(?P<r>last|past|this|next|current|coming)_<unit:u>"),
        _read_unit,
        Basis.PUBLISHED,
    ),
    Rule(
        "within",
        pattern(r"(?:(?P<e>earlier|later|late|early)_(?:in_)?)(?P<r>this|last|next)_<unit:u>"),
        _read_within,
        Basis.PUBLISHED,
    ),
    Rule("ago", pattern(rf"{_BOUND}{ABOUT}<count:n>[\s-]<unit:u>[\s-]ago"), _read_ago, Basis.PUBLISHED),
    Rule(
        "past-units",
        pattern(r"(?:in|over|during|within)_the_(?:past|last)_(?:<count:n>_)?<unit:u>"),
        _read_past_units,
        Basis.PUBLISHED,
    ),
]
