"""Words that fuzzing had made up, read on days that no report has."""

from datetime import date

import pytest

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.text.dates import find_dates
from accordingto.text.dates.marked import read_marked

NAMES = ("Easter", "Christmas", "Thanksgiving", "Memorial Day", "Ramadan")


@pytest.mark.parametrize("day", [date.min, date.max, date(2, 1, 1), date(9998, 12, 31)])
@pytest.mark.parametrize("name", NAMES)
def test_a_holiday_at_either_end_of_the_calendar(name, day):
    """ValueError: year 0 is out of range."""
    for words in (f"They died at {name}.", f"They died last {name}.", f"They died at {name} weekend."):
        assert all(each.date.start <= each.date.end for each in find_dates(words, DateRange(day, day)))


@pytest.mark.parametrize("words", ["year\u017f", "3 wee\u212as", "la\u017ft Sunday", "day\u017f", "\u0130n 2031"])
def test_letters_that_count_as_others_where_case_is_ignored(words):
    """KeyError: 'yearſ'; a long s is an s."""
    day = DateRange(date(2031, 5, 14), date(2031, 5, 14))
    find_dates(words, day)
    assert len(read_marked(words, [Span(0, len(words))], day)) == 1
