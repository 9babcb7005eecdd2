"""What the place rules ask of a gazetteer: candidates for a name. Opening one touches files and is the store's work."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

_EARTH_KM = 6371.0


class PlaceKind(StrEnum):
    """What a candidate is."""

    CONTINENT = "continent"
    AREA = "area"  # wider than a country, or a region with a name of its own ('the Sahel', 'Kashmir')
    COUNTRY = "country"
    REGION = "region"  # first-order division
    DISTRICT = "district"  # second-order division
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the gazetteer that bears a name.

    Attributes:
        geonames: GeoNames id; negative where it is not known.
        name: its main name.
        kind: what it is.
        country: ISO 3166-1 alpha-2; empty for a continent.
        region: GeoNames code of the first-order division, e.g. ``TX``; empty where there is none.
        latitude, longitude: decimal degrees (WGS 84); of a region, the middle of its towns.
        population: of a region, that of its towns; 0 when unknown.
        main: the name asked for is its main name, not one of the others.
        bare: it bears the name only without the word for what it is ('Ostrel' of 'Ostrel Oblast').
        capital: reports use the name for the country's government ('Washington').
    """

    geonames: int
    name: str
    kind: PlaceKind
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    main: bool = True
    bare: bool = False
    capital: bool = False


class Gazetteer(Protocol):
    """Names of places and what bears them; one is told from another, for what it says is kept."""

    def __hash__(self) -> int: ...

    def candidates(self, key: str) -> Sequence[Candidate]:
        """What bears a folded name (``fold_name``), the most populous first."""
        ...

    def region(self, country: str, code: str) -> Candidate | None:
        """A first-order division by country and GeoNames code."""
        ...


class NoGazetteer:
    """Knows no place: what is used where none can be opened. Places then keep their names and nothing else."""

    def candidates(self, key: str) -> Sequence[Candidate]:  # noqa: ARG002
        """Nothing."""
        return ()

    def region(self, country: str, code: str) -> Candidate | None:  # noqa: ARG002
        """Nothing."""
        return None


def distance_km(one: Candidate, other: Candidate) -> float:
    """Great-circle distance of two candidates."""
    lat1, lat2 = radians(one.latitude), radians(other.latitude)
    dlat, dlon = lat2 - lat1, radians(other.longitude - one.longitude)
    half = sin(dlat / 2) ** 2 + cos(lat1) * cos(lat2) * sin(dlon / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
