"""A PostgreSQL server that cuts the connection in the middle of a command: one line, and the next try succeeds."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from accordingto.export.ledger_json import dump_ledger
from accordingto.store import SqlStore, open_store
from accordingto.store.copy import copy_ledger

CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'accordingto'"
BECAUSE = ("--because", "one channel", "--by", "Ada")


@contextmanager
def cut_at(postgresql, words):
    """The server ends the connection when a statement with these words is about to be run, once."""
    met: list[str] = []

    def cut(_connection, _cursor, statement, *_):
        if words in statement and not met:
            met.append(statement)
            postgresql.ask(CUT)

    event.listen(Engine, "before_cursor_execute", cut)
    try:
        yield met
    finally:
        event.remove(Engine, "before_cursor_execute", cut)


def export(place):
    """What a ledger holds."""
    with open_store(place).view() as view:
        return dump_ledger(view.findings()), view.judgements(), view.reviews()


def asked(command, place, ledger, reports):
    """The command, and the statement at which its connection is cut."""
    with SqlStore(ledger).view() as view:
        findings = view.findings()
    one, other = [each.id for each in findings.resolution.actors if each.kind.value != "person"][:2]
    return {
        "build": (("build", reports, "-o", place), "INSERT INTO claims"),
        "review": (("review", "withdraw", place, findings.claims[0].id, *BECAUSE), "INSERT INTO reviews"),
        "merge": (("actors", "merge", place, one, other, *BECAUSE), "INSERT INTO judgements"),
        "copy": (("copy", ledger, place, "--replace"), "INSERT INTO claims"),
        "show": (("show", place), "FROM questions"),
    }[command]


@pytest.fixture
def server(postgresql, database):
    """The server, and the address of a ledger on it."""
    return postgresql, database


@pytest.mark.parametrize("command", ["build", "review", "merge", "copy", "show"])
def test_a_connection_that_is_cut(run, ledger, reports, server, command):
    """Status 2 with the ledger's name and the remedy; nothing changed; the same command then gives the same ledger."""
    postgresql, database = server
    copy_ledger(SqlStore(ledger), open_store(database))
    before = export(database)
    words, statement = asked(command, database, ledger, reports)
    with cut_at(postgresql, statement) as met:
        result = run(*words)
    assert met
    lines = result.stderr.splitlines()
    assert (result.exit_code, len(lines)) == (2, 1), result.stderr
    assert "the connection to the server is lost; run the command again when it answers" in lines[0]
    assert export(database) == before
    assert run(*words).exit_code == 0
    alike = reports.parent / "alike.ledger"
    copy_ledger(SqlStore(ledger), open_store(alike))
    assert run(*asked(command, alike, ledger, reports)[0]).exit_code == 0
    assert export(database)[0] == export(alike)[0]
