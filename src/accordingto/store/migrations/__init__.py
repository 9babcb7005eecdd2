"""From an older ledger to this one: numbered SQL files, each run once, never edited after a release.

``PRAGMA user_version`` and the line ``schema_version`` of table ``meta`` say which was the last. A ledger's file
carries ``APPLICATION`` in ``PRAGMA application_id``, so that another program's SQLite file is not taken for one.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from sqlalchemy import Connection

# 'AcTo' as four bytes.
APPLICATION = 0x4163546F


@dataclass(frozen=True, slots=True)
class Migration:
    """One step.

    Attributes:
        version: schema version after it.
        name: of the file it came from.
        statements: the SQL statements, in order.
    """

    version: int
    name: str
    statements: tuple[str, ...]


def load_migrations() -> tuple[Migration, ...]:
    """Every step, in order."""
    found = sorted((each.name, each) for each in files(__name__).iterdir() if each.name.endswith(".sql"))
    return tuple(
        Migration(int(name[:4]), name, tuple(_split(each.read_text(encoding="utf-8")))) for name, each in found
    )


def _split(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        if line.startswith("--"):
            continue
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


MIGRATIONS = load_migrations()
SCHEMA = MIGRATIONS[-1].version


def upgrade(connection: Connection, version: int, *, to: int = SCHEMA) -> None:
    """Run the steps after ``version`` in the transaction that is open."""
    for migration in MIGRATIONS:
        if version < migration.version <= to:
            for statement in migration.statements:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {migration.version}")
            connection.exec_driver_sql(
                "INSERT INTO meta (name, value) VALUES ('schema_version', ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (str(migration.version),),
            )
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
