"""A journal that was damaged costs a second reading of what it lost; a disk that is full costs nothing."""

import sqlite3
from contextlib import closing

import pytest

from accordingto.engines.journal import Journal
from accordingto.engines.plan import Plan
from accordingto.engines.read_all import read_all
from accordingto.errors import LedgerError
from accordingto.pipeline import read_document
from accordingto.stages.parse import DEFAULT_MODEL
from tests.disks import mounted
from tests.factory import make_document

DOCUMENTS = [make_document(f"The mayor of Orlec said that {n} boats burned.", f"{n}.txt") for n in range(9)]


@pytest.fixture(scope="module")
def readings():
    """Some readings."""
    return [read_document(each) for each in DOCUMENTS]


@pytest.fixture
def journal(path, readings):
    """A journal that holds them."""
    journal = Journal(path)
    journal.keep(readings)
    return journal


@pytest.fixture
def path(tmp_path):
    """Its file."""
    return tmp_path / "a.ledger.reading"


def know(journal, readings):
    """The documents that a journal knows, either way of asking."""
    rules = readings[0].rules
    found = journal.find(DOCUMENTS, rules)
    assert found.keys() == journal.rows(DOCUMENTS, rules).keys()
    assert all(each in readings for each in found.values())
    return {each.uri for each in DOCUMENTS if each.id in found}


def test_what_is_kept_is_known(journal, readings):
    """All of it, under the rules that it was read by."""
    assert know(journal, readings) == {each.uri for each in DOCUMENTS}
    assert not journal.rows(DOCUMENTS, "older rules")


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\xff" * 4000, b"not a journal", b"\0" * 8192])
def test_a_file_that_is_no_journal(path, readings, content):
    """It knows nothing, and is written anew."""
    path.write_bytes(content)
    journal = Journal(path)
    assert not know(journal, readings)
    path.write_bytes(content)
    journal.keep(readings)
    assert know(journal, readings) == {each.uri for each in DOCUMENTS}


def test_a_file_that_was_cut_short(journal, path, readings):
    """Whatever the length, nothing but what was kept comes out of it, and it can be written to again."""
    whole = path.read_bytes()
    for length in range(0, len(whole), 1500):
        path.write_bytes(whole[:length])
        know(journal, readings)
        path.write_bytes(whole[:length])
        journal.keep(readings)
        assert len(know(journal, readings)) == len(DOCUMENTS)


def test_bytes_that_were_overwritten(journal, path, readings):
    """Wherever they lie, also where SQLite itself notices nothing."""
    whole = path.read_bytes()
    for at in range(0, len(whole), 997):
        path.write_bytes(whole[:at] + b"\x37" + whole[at + 1 :])
        know(journal, readings)
        journal.keep(readings[:1])
        assert "0.txt" in know(journal, readings)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("lines", '{"attributions": [{}]}'), ("lines", "{}"), ("parse", b"x"), ("model", "other"), ("seal", None)],
)
def test_a_row_that_was_altered(journal, path, readings, cell, value):
    """It alone is read again; the others are known."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(f"UPDATE sealed SET {cell} = ? WHERE id = ?", (value, DOCUMENTS[3].id))  # noqa: S608
    assert know(journal, readings) == {each.uri for each in DOCUMENTS} - {"3.txt"}


@pytest.mark.parametrize(
    "table", ["readings (id, rules, document, lines, model, parse)", "sealed (id, rules)", "sealed (id INTEGER)"]
)
def test_a_journal_of_another_version(path, readings, table):
    """It knows nothing, and is written anew."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(f"CREATE TABLE {table}")
    journal = Journal(path)
    assert not know(journal, readings)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(f"CREATE TABLE IF NOT EXISTS {table}")
    journal.keep(readings)
    assert len(know(journal, readings)) == len(DOCUMENTS)


def test_a_build_with_a_damaged_journal(path, journal, readings):
    """It gives what it gives with none."""
    path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 3000)
    assert read_all(DOCUMENTS, Plan(DEFAULT_MODEL, processes=1), lambda *_: None, journal) == readings


def test_a_journal_that_somebody_holds(journal, path, readings):
    """What fails, with what to do; hours of reading are not thrown away for it."""
    with closing(sqlite3.connect(path)) as other, pytest.MonkeyPatch.context() as patch:
        other.execute("BEGIN EXCLUSIVE")
        connect = sqlite3.connect
        patch.setattr(sqlite3, "connect", lambda path: connect(path, timeout=0))
        with pytest.raises(LedgerError, match=r"cannot be read \(database is locked\); "):
            journal.rows(DOCUMENTS, readings[0].rules)
        with pytest.raises(LedgerError, match=r"cannot be kept \(database is locked\); "):
            journal.keep(readings)
        other.rollback()
    assert len(know(journal, readings)) == len(DOCUMENTS)


def test_a_full_disk_loses_nothing(tmp_path, readings):
    """What was kept before it was full is known then, and afterwards."""
    with mounted(tmp_path / "disk", "2m") as disk:
        journal = Journal(disk.path / "a.ledger.reading")
        journal.keep(readings[:5])
        with disk.full():
            assert len(know(journal, readings)) == 5
            with pytest.raises(LedgerError, match=r"disk is full\); make room there"):
                journal.keep(readings[5:] * 40)
            assert len(know(journal, readings)) == 5
        journal.keep(readings[5:])
        assert len(know(journal, readings)) == len(DOCUMENTS)
