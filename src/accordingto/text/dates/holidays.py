"""Days with a name: Christmas, Easter, Thanksgiving, the month of Ramadan."""

import re
from datetime import date

from accordingto.text.dates.absolute import stated_year
from accordingto.text.dates.calendar import Stretch, Unit, containing, day_of, make_day, move_days
from accordingto.text.dates.choose import choose, years_around
from accordingto.text.dates.context import Basis, Context, Rule
from accordingto.text.dates.patterns import YEAR, month_number, pattern, table, weekday_number


def holiday(name: str, year: int) -> Stretch | None:
    """The day of a holiday in a year.

    Example:
        >>> holiday("easter", 2023).timex
        '2023-04-09'
    """
    rule = str(table("holidays")[name])
    if rule.startswith("easter"):
        return day_of(move_days(easter(year), int(rule.removeprefix("easter"))))
    if re.fullmatch(r"\d\d-\d\d", rule):
        return make_day(year, int(rule[:2]), int(rule[3:]))
    month, which, weekday = rule.split("-")
    return _weekday_of_month(year, month_number(month), which, weekday_number(weekday))


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
