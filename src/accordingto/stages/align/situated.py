"""Where every place name of a report lies, chosen together: what state 'Lee County' is in, the dateline tells.

Not only the names that stand beside an event count: a report that names Ostrel and Kalvia means the Ostrel in Kalvia.
"""

import re
from collections.abc import Sequence

from accordingto.model.document import Span
from accordingto.model.event import Place
from accordingto.model.findings import Reading
from accordingto.stages.align.homes import LABELS, MOST, NO_HOME
from accordingto.stages.align.setting import load_sets
from accordingto.text.places import Candidate, Gazetteer, Home, locate_places
from accordingto.text.places.lookup import find_candidates

# 'OSTREL, Kalvia (Meridian Wire) —': a town in capitals before a dash, near the top.
_DATELINE = re.compile(
    r"(?<![A-Za-z])(?P<town>[A-Z][A-Z.'\u2019 -]{1,28}[A-Z])"
    r"(?:,\s(?P<area>[A-Z][A-Za-z.]{1,16}(?:\s[A-Z][a-z]{2,16})?))?"
    r"\s{0,2}(?:\([^()\n]{2,40}\)\s{0,2})?(?:--|[\u2012-\u2015]|-\s)"
)
TOP = 2500
SHORTEST = 4
_WORD = re.compile(r"\S+")
# 'Ostrel police', 'the Ostrel Fire Department', 'Ostrel County': a force is called after its town.
_FORCE = re.compile(
    r"(?P<town>(?:[A-Z][A-Za-z.'\u2019-]{1,20}\s){1,3})"
    r"(?=(?:[Mm]etro(?:politan)?\s|[Cc]ity\s)?(?:[Pp]olice|[Ss]heriff|[Ff]ire\s[Dd]epartment|[Ff]irefighters|[Dd]eputies)\b)"
)


def locate_names(
    reading: Reading,
    spans: Sequence[Span],
    gazetteer: Gazetteer,
    home: Home = NO_HOME,
    sure: Sequence[Candidate] = (),
) -> dict[Span, Place]:
    """Every place name of a report with where it lies; ``spans`` are those of its events.

    ``home`` is where its outlet writes about, ``sure`` what the story's other documents name.
    """
    text = reading.document.text
    names = {*spans, *find_datelines(text, gazetteer), *find_forces(text, gazetteer)}
    names.update(Span(each.start, each.end) for each in reading.parse.entities[:MOST] if each.label in LABELS)
    every = sorted(names)
    return dict(zip(every, locate_places(text, every, gazetteer, home=home, sure=sure, strays=False), strict=True))


def find_datelines(text: str, gazetteer: Gazetteer) -> list[Span]:
    """The towns, and the states or countries after them, that stand in capitals before a dash at the top."""
    found = []
    for match in _DATELINE.finditer(text, 0, TOP):
        town = _known_end(text, Span(*match.span("town")), gazetteer)
        if town is not None:
            found.append(town)
            found.extend([Span(*match.span("area"))] if match["area"] else [])
    return found


def find_forces(text: str, gazetteer: Gazetteer) -> list[Span]:
    """The towns that police forces and fire departments at the top are called after."""
    spans = (Span(*match.span("town")) for match in _FORCE.finditer(text, 0, TOP))
    return [town for span in spans if (town := _known_end(text, span, gazetteer)) is not None]


def _known_end(text: str, span: Span, gazetteer: Gazetteer) -> Span | None:
    """Some capitalised words that are a place, but for those that open a sentence: 'Ostrel' of 'Now Ostrel'.

    'Hood' of an unknown 'Fort Hood' is no place of its own.
    """
    words = [Span(span.start + each.start(), span.start + each.end()) for each in _WORD.finditer(text[slice(*span)])]
    for first in range(len(words)):
        name = text[words[first].start : words[-1].end]
        if len(name) >= SHORTEST and find_candidates(name, gazetteer):
            return Span(words[first].start, words[-1].end)
        if text[slice(*words[first])].lower() not in load_sets()["openers"]:
            return None
    return None
