"""A ledger on a server: readers wait for nobody, writers for each other, and what goes wrong costs one line."""

import sys
from contextlib import suppress
from threading import Event, Thread

import pytest
from sqlalchemy import create_engine, inspect, text

from accordingto.errors import LedgerError, LedgerTooNew
from accordingto.export.ledger_json import dump_ledger
from accordingto.model.place import parse_place
from accordingto.query.find import count_documents_with, find_documents, find_names
from accordingto.store import open_store
from accordingto.store.faults import STATES
from accordingto.store.migrations import SCHEMA
from accordingto.store.pool import ReaderPool
from accordingto.store.tables import FULL_TEXT, READING_VIEWS, TABLES
from tests.harbour import PERSONS_JUDGEMENT, make_findings

# Characters of an SQLSTATE; shorter ones are classes of them.
STATE = 5
CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'accordingto'"


@pytest.fixture
def store(database):
    """A ledger with the hand-made story, which is waited for a moment."""
    made = open_store(database, 0.2)
    with made.writer() as writer:
        writer.save(make_findings())
    return made


def export(store):
    """The export of a ledger."""
    with store.view() as view:
        return dump_ledger(view.findings())


def test_the_steps_lead_to_the_tables_of_the_code(store, postgresql):
    """Same tables, columns, nullability and keys as in a file."""
    engine = create_engine(postgresql.address().partition("?")[0].replace("postgresql:", "postgresql+psycopg:"))
    made, schema = inspect(engine), store.place.schema
    assert set(made.get_table_names(schema)) == set(TABLES.tables) | set(FULL_TEXT)
    for name, table in TABLES.tables.items():
        columns = {each["name"]: each["nullable"] for each in made.get_columns(name, schema)}
        assert columns == {column.name: column.nullable for column in table.columns}, name
        assert {key["referred_table"] for key in made.get_foreign_keys(name, schema)} == {
            key.column.table.name for key in table.foreign_keys
        }
    assert set(made.get_view_names(schema)) == set(READING_VIEWS)
    engine.dispose()


def test_readers_wait_for_no_writer(store):
    """While somebody writes, others read what was there before, and do not see half of it."""
    before = export(store)
    with store.writer() as writer:
        writer.save(make_findings())
        writer.add_judgements([PERSONS_JUDGEMENT])
        with store.view() as view:
            assert (dump_ledger(view.findings()), view.judgements()) == (before, ())
    with store.view() as view:
        assert view.judgements() == (PERSONS_JUDGEMENT,)


def test_a_second_writer_gives_up_after_its_wait(store):
    """The line says what to do; nothing is written twice."""
    with store.writer(), pytest.raises(LedgerError, match="another program is writing to this ledger"), store.writer():
        pass
    assert export(store) == dump_ledger(make_findings())


def test_writers_who_wait_write_one_after_the_other(store):
    """Each sees what the one before wrote."""
    patient = open_store(f"{store.place.address}?schema={store.place.schema}", 10)
    holds, seen = Event(), []

    def write_later():
        holds.wait()
        with patient.writer() as writer:
            seen.append(writer.judgements())

    later = Thread(target=write_later)
    later.start()
    with store.writer() as writer:
        holds.set()
        writer.add_judgements([PERSONS_JUDGEMENT])
    later.join()
    assert seen == [(PERSONS_JUDGEMENT,)]


def test_ledgers_of_one_database_know_nothing_of_each_other(store, postgresql):
    """Another schema is another ledger, which can be written at the same time."""
    other = open_store(postgresql.address(schema=f"{store.place.schema}_other"), 0.2)
    with store.writer(), other.writer() as writer:
        writer.add_judgements([PERSONS_JUDGEMENT])
    with store.view() as view:
        assert view.judgements() == ()


def test_a_persons_judgement_can_not_be_deleted_or_changed_in_sql(store):
    """The table is append-only for persons' lines, whoever opens the database."""
    with store.writer() as writer:
        writer.add_judgements([PERSONS_JUDGEMENT])
    for statement in ("DELETE FROM judgements", "UPDATE judgements SET verdict = 'same'"):
        with pytest.raises(LedgerError, match="of a person is never"), store.writer() as writer:
            writer.connection.exec_driver_sql(statement)


def write_and_lose(store, postgresql):
    """A build whose connection is cut by the server."""
    with store.writer() as writer:
        writer.add_judgements([PERSONS_JUDGEMENT])
        postgresql.ask(CUT)
        writer.save(make_findings())


def test_a_connection_that_is_killed_costs_one_line(store, postgresql):
    """A build that loses its server says so, the ledger is as it was, and the next try succeeds."""
    before = export(store)
    with pytest.raises(LedgerError, match="connection to the server is lost"):
        write_and_lose(store, postgresql)
    assert export(store) == before
    with store.view() as view:
        assert view.judgements() == ()
    with store.writer() as writer:
        writer.save(make_findings())
    assert export(store) == before


def test_a_reading_room_outlives_its_server(store, postgresql):
    """Readers' connections are made anew after they were cut."""
    pool = ReaderPool(store)
    before = pool.version()
    postgresql.ask(CUT)
    assert pool.version() == before
    with pool.view() as view:
        assert dump_ledger(view.findings()) == dump_ledger(make_findings())
    pool.close()


def write_carelessly(store):
    """An error of the database that somebody passes over."""
    with store.writer() as writer:
        writer.add_judgements([PERSONS_JUDGEMENT])
        with suppress(Exception):
            writer.connection.exec_driver_sql("SELECT 1 / 0")


def test_an_error_that_was_swallowed_is_no_success(store):
    """PostgreSQL would take the commit for a rollback without a word."""
    with pytest.raises(LedgerError, match="the ledger is unchanged"):
        write_carelessly(store)
    with store.view() as view:
        assert view.judgements() == ()


@pytest.mark.parametrize(
    ("database", "message"),
    [
        ("postgresql://postgres@127.0.0.1:{port}/none", 'cannot be reached .database "none" does not exist.; check'),
        ("postgresql://nobody@127.0.0.1:{port}/postgres", "role .nobody. does not exist.; check"),
        ("postgresql://postgres@127.0.0.1:1/postgres", "cannot be reached .*refused"),
        ("postgresql://postgres@127.0.0.1:{port}/postgres?schema=nothing_here", "no ledger in this database; make one"),
        ("postgresql://postgres@127.0.0.1:{port}/postgres?schema=pg_catalog", "other tables .* and no ledger"),
    ],
)
def test_what_cannot_be_reached_is_named(postgresql, database, message):
    """One line with the address and the remedy."""
    place = database.format(port=postgresql.port)
    with pytest.raises(LedgerError, match=message) as raised, open_store(place, 0.2).view():
        pass
    assert str(raised.value).startswith("postgresql://")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("state", [state for state in STATES if len(state) == STATE])
def test_every_complaint_of_a_server_is_a_line_with_the_ledgers_name(store, state):
    """A full disk, a copy that takes no changes, a right that is missing; the ledger is as it was."""
    complain = f"DO $$ BEGIN RAISE EXCEPTION 'odd' USING ERRCODE = '{state}'; END $$"
    with pytest.raises(LedgerError) as raised, store.writer() as writer:
        writer.connection.exec_driver_sql(complain)
    assert str(raised.value) == f"{store.place}: {STATES[state]}"
    assert export(store) == dump_ledger(make_findings())


def test_a_newer_ledger_is_refused(store):
    """A later schema is named, with the remedy."""
    with store.writer() as writer:
        writer.connection.exec_driver_sql("UPDATE meta SET value = '999' WHERE name = 'schema_version'")
    for block in (store.view, store.writer):
        with pytest.raises(LedgerTooNew, match=rf"schema is 999, this one knows {SCHEMA}"), block():
            pass


def test_the_driver_may_be_missing(database, monkeypatch):
    """The line says how to install it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"pip install 'accordingto\[postgresql\]'"), open_store(database).view():
        pass


def test_words_are_found_as_in_a_file(store, tmp_path):
    """Endings, accents, case and unfinished names; nothing in a query is an operator."""
    file = open_store(tmp_path / "raid.ledger")
    with file.writer() as writer:
        writer.save(make_findings())
    with store.view() as here, file.view() as there:
        for words in ("rebels", "RÉBEL raid", "army's", "fighter & !", "of the", "xyz", "' \\ :* |", "2"):
            hits = [{hit.id for hit in find_documents(each.connection, words)} for each in (here, there)]
            assert hits[0] == hits[1], words
            assert count_documents_with(here.connection, words) == len(hits[0])
        for words in ("dawn", "daw", "FRÖNT da", "raid orl", "zz"):
            names = [find_names(each.connection, words) for each in (here, there)]
            assert names[0] == names[1], words


def test_a_text_of_very_many_words_can_be_kept(store):
    """PostgreSQL indexes no more than a megabyte of words; the beginning is found."""
    long = " ".join(f"word{number}" for number in range(200_000))
    add = text("INSERT INTO documents (id, uri, text) VALUES ('doc-long', 'long.txt', :text)")
    with store.writer() as writer:
        writer.connection.execute(add, {"text": long})
    with store.view() as view:
        assert [hit.id for hit in find_documents(view.connection, "word17")] == ["doc-long"]


def test_only_the_password_of_an_address_is_hidden():
    """Errors name the ledger as a person would."""
    place = parse_place("postgresql://postgres:secret@127.0.0.1:1/raid")
    with pytest.raises(LedgerError) as raised, open_store(place, 0.1).view():
        pass
    assert "secret" not in str(raised.value)
    assert str(raised.value).startswith("postgresql://postgres@127.0.0.1:1/raid: ")
