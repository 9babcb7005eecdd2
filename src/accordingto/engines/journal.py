"""What was read and is not in the ledger yet: a killed build goes on where it was.

A SQLite file beside the ledger, a transaction a shard: a row is in it whole or not at all. When the ledger has the
readings the journal is taken away.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from accordingto.errors import LedgerError
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.place import Place, beside
from accordingto.store.lines_json import dump_line
from accordingto.store.packed_reading import Row, pack_reading, unpack_reading

_TABLE = """CREATE TABLE IF NOT EXISTS readings (
    id TEXT, rules TEXT, document TEXT, lines TEXT, model TEXT, parse BLOB, PRIMARY KEY (id, rules)
) WITHOUT ROWID"""
_SUFFIXES = ("", "-journal", "-wal", "-shm")


class Journal:
    """The readings that a build has made so far."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def find(self, documents: Iterable[Document], rules: str) -> Mapping[str, Reading]:
        """Those of some documents that were read by these rules already; a damaged journal knows none."""
        if not self._path.exists():
            return {}
        wanted = {each.id: each for each in documents}
        try:
            with closing(self._open()) as file:
                rows = file.execute("SELECT * FROM readings WHERE rules = ?", (rules,)).fetchall()
                found = [unpack_reading(Row(*row)) for row in rows if row[0] in wanted]
        except (sqlite3.DatabaseError, ValueError, TypeError, LedgerError):
            self.clear()
            return {}
        return {each.document.id: each for each in found if each.document == wanted[each.document.id]}

    def rows(self, documents: Iterable[Document], rules: str) -> Mapping[str, Row]:
        """The same, packed as they are kept."""
        if not self._path.exists():
            return {}
        found: dict[str, Row] = {}
        try:
            with closing(self._open()) as file:
                for each in documents:
                    row = file.execute("SELECT * FROM readings WHERE id = ? AND rules = ?", (each.id, rules)).fetchone()
                    if row is not None and row[2] == dump_line(each):
                        found[each.id] = Row(*row)
        except (sqlite3.DatabaseError, ValueError, TypeError):
            self.clear()
            return {}
        return found

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
        cells = [(each.id, each.rules, each.document, each.lines, each.model, each.parse) for each in rows]
        try:
            with closing(self._open()) as file, file:
                file.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?)", cells)
        except sqlite3.Error as error:
            remedy = "make room there and run the same command again; it goes on where it was"
            raise LedgerError(f"{self._path}: what was read cannot be kept ({error}); {remedy}") from error

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
