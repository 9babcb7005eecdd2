"""Dates as machines write them: '2023-06-05', '2023-06', '2023', with or without a time."""

import re
from calendar import monthrange
from datetime import date

from accordingto.model.dates import DateRange

_ISO = re.compile(r"\s{0,3}(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T\s].{0,40})?)?)?\s{0,3}")


# Nothing was published later; a year beyond is a slip of the keyboard.
LATEST_YEAR = 2100


def parse_day(words: str) -> DateRange | None:
    """The days that an ISO 8601 date names; a year or a month is a range.

    ``None`` when it is no such date, or one on which nothing can have been published yet.

    Example:
        >>> parse_day("2023-04").end.isoformat()
        '2023-04-30'
    """
    found = _ISO.fullmatch(words)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        start = date(year or 0, month or 1, day or 1)
        if start.year > LATEST_YEAR:
            return None
        end_month = month or 12
        return DateRange(start, date(start.year, end_month, day or monthrange(start.year, end_month)[1]))
    except ValueError:
        return None
