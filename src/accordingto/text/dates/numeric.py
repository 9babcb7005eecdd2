"""Days written in figures: '4/6/2023', 'Sunday (4/6)'; the weekday or the outlet's habit settles which is the month."""

import re

from accordingto.text.dates.absolute import settle_day
from accordingto.text.dates.calendar import Stretch
from accordingto.text.dates.context import Basis, Context, DayOrder, Rule
from accordingto.text.dates.patterns import pattern, weekday_number

_MONTHS = range(1, 13)
# 'On 7/12' is a day where it lies no further back than this.
RECENT = 62


def _read(match: re.Match[str], context: Context) -> Stretch | None:
    readings = _readings(match, context)
    weekday = match.groupdict().get("w")
    if weekday:
        fitting = [each for each in readings if each.days.start.weekday() == weekday_number(weekday)]
        readings = fitting or readings
    return readings[0] if readings else None


def _readings(match: re.Match[str], context: Context) -> list[Stretch]:
    """Day first, then month first, or the other way round where the outlet writes so."""
    first, second = int(match["a"]), int(match["b"])
    orders = [(first, second), (second, first)]
    if context.order is DayOrder.MONTH_FIRST:
        orders.reverse()
    found = [settle_day(match, context, month, day) for day, month in orders if month in _MONTHS]
    return [each for each in found if each is not None]


def _read_after_on(match: re.Match[str], context: Context) -> Stretch | None:
    """'On 7/12': the reading that falls shortly before publication; else a fraction or a famous day."""
    if context.anchor is None:
        return None
    found = [each for each in _readings(match, context) if 0 <= (context.anchor - each.days.start).days <= RECENT]
    return found[0] if found else None


RULES = [
    Rule(
        "numeric",
        pattern(
            r"(?:<short weekday:w>,?_\(?)?(?P<a>[0-9]{1,2})(?P<s>[/.-])(?P<b>[0-9]{1,2})(?P=s)(?P<y>[0-9]{4}|[0-9]{2})"
        ),
        _read,
        Basis.STATED,
    ),
    Rule(
        "numeric-weekday",
        pattern(r"<short weekday:w>,?_\(?(?P<a>[0-9]{1,2})[/.](?P<b>[0-9]{1,2})"),
        _read,
        Basis.STATED,
    ),
    Rule(
        "numeric-on", pattern(r"(?<=\bon )(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})(?![/%\d])"), _read_after_on, Basis.STATED
    ),
    # '4/6' alone is a score or a fraction more often than a day.
    Rule("numeric-bare", pattern(r"(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,2})"), _read, Basis.STATED, marked_only=True),
]
