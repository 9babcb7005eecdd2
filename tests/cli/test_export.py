"""``export`` writes the same bytes each time, whole or not at all."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from accordingto.export.ledger_json import dump_ledger
from tests.harbour import make_findings


def test_it_prints_the_ledger(run, ledger):
    """Standard output where no file is named."""
    result = run("export", ledger, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == dump_ledger(make_findings())


def test_it_replaces_a_file_whole(run, ledger, tmp_path):
    """What was there is gone, and nothing else is left beside it."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "raid.json").write_text("old " * 10_000)
    assert run("export", ledger, "--format", "json", "-o", folder / "raid.json").exit_code == 0
    assert json.loads((folder / "raid.json").read_text("utf-8"))["format"] == "accordingto-ledger/1"
    assert [each.name for each in folder.iterdir()] == ["raid.json"]


@pytest.mark.parametrize("name", ["", "gone/raid.json", "x" * 300])
def test_a_place_that_cannot_be_written_is_named(run, ledger, tmp_path, name):
    """A folder, a folder that is not there, a name too long: one line, status 2, nothing left behind."""
    folder = tmp_path / "out"
    folder.mkdir()
    result = run("export", ledger, "--format", "json", "-o", folder / name)
    assert result.exit_code == 2
    [line] = result.stderr.splitlines()
    assert "cannot be written" in line
    assert list(folder.iterdir()) == []


def test_a_device_is_written_to_and_not_replaced(run, ledger):
    """-o /dev/null stays a device."""
    assert run("export", ledger, "--format", "json", "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [["show"], ["export", "--format", "json"]])
def test_a_full_disk_behind_standard_output(ledger, command):
    """One line and status 2."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "accordingto", *command, ledger],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert next(line for line in done.stderr.splitlines() if line).startswith("accordingto: standard output: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["show"], ["export", "--format", "json"]])
def test_a_reader_who_has_seen_enough(ledger, command):
    """'| head' ends the command without a word."""
    arguments = [sys.executable, "-m", "accordingto", *command, ledger]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
