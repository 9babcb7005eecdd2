"""Where outlets write about: by all their reports in the ledger, else by the region or city in their own name.

And what a story's other documents say for sure of where it lies: 'Orvel, Kalvia' in one report tells which Orvel the
next one means.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from accordingto.model.document import Span
from accordingto.model.findings import Reading
from accordingto.text.places import Candidate, Gazetteer, Home, choose_candidates, make_home
from accordingto.text.places.gazetteer import PlaceKind

# More names than this are a list, and say little of where a report is set.
MOST = 300
LABELS = frozenset({"GPE", "LOC"})
# Fewer places than this say little of where an outlet writes about.
ENOUGH = 8
# One or two reports may name one ambiguous town eight times.
REPORTS = 3
NO_HOME = Home()
# 'orveltribune', 'nbckalvia': a name shorter than this stands in too many words, a town smaller in too few outlets.
SHORTEST, LARGE = 5, 200_000
# What a name says of an outlet counts half of what all of its reports would.
HALF = 0.5
_LABEL = re.compile(r"[a-z]+")
# Of a long list of documents the first say as much of where the story lies.
TOLD = 20


def find_homes(readings: Sequence[Reading], gazetteer: Gazetteer) -> dict[str | None, Home]:
    """Where each outlet writes about; under ``None`` in which countries all of them together do."""
    return make_homes(((each.document.outlet, find_named(each, gazetteer)) for each in readings), gazetteer)


def make_homes(
    places: Iterable[tuple[str | None, Sequence[Candidate]]], gazetteer: Gazetteer
) -> dict[str | None, Home]:
    """The homes by the outlet of each report and the places that it names."""
    named: dict[str | None, list[Candidate]] = {None: []}
    reports: Counter[str | None] = Counter()
    for outlet, found in places:
        reports[outlet] += 1
        named[None].extend(found)
        if outlet is not None:
            named.setdefault(outlet, []).extend(found)
    everybody = Home(make_home(named[None]).countries)
    homes: dict[str | None, Home] = {None: everybody}
    for outlet, known in named.items():
        if outlet is not None:
            enough = len(known) >= ENOUGH and reports[outlet] >= REPORTS
            homes[outlet] = make_home(known) if enough else _named_after(outlet, gazetteer, everybody) or everybody
    return homes


def find_sure(
    readings: Sequence[Reading], gazetteer: Gazetteer, sure: Mapping[str, tuple[Candidate, ...]] | None = None
) -> dict[str, tuple[Candidate, ...]]:
    """Document id -> the regions that the story's other documents name, with the towns that lie in these.

    ``sure`` are those that each document names itself, where they are known.
    """
    some = readings[:TOLD] if len(readings) > 1 else ()
    if sure is None:
        sure = {each.document.id: pick_sure(find_named(each, gazetteer)) for each in some}
    told = {each.document.id: sure[each.document.id] for each in some}
    return {
        reading.document.id: tuple(
            place for document, places in sorted(told.items()) if document != reading.document.id for place in places
        )
        for reading in readings
    }


def find_named(reading: Reading, gazetteer: Gazetteer) -> list[Candidate]:
    """The places that a report names, a name as often as it stands there."""
    spans = [Span(each.start, each.end) for each in reading.parse.entities[:MOST] if each.label in LABELS]
    return [each for each in choose_candidates(reading.document.text, spans, gazetteer) if each is not None]


def pick_sure(places: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Of the places that a document names the regions, with the towns that lie in these."""
    regions = {(place.country, place.region) for place in places if place.kind is PlaceKind.REGION}
    known = {place.geonames: place for place in places if (place.country, place.region) in regions}
    return tuple(known[each] for each in sorted(known))


def _named_after(outlet: str, gazetteer: Gazetteer, everybody: Home) -> Home | None:
    """The region, or large city's region, that begins or ends a word of an outlet's name or address."""
    found = [each for word in _LABEL.findall(outlet.lower()) for each in _at_ends(word, gazetteer)]
    known = [each for each in found if not everybody.countries or each.country in everybody.countries]
    best = max(known, key=lambda each: (len(each.name), each.population, -each.geonames), default=None)
    return None if best is None else Home({best.country: 1.0}, {(best.country, best.region): HALF})


def _at_ends(word: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    for size in range(len(word), SHORTEST - 1, -1):
        for part in dict.fromkeys((word[:size], word[-size:])):
            for each in gazetteer.candidates(part):
                large = each.kind is PlaceKind.TOWN and each.population >= LARGE
                if each.main and (large or each.kind is PlaceKind.REGION):
                    yield each


def home_of(outlet: str | None, homes: Mapping[str | None, Home]) -> Home:
    """Where an outlet writes about, or all of them together where nothing is known of it."""
    return homes.get(outlet, homes.get(None, NO_HOME))
