"""Rows of a table in their order, one by one or by what they belong to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, Table, bindparam, select

from accordingto.store.columns import Columns, Row

Line = TypeVar("Line")

# SQLite takes 32,766 parameters in a statement since 3.32; a plan is made anew for each number of them.
MOST_VALUES = 500


def read_rows(connection: Connection, table: Table) -> Sequence[Row]:
    """A table's rows in the order of its key, which is that in which they were written."""
    keys: Iterable[Column[Any]] = table.primary_key.columns
    return connection.execute(select(table).order_by(*keys)).mappings().all()


def group_rows(
    connection: Connection, table: Table, key: str, make: Callable[[Row], Line]
) -> defaultdict[str, list[Line]]:
    """A table's lines by one of its columns, in the same order."""
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for row in read_rows(connection, table):
        found[row[key]].append(make(row))
    return found


def read_in(connection: Connection, table: Table, column: str, values: Iterable[str | None]) -> list[Row]:
    """The rows of a table with one of these values in a column, in the order of the table's key."""
    known = sorted({value for value in values if value is not None})
    statement = _select_in(table, column)
    found: list[Row] = []
    for start in range(0, len(known), MOST_VALUES):
        found.extend(connection.execute(statement, {"some": known[start : start + MOST_VALUES]}).mappings())
    return found


@cache
def _select_in(table: Table, column: str) -> Select[Any]:
    """The statement, put together once: a page asks two dozen, and writing them would take longer than asking."""
    keys: Iterable[Column[Any]] = table.primary_key.columns
    return select(table).where(table.c[column].in_(bindparam("some", expanding=True))).order_by(*keys)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Columns]) -> None:
    """Write rows that all name the same columns, in the driver's own words: a ledger has millions of them."""
    if not rows:
        return
    names = list(rows[0])
    sign = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    listed = ", ".join(f'"{name}"' for name in names)
    statement = f"INSERT INTO {table.name} ({listed}) VALUES ({', '.join([sign] * len(names))})"  # noqa: S608  own words
    connection.exec_driver_sql(statement, [tuple(map(row.__getitem__, names)) for row in rows])
