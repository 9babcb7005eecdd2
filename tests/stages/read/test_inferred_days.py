"""Documents that nobody dated."""

from datetime import date

from accordingto.model.document import DateBasis
from accordingto.stages.read import read_bytes
from accordingto.stages.read.known import Known


def _read(text, **known):
    return read_bytes(text.encode(), Known(name="a.txt", uri="a.txt", **known))


def test_a_weekday_beside_its_date_dates_the_document():
    """'Sunday (4/6)' after 2022 is 4 June 2023, and the report came out within the week after it."""
    published = _read("The corps, founded in 2022, said on Sunday (4/6) that it had left Orlec.").published
    assert published is not None
    assert published.basis is DateBasis.INFERRED
    assert published.date.start == date(2023, 6, 4)


def test_without_such_words_it_stays_undated():
    """Nothing is guessed in silence."""
    assert _read("Rebels left Orlec on Sunday.").published is None
