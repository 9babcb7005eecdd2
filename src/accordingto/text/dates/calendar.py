"""Stretches of the calendar: a day, the week, quarter or season that holds it, and steps between them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from accordingto.model.dates import DateRange

FIRST_YEAR, LAST_YEAR = 1, 9998
_MONTHS = 12
_DECEMBER = 12
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Unit(StrEnum):
    """How precise a date is: the stretch of the calendar that it names."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"  # from one named day to another


# Days, roughly; only to tell the finer from the coarser.
SIZE = {unit: size for size, unit in enumerate(Unit)}


def _write_week(first: date) -> str:
    year, week, _ = first.isocalendar()
    return f"{year:04}-W{week:02}"


def _write_season(first: date) -> str:
    names = {month: name for name, month in _SEASONS.items()}
    return f"{first.year:04}-{names.get(first.month, 'XX')}"


_TIMEX: dict[Unit, Callable[[date], str]] = {
    Unit.WEEK: _write_week,
    Unit.WEEKEND: lambda first: _write_week(first) + "-WE",
    Unit.MONTH: lambda first: f"{first.year:04}-{first.month:02}",
    Unit.QUARTER: lambda first: f"{first.year:04}-Q{(first.month + 2) // 3}",
    Unit.HALF: lambda first: f"{first.year:04}-H{(first.month + 5) // 6}",
    Unit.SEASON: _write_season,
    Unit.YEAR: lambda first: f"{first.year:04}",
    Unit.DECADE: lambda first: f"{first.year // 10:03}",
    Unit.CENTURY: lambda first: f"{first.year // 100:02}",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that belong together on the calendar.

    Attributes:
        days: first and last day.
        unit: what they make, or are a part of: a day, a week, a month …
        part: TIMEX3 part of the day ('NI'), where the words name one.
        whole: all days of the unit where ``days`` are only a part of it ('early June').
    """

    days: DateRange
    unit: Unit
    part: str | None = None
    whole: DateRange | None = None

    @property
    def timex(self) -> str:
        """The value as TIMEX3 writes it: ``1998-01``, ``1998-W03-WE``, ``1998-Q2``."""
        first = (self.whole or self.days).start
        written = _TIMEX.get(self.unit)
        if written is not None:
            return written(first)
        return first.isoformat() + (f"T{self.part}" if self.part else "")

    def at(self, part: str | None) -> "Stretch":
        """The same days with a part of the day named."""
        return replace(self, part=part)


def make_day(year: int, month: int, day: int) -> Stretch | None:
    """A day, or ``None`` when the calendar has no such day."""
    try:
        return day_of(date(year, month, day))
    except (ValueError, OverflowError):
        return None


def day_of(when: date) -> Stretch:
    """The one day."""
    return Stretch(DateRange(when, when), Unit.DAY)


def make_month(year: int, month: int) -> Stretch:
    """A month of a year; months past the ends of the year count on into its neighbours."""
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    return Stretch(DateRange(_first(year, month), _last(year, month)), Unit.MONTH)


def make_year(year: int) -> Stretch:
    """A whole year."""
    return Stretch(DateRange(_first(year, 1), _last(year, _DECEMBER)), Unit.YEAR)


def make_quarter(year: int, quarter: int) -> Stretch:
    """A quarter of a year, 1 to 4; others count on into its neighbours."""
    return _months(year, 3 * (quarter - 1) + 1, 3, Unit.QUARTER)


def make_half(year: int, half: int) -> Stretch:
    """A half of a year, 1 or 2."""
    return _months(year, 6 * (half - 1) + 1, 6, Unit.HALF)


def make_season(year: int, season: str) -> Stretch:
    """A season by its TIMEX3 name; winter is the one that begins in the year's December."""
    return _months(year, _SEASONS[season], 3, Unit.SEASON)


def make_decade(first_year: int) -> Stretch:
    """Ten years from the one that ends in 0."""
    first_year -= first_year % 10
    return Stretch(DateRange(_first(first_year, 1), _last(first_year + 9, _DECEMBER)), Unit.DECADE)


def make_century(number: int) -> Stretch:
    """The 19th century is 1800 to 1899 here, as TIMEX3 and most writers have it."""
    first_year = max(FIRST_YEAR, (number - 1) * 100)
    return Stretch(DateRange(_first(first_year, 1), _last((number - 1) * 100 + 99, _DECEMBER)), Unit.CENTURY)


def make_week(when: date) -> Stretch:
    """The week, Monday to Sunday, that holds a day."""
    monday = move_days(when, -when.weekday())
    return Stretch(DateRange(monday, move_days(monday, 6)), Unit.WEEK)


def make_weekend(when: date) -> Stretch:
    """Saturday and Sunday of the week that holds a day."""
    monday = move_days(when, -when.weekday())
    return Stretch(DateRange(move_days(monday, 5), move_days(monday, 6)), Unit.WEEKEND)


def make_span(first: date, last: date) -> Stretch:
    """From one day to another, in either order."""
    return Stretch(DateRange(min(first, last), max(first, last)), Unit.SPAN)


def containing(unit: Unit, when: date) -> Stretch:
    """The stretch of a kind that holds a day.

    Example:
        >>> containing(Unit.QUARTER, date(2023, 5, 22)).timex
        '2023-Q2'
    """
    make = _CONTAINING.get(unit)
    return day_of(when) if make is None else make(when)


def step(unit: Unit, when: date, amount: int) -> Stretch:
    """The stretch that lies ``amount`` of its kind after the one that holds a day (before it, if negative)."""
    match unit:
        case Unit.DAY | Unit.SPAN:
            return day_of(move_days(when, amount))
        case Unit.WEEK | Unit.WEEKEND:
            return containing(unit, move_days(when, 7 * amount))
        case Unit.MONTH | Unit.QUARTER | Unit.HALF | Unit.SEASON:
            months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.SEASON: 3}[unit] * amount
            return containing(unit, move_months(when, months))
        case _:
            years = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}[unit] * amount
            return containing(unit, move_months(when, _MONTHS * years))


def move_days(when: date, amount: int) -> date:
    """A day so many days later, held within the calendar."""
    try:
        return when + timedelta(days=amount)
    except OverflowError:
        return date.min if amount < 0 else date.max


def move_months(when: date, amount: int) -> date:
    """The same day of another month, or that month's last day."""
    index = when.year * _MONTHS + when.month - 1 + amount
    year, month = _clamp(index // _MONTHS), index % _MONTHS + 1
    return date(year, month, min(when.day, _last(year, month).day))


def _season_of(when: date) -> Stretch:
    if when.month in {1, 2}:
        return make_season(when.year - 1, "WI")
    return make_season(when.year, {0: "WI", 1: "SP", 2: "SU", 3: "FA"}[when.month % _MONTHS // 3])


def _months(year: int, month: int, count: int, unit: Unit) -> Stretch:
    first, last = make_month(year, month), make_month(year, month + count - 1)
    return Stretch(DateRange(first.days.start, last.days.end), unit)


def _first(year: int, month: int) -> date:
    return date(_clamp(year), month, 1)


def _last(year: int, month: int) -> date:
    year = _clamp(year)
    following = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return following - timedelta(days=1)


def _clamp(year: int) -> int:
    return min(max(year, FIRST_YEAR), LAST_YEAR)


_CONTAINING: dict[Unit, Callable[[date], Stretch]] = {
    Unit.WEEK: make_week,
    Unit.WEEKEND: make_weekend,
    Unit.MONTH: lambda when: make_month(when.year, when.month),
    Unit.QUARTER: lambda when: make_quarter(when.year, (when.month + 2) // 3),
    Unit.HALF: lambda when: make_half(when.year, (when.month + 5) // 6),
    Unit.SEASON: _season_of,
    Unit.YEAR: lambda when: make_year(when.year),
    Unit.DECADE: lambda when: make_decade(when.year),
    Unit.CENTURY: lambda when: make_century(when.year // 100 + 1),
}
