"""Which choices the rest of a text speaks against: 'Ostrel, Kalvia' where every known Ostrel lies elsewhere.

A hamlet that the gazetteer lacks bears the name of a town far away more often than not. Such a name is better left
without a point than put onto the wrong continent.
"""

from collections.abc import Iterable, Sequence

from accordingto.text.places.gazetteer import Candidate, PlaceKind, distance_km

# Whatever a text is about, it may name a town as large as this.
KNOWN = 100_000
# A small town this near another place of the text needs no other witness.
NEAR_KM = 300.0
WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
SMALL = frozenset({PlaceKind.TOWN, PlaceKind.DISTRICT})
LOCAL = frozenset({PlaceKind.TOWN, PlaceKind.DISTRICT, PlaceKind.REGION})


def is_contradicted(each: Candidate, beside: Iterable[Candidate]) -> bool:
    """Whether the regions and countries named right after a town are all others than its own."""
    wider = [place for place in beside if place.kind in WIDE]
    return each.kind is PlaceKind.TOWN and bool(wider) and not any(_is_in(each, place) for place in wider)


def drop_strays(
    chosen: Sequence[Candidate | None],
    sure: Sequence[Candidate] = (),
    *,
    unknown: int = 0,
    home: frozenset[tuple[str, str]] = frozenset(),
) -> list[Candidate | None]:
    """The choices of a text, ``None`` for small towns far from all else that it names.

    So are they where more of its names are ``unknown`` than known: a land that no gazetteer has may well have an Orvel.
    ``home`` are the regions that its outlet writes about.

    Some of them are where they seem, so that a map of every name is better off with them; what says where an event was
    is better off without.
    """
    kept = {each.geonames: each for each in chosen if each is not None}
    # The smallest first, so that a hamlet cannot speak against a city.
    for each in sorted(kept.values(), key=lambda place: (place.population, place.geonames)):
        if is_stray(each, [*sure, *kept.values()]):
            del kept[each.geonames]
    at_home = any((each.country, each.region) in home for each in kept.values())
    if not (sure or at_home) and unknown > len(kept) and all(_is_small(each) for each in kept.values()):
        kept = {}
    return [None if each is None else kept.get(each.geonames) for each in chosen]


def is_stray(each: Candidate, every: Sequence[Candidate]) -> bool:
    """Whether a small town or district lies where nothing else of the text does."""
    if not _is_small(each):
        return False
    others = [place for place in every if place.geonames != each.geonames]
    local = [place for place in others if place.kind in LOCAL]
    return bool(local) and not any(_bears_out(each, place) for place in others)


def _is_small(each: Candidate) -> bool:
    return each.kind in SMALL and each.population < KNOWN and not each.capital


def _bears_out(each: Candidate, other: Candidate) -> bool:
    if other.kind is PlaceKind.COUNTRY:
        return other.country == each.country
    same = (other.country, other.region) == (each.country, each.region)
    return same or (other.kind in LOCAL and distance_km(each, other) <= NEAR_KM)


def _is_in(each: Candidate, wider: Candidate) -> bool:
    if wider.country != each.country:
        return False
    return wider.kind is PlaceKind.COUNTRY or wider.region == each.region
