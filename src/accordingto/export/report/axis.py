"""Days on a horizontal axis, for the pictures of a report."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from accordingto.model.dates import DateRange
from accordingto.query.words import MONTHS

# No more marks than a reader can tell apart.
MOST_MARKS = 8
MONTH, YEAR = 45, 700


@dataclass(frozen=True, slots=True)
class Mark:
    """A day with its name, so many units from the left."""

    x: float
    name: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from the first to the last, drawn from ``left`` on, ``width`` units wide."""

    first: date
    last: date
    left: float
    width: float

    def at(self, day: date) -> float:
        """Where a day begins."""
        whole = (self.last - self.first).days + 1
        share = (day - self.first).days / whole
        return round(self.left + self.width * min(max(share, 0.0), 1.0), 1)

    def middle(self, days: DateRange) -> float:
        """The middle of some days."""
        return round((self.at(days.start) + self.at(days.end + timedelta(days=1))) / 2, 1)

    def marks(self) -> list[Mark]:
        """Days, months or years to name below the axis."""
        length = (self.last - self.first).days + 1
        if length <= MONTH:
            step = -(-length // MOST_MARKS)
            days = [self.first + timedelta(days=at) for at in range(0, length, step)]
            return [Mark(self.at(day), f"{day.day} {MONTHS[day.month - 1][:3]}") for day in days]
        starts = [day for day in _firsts(self.first, self.last) if length <= YEAR or day.month == 1]
        step = -(-len(starts) // MOST_MARKS) or 1
        return [Mark(self.at(day), _name(day, length)) for day in starts[::step]]


def make_axis(days: Iterable[DateRange], *, left: float, width: float) -> Axis | None:
    """An axis that holds all of these; none where there are none."""
    known = list(days)
    if not known:
        return None
    return Axis(min(each.start for each in known), max(each.end for each in known), left, width)


def _firsts(first: date, last: date) -> Iterable[date]:
    day = first.replace(day=1)
    while day <= last:
        if day >= first:
            yield day
        day += timedelta(days=monthrange(day.year, day.month)[1])
        if day.year >= date.max.year:
            return


def _name(day: date, length: int) -> str:
    return str(day.year) if length > YEAR else f"{MONTHS[day.month - 1][:3]} {day.year}"
