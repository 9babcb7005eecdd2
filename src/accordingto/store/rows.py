"""Rows of a table in their order, one by one or by what they belong to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Table, select

from accordingto.store.columns import Row

Line = TypeVar("Line")


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
