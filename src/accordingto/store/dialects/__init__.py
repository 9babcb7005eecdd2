"""The kinds of database that can hold a ledger; all that is not the same in each of them stands here."""

from pathlib import Path

from accordingto.model.place import Place
from accordingto.store.dialects.base import BUSY_SECONDS, Database, Readers

__all__ = ["BUSY_SECONDS", "Database", "Readers", "open_database"]


def open_database(place: Place, busy_seconds: float = BUSY_SECONDS) -> Database:
    """What opens the ledger at a place; nothing is opened yet."""
    if isinstance(place, Path):
        from accordingto.store.dialects.sqlite import SqliteFile

        return SqliteFile(place, busy_seconds)
    from accordingto.store.dialects.postgresql import PostgresSchema

    return PostgresSchema(place, busy_seconds)
