"""Many readers of one ledger at a time: connections that stay open, and a way to know whether anything has changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from urllib.parse import quote

from sqlalchemy import QueuePool, create_engine

from accordingto.store.faults import clear_faults
from accordingto.store.sql import SqlStore, SqlView

# More readers than these wait for each other; two cores read no faster.
MOST_READERS = 16

# A connection keeps so much of the file in memory, in KiB (negative: SQLite counts KiB, not pages).
KEPT = "PRAGMA cache_size = -16000"


@dataclass(frozen=True, slots=True)
class PooledView(SqlView):
    """A view that knows which state of the ledger it shows.

    Attributes:
        version: the same as long as nothing has changed.
    """

    version: int


class ReaderPool:
    """Views of one ledger file for a server.

    Args:
        store: the ledger.

    Raises:
        LedgerError: there is none, or it cannot be read.
    """

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        with store.view():  # an older ledger is brought up to date here, once
            pass
        self._mode = store.read_mode()
        self._engine = create_engine(
            "sqlite+pysqlite://", creator=self._open, poolclass=QueuePool, pool_size=MOST_READERS, max_overflow=0
        )
        self._watch = self._open()
        self._watching = Lock()

    def _open(self) -> sqlite3.Connection:
        address = f"file:{quote(str(self.store.path.absolute()), errors='surrogateescape')}?{self._mode}"
        connection = sqlite3.connect(
            address, uri=True, timeout=self.store.busy_seconds, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA query_only = ON")
        connection.execute(KEPT)
        return connection

    @contextmanager
    def view(self) -> Iterator[PooledView]:
        """The ledger as it is now, unchanged until the block ends."""
        version = self.version()  # before the view: what is seen may be newer than it says, never older
        with clear_faults(self.store.path), self._engine.connect() as connection:
            driver = connection.execution_options(isolation_level="AUTOCOMMIT")
            driver.exec_driver_sql("BEGIN")
            try:
                yield PooledView(driver, self.store.path, version)
            finally:
                driver.exec_driver_sql("ROLLBACK")

    def version(self) -> int:
        """A number that changes whenever another connection has changed the ledger."""
        with self._watching:
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()
        self._watch.close()
