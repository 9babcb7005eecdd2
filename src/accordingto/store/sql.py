"""A ledger as one SQLite file, through SQLAlchemy Core: write-ahead log, foreign keys, one writer at a time."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import version as installed_version
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, NullPool, create_engine

from accordingto.errors import LedgerError, LedgerTooNew
from accordingto.model.actor import Actor, Judgement
from accordingto.model.claim import Status
from accordingto.model.custody import Capture
from accordingto.model.document import Document
from accordingto.model.findings import Findings, Reading
from accordingto.model.lineage import Lineage
from accordingto.model.reference import ReferenceEntity
from accordingto.model.review import Review
from accordingto.model.story import Story
from accordingto.store.base import Deciding, View, Writer
from accordingto.store.custody_rows import load_captures, write_captures
from accordingto.store.faults import clear_faults
from accordingto.store.load import (
    load_entities,
    load_findings,
    load_grammar,
    load_judgements,
    load_readings,
    load_stories,
)
from accordingto.store.migrations import APPLICATION, SCHEMA, upgrade
from accordingto.store.part import Wanted, load_part
from accordingto.store.review_rows import load_reviews, write_reviews
from accordingto.store.revise import write_changes
from accordingto.store.slices import find_homes, load_deciding, load_documents, load_slice, load_whole_lineage
from accordingto.store.sound import keep_sound
from accordingto.store.write import write_entities, write_findings, write_judgements

# How long a command waits for another program's lock before it gives up.
BUSY_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class SqlView:
    """A ledger file as it was when its transaction began."""

    connection: Connection
    path: Path

    def findings(self) -> Findings:
        """Everything that was found, without the grammar."""
        return load_findings(self.connection)

    def readings(self) -> tuple[Reading, ...]:
        """What each document says, with its grammar."""
        return load_readings(self.connection, parses=True)

    def stories(self) -> tuple[Story, ...]:
        """The stories that its documents tell."""
        return load_stories(self.connection)

    def with_grammar(self, readings: Iterable[Reading]) -> tuple[Reading, ...]:
        """Some of the readings with their grammar."""
        return tuple(load_grammar(self.connection, readings))

    def reviews(self, after: int = 0) -> tuple[Review, ...]:
        """Persons' reviews."""
        return load_reviews(self.connection, after)

    def slice_of(self, documents: Iterable[str]) -> Findings:
        """The stories of some documents; of a ledger that was written before there were stories, everything."""
        has_stories = self.connection.exec_driver_sql("SELECT 1 FROM stories LIMIT 1").scalar() is not None
        return load_slice(self.connection, documents) if has_stories else self.findings()

    def homes_of(self, lines: Iterable[str]) -> set[str]:
        """The documents in which claims, events and questions stand."""
        return find_homes(self.connection, lines)

    def documents_of(self, ids: Iterable[str]) -> tuple[Document, ...]:
        """Some documents, with their texts."""
        return load_documents(self.connection, ids)

    def actors_of(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """Some actors, without the places that name them."""
        wanted = set(ids)
        found = load_part(self.connection, Wanted(actors=tuple(sorted(wanted)))).resolution.actors
        return tuple(each for each in found if each.id in wanted)

    def questions_of(self, ids: Iterable[str]) -> Findings:
        """Some questions with what they rest on."""
        return load_part(self.connection, Wanted(questions=tuple(ids)))

    def deciding(self, status: Status) -> Iterator[Deciding]:
        """The claims that decide how the questions of a status stand."""
        return load_deciding(self.connection, status)

    def count_questions(self, status: Status) -> int:
        """How many questions have a status."""
        statement = "SELECT count(*) FROM questions WHERE status = ?"
        return int(self.connection.exec_driver_sql(statement, (status.value,)).scalar_one())

    def whole_lineage(self) -> tuple[Lineage, tuple[Document, ...]]:
        """Where all documents came from, and the documents without their texts."""
        return load_whole_lineage(self.connection)

    def revision(self) -> int:
        """How often the ledger was changed."""
        known = self.connection.exec_driver_sql("SELECT value FROM meta WHERE name = 'revision'").scalar_one_or_none()
        return 0 if known is None else int(known)

    def judgements(self) -> tuple[Judgement, ...]:
        """Persons' judgements."""
        return load_judgements(self.connection, of_persons=True)

    def captures(self) -> tuple[Capture, ...]:
        """How the bytes of the documents were got."""
        return load_captures(self.connection)

    def entities(self) -> tuple[ReferenceEntity, ...]:
        """Entities of reference data."""
        return load_entities(self.connection)


@dataclass(frozen=True, slots=True)
class SqlWriter(SqlView):
    """A ledger file in the one transaction that may change it."""

    def save(self, findings: Findings) -> None:
        """Replace what was found; the rows of unchanged documents stay."""
        kept = {(each.document, each.rules) for each in load_readings(self.connection, parses=False)}
        unchanged = {r.document.id for r in findings.readings if (r.document, r.rules) in kept}
        write_findings(self.connection, keep_sound(findings), unchanged)
        self._note("written_by", f"accordingto {installed_version('accordingto')}")
        self._note_change()

    def add_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Append persons' judgements."""
        write_judgements(self.connection, judgements)
        self._note_change()

    def add_reviews(self, reviews: Iterable[Review]) -> None:
        """Append persons' reviews."""
        write_reviews(self.connection, reviews)
        self._note_change()

    def revise(self, before: Findings, after: Findings) -> None:
        """Write the lines in which the two differ."""
        write_changes(self.connection, before, after)
        self._note_change()

    def add_captures(self, captures: Iterable[Capture]) -> None:
        """Note how bytes were got."""
        write_captures(self.connection, captures)

    def keep_entities(self, entities: Iterable[ReferenceEntity]) -> None:
        """Keep entities of reference data."""
        write_entities(self.connection, entities)

    def _note_change(self) -> None:
        self._note("revision", str(self.revision() + 1))

    def _note(self, name: str, value: str) -> None:
        statement = (
            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        )
        self.connection.exec_driver_sql(statement, (name, value))


@dataclass(frozen=True, slots=True)
class SqlStore:
    """The store of one ledger file.

    Attributes:
        path: the file; a writer makes it where it does not exist.
        busy_seconds: how long to wait for another program's lock.
    """

    path: Path
    busy_seconds: float = BUSY_SECONDS

    @contextmanager
    def view(self) -> Iterator[View]:
        """Open the ledger for reading, after bringing an older one up to date.

        Raises:
            LedgerError: there is none, or it cannot be read.
            LedgerTooNew: a later version of this package wrote it.
        """
        self._check_place()
        if not self.path.exists():
            remedy = f"make one with: accordingto build INPUT -o {self.path}"
            raise LedgerError(f"{self.path}: there is no such ledger; {remedy}")
        with clear_faults(self.path):
            self._bring_up_to_date()
            with self._connect(self.read_mode()) as connection, _transaction(connection, "BEGIN"):
                yield SqlView(connection, self.path)

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Open the ledger for writing; a new file that nothing was written to is taken away again.

        Raises:
            LedgerError: it cannot be written, or another program is writing to it for longer than the wait.
            LedgerTooNew: a later version of this package wrote it.
        """
        self._check_place()
        is_new = self._make_file()
        try:
            with clear_faults(self.path), self._connect("mode=rw") as connection:
                self._check_version(connection)
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                with _transaction(connection, "BEGIN IMMEDIATE"):
                    upgrade(connection, self._check_version(connection))
                    yield SqlWriter(connection, self.path)
        except BaseException:
            if is_new:
                self._take_away()
            raise

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

    @contextmanager
    def _connect(self, mode: str) -> Iterator[Connection]:
        def open_file() -> sqlite3.Connection:
            address = f"file:{quote(str(self.path.absolute()), errors='surrogateescape')}?{mode}"
            return sqlite3.connect(address, uri=True, timeout=self.busy_seconds, isolation_level=None)

        engine = create_engine("sqlite+pysqlite://", creator=open_file, poolclass=NullPool)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")
            yield connection

    def read_mode(self) -> str:
        """How to open it for reading.

        Reading leaves no side files behind where the file may be written. Where its folder is write-protected SQLite
        cannot make them, and needs none as long as nobody writes.
        """
        try:
            with self._connect("mode=rw") as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        except Exception:
            if self.path.with_name(self.path.name + "-wal").exists():
                raise
            return "mode=ro&immutable=1"
        return "mode=rw"

    def _bring_up_to_date(self) -> None:
        with self._connect(self.read_mode()) as connection:
            version = self._check_version(connection)
        if version == SCHEMA:
            return
        if version == 0:
            raise LedgerError(f"{self.path}: this file is empty; build a ledger with: accordingto build INPUT -o FILE")
        with self._connect("mode=rw") as connection, _transaction(connection, "BEGIN IMMEDIATE"):
            upgrade(connection, self._check_version(connection))

    def _check_version(self, connection: Connection) -> int:
        """The schema version of a ledger, 0 for an empty file."""
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        application = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
        tables = int(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
        if application != APPLICATION and (tables or version):
            raise LedgerError(f"{self.path}: this SQLite file is not a ledger; name another file")
        if version > SCHEMA:
            raise LedgerTooNew(
                f"{self.path}: written by a later version of accordingto (its schema is {version}, this one knows "
                f"{SCHEMA}); upgrade with: pip install --upgrade accordingto"
            )
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
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                self.path.with_name(self.path.name + suffix).unlink()


@contextmanager
def _transaction(connection: Connection, begin: str) -> Iterator[None]:
    connection.exec_driver_sql(begin)
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        with suppress(Exception):  # SQLite has rolled back by itself when the disk is full
            connection.exec_driver_sql("ROLLBACK")
        raise
