"""Rows of a table in their order, one by one or by what they belong to."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, TypeVar, cast

from sqlalchemy import Boolean, Column, Connection, Integer, Select, String, Table, bindparam, delete, func, select

from accordingto.store.columns import Columns, Row

Line = TypeVar("Line")

# SQLite takes 32,766 parameters in a statement since 3.32; a plan is made anew for each number of them.
MOST_VALUES = 500

# So many rows are collected before they are written: with those of a document go its text and its grammar.
MOST_ROWS = 20_000


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
    is_packed = connection.dialect.name == "sqlite" and _is_plain(table)
    found: list[Row] = []
    for start in range(0, len(known), MOST_VALUES):
        some = {"some": known[start : start + MOST_VALUES]}
        if is_packed:
            found.extend(_unpack(table, connection.execute(_select_packed(table, column), some).scalar_one()))
        else:
            found.extend(connection.execute(_select_in(table, column), some).mappings())
    return found


@cache
def _is_plain(table: Table) -> bool:
    """Whether JSON holds every value of a table as it is: texts, whole numbers and truth values."""
    return all(isinstance(each.type, String | Integer | Boolean) for each in table.columns)


@cache
def _select_packed(table: Table, column: str) -> Select[Any]:
    """All rows as one JSON array.

    Row by row SQLite gives the interpreter up and takes it back; where other threads are at work each row then waits
    for its turn, and a story of 300 documents for a minute.
    """
    rows = _select_in(table, column).subquery("found")
    return select(func.json_group_array(func.json_array(*rows.columns), type_=String))


def _unpack(table: Table, packed: str) -> Iterator[Row]:
    names = [each.name for each in table.columns]
    truths = [each.name for each in table.columns if isinstance(each.type, Boolean)]
    for values in json.loads(packed):
        row = dict(zip(names, values, strict=True))
        for name in truths:
            row[name] = None if row[name] is None else bool(row[name])
        yield cast("Row", row)


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
    connection.exec_driver_sql(statement, list(map(itemgetter(*names), rows)))


class Rows:
    """Rows on their way into their tables, many at a time.

    Attributes:
        connection: in the transaction.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._held: defaultdict[Table, list[Columns]] = defaultdict(list)
        self._count = 0

    def collect(self, rows: Iterable[tuple[Table, Columns]]) -> None:
        """Take rows; whenever there are many of all tables together they are written."""
        for table, columns in rows:
            self._held[table].append(columns)
            self._count += 1
            if self._count >= MOST_ROWS:
                self.write()

    def write(self) -> None:
        """Write the rest, tables in the order in which they were met: what others point at comes first."""
        for table, held in self._held.items():
            insert_rows(self.connection, table, held)
        self._held.clear()
        self._count = 0


def delete_in(connection: Connection, column: Column[Any], values: Iterable[str]) -> None:
    """Delete the rows with one of these values in a column."""
    known = sorted(values)
    for start in range(0, len(known), MOST_VALUES):
        connection.execute(delete(column.table).where(column.in_(known[start : start + MOST_VALUES])))
