"""A ledger as one SQLite file: write-ahead log, foreign keys, one writer at a time."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from urllib.parse import quote

from sqlalchemy import Connection, NullPool, QueuePool, create_engine

from accordingto.errors import LedgerError
from accordingto.store.dialects.base import BUSY_SECONDS, MOST_READERS, transaction
from accordingto.store.faults import clear_faults, refuse_newer
from accordingto.store.migrations import APPLICATION, SCHEMA, upgrade

# A reader of a server keeps so much of the file in memory, in KiB (negative: SQLite counts KiB, not pages).
KEPT = "PRAGMA cache_size = -16000"
# A writer keeps so much: keys are digests, which fall into their indexes anywhere, and a page that was put into the log
# for want of room is looked for there at the next line.
_KEPT_WRITING = "PRAGMA cache_size = -131072"
_SIDE_FILES = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """How a ledger file is opened.

    Attributes:
        path: the file; a writer makes it where it does not exist.
        busy_seconds: how long to wait for another program's lock.
    """

    path: Path
    busy_seconds: float = BUSY_SECONDS

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the ledger, after bringing an older one up to date."""
        self._check_place()
        if not self.path.exists():
            remedy = f"make one with: accordingto build INPUT -o {self.path}"
            raise LedgerError(f"{self.path}: there is no such ledger; {remedy}")
        with clear_faults(self.path):
            self._bring_up_to_date()
            with self.connect(self.read_mode()) as connection, transaction(connection, "BEGIN"):
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writer; a new file that nothing was written to is taken away again."""
        self._check_place()
        is_new = self._make_file()
        try:
            with clear_faults(self.path), self.connect("mode=rw") as connection:
                self._check_version(connection)
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                connection.exec_driver_sql(_KEPT_WRITING)
                with transaction(connection, "BEGIN IMMEDIATE"):
                    upgrade(connection, self._check_version(connection))
                    yield connection
        except BaseException:
            if is_new:
                self._take_away()
            raise

    def readers(self) -> "SqliteReaders":
        """Connections for a server."""
        return SqliteReaders(self)

    def holds_ledger(self) -> bool:
        """Whether there is a ledger; an empty file is none."""
        if not self.path.exists():
            return False
        self._check_place()
        with clear_faults(self.path), self.connect(self.read_mode()) as connection:
            return self._check_version(connection) > 0

    @contextmanager
    def emptying(self, connection: Connection) -> Iterator[None]:
        """Persons' lines are kept by triggers; these are taken away and set again."""
        found = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'judgements' ORDER BY name"
        ).all()
        for name, _ in found:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        yield
        for _, statement in found:
            connection.exec_driver_sql(statement)

    def open(self, mode: str, *, many_threads: bool = False) -> sqlite3.Connection:
        """A bare connection, ``mode`` as in SQLite's addresses of files."""
        address = f"file:{quote(str(self.path.absolute()), errors='surrogateescape')}?{mode}"
        return sqlite3.connect(
            address, uri=True, timeout=self.busy_seconds, isolation_level=None, check_same_thread=not many_threads
        )

    @contextmanager
    def connect(self, mode: str) -> Iterator[Connection]:
        """A connection outside of any transaction."""
        engine = create_engine("sqlite+pysqlite://", creator=lambda: self.open(mode), poolclass=NullPool)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
            yield connection

    def read_mode(self) -> str:
        """How to open it for reading.

        Reading leaves no side files behind where the file may be written. Where its folder is write-protected, or
        the disk is full, SQLite cannot make them, and needs none as long as nobody writes.
        """
        try:
            with self.connect("mode=rw") as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        except Exception:
            if self._has_log():
                raise
            return "mode=ro&immutable=1"
        return "mode=rw"

    def _has_log(self) -> bool:
        """Whether somebody's changes wait in the log."""
        try:
            return self.path.with_name(self.path.name + "-wal").stat().st_size > 0
        except OSError:
            return False

    def _check_place(self) -> None:
        try:
            is_folder, has_place = self.path.is_dir(), self.path.parent.is_dir()
            is_odd = self.path.exists() and not self.path.is_file()
        except OSError as error:
            raise LedgerError(f"{self.path}: cannot be a ledger ({error.strerror}); name another file") from error
        if is_folder:
            raise LedgerError(f"{self.path}: this is a folder; name a file for the ledger")
        if is_odd:
            # SQLite waits for ever at a pipe that nobody writes to.
            raise LedgerError(f"{self.path}: this is a pipe or a device, no ledger; name a file")
        if not has_place:
            raise LedgerError(f"{self.path}: the folder {self.path.parent} does not exist; make it first")

    def _bring_up_to_date(self) -> None:
        with self.connect(self.read_mode()) as connection:
            version = self._check_version(connection)
        if version == SCHEMA:
            return
        if version == 0:
            raise LedgerError(f"{self.path}: this file is empty; build a ledger with: accordingto build INPUT -o FILE")
        with self.connect("mode=rw") as connection, transaction(connection, "BEGIN IMMEDIATE"):
            upgrade(connection, self._check_version(connection))

    def _check_version(self, connection: Connection) -> int:
        """The schema version of a ledger, 0 for an empty file."""
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        application = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
        tables = int(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
        if application != APPLICATION and (tables or version):
            raise LedgerError(f"{self.path}: this SQLite file is not a ledger; name another file")
        refuse_newer(self.path, version)
        return version

    def _make_file(self) -> bool:
        """Make the file where there is none; True only for the one program that made it."""
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
        except FileExistsError:
            return False
        except OSError as error:
            raise LedgerError(f"{self.path}: cannot be made ({error.strerror}); name another file") from error
        return True

    def _take_away(self) -> None:
        for suffix in _SIDE_FILES:
            with suppress(OSError):
                self.path.with_name(self.path.name + suffix).unlink()


class SqliteReaders:
    """Connections to one file that stay open."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file
        self._mode = file.read_mode()
        self._engine = create_engine(
            "sqlite+pysqlite://", creator=self._open, poolclass=QueuePool, pool_size=MOST_READERS, max_overflow=0
        )
        self._watch = self._open()
        self._watching = Lock()

    def _open(self) -> sqlite3.Connection:
        connection = self._file.open(self._mode, many_threads=True)
        connection.execute("PRAGMA query_only = ON")
        connection.execute(KEPT)
        return connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The ledger as it is now, unchanged until the block ends."""
        with clear_faults(self._file.path), self._engine.connect() as connection:
            driver = connection.execution_options(isolation_level="AUTOCOMMIT")
            driver.exec_driver_sql("BEGIN")
            try:
                yield driver
            finally:
                driver.exec_driver_sql("ROLLBACK")

    def version(self) -> int:
        """A number that changes whenever another connection has changed the file."""
        with self._watching:
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()
        self._watch.close()
