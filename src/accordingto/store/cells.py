"""A ledger may come from a stranger: a line that no version of this package writes is told as a damaged ledger.

SQLite keeps any kind of value in any column, so that a number may be found where words belong.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

from sqlalchemy import BigInteger, Boolean, Column, Connection, Float, Integer, LargeBinary, Table

from accordingto.errors import LedgerError
from accordingto.model.place import Place
from accordingto.store import tables

_REMEDY = "restore it from a copy, or build it anew from its inputs"
# What a line raises that cannot be read; an error of the database is told elsewhere.
_FAULTS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
_KINDS: dict[type[Any], str] = {
    BigInteger: "'integer'",
    Boolean: "'integer'",
    Float: "'real', 'integer'",
    Integer: "'integer'",
    LargeBinary: "'blob'",
}


class _View(Protocol):
    """What reads lines of a ledger."""

    @property
    def place(self) -> Place:
        """Which ledger."""
        ...


Viewed = TypeVar("Viewed", bound=_View)
Given = ParamSpec("Given")
Found = TypeVar("Found")


def reads_lines(method: Callable[Concatenate[Viewed, Given], Found]) -> Callable[Concatenate[Viewed, Given], Found]:
    """A method of a view whose lines may be damaged: that becomes a ``LedgerError`` with the ledger's name."""

    @wraps(method)
    def read(view: Viewed, /, *given: Given.args, **named: Given.kwargs) -> Found:
        with _telling(view):
            found = method(view, *given, **named)
        return cast("Found", _tell_later(view, found)) if isinstance(found, Iterator) else found

    return read


@contextmanager
def _telling(view: _View) -> Iterator[None]:
    try:
        yield
    except _FAULTS as error:
        told = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        raise LedgerError(f"{view.place}: a line of this ledger is damaged ({told}); {_REMEDY}") from error


def _tell_later(view: _View, lines: Iterator[Any]) -> Iterator[Any]:
    """Lines that are read one after the other; what is done with them between is no fault of the ledger."""
    end = object()
    while True:
        with _telling(view):
            line = next(lines, end)
        if line is end:
            return
        yield line


def refuse_odd_cells(connection: Connection, *some: Table) -> None:
    """Go on only if every cell of a file holds a value of its column's kind; a server sees to that by itself.

    Args:
        connection: to the file.
        some: the tables that are looked at; all when left out but what is kept of comparing, which nobody is shown.

    Raises:
        ValueError: one does not.
    """
    if connection.dialect.name != "sqlite":
        return
    for table in some or (each for each in tables.TABLES.sorted_tables if each is not tables.memos):
        if connection.exec_driver_sql(_ask(table)).scalar_one():
            raise ValueError(f"table {table.name} holds a value that is not of its column's kind")


@cache
def _ask(table: Table) -> str:
    odd = " OR ".join(f"typeof({each.name}) NOT IN ({_kinds(each)})" for each in table.columns)
    return f"SELECT EXISTS (SELECT 1 FROM {table.name} WHERE {odd})"  # noqa: S608  names of our own tables


def _kinds(column: Column[Any]) -> str:
    """SQLite's kinds of values that a column may hold."""
    kinds = _KINDS.get(type(column.type), "'text'")
    return f"{kinds}, 'null'" if column.nullable else kinds
