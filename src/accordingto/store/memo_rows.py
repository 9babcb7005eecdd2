"""What comparing worked out, as rows and back."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select

from accordingto.model.memo import Memo
from accordingto.store import tables
from accordingto.store.rows import MOST_VALUES, insert_rows


def has_memos(connection: Connection, kind: Memo) -> bool:
    """Whether anything of a kind is kept."""
    table = tables.memos.c
    return connection.execute(select(table.name).where(table.kind == kind.value).limit(1)).first() is not None


def load_memos(connection: Connection, kind: Memo, digests: Mapping[str, str]) -> dict[str, bytes]:
    """What is kept of the things of these names, where their digests are these."""
    table, names = tables.memos.c, sorted(digests)
    found: dict[str, bytes] = {}
    for start in range(0, len(names), MOST_VALUES):
        some = names[start : start + MOST_VALUES]
        rows = select(table.name, table.digest, table.made).where(table.kind == kind.value, table.name.in_(some))
        found |= {row.name: row.made for row in connection.execute(rows) if row.digest == digests[row.name]}
    return found


def write_memos(connection: Connection, kind: Memo, made: Iterable[tuple[str, str, bytes]]) -> None:
    """Keep things in place of those of their names."""
    rows = [{"kind": kind.value, "name": name, "digest": digest, "made": packed} for name, digest, packed in made]
    drop_memos(connection, kind, [str(row["name"]) for row in rows])
    insert_rows(connection, tables.memos, rows)


def drop_memos(connection: Connection, kind: Memo, names: Iterable[str]) -> None:
    """Forget some things of a kind."""
    table, known = tables.memos, sorted(names, key=repr)  # which somebody may have altered
    for start in range(0, len(known), MOST_VALUES):
        some = known[start : start + MOST_VALUES]
        connection.execute(delete(table).where(table.c.kind == kind.value, table.c.name.in_(some)))


def keep_memos(connection: Connection, kind: Memo, names: Iterable[str]) -> None:
    """Forget all others of a kind."""
    table = tables.memos.c
    known = set(connection.execute(select(table.name).where(table.kind == kind.value)).scalars())
    drop_memos(connection, kind, known - set(names))
