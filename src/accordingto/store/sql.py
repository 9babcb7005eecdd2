"""A ledger in a database, through SQLAlchemy Core: what is the same in a file and on a server."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version as installed_version

from sqlalchemy import Connection, func, select, text

from accordingto.model.actor import Actor, Judgement
from accordingto.model.claim import Status
from accordingto.model.custody import Capture
from accordingto.model.document import Document
from accordingto.model.findings import Findings, Reading
from accordingto.model.lineage import Lineage
from accordingto.model.memo import Memo
from accordingto.model.place import Place, parse_place
from accordingto.model.reference import ReferenceEntity
from accordingto.model.review import Review
from accordingto.model.story import Story
from accordingto.store import tables
from accordingto.store.base import NOTHING, Deciding, Untouched
from accordingto.store.cells import reads_lines, refuse_odd_cells
from accordingto.store.custody_rows import load_captures, write_captures
from accordingto.store.dialects import BUSY_SECONDS, Database, open_database
from accordingto.store.faults import clear_faults
from accordingto.store.load import (
    load_entities,
    load_findings,
    load_grammar,
    load_held,
    load_judgements,
    load_known,
    load_readings,
    load_stories,
)
from accordingto.store.memo_rows import drop_memos, has_memos, load_memos, write_memos
from accordingto.store.packed_reading import Held
from accordingto.store.part import Wanted, load_part
from accordingto.store.review_rows import load_reviews, write_reviews
from accordingto.store.revise import write_changes
from accordingto.store.slices import find_homes, load_deciding, load_documents, load_slice, load_whole_lineage
from accordingto.store.write import write_entities, write_findings, write_judgements

_NOTE = text(
    "INSERT INTO meta (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


# What every build rests on, whatever it reads beside.
_BUILT_UPON = (
    tables.documents,
    tables.segments,
    tables.readings,
    tables.stories,
    tables.story_documents,
    tables.judgements,
    tables.reviews,
)


@dataclass(frozen=True, slots=True)
class SqlView:
    """A ledger as it was when its transaction began."""

    connection: Connection
    place: Place

    @reads_lines
    def findings(self) -> Findings:
        """Everything that was found, without the grammar."""
        refuse_odd_cells(self.connection)
        return load_findings(self.connection)

    @reads_lines
    def readings(self) -> tuple[Reading, ...]:
        """What each document says, with its grammar."""
        return load_readings(self.connection, parses=True)

    @reads_lines
    def register(self) -> Iterator[tuple[Document, str]]:
        """Every document with the rules that it was read by."""
        refuse_odd_cells(self.connection, *_BUILT_UPON)
        return load_known(self.connection)

    @reads_lines
    def held(self, ids: Sequence[str]) -> Sequence[Held]:
        """The readings of some documents."""
        with clear_faults(self.place):
            return load_held(self.connection, ids)

    @reads_lines
    def stories(self) -> tuple[Story, ...]:
        """The stories that its documents tell."""
        return load_stories(self.connection)

    @reads_lines
    def with_grammar(self, readings: Iterable[Reading]) -> tuple[Reading, ...]:
        """Some of the readings with their grammar."""
        return tuple(load_grammar(self.connection, readings))

    @reads_lines
    def reviews(self, after: int = 0) -> tuple[Review, ...]:
        """Persons' reviews."""
        return load_reviews(self.connection, after)

    @reads_lines
    def slice_of(self, documents: Iterable[str]) -> Findings:
        """The stories of some documents; of a ledger that was written before there were stories, everything."""
        has_stories = self.connection.execute(select(tables.stories.c.id).limit(1)).scalar() is not None
        return load_slice(self.connection, documents) if has_stories else self.findings()

    @reads_lines
    def homes_of(self, lines: Iterable[str]) -> set[str]:
        """The documents in which claims, events and questions stand."""
        return find_homes(self.connection, lines)

    @reads_lines
    def documents_of(self, ids: Iterable[str]) -> tuple[Document, ...]:
        """Some documents, with their texts."""
        return load_documents(self.connection, ids)

    @reads_lines
    def actors_of(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """Some actors, without the places that name them."""
        wanted = set(ids)
        found = load_part(self.connection, Wanted(actors=tuple(sorted(wanted)))).resolution.actors
        return tuple(each for each in found if each.id in wanted)

    @reads_lines
    def questions_of(self, ids: Iterable[str]) -> Findings:
        """Some questions with what they rest on."""
        return load_part(self.connection, Wanted(questions=tuple(ids)))

    @reads_lines
    def deciding(self, status: Status) -> Iterator[Deciding]:
        """The claims that decide how the questions of a status stand."""
        return load_deciding(self.connection, status)

    def count_questions(self, status: Status) -> int:
        """How many questions have a status."""
        statement = select(func.count()).where(tables.questions.c.status == status.value)
        return int(self.connection.execute(statement).scalar_one())

    @reads_lines
    def whole_lineage(self) -> tuple[Lineage, tuple[Document, ...]]:
        """Where all documents came from, and the documents without their texts."""
        return load_whole_lineage(self.connection)

    @reads_lines
    def revision(self) -> int:
        """How often the ledger was changed."""
        known = self.connection.exec_driver_sql("SELECT value FROM meta WHERE name = 'revision'").scalar_one_or_none()
        return 0 if known is None else int(known)

    @reads_lines
    def judgements(self) -> tuple[Judgement, ...]:
        """Persons' judgements."""
        return load_judgements(self.connection, of_persons=True)

    @reads_lines
    def captures(self) -> tuple[Capture, ...]:
        """How the bytes of the documents were got."""
        return load_captures(self.connection)

    @reads_lines
    def entities(self) -> tuple[ReferenceEntity, ...]:
        """Entities of reference data."""
        return load_entities(self.connection)

    @reads_lines
    def has(self, kind: Memo) -> bool:
        """Whether anything of a kind is kept."""
        with clear_faults(self.place):
            return has_memos(self.connection, kind)

    @reads_lines
    def recall(self, kind: Memo, digests: Mapping[str, str]) -> Mapping[str, bytes]:
        """What comparing worked out, where it still holds."""
        with clear_faults(self.place):
            return load_memos(self.connection, kind, digests)


@dataclass(frozen=True, slots=True)
class SqlWriter(SqlView):
    """A ledger in the one transaction that may change it."""

    def save(self, findings: Findings, held: Iterable[Held] | None = None, untouched: Untouched = NOTHING) -> None:
        """Replace what was found; the rows of unchanged documents stay."""
        write_findings(self.connection, findings, findings.readings if held is None else held, untouched)
        note(self.connection, "written_by", f"accordingto {installed_version('accordingto')}")
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
        drop_memos(self.connection, Memo.STORY, {story.id for each in (before, after) for story in each.stories})
        self._note_change()

    def remember(self, kind: Memo, made: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep what comparing worked out."""
        with clear_faults(self.place):
            write_memos(self.connection, kind, made)

    def add_captures(self, captures: Iterable[Capture]) -> None:
        """Note how bytes were got."""
        write_captures(self.connection, captures)

    def keep_entities(self, entities: Iterable[ReferenceEntity]) -> None:
        """Keep entities of reference data."""
        write_entities(self.connection, entities)

    def _note_change(self) -> None:
        note(self.connection, "revision", str(self.revision() + 1))


def note(connection: Connection, name: str, value: str) -> None:
    """Write a line of what a ledger says of itself."""
    connection.execute(_NOTE, {"name": name, "value": value})


@dataclass(frozen=True, slots=True)
class SqlStore:
    """The store of one ledger, in a file or on a server.

    Attributes:
        place: where; a writer makes the ledger where there is none.
        busy_seconds: how long to wait for another program's lock.
    """

    place: Place
    busy_seconds: float = BUSY_SECONDS

    @property
    def database(self) -> Database:
        """What opens it."""
        return open_database(self.place, self.busy_seconds)

    @contextmanager
    def view(self) -> Iterator[SqlView]:
        """Open the ledger for reading, after bringing an older one up to date.

        Raises:
            LedgerError: there is none, or it cannot be read.
            LedgerTooNew: a later version of this package wrote it.
        """
        with self.database.reading() as connection:
            yield SqlView(connection, self.place)

    @contextmanager
    def writer(self) -> Iterator[SqlWriter]:
        """Open the ledger for writing; of a new one that nothing was written to nothing is left.

        Raises:
            LedgerError: it cannot be written, or another program is writing to it for longer than the wait.
            LedgerTooNew: a later version of this package wrote it.
        """
        with self.database.writing() as connection:
            yield SqlWriter(connection, self.place)


def open_store(place: str | Place, busy_seconds: float = BUSY_SECONDS) -> SqlStore:
    """The store of the ledger at a path or an address; nothing is opened yet.

    Raises:
        UsageError: it looks like an address and is none.
    """
    return SqlStore(parse_place(place) if isinstance(place, str) else place, busy_seconds)
