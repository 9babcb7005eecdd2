"""What changed between two versions of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.text.changes import find_changes

TEXT = "Rebels left Orlec on Monday. Nine soldiers were killed, the army said. Rain fell.\nNobody denied it."


def _changes(before, after):
    found = find_changes(before, after)
    return [(b and before[b.start : b.end], a and after[a.start : a.end]) for b, a in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Nine soldiers",
            "Ten soldiers",
            ("Nine soldiers were killed, the army said.", "Ten soldiers were killed, the army said."),
        ),
        (" Rain fell.", "", ("Rain fell.", None)),
        ("Rain fell.", "Rain fell. Two bridges fell too.", (None, "Two bridges fell too.")),
    ],
)
def test_whole_sentences_are_given(old, new, expected):
    """Changed, taken away, added."""
    assert _changes(TEXT, TEXT.replace(old, new)) == [expected]


def test_the_same_text_has_no_changes():
    """Nor has one with other line ends between its sentences."""
    assert find_changes(TEXT, TEXT) == []
    assert find_changes(TEXT, TEXT.replace(" Rain", "\n\nRain")) == []


def test_a_long_page_of_the_same_line_is_compared_in_time():
    """Nothing of it depends on how hostile the page is."""
    before, after = "It was so.\n" * 30_000, "It was not so.\n" * 30_000
    assert len(find_changes(before, after)) == 1


@given(st.text("aB. \n", max_size=60), st.text("aB. \n", max_size=60))
def test_changes_point_into_both_texts(before, after):
    """In order, never empty; and what is not in them is the same on both sides."""
    ends = (0, 0)
    for old, new in find_changes(before, after):
        assert old is not None or new is not None
        assert old is None or ends[0] <= old.start < old.end <= len(before)
        assert new is None or ends[1] <= new.start < new.end <= len(after)
        ends = (old.end if old else ends[0], new.end if new else ends[1])
