"""Ledgers that fuzzing had altered, each told as damaged in one line."""

import sqlite3

import pytest

from accordingto.custody import prove, sources_of
from accordingto.errors import LedgerError
from accordingto.export.ledger_json import dump_ledger
from accordingto.ledger import compare_again
from accordingto.store import SqlStore
from tests.harbour import make_findings

ALTERED = [
    ("actors", "kind", "'V['"),  # ValueError: no kind of actor
    ("documents", "published_start", "20310514"),  # TypeError: a number where a day belongs
    ("documents", "title", "x'ff00'"),  # TypeError: bytes in JSON
    ("attributions", "rule_inputs", "'['"),  # JSONDecodeError
    ("attributions", "rule_inputs", "x'fffe'"),  # UnicodeDecodeError
    ("mentions", "ends", "'x'"),  # TypeError: a span that ends at a word
]


@pytest.fixture
def ledger(tmp_path):
    """The hand-made story."""
    path = tmp_path / "raid.ledger"
    with SqlStore(path).writer() as writer:
        writer.save(make_findings())
    return path


def read(path):
    """Look at all of a ledger."""
    with SqlStore(path).view() as view:
        findings = view.findings()
        prove(findings, view.captures(), view.reviews(), sources_of(path))
    return dump_ledger(findings)


@pytest.mark.parametrize(("table", "column", "value"), ALTERED)
def test_a_cell_that_holds_what_it_cannot_hold(ledger, table, column, value):
    """The line names the ledger and the remedy, and nothing of it is believed."""
    with sqlite3.connect(ledger) as file:
        file.execute(f"UPDATE {table} SET {column} = {value}")  # noqa: S608  words of this file
    file.close()
    with pytest.raises(LedgerError, match=r"raid\.ledger: a line of this ledger is damaged .*; restore it"):
        read(ledger)


def test_words_that_were_overwritten(ledger):
    """SQLite's complaint quotes the document, which has many lines."""
    content = ledger.read_bytes()
    at = content.index(b"rebels died in the raid")
    ledger.write_bytes(content[:at] + b"\xff" + content[at + 1 :])
    with pytest.raises(LedgerError, match=r"raid\.ledger: this ledger is damaged") as refused:
        read(ledger)
    assert "\n" not in str(refused.value)


def test_a_schema_that_was_overwritten(ledger):
    """SQLite's own complaint holds bytes that are no letters."""
    content = ledger.read_bytes()
    at = content.index(b"CREATE TABLE ")
    ledger.write_bytes(content[:at] + b"CREATE \x91\xff" + content[at + 9 :])
    with pytest.raises(LedgerError, match=r"raid\.ledger: "):
        read(ledger)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("attributions", "form", "'x'"),  # ValueError: no form of speech
        ("documents", "outlet", "x'ff'"),  # TypeError: bytes among the names of outlets
        ("readings", "rules", "x'7f'"),  # TypeError: bytes that end with no word
    ],
)
def test_building_upon_a_cell_that_holds_what_it_cannot_hold(ledger, table, column, value):
    """The same line; the ledger is as it was."""
    with sqlite3.connect(ledger) as file:
        file.execute(f"UPDATE {table} SET {column} = {value}")  # noqa: S608  words of this file
    file.close()
    content = ledger.read_bytes()
    with pytest.raises(LedgerError, match=r"raid\.ledger: .* damaged .*; restore it"), SqlStore(ledger).writer() as to:
        compare_again(to)
    assert ledger.read_bytes() == content
