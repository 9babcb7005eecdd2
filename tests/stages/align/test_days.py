"""The dates of a document as they are noted, and known again."""

from datetime import date

from accordingto.stages.align.days import MOST, dates_of, note_dates, recall_dates
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


def test_dates_that_are_forgotten_are_found_anew():
    """Of very many documents the first are forgotten, and their dates are the same when they are asked for again."""
    document = told()
    before = dates_of(document)
    for number in range(MOST):
        recall_dates(told(f"No {number}."), b"")
    assert dates_of(document) == before
