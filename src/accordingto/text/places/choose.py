"""Which of the places that bear a name is meant: what else the text names, where the outlet sits, and size decide.

The weights were set on three sets of news texts with marked places (docs/places.md); the optimum is flat.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp, inf, log10

from accordingto.text.places.gazetteer import Candidate, PlaceKind, distance_km
from accordingto.text.places.support import is_contradicted


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts, in factors of ten of population.

    Attributes:
        area, country, region, district: how likely a bare name is to mean such a place rather than a town.
        size: a factor of ten in population.
        main: the name is its main name, not one of the others.
        bare: it bears the name only without the word for what it is.
        capital: reports use the name for a country's government.
        beside: the text puts it into a region or country right after the name ('Ostrel, Kalvia').
        inside: the text puts a place that may lie in it right before the name.
        same_region, same_country: the text names the region, the country that it lies in.
        neighbours: share of the text's other places that lie in its country.
        near, near_km: another place of the text lies near; how fast that fades.
        home_region, home_country: share of the outlet's places that lie in its region, its country.
    """

    area: float = 6.0
    country: float = 4.5
    region: float = 1.1
    district: float = -1.0
    size: float = 0.4
    main: float = 0.5
    bare: float = -1.0
    capital: float = 1.9
    beside: float = 8.0
    inside: float = 4.0
    same_region: float = 1.2
    same_country: float = 1.2
    neighbours: float = 3.0
    near: float = 1.5
    near_km: float = 200.0
    home_region: float = 3.0
    home_country: float = 1.0


WEIGHTS = Weights()
_LOCAL = frozenset({PlaceKind.TOWN, PlaceKind.DISTRICT})
_WIDE = frozenset({PlaceKind.CONTINENT, PlaceKind.AREA, PlaceKind.COUNTRY})


@dataclass(frozen=True, slots=True)
class Home:
    """Where an outlet writes about: shares of its places, by country and by country and region.

    Attributes:
        countries: country code -> share, at most 1.
        regions: (country, region) -> share, at most 1.
    """

    countries: Mapping[str, float] = field(default_factory=dict)
    regions: Mapping[tuple[str, str], float] = field(default_factory=dict)


NOWHERE = Home()


# Shares are as exact as anybody could tell who reads an outlet: one more report hardly ever changes one.
STEPS = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def make_home(places: Sequence[Candidate]) -> Home:
    """The home of an outlet, from the places that its documents name."""
    countries = Counter(each.country for each in places if each.country)
    regions = Counter((each.country, each.region) for each in places if each.region)
    return Home(
        {key: share for key, count in countries.items() if (share := _round(count / countries.total()))},
        {key: share for key, count in regions.items() if (share := _round(count / regions.total()))},
    )


def _round(share: float) -> float:
    return min(STEPS, key=lambda step: abs(step - share))


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a text, however often it stands there.

    Attributes:
        key: what tells it from the other names.
        candidates: what it may be.
        beside: keys of the names that follow it as 'Kalvia' follows 'Ostrel' in 'Ostrel, Kalvia'.
        inside: keys of the names that it follows so.
    """

    key: str
    candidates: Sequence[Candidate]
    beside: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


def choose_places(
    names: Sequence[Name], *, home: Home = NOWHERE, sure: Sequence[Candidate] = (), weights: Weights = WEIGHTS
) -> dict[str, Candidate]:
    """One candidate for each name that has any, those of one text together.

    Args:
        names: each name of the text once.
        home: where the outlet writes about.
        sure: places known beforehand: those of the story's other documents.
        weights: how much each sign counts.
    """
    known = {name.key: name.candidates for name in names}
    alone = {name.key: [_alone(each, home, weights) for each in name.candidates] for name in names if _is_open(name)}
    chosen: dict[str, Candidate] = {}
    first = _look(sure)
    for _ in range(3):
        before = chosen
        chosen = {
            name.key: _best(
                name, _look(_around(name, before, sure)) if before else first, known, alone[name.key], weights
            )
            if _is_open(name)
            else name.candidates[0]
            for name in names
            if name.candidates
        }
        if chosen == before or not alone:
            break  # another round would choose the same
    return {
        name.key: chosen[name.key]
        for name in names
        if name.key in chosen
        and not is_contradicted(chosen[name.key], [chosen[key] for key in name.beside if key in chosen])
    }


def _is_open(name: Name) -> bool:
    """Whether there is anything to choose from."""
    return len(name.candidates) > 1


def _around(name: Name, chosen: Mapping[str, Candidate], sure: Sequence[Candidate]) -> list[Candidate]:
    return [*sure, *(place for key, place in chosen.items() if key != name.key)]


def _best(
    name: Name, view: "_View", known: Mapping[str, Sequence[Candidate]], alone: Sequence[float], weights: Weights
) -> Candidate:
    """The likeliest candidate of a name; ``alone`` is what each is worth by itself."""
    beside = [place for key in name.beside for place in known.get(key, ()) if place.kind is not PlaceKind.TOWN]
    inside = [place for key in name.inside for place in known.get(key, ())]
    best, most = name.candidates[0], -inf
    for each, points in zip(name.candidates, alone, strict=True):
        total = points + _support(each, view, weights) if each.country in view.named else points
        if beside:
            total += weights.beside * any(_holds(place, each) for place in beside)
        if inside:
            total += weights.inside * any(_holds(each, place) for place in inside)
        if total > most or (total == most and _rank(each) > _rank(best)):
            best, most = each, total
    return best


def _rank(each: Candidate) -> tuple[int, int]:
    """Of equals the most populous."""
    return each.population, -each.geonames


@lru_cache(maxsize=8)
def _by_kind(weights: Weights) -> Mapping[PlaceKind, float]:
    return {
        PlaceKind.CONTINENT: weights.area,
        PlaceKind.AREA: weights.area,
        PlaceKind.COUNTRY: weights.country,
        PlaceKind.REGION: weights.region,
        PlaceKind.DISTRICT: weights.district,
        PlaceKind.TOWN: 0.0,
    }


def _alone(each: Candidate, home: Home, weights: Weights) -> float:
    points = _by_kind(weights)[each.kind] + weights.size * log10(each.population + 10) + weights.main * each.main
    points += weights.capital * each.capital + weights.bare * each.bare
    points += weights.home_country * home.countries.get(each.country, 0.0)
    return points + weights.home_region * home.regions.get((each.country, each.region), 0.0)


@dataclass(frozen=True, slots=True)
class _View:
    """What the other places of a text come to; ``named`` are the countries of all of them."""

    named: frozenset[str]
    regions: frozenset[tuple[str, str]]
    countries: frozenset[str]
    inside: Mapping[str, float]
    local: Mapping[str, Sequence[Candidate]]  # towns and districts by country


def _look(around: Sequence[Candidate]) -> _View:
    inside = Counter(each.country for each in around if each.kind is not PlaceKind.COUNTRY and each.country)
    local: defaultdict[str, list[Candidate]] = defaultdict(list)
    for each in around:
        if each.kind in _LOCAL:
            local[each.country].append(each)
    return _View(
        frozenset(each.country for each in around),
        frozenset((each.country, each.region) for each in around if each.kind is PlaceKind.REGION),
        frozenset(each.country for each in around if each.kind is PlaceKind.COUNTRY),
        {country: count / inside.total() for country, count in inside.items()},
        local,
    )


def _support(each: Candidate, view: _View, weights: Weights) -> float:
    if each.kind in _WIDE:
        return weights.neighbours * view.inside.get(each.country, 0.0)
    points = weights.same_region * ((each.country, each.region) in view.regions)
    points += weights.same_country * (each.country in view.countries)
    points += weights.neighbours * view.inside.get(each.country, 0.0)
    return points + weights.near * _nearness(each, view.local.get(each.country, ()), weights.near_km)


def _nearness(each: Candidate, local: Sequence[Candidate], fade: float) -> float:
    """1 for a place of the text at the same spot, fading with distance; the nearest in its country decides."""
    nearest = inf
    for place in local:
        north = abs(place.latitude - each.latitude)
        if north < _DEGREES and north * _KM_NORTH < nearest and place.geonames != each.geonames:
            nearest = min(nearest, distance_km(each, place))
    return 0.0 if nearest == inf else exp(-nearest / fade)


# No need to measure what lies further apart than this in latitude: nothing is left of its support.
_DEGREES = 5.0
# A degree of latitude is longer than this, so that a place so far north or south cannot be the nearest.
_KM_NORTH = 111.0


def _holds(wider: Candidate, each: Candidate) -> bool:
    """Whether a country, region or district may hold a place."""
    if wider.geonames == each.geonames or wider.country != each.country:
        return False
    if wider.kind in {PlaceKind.COUNTRY, PlaceKind.AREA}:
        return each.kind is not PlaceKind.COUNTRY
    if wider.kind is PlaceKind.TOWN:
        return False
    if wider.kind is PlaceKind.REGION:
        return wider.region == each.region and each.kind is not PlaceKind.REGION
    return wider.region == each.region and each.kind is PlaceKind.TOWN
