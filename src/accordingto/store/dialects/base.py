"""What the kinds of database that hold ledgers have in common, for whoever opens one."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Protocol

from sqlalchemy import Connection

# How long a command waits for another program's lock before it gives up.
BUSY_SECONDS = 10.0
# More readers of one server process than these wait for each other; two cores read no faster.
MOST_READERS = 16


class Readers(Protocol):
    """Connections for many readers, and a way to know whether anything has changed."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the ledger until the block ends."""
        ...

    def version(self) -> int:
        """A number that is another one after each change of the ledger."""
        ...

    def close(self) -> None:
        """Give everything back."""
        ...


class Database(Protocol):
    """How a ledger of one kind is opened, locked and brought up to date."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the ledger, of the present schema; it waits for no writer."""
        ...

    def writing(self) -> AbstractContextManager[Connection]:
        """The one connection that may change the ledger, which is made where there is none: all or nothing."""
        ...

    def readers(self) -> Readers:
        """Connections for a server."""
        ...

    def holds_ledger(self) -> bool:
        """Whether there is a ledger already."""
        ...

    def emptying(self, connection: Connection) -> AbstractContextManager[None]:
        """A block in which every line of the open ledger may be deleted, persons' judgements too."""
        ...


@contextmanager
def transaction(connection: Connection, begin: str) -> Iterator[None]:
    """A transaction begun in the database's own words; the connection commits nothing by itself."""
    connection.exec_driver_sql(begin)
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        with suppress(Exception):  # it was undone already when the disk is full or the server is gone
            connection.exec_driver_sql("ROLLBACK")
        raise
