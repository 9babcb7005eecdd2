"""Which of several days that the words allow is meant."""

from accordingto.text.dates.calendar import Stretch
from accordingto.text.dates.context import Context, Direction

# A weekday that fits only in another year than these is more likely a slip of the writer.
_FITTING_DAYS = 366


def years_around(context: Context) -> tuple[int, ...]:
    """The year before, of, and after publication; none when that is unknown."""
    if context.anchor is None:
        return ()
    return tuple(context.anchor.year + offset for offset in (-1, 0, 1))


def choose(candidates: list[Stretch], context: Context) -> Stretch | None:
    """The one that the clause points to (before or after publication), else the nearest."""
    anchor = context.anchor
    if anchor is None or not candidates:
        return None
    if context.direction is Direction.FUTURE:
        future = [each for each in candidates if each.days.end >= anchor]
        if future:
            return min(future, key=lambda each: each.days)
    if context.direction is Direction.PAST:
        past = [each for each in candidates if each.days.start <= anchor]
        if past:
            return max(past, key=lambda each: each.days)
    return min(candidates, key=lambda each: (abs((each.days.start - anchor).days), each.days))


def choose_weekday(weekday: int, candidates: list[Stretch], context: Context) -> Stretch | None:
    """The day that falls on the weekday named, where there is one near; else as if no weekday stood there."""
    anchor = context.anchor
    if anchor is None:
        return None
    fitting = [
        each
        for each in candidates
        if each.days.start.weekday() == weekday and abs((each.days.start - anchor).days) <= _FITTING_DAYS
    ]
    return choose(fitting or candidates, context)
