"""Ledgers that cannot be opened, read or written: one line with the remedy, and what was there is whole."""

import os
import shutil
import sqlite3
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from accordingto.errors import LedgerError
from accordingto.export.ledger_json import dump_ledger
from accordingto.model.findings import Reading
from accordingto.model.parse import Parse
from accordingto.store import SqlStore
from accordingto.store.faults import MESSAGES, clear_faults
from tests.factory import make_document
from tests.harbour import make_findings


def read(path):
    """The export of a ledger."""
    with SqlStore(path, busy_seconds=0.1).view() as view:
        return dump_ledger(view.findings())


def write(path):
    """Save the story once more."""
    with SqlStore(path, busy_seconds=0.1).writer() as writer:
        writer.save(make_findings())


def with_a_long_document():
    """The story and a report too long for the pages that the file has."""
    findings = make_findings()
    report = make_document("Nobody was hurt. " * 20_000, "long.txt")
    reading = Reading(report, Parse(report.id, (), (), (), "xx"), (), "hand.v1")
    return replace(findings, readings=(*findings.readings, reading))


def test_one_file_remains(ledger):
    """After writing and after reading nothing lies beside the ledger."""
    read(ledger)
    assert [each.name for each in ledger.parent.iterdir()] == ["raid.ledger"]


def test_the_log_is_written_ahead_and_keys_are_kept(ledger):
    """The file is in WAL mode, and every reference leads somewhere."""
    connection = sqlite3.connect(ledger)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_another_writer_is_waited_for_and_named(ledger):
    """While another program writes, a writer gives up after its wait; a reader reads what was there before."""
    before = read(ledger)
    other = sqlite3.connect(ledger, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="another program is writing to this ledger"):
        write(ledger)
    assert read(ledger) == before
    other.execute("ROLLBACK")
    other.close()
    write(ledger)
    assert read(ledger) == before


@pytest.mark.parametrize("content", [b"Two people were hurt.\n" * 50, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_ledger_is_refused_and_left_alone(tmp_path, content):
    """A text that was named by mistake is not overwritten."""
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for attempt in (read, write):
        with pytest.raises(LedgerError, match=r"notes\.txt: this (file is not a ledger|ledger is damaged)"):
            attempt(path)
    assert path.read_bytes() == content


def test_a_damaged_ledger_is_named(ledger):
    """Bytes overwritten in the middle of the file."""
    content = bytearray(ledger.read_bytes())
    content[4096 : len(content) - 4096] = b"\xaa" * (len(content) - 8192)
    ledger.write_bytes(content)
    with pytest.raises(LedgerError, match="damaged"):
        read(ledger)


def test_a_missing_ledger_is_not_made_by_reading(tmp_path):
    """Reading says how to make one, and makes nothing."""
    with pytest.raises(LedgerError, match="no such ledger; make one with: accordingto build"):
        read(tmp_path / "raid.ledger")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_ledger_yet(tmp_path):
    """Reading says so; writing takes it."""
    path = tmp_path / "raid.ledger"
    path.touch()
    with pytest.raises(LedgerError, match="is empty; build a ledger"):
        read(path)
    write(path)
    assert "Harbour Wire" in read(path)


@pytest.mark.parametrize(("name", "message"), [("", "is a folder"), ("no/raid.ledger", "does not exist")])
def test_a_place_where_no_file_can_be_is_named(tmp_path, name, message):
    """A folder, or a file in a folder that is not there."""
    for attempt in (read, write):
        with pytest.raises(LedgerError, match=message):
            attempt(tmp_path / name)


def test_a_name_that_the_system_refuses_is_named(tmp_path):
    """Longer than any file system allows."""
    with pytest.raises(LedgerError, match="cannot be a ledger"):
        write(tmp_path / ("x" * 300))


def test_an_error_takes_a_new_file_away(tmp_path):
    """A ledger that never held anything does not stay behind."""
    with pytest.raises(ZeroDivisionError), SqlStore(tmp_path / "raid.ledger").writer():
        _ = 1 / 0
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_ledger_as_it_was(ledger):
    """When SQLite can add no page the transaction is undone and the line says what to do."""
    before = read(ledger)

    def limit(connection, _):
        connection.execute("PRAGMA max_page_count = 1")  # as many pages as there are

    event.listen(Engine, "connect", limit)
    try:
        with pytest.raises(LedgerError, match="no space is left on the disk"), SqlStore(ledger).writer() as writer:
            writer.save(with_a_long_document())
    finally:
        event.remove(Engine, "connect", limit)
    assert read(ledger) == before


@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("mount") is None, reason="mounting a small disk needs root")
def test_a_disk_that_is_really_full_or_write_protected(tmp_path):
    """A ledger that does not fit is not begun, one that is there stays whole; what may only be read can be read."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=800k", "tmpfs", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        path = disk / "raid.ledger"
        write(path)
        before = read(path)
        size = shutil.disk_usage(disk).free
        (disk / "filler").write_bytes(b"x" * (size - size % 4096))
        with pytest.raises(LedgerError, match="disk"):
            write(path)
        with pytest.raises(LedgerError, match=r"disk|cannot be"):
            write(disk / "other.ledger")
        (disk / "filler").unlink()
        assert read(path) == before
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert read(path) == before
        with pytest.raises(LedgerError, match="write-protected"):
            write(path)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder where nobody may write")
def test_a_folder_where_nobody_may_write_is_named():
    """The line says that the file cannot be made."""
    with pytest.raises(LedgerError, match=r"cannot be made .*name another file"):
        write(Path("/proc/raid.ledger"))


@pytest.mark.parametrize("code", [*MESSAGES, sqlite3.SQLITE_AUTH])
def test_every_complaint_of_sqlite_is_a_line_with_the_ledgers_name(tmp_path, code):
    """Extended codes too."""
    error = sqlite3.OperationalError("odd")
    error.sqlite_errorcode = code | 1 << 8
    with pytest.raises(LedgerError) as raised, clear_faults(tmp_path / "raid.ledger"):
        raise error
    assert str(raised.value).startswith(f"{tmp_path / 'raid.ledger'}: ")
    assert ";" in str(raised.value)
