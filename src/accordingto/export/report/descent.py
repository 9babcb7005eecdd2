"""Who copied whom: a dot a document on the day it was published, a line from where it came."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.export.report.axis import Mark, make_axis
from accordingto.model.document import Document
from accordingto.model.lineage import Derivation, Lineage
from accordingto.query.reader import DERIVED
from accordingto.query.words import render_days

MOST_ROWS = 70
LEFT, WIDTH, ROW, TOP = 330.0, 560.0, 24, 16
UNDATED = 935.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One document."""

    x: float
    y: float
    label: str
    when: str
    is_source: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """A line from a document to the one that came from it: the path to draw, and how it came."""

    path: str
    kind: str
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Descent:
    """The picture: dots, threads and marks; how many documents are left out, and whether some are undated."""

    dots: tuple[Dot, ...]
    threads: tuple[Thread, ...]
    marks: tuple[Mark, ...]
    height: int
    left_out: int
    has_undated: bool


def draw_descent(documents: Sequence[Document], lineage: Lineage) -> Descent | None:
    """The documents that came from one another here, by origin; none where none did."""
    known = {document.id: document for document in documents}
    links = [each for each in lineage.derivations if each.document in known and each.source in known]
    sources = {str(each.source) for each in links}
    ordered = _sort_related(known, links, lineage)
    shown = ordered[:MOST_ROWS]
    if not shown:
        return None
    published = {each: known[each].published for each in shown}
    axis = make_axis((each.date for each in published.values() if each is not None), left=LEFT, width=WIDTH)
    places: dict[str, tuple[float, float]] = {}
    dots = []
    for row, each in enumerate(shown):
        when = published[each]
        x = UNDATED if axis is None or when is None else axis.middle(when.date)
        places[each] = (x, TOP + ROW * row)
        name = known[each].outlet or known[each].uri
        dots.append(Dot(x, TOP + ROW * row, name, "" if when is None else render_days(when.date), each in sources))
    threads = tuple(
        Thread(_draw(places[str(each.source)], places[each.document]), each.kind.value, each.whole)
        for each in links
        if each.source in places and each.document in places
    )
    marks = () if axis is None else tuple(axis.marks())
    height = TOP + ROW * len(dots) + 30
    undated = any(each is None for each in published.values())
    return Descent(tuple(dots), threads, marks, height, len(ordered) - len(shown), undated)


def _sort_related(known: Mapping[str, Document], links: Sequence[Derivation], lineage: Lineage) -> list[str]:
    """The documents that came from one another, those of one origin together."""
    related = {end for each in links for end in (each.document, str(each.source))}
    sources = {str(each.source) for each in links}
    origins = {document: origin.id for origin in lineage.origins for document in origin.documents}
    sizes = Counter(origins.get(each, each) for each in related)
    return sorted(related, key=lambda each: (*_order(known[each], origins, sizes), each not in sources, each))


def tell_descent(documents: Sequence[Document], lineage: Lineage) -> dict[str, list[str]]:
    """Document -> where it came from, in words."""
    names = {document.id: document.outlet or document.uri for document in documents}
    told: dict[str, list[str]] = {}
    for each in lineage.derivations:
        name = names.get(each.source or "") or each.outlet
        if name is not None:
            words = f"{DERIVED[each.kind.value]} {name}" + ("" if each.whole else ", in a passage")
            told.setdefault(each.document, []).append(words)
    return {document: list(dict.fromkeys(lines)) for document, lines in told.items()}


def _order(document: Document, origins: Mapping[str, str], sizes: Mapping[str, int]) -> tuple[int, str, str]:
    """The largest origins first, within one the earliest document."""
    origin = origins.get(document.id, document.id)
    when = "9999" if document.published is None else document.published.date.start.isoformat()
    return (-sizes[origin], origin, when)


def _draw(source: tuple[float, float], target: tuple[float, float]) -> str:
    """A curve that leaves to the right and comes in from the left."""
    (x, y), (to_x, to_y) = source, target
    bend = max(26.0, abs(to_x - x) / 2)
    return f"M{x:.1f} {y:.1f}C{x + bend:.1f} {y:.1f} {to_x - bend:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
