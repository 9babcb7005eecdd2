"""UCDP's codes for how precisely a date is known (date_prec)."""

from accordingto.model.dates import DateRange

# Up to so many days: a day, up to six days, a week, a month, a year.
_CODES = ((1, 1), (6, 2), (7, 3), (31, 4))
_MORE = 5


def date_precision(days: DateRange) -> int:
    """1 the day is known, 2 two to six days, 3 a week, 4 up to a month, 5 longer.

    Example:
        >>> from datetime import date
        >>> date_precision(DateRange(date(2023, 4, 1), date(2023, 4, 30)))
        4
    """
    return next((code for most, code in _CODES if days.days <= most), _MORE)
