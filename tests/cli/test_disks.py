"""A disk that is full or write-protected: one line with the remedy, and going on afterwards gives the same ledger."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from accordingto.engines import local
from accordingto.engines.shard import SHARD
from accordingto.export.ledger_json import dump_ledger
from accordingto.pipeline import read_document
from accordingto.store import SqlStore
from tests.archives import make_record, make_warc
from tests.disks import BLOCK, mounted

TABLE = "event,outlet,deaths\ne1,Harbour Wire,9\ne1,Radio Sarn,31\n"
OPTIONS = ("--event", "event", "--source", "outlet", "--count", "deaths")
MARCH = "A third force marched on Orlec on Friday and killed four soldiers, the Marish army said.\n"
FULL = "No space left on device"
BECAUSE = ("--because", "one channel", "--by", "Ada")


@pytest.fixture
def disk(tmp_path):
    """A disk of a few megabytes."""
    with mounted(tmp_path / "disk", "6m") as disk:
        yield disk


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """A ledger that was built, with the bytes of its documents, and the reports that it was built from."""
    from click.testing import CliRunner

    from accordingto.cli import main
    from tests.cli.conftest import REPORTS

    folder = tmp_path_factory.mktemp("read")
    (folder / "reports").mkdir()
    for name, words in REPORTS.items():
        (folder / "reports" / name).write_text(words, encoding="utf-8")
    done = CliRunner().invoke(
        main, ["build", str(folder / "reports"), "-o", str(folder / "raid.ledger"), "--keep-sources"]
    )
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def ledger(disk, read):
    """The same ledger on the disk."""
    shutil.copytree(read, disk.path, dirs_exist_ok=True)
    return disk.path / "raid.ledger"


def export(path):
    """What a ledger holds."""
    with SqlStore(path).view() as view:
        return dump_ledger(view.findings()), view.judgements(), view.reviews()


def fail(result, words):
    """One line on standard error, status 2."""
    lines = result.stderr.splitlines()
    assert (result.exit_code, len(lines)) == (2, 1), result.stderr
    assert words in lines[0], lines[0]
    assert ";" in lines[0]


def files_of(disk):
    """What lies on a disk; SQLite's own side files come and go."""
    return sorted(each.name for each in disk.path.iterdir() if not each.name.endswith(("-wal", "-shm")))


def first_claim(path):
    """A claim of a ledger."""
    with SqlStore(path).view() as view:
        return view.findings().claims[0].id


def commands(path, more):
    """What writes to a ledger, with the place that a full disk's line names."""
    with SqlStore(path).view() as view:
        one, other = [each.id for each in view.findings().resolution.actors if each.kind.value != "person"][:2]
    return {
        "build": ("build", more, "-o", path),
        "merge": ("actors", "merge", path, one, other, *BECAUSE),
        "review": ("review", "withdraw", path, first_claim(path), *BECAUSE),
        "rebuild": ("rebuild", path, "--from", "resolve"),
    }


@pytest.fixture
def more(tmp_path):
    """A report that is not in the ledger."""
    path = tmp_path / "march.txt"
    path.write_text(MARCH * 200, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["build", "merge", "review", "rebuild"])
def test_a_ledger_on_a_full_disk(run, disk, ledger, more, command):
    """Nothing is lost, and with room again the same command gives what it would have given."""
    other = more.parent / "raid.ledger"
    shutil.copy(ledger, other)
    assert run(*commands(other, more)[command]).exit_code == 0
    before = export(ledger)
    with disk.full(but=20_000):
        fail(run(*commands(ledger, more)[command]), "raid.ledger")
    assert export(ledger) == before
    assert run(*commands(ledger, more)[command]).exit_code == 0
    assert export(ledger)[0] == export(other)[0]


@pytest.mark.parametrize("command", ["build", "merge", "review", "rebuild"])
def test_a_ledger_that_may_not_be_written(run, disk, ledger, more, command):
    """The line says so before anything is done; nothing else can be found beside the ledger afterwards."""
    asked = commands(ledger, more)[command]
    with disk.protected():
        fail(run(*asked), "permissions")
    assert run(*asked).exit_code == 0


def test_a_ledger_that_may_not_be_written_can_be_read(run, disk, ledger, tmp_path):
    """Shown, exported, proved, reported and copied away."""
    with disk.protected():
        assert run("show", ledger).exit_code == 0
        assert run("verify", ledger).exit_code == 0
        assert run("report", ledger, "-o", tmp_path / "raid.html").exit_code == 0
        assert run("export", ledger, "--format", "json", "-o", tmp_path / "raid.json").exit_code == 0
        assert run("copy", ledger, tmp_path / "copy.ledger").exit_code == 0
        for name, *rest in (("report",), ("export", "--format", "json"), ("export", "--format", "ucdp")):
            fail(run(name, ledger, *rest, "-o", disk.path / "out"), "out: cannot be written")
        fail(run("copy", tmp_path / "copy.ledger", disk.path / "other.ledger"), "disk")
    assert export(tmp_path / "copy.ledger") == export(ledger)


@pytest.mark.parametrize("room", [0, 8192, 60_000, 300_000])
def test_a_copy_that_does_not_fit(run, disk, read, room):
    """Nothing of it stays: no ledger, no bytes of documents."""
    target = disk.path / "copy.ledger"
    with disk.full(but=room):
        fail(run("copy", read / "raid.ledger", target), "copy.ledger")
        assert sorted(each.name for each in disk.path.iterdir()) == [".filler"]
    assert run("copy", read / "raid.ledger", target).exit_code == 0
    assert export(target) == export(read / "raid.ledger")
    assert run("verify", target).exit_code == 0


def test_a_first_build_that_does_not_fit(run, disk, read):
    """No empty ledger stays behind, and no bytes of documents."""
    target = disk.path / "new.ledger"
    for room in (0, 40_000):
        with disk.full(but=room):
            fail(run("build", read / "reports", "-o", target, "--keep-sources"), "new.ledger")
            assert [each.name for each in disk.path.iterdir()] == [".filler"]
    assert run("build", read / "reports", "-o", target, "--keep-sources").exit_code == 0
    assert export(target) == export(read / "raid.ledger")


@pytest.mark.parametrize(("room", "words"), [(80_000, "it goes on where it was"), (110_000, "no space is left")])
def test_a_disk_that_is_full_while_much_is_read(run, disk, monkeypatch, room, words):
    """What was read is kept beside the ledger; the next try reads only the rest, and gives the same ledger."""
    reports = disk.path.parent / "many"
    reports.mkdir()
    for number in range(SHARD + 4):
        (reports / f"{number}.txt").write_text(f"Nine soldiers died at Post {number}, the Marish army said.\n")
    read = []

    def note(document, **by):
        read.append(document.uri)
        return read_document(document, **by)

    monkeypatch.setattr(local, "read_document", note)
    asked = ("build", reports, "--processes", "1", "-o")
    target, other = disk.path / "new.ledger", disk.path.parent / "other.ledger"
    with disk.full(but=room):
        fail(run(*asked, target), words)
    assert run(*asked, target).exit_code == 0
    assert set(read) == {each.name for each in reports.iterdir()}
    assert len(read) <= SHARD + 5  # the one that did not fit any more is read twice
    assert run(*asked, other).exit_code == 0
    assert export(target) == export(other)
    assert files_of(disk) == ["new.ledger"]


@pytest.mark.parametrize("name", ["reports.zip", "reports.wacz"])
def test_a_zip_that_cannot_be_unpacked_for_want_of_room(run, disk, tmp_path, monkeypatch, name):
    """No ledger of a part of it: one line; with room again the ledger is whole."""
    with zipfile.ZipFile(tmp_path / name, "w") as file:
        for number, words in enumerate(("Nine died in Orlec.", "x" * 50_000)):
            file.writestr(f"{number}.txt", words)
        file.writestr("archive/a.warc", make_warc(make_record(), packed=False))
    monkeypatch.setattr(tempfile, "tempdir", str(disk.path))
    asked = ("build", tmp_path / name, "-o", tmp_path / "new.ledger")
    with disk.full(but=30_000):
        fail(run(*asked), f"{name}: no room to unpack it in {disk.path} ({FULL}); free some")
        assert [each.name for each in disk.path.iterdir()] == [".filler"]
    assert not (tmp_path / "new.ledger").exists()
    monkeypatch.undo()
    assert run(*asked).exit_code == 0


def test_no_room_for_temporary_files(disk, read, tmp_path):
    """The folder is named, not standard output; nothing is half-done."""
    program = [sys.executable, "-m", "accordingto", "build", read / "reports", "-o", tmp_path / "new.ledger"]
    with disk.full(but=20_000):  # of one that is quite full Python makes no use
        environment = {**os.environ, "TMPDIR": str(disk.path)}
        done = subprocess.run(program, check=False, capture_output=True, text=True, env=environment)
    [line] = done.stderr.splitlines()
    assert (done.returncode, f"{disk.path}: cannot be written ({FULL}); free some space, or" in line) == (2, True)
    assert not (tmp_path / "new.ledger").exists()


def test_files_that_do_not_fit(run, disk, ledger, tmp_path):
    """What was there stays whole; no half file lies beside it."""
    (tmp_path / "reports.csv").write_text(TABLE, encoding="utf-8")
    asked = {
        "json": ("export", ledger, "--format", "json"),
        "ucdp": ("export", ledger, "--format", "ucdp"),
        "html": ("report", ledger),
        "csv": ("import", tmp_path / "reports.csv", *OPTIONS),
    }
    for name, command in asked.items():
        (disk.path / f"out.{name}").write_bytes(b"old")
        there = files_of(disk)
        with disk.full():
            fail(run(*command, "-o", disk.path / f"out.{name}"), f"out.{name}: cannot be written (No space left")
        assert (disk.path / f"out.{name}").read_bytes() == b"old"
        assert files_of(disk) == there
        assert run(*command, "-o", disk.path / f"out.{name}").exit_code == 0


@pytest.mark.parametrize("command", [["export", "--format", "json"], ["show"], ["verify"], ["actors"]])
def test_a_full_standard_output(read, command):
    """'> /mnt/full/raid.json': one line, status 2."""
    name, *options = command
    program = [sys.executable, "-m", "accordingto", name, str(read / "raid.ledger"), *options]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(program, check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr.splitlines()) == (
        2,
        [f"accordingto: standard output: cannot be written ({FULL}); free some space, or send it elsewhere"],
    )


@pytest.mark.parametrize("room", [0, BLOCK])
def test_a_log_that_does_not_fit(run, disk, read, room):
    """It ends with a whole line, one line says so, and everything else is done as without it."""
    shutil.copytree(read, disk.path.parent, dirs_exist_ok=True)
    path, log = disk.path.parent / "raid.ledger", disk.path / "log.jsonl"
    with disk.full(but=room):
        log.write_text('{"event": "earlier"}\n' * (room // 23))
        result = run("rebuild", path, "--from", "attribute", "--log", log)
    [line] = result.stderr.splitlines()
    assert (result.exit_code, f"{log}: ends too early ({FULL}); make room" in line) == (0, True)
    assert export(path) == export(read / "raid.ledger")
    assert [json.loads(each)["event"] for each in log.read_text().splitlines()][:1] == ["earlier"] * bool(room)


def test_a_full_standard_error(read, tmp_path):
    """'2> /mnt/full/errors': nobody can be told, but the work is done and the status is right."""
    shutil.copytree(read, tmp_path, dirs_exist_ok=True)
    asked = {
        0: ("rebuild", tmp_path / "raid.ledger", "--from", "resolve", "--profile"),
        2: ("show", tmp_path / "none.ledger"),
    }
    with Path("/dev/full").open("wb") as full:
        for status, command in asked.items():
            program = [sys.executable, "-m", "accordingto", *map(str, command)]
            done = subprocess.run(program, check=False, stdout=subprocess.PIPE, stderr=full)
            assert done.returncode == status
    assert export(tmp_path / "raid.ledger") == export(read / "raid.ledger")


def test_accounts_on_a_full_disk(run, disk, ledger):
    """Nobody is let in by half."""
    with disk.full():
        result = run("accounts", "add", ledger, "ada", "--password-stdin", given="correct horse battery\n")
        fail(result, "raid.ledger.access")
    assert run("accounts", "list", ledger).stdout.startswith("nobody")
