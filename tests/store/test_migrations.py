"""An older ledger is brought up to date, a newer one is refused, and a stranger's file is left alone."""

import sqlite3

import pytest
from sqlalchemy import create_engine, inspect

from accordingto.errors import LedgerError, LedgerTooNew
from accordingto.store import SqlStore
from accordingto.store.migrations import MIGRATIONS, SCHEMA, upgrade
from accordingto.store.tables import FULL_TEXT, READING_VIEWS, TABLES
from tests.harbour import PERSONS_JUDGEMENT, make_findings


def make_old_ledger(path, version):
    """A ledger as an older release would have left it, with one document in it."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        upgrade(connection, 0, to=version)
        connection.exec_driver_sql("INSERT INTO documents (id, uri, text) VALUES ('doc-1', 'a.txt', 'Two were hurt.')")
    engine.dispose()


@pytest.mark.parametrize("version", range(1, SCHEMA))
def test_an_older_ledger_is_upgraded_when_it_is_read(tmp_path, version):
    """Every older schema becomes the present one, and what was in it is still there."""
    path = tmp_path / "old.ledger"
    make_old_ledger(path, version)
    with SqlStore(path).view() as view:
        assert view.findings().readings == ()  # the document was never read
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT uri FROM documents").fetchall() == [("a.txt",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert connection.execute("SELECT value FROM meta WHERE name = 'schema_version'").fetchone() == (str(SCHEMA),)


def test_the_steps_lead_to_the_tables_of_the_code(tmp_path):
    """The SQL files and ``tables/`` say the same: same tables, same columns, same nullability."""
    path = tmp_path / "new.ledger"
    with SqlStore(path).writer():
        pass
    engine = create_engine(f"sqlite:///{path}")
    made = inspect(engine)
    own = {name for name in made.get_table_names() if not name.startswith(FULL_TEXT)}
    assert own == set(TABLES.tables)
    for name, table in TABLES.tables.items():
        columns = {each["name"]: each["nullable"] for each in made.get_columns(name)}
        assert columns == {column.name: column.nullable for column in table.columns}, name
        assert {key["referred_table"] for key in made.get_foreign_keys(name)} == {
            key.column.table.name for key in table.foreign_keys
        }
    assert {each: [column["name"] for column in made.get_columns(each)] for each in made.get_view_names()} == {
        name: list(columns) for name, columns in READING_VIEWS.items()
    }
    engine.dispose()


def test_the_steps_are_numbered_without_a_gap():
    """0001, 0002 ... in order."""
    assert [each.version for each in MIGRATIONS] == list(range(1, SCHEMA + 1))


def test_a_newer_ledger_is_refused_and_left_alone(tmp_path):
    """A later schema is named, with the remedy, for reading and for writing."""
    path = tmp_path / "new.ledger"
    with SqlStore(path).writer() as writer:
        writer.save(make_findings())
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    for block in (SqlStore(path).view, SqlStore(path).writer):
        with pytest.raises(LedgerTooNew, match=r"schema is 999.*upgrade"), block():
            pass
    assert path.read_bytes() == before


def test_another_programs_database_is_not_taken_for_a_ledger(tmp_path):
    """An SQLite file of somebody else is refused and not touched."""
    path = tmp_path / "addresses.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE people (name)")
    connection.close()
    before = path.read_bytes()
    for block in (SqlStore(path).view, SqlStore(path).writer):
        with pytest.raises(LedgerError, match="not a ledger; name another file"), block():
            pass
    assert path.read_bytes() == before


def test_a_persons_judgement_can_not_be_deleted_or_changed_in_sql(tmp_path):
    """The table is append-only for persons' lines, whoever opens the file."""
    path = tmp_path / "raid.ledger"
    with SqlStore(path).writer() as writer:
        writer.add_judgements([PERSONS_JUDGEMENT])
    with sqlite3.connect(path) as connection:
        for statement in ("DELETE FROM judgements", "UPDATE judgements SET verdict = 'same'"):
            with pytest.raises(sqlite3.IntegrityError, match="of a person is never"):
                connection.execute(statement)
    connection.close()


def test_a_person_can_read_who_says_what(tmp_path):
    """The view joins claims to words, claimers and documents."""
    path = tmp_path / "raid.ledger"
    with SqlStore(path).writer() as writer:
        writer.save(make_findings())
    with sqlite3.connect(path) as connection:
        rows = connection.execute(
            "SELECT subject, value, claimer, words, outlet FROM who_says_what"
            " WHERE status = 'contested' AND stance = 'denies'"
        ).fetchall()
    connection.close()
    assert rows == [("raid on Orlec", "31-", "Dawn Front", "denied this", "Harbour Wire")]
