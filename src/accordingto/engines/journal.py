"""What was read and is not in the ledger yet: a killed build goes on where it was.

A SQLite file beside the ledger, a transaction a shard: a row is in it whole or not at all, and its seal tells whether
bytes were altered since. When the ledger has the readings the journal is taken away.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from accordingto.engines.seal import seal
from accordingto.errors import LedgerError
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.place import Place, beside
from accordingto.store.faults import PRIMARY, one_line
from accordingto.store.lines_json import dump_line
from accordingto.store.packed_reading import Row, pack_reading, unpack_reading

_TABLE = """CREATE TABLE IF NOT EXISTS sealed (
    id TEXT, rules TEXT, document TEXT, lines TEXT, model TEXT, parse BLOB, seal BLOB, PRIMARY KEY (id, rules)
) WITHOUT ROWID"""
_ONE = "SELECT id, rules, document, lines, model, parse, seal FROM sealed WHERE id = ? AND rules = ?"
_READ_ANEW = "check its disk and permissions, or remove it: all is read anew then"
_SUFFIXES = ("", "-journal", "-wal", "-shm")
# What SQLite says of a file that is none of its own, of one that was overwritten, and of a table of another version.
_DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT}
_DAMAGED |= {sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_MISMATCH}


class Journal:
    """The readings that a build has made so far."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def find(self, documents: Iterable[Document], rules: str) -> Mapping[str, Reading]:
        """Those of some documents that were read by these rules already, as ``rows`` tells."""
        return {each: unpack_reading(row) for each, row in self.rows(documents, rules).items()}

    def rows(self, documents: Iterable[Document], rules: str) -> Mapping[str, Row]:
        """The same, packed as they are kept; a damaged row counts for nothing, and a damaged file is taken away.

        Raises:
            LedgerError: it cannot be read, because its disk fails, say.
        """
        found: dict[str, Row] = {}
        with self._reading():
            found.update((row.id, row) for row in self._find(documents, rules))
        return found

    def has(self, documents: Iterable[Document], rules: str) -> frozenset[str]:
        """The ids of those that ``rows`` would give, of which none is held in memory.

        Raises:
            LedgerError: as ``rows``.
        """
        found: set[str] = set()
        with self._reading():
            found.update(row.id for row in self._find(documents, rules))
        return frozenset(found) if self._path.exists() else frozenset()

    def load(self, ids: Sequence[str], rules: str) -> list[Row]:
        """The rows of some documents that it has, in the order asked for.

        Raises:
            LedgerError: it has one no more: somebody took it away, or altered it.
        """
        with self._telling("cannot be read", _READ_ANEW), closing(self._open()) as file:
            rows = [file.execute(_ONE, (each, rules)).fetchone() for each in ids]
        found = [Row(*cells[:-1]) for cells in rows if cells is not None]
        if len(found) < len(ids) or any(cells[-1] != seal(row) for cells, row in zip(rows, found, strict=True)):
            why = "what was read is gone or was altered meanwhile; run the same command again"
            raise LedgerError(f"{self._path}: {why}")
        return found

    def _find(self, documents: Iterable[Document], rules: str) -> Iterator[Row]:
        if not self._path.exists():
            return
        with closing(self._open()) as file:
            for each in documents:
                cells = file.execute(_ONE, (each.id, rules)).fetchone()
                row = None if cells is None or cells[2] != dump_line(each) else Row(*cells[:-1])
                if row is not None and cells[-1] == seal(row):
                    yield row

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What is found until damage is met counts; then the file is taken away."""
        with self._telling("cannot be read", _READ_ANEW):
            try:
                yield
            except (sqlite3.Error, UnicodeDecodeError) as error:
                if not _is_damage(error):
                    raise
                self.clear()

    def keep(self, readings: Iterable[Reading]) -> None:
        """Keep a shard: all of it or nothing.

        Raises:
            LedgerError: it cannot be written, because the disk is full, say.
        """
        self.keep_rows([pack_reading(each) for each in readings])

    def keep_rows(self, rows: Iterable[Row]) -> None:
        """The same of readings that are packed.

        Raises:
            LedgerError: it cannot be written.
        """
        cells = [(each.id, each.rules, each.document, each.lines, each.model, each.parse, seal(each)) for each in rows]
        remedy = "make room there and run the same command again; it goes on where it was"
        with self._telling("what was read cannot be kept", remedy):
            try:
                self._write(cells)
            except (sqlite3.Error, UnicodeDecodeError) as error:
                if not _is_damage(error):
                    raise
                self.clear()
                self._write(cells)

    def _write(self, cells: Sequence[tuple[str | bytes, ...]]) -> None:
        with closing(self._open()) as file, file:
            file.executemany("INSERT OR REPLACE INTO sealed VALUES (?, ?, ?, ?, ?, ?, ?)", cells)

    @contextmanager
    def _telling(self, what: str, remedy: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise LedgerError(f"{self._path}: {what} ({one_line(error)}); {remedy}") from error

    def clear(self) -> None:
        """Take it away: the ledger has what it held."""
        for suffix in _SUFFIXES:
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink()

    def _open(self) -> sqlite3.Connection:
        file = sqlite3.connect(self._path)
        try:
            file.execute(_TABLE)
        except sqlite3.Error:
            file.close()
            raise
        return file


def journal_of(ledger: Place) -> Journal:
    """The journal beside a ledger."""
    return Journal(beside(ledger, ".reading"))


def _is_damage(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Whether an error is the file's own; its disk, its permissions and who else has it open are not.

    An error without a code is Python's: words that are none. SQLite may complain in overwritten words too.
    """
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & PRIMARY in _DAMAGED
