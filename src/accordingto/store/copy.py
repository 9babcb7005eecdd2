"""A ledger written line by line into another place, be it a file or a database; all of it or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, func, insert, select

from accordingto.errors import LedgerError, UsageError
from accordingto.store import tables
from accordingto.store.aids import make_names
from accordingto.store.columns import Columns
from accordingto.store.sql import SqlStore, note

# Made from other lines wherever a ledger is.
_MADE_ANEW = {"search_names", "search_documents"}
# Lines that are held in memory at a time.
_LINES = 500
# What a ledger's table ``meta`` says of the database that it is in.
_OF_THE_PLACE = "schema_version"


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied: how many documents and questions, and how many lines in all."""

    documents: int
    questions: int
    lines: int


def copy_ledger(source: SqlStore, target: SqlStore, *, may_replace: bool = False) -> Copied:
    """Copy a ledger as it is now.

    Args:
        source: is read, and may be read and written by others meanwhile.
        target: where to; made where there is none.
        may_replace: whether a ledger that is there may be written over.

    Raises:
        UsageError: there is a ledger, and it may not be written over; or both are the same.
        LedgerError: one of them cannot be used; the target is as it was.
    """
    if str(source.place) == str(target.place):
        raise UsageError(f"{source.place}: this is the same ledger; name another place")
    with source.database.reading() as old, target.database.writing() as new:
        changes = _count_changes(new)
        if changes is not None:
            if not may_replace:
                raise UsageError(
                    f"{target.place}: there is a ledger; write over it with --replace, or name another place"
                )
            with target.database.emptying(new):
                _empty(new)
        counts = {table.name: _copy_table(old, new, table) for table in tables.TABLES.sorted_tables}
        make_names(new)
        if changes is not None:  # who reads it must see that it is another one now
            note(new, "revision", str(max(changes, _count_changes(old) or 0) + 1))
    return Copied(counts["documents"], counts["questions"], sum(counts.values()))


def _count_changes(connection: Connection) -> int | None:
    """How often a ledger was changed; ``None`` where nothing was written yet."""
    table = tables.meta
    known = connection.execute(select(table.c.value).where(table.c.name == "revision")).scalar()
    if known is None:
        has_lines = connection.execute(select(func.count()).select_from(tables.documents)).scalar_one() > 0
        return 0 if has_lines else None
    return int(known)


def _empty(connection: Connection) -> None:
    for table in reversed(tables.TABLES.sorted_tables):
        if table.name not in _MADE_ANEW - {"search_names"}:
            statement = delete(table)
            connection.execute(statement.where(table.c.name != _OF_THE_PLACE) if table is tables.meta else statement)


def _copy_table(old: Connection, new: Connection, table: Table) -> int:
    """Copy the lines of a table, and count them."""
    if table.name in _MADE_ANEW:
        return 0
    copied = 0
    for lines in _read(old, table):
        new.execute(insert(table), lines)
        copied += len(lines)
    return copied


def _read(connection: Connection, table: Table) -> Iterator[list[Columns]]:
    wanted = select(table).order_by(*table.primary_key.columns)
    if table is tables.meta:
        wanted = wanted.where(table.c.name != _OF_THE_PLACE)
    found = connection.execute(wanted, execution_options={"yield_per": _LINES}).mappings()
    try:
        for part in found.partitions():
            yield [dict(row) for row in part]
    except (ValueError, TypeError) as error:
        raise LedgerError(f"a line of table {table.name} cannot be read ({error}); is the ledger damaged?") from error
