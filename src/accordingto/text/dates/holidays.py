"""Days with a name: Christmas, Easter, Thanksgiving, the feasts and the fasting month of the Islamic calendar."""

import re
from datetime import MAXYEAR, MINYEAR, date

from accordingto.text.dates.absolute import stated_year
from accordingto.text.dates.calendar import Stretch, Unit, containing, day_of, make_day, make_span, move_days
from accordingto.text.dates.choose import choose, years_around
from accordingto.text.dates.context import Basis, Context, Rule
from accordingto.text.dates.patterns import YEAR, month_number, pattern, table, weekday_number


def holiday(name: str, year: int) -> Stretch | None:
    """The day of a holiday in a year; none in the first and the last of Python's calendar, and beyond.

    Example:
        >>> holiday("easter", 2023).timex
        '2023-04-09'
    """
    if not MINYEAR < year < MAXYEAR:
        return None
    rule = str(table("holidays")[name])
    if rule.startswith("easter"):
        return day_of(move_days(easter(year), int(rule.removeprefix("easter"))))
    if rule.startswith("islamic"):
        return _islamic(year, rule)
    if re.fullmatch(r"\d\d-\d\d", rule):
        return make_day(year, int(rule[:2]), int(rule[3:]))
    month, which, weekday = rule.split("-")
    return _weekday_of_month(year, month_number(month), which, weekday_number(weekday))


# The first day of the Islamic era, as a day of Python's calendar: 15 July 622, Julian.
_HIJRA = 227014
_LONGEST_MONTH = 30


def _islamic(year: int, rule: str) -> Stretch | None:
    """A month or a day of the Islamic calendar that begins in a year, by the tables, give or take a day."""
    month, *days = (int(part) for part in rule.split("-")[1:])
    nearest = (year - 622) * 33 // 32
    for islamic_year in (nearest - 1, nearest, nearest + 1, nearest + 2):
        first = _islamic_day(islamic_year, month, days[0] if days else 1)
        if first is not None and first.year == year:
            last = first if days else move_days(first, _LONGEST_MONTH - 1)
            return make_span(move_days(first, -1), move_days(last, 1))
    return None


def _islamic_day(year: int, month: int, day: int) -> date | None:
    """A day of the tabular Islamic calendar, whose months have 30 and 29 days in turn and 11 leap days in 30 years."""
    ordinal = _HIJRA + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return date.fromordinal(ordinal) if 0 < ordinal <= date.max.toordinal() else None


def _weekday_of_month(year: int, month: int, which: str, weekday: int) -> Stretch:
    if which == "last":
        last = move_days(date(year + month // 12, month % 12 + 1, 1), -1)
        return day_of(move_days(last, -((last.weekday() - weekday) % 7)))
    first = date(year, month, 1)
    return day_of(move_days(first, (weekday - first.weekday()) % 7 + 7 * (int(which) - 1)))


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * j - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def _read(match: re.Match[str], context: Context) -> Stretch | None:
    name = " ".join(match["h"].lower().replace("\u2019", "'").split())
    name = name if name in table("holidays") else _with_apostrophe(name)
    year = stated_year(match, context)
    if year is not None:
        return holiday(name, year)
    found = [made for each in years_around(context) if (made := holiday(name, each)) is not None]
    if match.groupdict().get("r") and context.anchor is not None:
        over = [each for each in found if each.days.end < context.anchor]
        chosen = max(over, key=lambda each: each.days, default=None)
    else:
        chosen = choose(found, context)
    if chosen is not None and match.groupdict().get("u"):
        return containing(Unit.WEEK if match["u"].lower() == "week" else Unit.WEEKEND, chosen.days.start)
    return chosen


def _with_apostrophe(name: str) -> str:
    return next((each for each in table("holidays") if each.replace("'", "") == name.replace("'", "")), name)


RULES = [
    Rule("holiday", pattern(rf"(?:(?P<r>last)_)?<holiday:h>(?:_(?P<u>week|weekend))?{YEAR}?"), _read, Basis.PUBLISHED),
]
