"""Captures as rows and back."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from accordingto.errors import LedgerError
from accordingto.model.custody import Capture, Channel
from accordingto.store import tables
from accordingto.store.columns import Columns, Row

# Columns that hold a field of a capture as it is.
_PLAIN = ("document", "digest", "length", "form", "place", "rules", "kept")
# Those that may be empty.
_MAYBE = ("address", "asked", "time", "record", "payload")


def write_captures(connection: Connection, captures: Iterable[Capture]) -> None:
    """Append captures; one that is there already is not noted twice."""
    known = set(load_captures(connection))
    for capture in captures:
        if capture not in known:
            known.add(capture)
            connection.execute(insert(tables.captures), _put(capture))


def load_captures(connection: Connection) -> tuple[Capture, ...]:
    """Every capture, in the order in which they were noted."""
    table = tables.captures
    return tuple(_take(row) for row in connection.execute(select(table).order_by(table.c.number)).mappings())


def _put(capture: Capture) -> Columns:
    columns: Columns = {name: getattr(capture, name) for name in _PLAIN + _MAYBE}
    columns |= {"channel": capture.channel.value, "text_digest": capture.text}
    return columns | {"headers": json.dumps(capture.headers, ensure_ascii=False)}


def _take(row: Row) -> Capture:
    try:
        fields: Columns = {name: row[name] for name in _PLAIN + _MAYBE}
        headers = tuple((str(name), str(value)) for name, value in json.loads(row["headers"]))
        return Capture(**fields, channel=Channel(row["channel"]), text=row["text_digest"], headers=headers)
    except (ValueError, TypeError) as error:  # somebody wrote into the file with another program
        raise LedgerError(
            f"line {row['number']} of table captures is malformed ({error}); take it out with the program that wrote it"
        ) from error
