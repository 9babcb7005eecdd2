"""Places wider than a country or known by names of their own: 'the Sahel', 'Middle Eastern', 'Kurdish'."""

from functools import cache

from accordingto.lexicon.load import load_table
from accordingto.text.places.fold import fold_name
from accordingto.text.places.gazetteer import Candidate, PlaceKind

# Larger than any country's, so that size never speaks against one.
_POPULATION = 10**9


@cache
def _wide() -> dict[str, tuple[str, dict[str, object]]]:
    found: dict[str, tuple[str, dict[str, object]]] = {}
    for name, row in load_table("en", "places_wide").items():
        for each in (name, *row.get("names", ()), *row.get("demonyms", ())):
            found.setdefault(fold_name(each), (name, row))
    return found


def find_wide(words: str) -> Candidate | None:
    """The wide place of these words; its id is negative where GeoNames' is not known."""
    key = fold_name(words)
    entry = _wide().get(key) or _wide().get(key.removeprefix("the "))
    if entry is None or not words[:1].isupper():
        return None
    name, row = entry
    latitude, longitude = row["at"]  # type: ignore[misc]
    return Candidate(
        geonames=int(row.get("geonames") or -1 - list(load_table("en", "places_wide")).index(name)),  # type: ignore[call-overload]
        name=name,
        kind=PlaceKind.AREA,
        country=str(row.get("country") or ""),
        region="",
        latitude=float(latitude),
        longitude=float(longitude),
        population=_POPULATION,
    )
