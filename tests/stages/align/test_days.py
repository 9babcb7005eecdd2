"""The dates of a document as they are noted, and known again."""

from array import array
from datetime import date

import pytest

from accordingto.stages.align import days
from accordingto.stages.align.days import MOST, dates_of, note_dates, recall_dates
from accordingto.text.dates import find_dates
from tests.factory import make_document

TEXT = "The raid began on Monday. The road has been closed since April 2014."


def told(text=TEXT):
    """A document that came out on a Wednesday."""
    return make_document(text, published=date(2023, 6, 7))


def test_what_was_noted_is_what_is_found():
    """Dates that were noted and known again are those that the words name."""
    document = told()
    found, noted = dates_of(document), note_dates(document)
    recall_dates(document, noted)
    assert dates_of(document) == found
    assert [(each.date.start, each.within) for each in found] == [
        (date(2023, 6, 5), True),
        (date(2014, 4, 1), False),
    ]


def test_dates_that_are_forgotten_are_found_anew(monkeypatch):
    """Of very many documents the first are forgotten, and their dates are the same when they are asked for again."""
    asked = []

    def find(text, day):
        asked.append(text)
        return find_dates(text, day)

    document = told()
    before = dates_of(document)
    monkeypatch.setattr(days, "find_dates", find)
    assert (dates_of(document), asked) == (before, [])
    for number in range(MOST):
        recall_dates(told(f"No {number}."), b"")
    assert (dates_of(document), asked) == (before, [TEXT])


@pytest.mark.parametrize("noted", [b"1", b"\0" * 20, array("i", [0, 4, 99_999_999, 1, 1]).tobytes()])
def test_dates_that_were_altered_are_found_anew(noted):
    """Bytes that are no dates tell nothing, and stop nobody."""
    document = told(f"{TEXT} {len(noted)} {noted[8:9]!r}")
    recall_dates(document, noted)
    assert len(dates_of(document)) == 2
