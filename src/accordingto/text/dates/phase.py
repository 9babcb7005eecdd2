"""Parts of a month, year or season: 'early June', 'mid-2016', 'the end of the month'."""

import re
from dataclasses import replace

from accordingto.model.dates import DateRange
from accordingto.text.dates.calendar import Stretch, Unit, move_days
from accordingto.text.openings import words_of
from accordingto.text.phrases import last_word

# Halves, for writers differ in where 'early' ends: the early half, the late half, the middle half.
_PHASES = {
    "early": (0, 2),
    "beginning": (0, 2),
    "start": (0, 2),
    "first": (0, 2),
    "earlier": (0, 2),
    "mid": (1, 3),
    "middle": (1, 3),
    "midway": (1, 3),
    "late": (2, 4),
    "later": (2, 4),
    "end": (2, 4),
    "latter": (2, 4),
    "close": (2, 4),
}
_QUARTERS = 4
_BEFORE = re.compile(
    r"(?<![\w-])(?:the\s+)?(?:very\s+)?(?P<phase>early|mid|late|(?:beginning|start|early\s+part|first\s+days|middle|latter\s+part|"
    r"end|close)\s+of|earlier\s+in|later\s+in|midway\s+through)[-\s](?:in\s+|on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_REACH = 30


def find_phase(text: str, start: int) -> tuple[str, int] | None:
    """The word right before a date that says which part of it is meant, and where it starts."""
    offset = max(0, start - _REACH)
    before = text[offset:start]
    match = _BEFORE.search(before) if last_word(before) in words_of(_BEFORE) else None
    if match is None:
        return None
    return match["phase"].lower().split()[0], offset + match.start()


def narrow(stretch: Stretch, phase: str) -> Stretch:
    """The part of a stretch that the word names; a day has no such parts.

    Example:
        >>> from accordingto.text.dates.calendar import make_month
        >>> str(narrow(make_month(2023, 6), "early").days.end)
        '2023-06-15'
    """
    if stretch.unit in {Unit.DAY, Unit.SPAN}:
        return stretch
    first, last = _PHASES[phase]
    start, length = stretch.days.start, stretch.days.days
    days = DateRange(
        move_days(start, length * first // _QUARTERS), move_days(start, -(-length * last // _QUARTERS) - 1)
    )
    return replace(stretch, days=days, whole=stretch.whole or stretch.days)
