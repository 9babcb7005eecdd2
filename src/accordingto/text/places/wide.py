"""Places wider than a country or known by names of their own: 'the Sahel', 'Middle Eastern', 'Kurdish'."""

from functools import cache
from typing import Any

from accordingto.lexicon.load import load_table
from accordingto.text.places.fold import fold_name
from accordingto.text.places.gazetteer import Candidate, PlaceKind

# Larger than any country's, so that size never speaks against one.
_POPULATION = 10**9


@cache
def _wide() -> dict[str, Candidate]:
    found: dict[str, Candidate] = {}
    for number, (name, row) in enumerate(load_table("en", "places_wide").items(), start=1):
        candidate = _candidate(-number, name, row)
        for each in (name, *row.get("names", ()), *row.get("demonyms", ())):
            found.setdefault(fold_name(each), candidate)
    return found


def _candidate(number: int, name: str, row: dict[str, Any]) -> Candidate:
    latitude, longitude = row["at"]
    return Candidate(
        geonames=int(row.get("geonames", number)),
        name=name,
        kind=PlaceKind.AREA,
        country=str(row.get("country", "")),
        region="",
        latitude=float(latitude),
        longitude=float(longitude),
        population=_POPULATION,
    )


def find_wide(words: str) -> Candidate | None:
    """The wide place of these words; its id is negative where GeoNames' is not known."""
    if not words[:1].isupper() and not words.startswith("the "):
        return None
    key = fold_name(words)
    return _wide().get(key) or _wide().get(key.removeprefix("the "))
