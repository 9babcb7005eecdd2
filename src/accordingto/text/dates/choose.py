"""Which of several days that the words allow is meant."""

from accordingto.text.dates.calendar import Stretch
from accordingto.text.dates.context import Context, Direction

# A weekday that fits only in another year than these is more likely a slip of the writer.
_FITTING_DAYS = 366
# A month or day that comes within so many days of publication is taken for the coming one even after a past verb
# ('the offer was extended to 16 November'); one over for so many days gives way to a clause about the future.
_SOON = 90
_JUST_OVER = 45


def years_around(context: Context) -> tuple[int, ...]:
    """The year before, of, and after publication; none when that is unknown."""
    if context.anchor is None:
        return ()
    return tuple(context.anchor.year + offset for offset in (-1, 0, 1))


def choose(candidates: list[Stretch], context: Context) -> Stretch | None:
    """The one nearest to publication, unless it is far off and the clause points the other way."""
    anchor = context.anchor
    if anchor is None or not candidates:
        return None
    candidates = [each for each in candidates if each.days.start.year == anchor.year or not _is_this_year(context)]
    if not candidates:
        return None
    nearest = min(candidates, key=lambda each: (abs((each.days.start - anchor).days), each.days))
    if (nearest.days.start - anchor).days > _SOON and context.direction is not Direction.FUTURE:
        past = [each for each in candidates if each.days.start <= anchor]
        return max(past, key=lambda each: each.days, default=nearest)
    if (anchor - nearest.days.end).days > _JUST_OVER and context.direction is Direction.FUTURE:
        future = [each for each in candidates if each.days.end >= anchor]
        return min(future, key=lambda each: each.days, default=nearest)
    return nearest


def _is_this_year(context: Context) -> bool:
    """'February this year', where the month alone was marked."""
    return context.after.lower().startswith(" this year")


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
