"""A ledger as one schema of a PostgreSQL database: readers wait for nobody, writers for each other."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, text

from accordingto.errors import LedgerError
from accordingto.model.place import DRIVER, ServerPlace
from accordingto.store.dialects.base import BUSY_SECONDS, MOST_READERS, transaction
from accordingto.store.faults import clear_faults, refuse_newer
from accordingto.store.migrations import SCHEMA, upgrade

# Writers of any ledger take a lock of this class, numbered by their schema: 'AcTo' as four bytes.
_LOCKS = 0x4163546F
_READ = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
# What a writer sees is what was there when it got its lock, since no other may change anything then.
_WRITE = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
_IN_ERROR = 3  # a transaction that can only be undone, as libpq numbers its states


@dataclass(frozen=True, slots=True)
class PostgresSchema:
    """How a ledger in a database is opened.

    Attributes:
        place: the address.
        busy_seconds: how long to wait for the server, and for another program's lock.
    """

    place: ServerPlace
    busy_seconds: float = BUSY_SECONDS

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the ledger, after bringing an older one up to date."""
        with clear_faults(self.place):
            self.bring_up_to_date()
            with self._connect() as connection, transaction(connection, _READ):
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writer: all others wait for its lock; when it ends with an error nothing of it is left."""
        with clear_faults(self.place), self._connect() as connection, transaction(connection, _WRITE):
            self._lock(connection)
            self._make_schema(connection)
            upgrade(connection, self._check_version(connection))
            yield connection
            self._refuse_undone(connection)

    def readers(self) -> "PostgresReaders":
        """Connections for a server."""
        return PostgresReaders(self)

    def holds_ledger(self) -> bool:
        """Whether there is a ledger in the schema."""
        with clear_faults(self.place), self._connect() as connection:
            return self._check_version(connection) > 0

    @contextmanager
    def emptying(self, connection: Connection) -> Iterator[None]:
        """Persons' lines are kept by triggers, which rest meanwhile; readers do not wait for that."""
        connection.exec_driver_sql("ALTER TABLE judgements DISABLE TRIGGER judgements_of_persons_stay")
        yield
        connection.exec_driver_sql("ALTER TABLE judgements ENABLE TRIGGER judgements_of_persons_stay")

    def bring_up_to_date(self) -> None:
        """Give an older ledger the present schema.

        Raises:
            LedgerError: there is none.
        """
        with self._connect() as connection:
            version = self._check_version(connection)
        if version == 0:
            remedy = f"make one with: accordingto build INPUT -o '{self.place}'"
            raise LedgerError(f"{self.place}: there is no ledger in this database; {remedy}")
        if version < SCHEMA:
            with self.writing():
                pass

    def make_engine(self, *, many: bool) -> Engine:
        """An engine for one connection, or for many readers that cannot write."""
        options = f'-c search_path="{self.place.schema}"' + (" -c default_transaction_read_only=on" if many else "")
        url = self.place.address.replace("postgresql://", f"postgresql+{DRIVER}://", 1)
        given = {
            "options": options,
            "application_name": "accordingto",
            "client_encoding": "utf8",
            "connect_timeout": max(2, math.ceil(self.busy_seconds)),
        }
        try:
            if not many:
                return create_engine(url, poolclass=NullPool, connect_args=given)
            return create_engine(
                url,
                poolclass=QueuePool,
                pool_size=MOST_READERS,
                max_overflow=0,
                pool_pre_ping=True,
                connect_args=given,
            )
        except ImportError as error:
            remedy = "install it with: pip install 'accordingto[postgresql]'"
            raise LedgerError(f"{self.place}: the driver of PostgreSQL is not installed; {remedy}") from error

    @contextmanager
    def _connect(self) -> Iterator[Connection]:
        with self.make_engine(many=False).connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            yield connection

    def _lock(self, connection: Connection) -> None:
        """Wait until nobody else writes; the lock goes with the transaction, even when this program is killed."""
        wait = f"{max(1, math.ceil(self.busy_seconds * 1000))}ms"
        connection.execute(text("SELECT set_config('lock_timeout', :wait, true)"), {"wait": wait})
        lock = text("SELECT pg_advisory_xact_lock(:locks, hashtext(:schema))")
        connection.execute(lock, {"locks": _LOCKS, "schema": self.place.schema})
        connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
        # Reading documents takes as long as it takes, and says nothing to the server meanwhile.
        connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")

    def _make_schema(self, connection: Connection) -> None:
        known = connection.execute(text("SELECT to_regnamespace(:name)"), {"name": self.place.schema}).scalar()
        if known is None:
            connection.exec_driver_sql(f'CREATE SCHEMA "{self.place.schema}"')
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            remedy = "make another with: createdb --encoding=UTF8 --template=template0 NAME"
            raise LedgerError(f"{self.place}: this database keeps text as {encoding}, not as UTF-8; {remedy}")

    def _check_version(self, connection: Connection) -> int:
        """The schema version of a ledger, 0 where the schema is empty or not there."""
        listed = text("SELECT table_name FROM information_schema.tables WHERE table_schema = :schema")
        tables = set(connection.execute(listed, {"schema": self.place.schema}).scalars())
        if not tables:
            return 0
        known = None
        if {"meta", "documents", "questions"} <= tables:
            known = connection.exec_driver_sql("SELECT value FROM meta WHERE name = 'schema_version'").scalar()
        if known is None or not str(known).isdecimal():
            remedy = "name another database, or a schema of its own with ?schema=NAME"
            raise LedgerError(f"{self.place}: there are other tables in this schema, and no ledger; {remedy}")
        refuse_newer(self.place, int(known))
        return int(known)

    def _refuse_undone(self, connection: Connection) -> None:
        """PostgreSQL takes COMMIT for ROLLBACK after an error, without a word."""
        driver = connection.connection.dbapi_connection
        if driver is not None and driver.info.transaction_status == _IN_ERROR:
            raise LedgerError(f"{self.place}: something went wrong while writing; the ledger is unchanged, try again")


class PostgresReaders:
    """Connections to one schema that stay open, and are made anew when the server was away."""

    def __init__(self, database: PostgresSchema) -> None:
        self._place = database.place
        with clear_faults(self._place):
            database.bring_up_to_date()
        self._engine = database.make_engine(many=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The ledger as it is now, unchanged until the block ends."""
        with clear_faults(self._place), self._engine.connect() as connection:
            driver = connection.execution_options(isolation_level="AUTOCOMMIT")
            with transaction(driver, _READ):
                yield driver

    def version(self) -> int:
        """The ledger's revision, which every writer raises."""
        with clear_faults(self._place), self._engine.connect() as connection:
            driver = connection.execution_options(isolation_level="AUTOCOMMIT")
            known = driver.exec_driver_sql("SELECT value FROM meta WHERE name = 'revision'").scalar()
        return 0 if known is None else int(known)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()
