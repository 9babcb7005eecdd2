"""From an older ledger to this one: numbered SQL files, each run once, never edited after a release.

``0006_finding_aids.sql`` is for every kind of database; what one kind needs beside it stands in
``0006_finding_aids.sqlite.sql`` or ``0006_finding_aids.postgresql.sql`` and runs after it.

The line ``schema_version`` of table ``meta`` says which was the last; in a file ``PRAGMA user_version`` says it too. A
ledger's file carries ``APPLICATION`` in ``PRAGMA application_id``, so that another program's SQLite file is not taken
for one.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from sqlalchemy import Connection, text

# 'AcTo' as four bytes.
APPLICATION = 0x4163546F

SQLITE, POSTGRESQL = "sqlite", "postgresql"

# What the types of the files for all are called in PostgreSQL. Text is sorted by code point, as SQLite sorts it.
_TYPES = {"TEXT": 'TEXT COLLATE "C"', "_low INTEGER": "_low BIGINT", "_high INTEGER": "_high BIGINT", "BLOB": "BYTEA"}
_TYPE = re.compile(rf"(?:\b|(?=_))({'|'.join(_TYPES)})\b")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step.

    Attributes:
        version: schema version after it.
        name: of the file it came from.
        statements: the SQL statements, in order, by the name of the dialect.
    """

    version: int
    name: str
    statements: dict[str, tuple[str, ...]]


def load_migrations() -> tuple[Migration, ...]:
    """Every step, in order."""
    scripts = {each.name: each.read_text(encoding="utf-8") for each in files(__name__).iterdir() if _is_sql(each.name)}
    return tuple(
        Migration(
            int(name[:4]),
            name,
            {dialect: tuple(_statements(scripts, name, dialect)) for dialect in (SQLITE, POSTGRESQL)},
        )
        for name in sorted(scripts)
        if name.count(".") == 1
    )


def _is_sql(name: str) -> bool:
    return name.endswith(".sql")


def _statements(scripts: dict[str, str], name: str, dialect: str) -> Iterator[str]:
    shared = _split(scripts[name])
    own = scripts.get(name.replace(".sql", f".{dialect}.sql"), "")
    if dialect == SQLITE:
        yield from shared
        yield from _split(own)
        return
    for statement in shared:
        has_types = statement.startswith(("CREATE TABLE", "ALTER TABLE"))
        yield _TYPE.sub(lambda met: _TYPES[met[0]], statement) if has_types else statement
    yield from filter(None, (_without_comments(each) for each in own.split("\n\n")))


def _split(script: str) -> Iterator[str]:
    """The statements of a script, as SQLite ends them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        if line.startswith("--"):
            continue
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def _without_comments(statement: str) -> str:
    return "\n".join(line for line in statement.splitlines() if not line.startswith("--")).strip()


MIGRATIONS = load_migrations()
SCHEMA = MIGRATIONS[-1].version

_NOTE = text(
    "INSERT INTO meta (name, value) VALUES ('schema_version', :version)"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


def upgrade(connection: Connection, version: int, *, to: int = SCHEMA) -> None:
    """Run the steps after ``version`` in the transaction that is open."""
    dialect = connection.dialect.name
    for migration in MIGRATIONS:
        if version < migration.version <= to:
            for statement in migration.statements[dialect]:
                connection.exec_driver_sql(statement)
            connection.execute(_NOTE, {"version": str(migration.version)})
            if dialect == SQLITE:
                connection.exec_driver_sql(f"PRAGMA user_version = {migration.version}")
    if dialect == SQLITE:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
