"""Stretches of days."""

from datetime import date

import pytest

from accordingto.model.dates import DateRange

APRIL = DateRange(date(2031, 4, 1), date(2031, 4, 30))


def test_a_range_cannot_end_before_it_starts():
    """A range that runs backwards is a mistake of ours and is refused."""
    with pytest.raises(ValueError, match="ends before it starts"):
        DateRange(date(2031, 4, 2), date(2031, 4, 1))


def test_both_ends_belong_to_the_range():
    """April has thirty days and holds its last one."""
    assert APRIL.days == 30
    assert APRIL.contains(DateRange(date(2031, 4, 30), date(2031, 4, 30)))


@pytest.mark.parametrize(
    ("start", "end", "shared"),
    [((2031, 4, 30), (2031, 5, 2), True), ((2031, 5, 1), (2031, 5, 2), False), ((2031, 1, 1), (2031, 12, 31), True)],
)
def test_ranges_overlap_when_they_share_a_day(start, end, shared):
    """Touching on one day is enough; following each other is not."""
    other = DateRange(date(*start), date(*end))
    assert APRIL.overlaps(other) is shared
    assert other.overlaps(APRIL) is shared
