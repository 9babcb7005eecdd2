"""Words that fuzzing had made up, read on days that no report has."""

from datetime import date

import pytest

from accordingto.model.dates import DateRange
from accordingto.text.dates import find_dates

NAMES = ("Easter", "Christmas", "Thanksgiving", "Memorial Day", "Ramadan")


@pytest.mark.parametrize("day", [date.min, date.max, date(2, 1, 1), date(9998, 12, 31)])
@pytest.mark.parametrize("name", NAMES)
def test_a_holiday_at_either_end_of_the_calendar(name, day):
    """ValueError: year 0 is out of range."""
    for words in (f"They died at {name}.", f"They died last {name}.", f"They died at {name} weekend."):
        assert all(each.date.start <= each.date.end for each in find_dates(words, DateRange(day, day)))
