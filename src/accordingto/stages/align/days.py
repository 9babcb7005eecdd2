"""The dates that documents name, found once: what was noted of a document is known again when its story is settled."""

from array import array
from contextlib import suppress
from datetime import date
from threading import Lock
from typing import NamedTuple

from accordingto.model.dates import DateRange
from accordingto.model.document import Document, Span
from accordingto.text.dates import Relation, find_dates

# Of so many documents the dates are held: a story's claims are dated after its events, by the same words.
MOST = 1024
FIELDS = 5


class NamedDate(NamedTuple):
    """A date of a text: where it stands, the days it means, and whether it is no bound as of 'since 2014'."""

    span: Span
    date: DateRange
    within: bool


Dates = tuple[NamedDate, ...]
# By text and day of publication, which is all that they rest on.
_known: dict[tuple[str, DateRange | None], Dates] = {}
_changing = Lock()  # the reading room settles stories in several threads


def dates_of(document: Document) -> Dates:
    """The dates that a document names, in text order."""
    known = _known.get(_key(document))
    return _keep(document, _find(document)) if known is None else known


def note_dates(document: Document) -> bytes:
    """The dates of a document, packed."""
    packed = array("i")
    for each in _find(document):
        packed.extend((*each.span, each.date.start.toordinal(), each.date.end.toordinal(), each.within))
    return packed.tobytes()


def recall_dates(document: Document, noted: bytes) -> None:
    """Let the dates of a document be known that ``note_dates`` found in the very same document.

    Bytes that were altered since and hold no dates are passed over: the dates are found again when they are asked for.
    """
    packed = array("i")
    with suppress(ValueError, TypeError, OverflowError):
        packed.frombytes(noted)
        rows = (packed[at : at + FIELDS] for at in range(0, len(packed), FIELDS))
        _keep(document, tuple(_open(*row) for row in rows))


def _open(start: int, end: int, first: int, last: int, within: int) -> NamedDate:
    days = DateRange(date.fromordinal(first), date.fromordinal(last))
    return NamedDate(Span(start, end), days, bool(within))


def _key(document: Document) -> tuple[str, DateRange | None]:
    return document.text, None if document.published is None else document.published.date


def _find(document: Document) -> Dates:
    found = find_dates(*_key(document))
    return tuple(NamedDate(each.span, each.date, each.relation is Relation.IN) for each in found)


def _keep(document: Document, dates: Dates) -> Dates:
    with _changing:
        while len(_known) >= MOST:
            _known.pop(next(iter(_known)))
        _known[_key(document)] = dates
    return dates
