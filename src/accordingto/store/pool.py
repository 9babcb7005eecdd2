"""Many readers of one ledger at a time: connections that stay open, and a way to know whether anything has changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from accordingto.store.sql import SqlStore, SqlView


@dataclass(frozen=True, slots=True)
class PooledView(SqlView):
    """A view that knows which state of the ledger it shows.

    Attributes:
        version: the same as long as nothing has changed.
    """

    version: int


class ReaderPool:
    """Views of one ledger for a server.

    Args:
        store: the ledger.

    Raises:
        LedgerError: there is none, or it cannot be read.
    """

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        with store.view():  # an older ledger is brought up to date here, once
            pass
        self._readers = store.database.readers()

    @contextmanager
    def view(self) -> Iterator[PooledView]:
        """The ledger as it is now, unchanged until the block ends."""
        version = self.version()  # before the view: what is seen may be newer than it says, never older
        with self._readers.reading() as connection:
            yield PooledView(connection, self.store.place, version)

    def version(self) -> int:
        """A number that changes whenever another connection has changed the ledger."""
        return self._readers.version()

    def close(self) -> None:
        """Give the ledger back."""
        self._readers.close()
