"""When a text was published, from its own words where these allow it, else from the story's other documents."""

import re
from collections.abc import Iterator, Sequence

from accordingto.model.dates import DateRange
from accordingto.text.dates import absolute, numeric
from accordingto.text.dates.calendar import Stretch, Unit, make_day, move_days
from accordingto.text.dates.context import DayOrder
from accordingto.text.dates.find import FoundDate, find_dates
from accordingto.text.dates.patterns import month_number, weekday_number

# A full date in the first or last lines is that of the page.
_EDGE = 300
_PAGE = re.compile(
    r"\b(?:published|updated|posted|last\s+modified|first\s+published|issued|date)\b[^\n]{0,40}$", re.IGNORECASE
)
# 'Sunday (4/6)' is written within the week that follows it.
_WEEK = 6
# A weekday and a day fit together again after 5, 6 or 11 years: the first such year from the latest that is named.
_YEARS_ON = 5
# Reports of one story that lie further apart than this do not date each other.
_STORY_DAYS = 45


def infer_published(text: str, others: Sequence[DateRange] = (), *, order: DayOrder | None = None) -> DateRange | None:
    """The days on which a text was published, ``None`` where nothing shows them.

    Args:
        text: the document's text.
        others: when the story's other documents were published.
        order: how the outlet writes 4/6, where known.

    Example:
        >>> found = infer_published("Founded in 2022, the corps said on Sunday (4/6) that rain fell.")
        >>> str(found.start), str(found.end)
        ('2023-06-04', '2023-06-10')
    """
    dates = find_dates(text, None) if text else []
    return _dateline(text, dates) or _by_weekday(text, dates, order) or _by_others(others)


def _dateline(text: str, dates: Sequence[FoundDate]) -> DateRange | None:
    """A full date at the top or the foot, or after 'Published'."""
    for found in dates:
        if found.precision is not Unit.DAY:
            continue
        before = text[max(0, found.span.start - 60) : found.span.start]
        if _PAGE.search(before) is not None or _alone(text, found.span.start, found.span.end):
            return found.date
    return None


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a date is a line by itself, but for a place or a time, at the top or the foot."""
    if start > _EDGE and len(text) - end > _EDGE:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    return len(line) - (end - start) <= 2 * (end - start)


def _by_weekday(text: str, dates: Sequence[FoundDate], order: DayOrder | None) -> DateRange | None:
    """The week after the latest day that stands with its weekday, in the first year from the latest named that fits."""
    if not dates:
        return None
    first_year = max(each.date.end.year for each in dates)
    days = [day for choices in _weekdays(text, order) if (day := _first_fit(choices, first_year)) is not None]
    if not days:
        return None
    latest = max(day.days.start for day in days)
    return DateRange(latest, move_days(latest, _WEEK))


def _weekdays(text: str, order: DayOrder | None) -> Iterator[list[tuple[int, int, int]]]:
    """Weekday, month and day as they stand together; both ways round where figures leave it open."""
    for rule in (*numeric.RULES, *absolute.RULES):
        for match in rule.pattern.finditer(text):
            groups = match.groupdict()
            if not groups.get("w") or groups.get("y"):
                continue
            weekday = weekday_number(groups["w"])
            if groups.get("a"):
                ways = [(int(groups["b"]), int(groups["a"])), (int(groups["a"]), int(groups["b"]))]
                if order is DayOrder.MONTH_FIRST:
                    ways.reverse()
                yield [(weekday, month, day) for month, day in ways]
            elif groups.get("m") and groups.get("d"):
                yield [(weekday, month_number(groups["m"]), int(re.sub(r"\D", "", groups["d"])))]


def _first_fit(choices: Sequence[tuple[int, int, int]], first_year: int) -> Stretch | None:
    for year in range(first_year, first_year + _YEARS_ON + 1):
        for weekday, month, day in choices:
            made = make_day(year, month, day)
            if made is not None and made.days.start.weekday() == weekday:
                return made
    return None


def _by_others(others: Sequence[DateRange]) -> DateRange | None:
    if not others:
        return None
    hull = DateRange(min(each.start for each in others), max(each.end for each in others))
    return hull if hull.days <= _STORY_DAYS else None
