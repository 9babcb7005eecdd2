"""Which of two like documents came from the other."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from accordingto.model.document import Document
from accordingto.text.outlets import find_outlet

# A document that repeats a tenth more than the other has left is the longer one by chance; a cut shows above that.
_CUT = 1.1
# Shares of a text that stands elsewhere differ by a sentence where both were edited; a cut tail or another's lead
# makes more. Below the second figure nothing is told by it.
_MOSTLY_TAKEN = 0.15
_RATHER_TAKEN = 0.03


@dataclass(frozen=True, slots=True)
class Side:
    """One of two like documents.

    Attributes:
        document: the document.
        credited: the outlets that it credits.
        size: its words.
        covered: the share of them, 0 to 1, that the other and documents unlike the other account for.
        goes_on: it has sentences after the last that the other repeats.
        agency: an agency is credited for the whole of it.
    """

    document: Document
    credited: AbstractSet[str]
    size: int
    covered: float
    goes_on: bool = False
    agency: bool = False


def find_source(left: Side, right: Side) -> tuple[int, str]:
    """Position, 0 or 1, of the document that the other came from, and the reason as a phrase."""
    told = ((source, reason) for source, reason in _signs(left, right) if source is not None)
    return next(told, (0, "undecided"))


def _signs(left: Side, right: Side) -> Iterator[tuple[int | None, str]]:
    """The source by each sign, the surest sign first; none where the sign does not tell."""
    yield _credited((left, right)), "credited by the other"
    yield _earlier(left.document, right.document), "published earlier"
    # Papers put a lead and a paragraph of their own to an agency's text; agencies do not print papers.
    yield int(right.agency) if left.agency is not right.agency else None, "an agency's text"
    more_taken = int(right.covered < left.covered)
    difference = abs(left.covered - right.covered)
    yield more_taken if difference >= _MOSTLY_TAKEN else None, "the other has little of its own"
    yield int(right.goes_on) if left.goes_on is not right.goes_on else None, "goes on where the other ends"
    # A text that names where it has its words from is one step further from there than one that does not.
    yield int(bool(left.credited)) if bool(left.credited) != bool(right.credited) else None, "credits nobody"
    yield more_taken if difference >= _RATHER_TAKEN else None, "the other has less of its own"
    longest, shortest = max(left.size, right.size), min(left.size, right.size)
    yield int(right.size > left.size) if longest >= _CUT * shortest else None, "longer: the other is cut"


def _credited(sides: tuple[Side, Side]) -> int | None:
    outlets = [find_outlet(each.document.outlet) if each.document.outlet else None for each in sides]
    for source in (0, 1):
        if outlets[source] is not None and outlets[source] in sides[1 - source].credited and outlets[0] != outlets[1]:
            return source
    return None


def _earlier(left: Document, right: Document) -> int | None:
    if left.published is None or right.published is None:
        return None
    if left.published.date.end < right.published.date.start:
        return 0
    if right.published.date.end < left.published.date.start:
        return 1
    return None
