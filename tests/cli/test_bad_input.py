"""Everything that can be wrong with an input or a ledger: one clear line, the right status, no traceback."""

import os
import sqlite3
from pathlib import Path

import pytest

import accordingto.comparing.notes
import accordingto.ledger
import accordingto.pipeline
from accordingto.export.ledger_json import dump_ledger
from accordingto.stages.attribute import attribute
from accordingto.stages.resolve import read_actors
from accordingto.store import SqlStore


def lines_of(result):
    """The lines on standard error, each checked to be for a person."""
    assert "Traceback" not in result.output
    assert not isinstance(result.exception, Exception)
    lines = [line for line in result.stderr.splitlines() if line]
    assert all(line.startswith("accordingto: ") for line in lines), result.stderr
    return lines


def read(path):
    """The export of a ledger."""
    with SqlStore(path).view() as view:
        return dump_ledger(view.findings())


BAD_FILES = {
    "empty.txt": b"",
    "picture.txt": bytes(range(256)) * 40,
    "half.txt": "Zwei M\u00e4nner".encode("utf-16")[:-1],
    "photo.jpg": b"\xff\xd8\xff\xe0 no text",
    "long.txt": b"x" * 50_000_000,
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_and_the_others_are_in_the_ledger(run, reports, tmp_path, name):
    """Status 1, one line with the file's name and a remedy."""
    (reports / name).write_bytes(BAD_FILES[name])
    ledger = tmp_path / "raid.ledger"
    result = run("build", reports, "-o", ledger)
    [line] = lines_of(result)
    assert result.exit_code == 1
    assert name in line
    assert ";" in line
    assert "wire.txt" in read(ledger)
    assert name not in read(ledger)


def test_a_table_that_names_a_missing_file(run, reports, tmp_path):
    """The line of the table is named, and the rest is read."""
    (reports / "documents.jsonl").write_text('{"file": "gone.txt"}\nno json\n', encoding="utf-8")
    result = run("build", reports, "-o", tmp_path / "raid.ledger")
    lines = lines_of(result)
    assert result.exit_code == 1
    assert len(lines) == 2
    assert "gone.txt" in lines[0]


def test_a_missing_input_beside_good_ones(run, reports, tmp_path):
    """A path with a slip in it does not cost the other inputs."""
    result = run("build", reports, tmp_path / "reprots", "-o", tmp_path / "raid.ledger")
    [line] = lines_of(result)
    assert result.exit_code == 1
    assert "reprots" in line


def test_an_unreadable_folder(run, reports, tmp_path, monkeypatch):
    """A folder that may not be opened is named; nothing is closed to root, so the system's answer is given here."""
    (reports / "closed").mkdir()
    real = os.listdir

    def list_folder(path="."):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "listdir", list_folder)
    result = run("build", reports, "-o", tmp_path / "raid.ledger")
    [line] = lines_of(result)
    assert result.exit_code == 1
    assert "closed" in line
    assert "permissions" in line


def test_nothing_usable_makes_no_ledger(run, tmp_path):
    """Status 2, and neither a new file nor a change to an old one."""
    result = run("build", tmp_path / "gone", "-o", tmp_path / "raid.ledger")
    assert result.exit_code == 2
    assert "gone" in lines_of(result)[0]
    assert list(tmp_path.iterdir()) == []


def test_nothing_usable_leaves_a_ledger_alone(run, ledger, tmp_path):
    """What was in it is whole, to the byte."""
    before = ledger.read_bytes()
    assert run("build", tmp_path / "gone", "-o", ledger).exit_code == 2
    assert ledger.read_bytes() == before


def test_a_ledger_that_another_program_writes_to(run, reports, ledger):
    """One line after a bounded wait, status 2, and nothing is lost."""
    before = read(ledger)
    other = sqlite3.connect(ledger, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    result = run("build", reports, "-o", ledger)
    other.execute("ROLLBACK")
    other.close()
    [line] = lines_of(result)
    assert result.exit_code == 2
    assert "another program is writing" in line
    assert read(ledger) == before


@pytest.mark.parametrize("command", ["build", "show", "export"])
def test_a_ledger_of_a_newer_schema(run, reports, ledger, command):
    """Each command names the ledger and says to upgrade."""
    with sqlite3.connect(ledger) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    arguments = {
        "build": ["build", reports, "-o", ledger],
        "show": ["show", ledger],
        "export": ["export", ledger, "--format", "json"],
    }
    result = run(*arguments[command])
    [line] = lines_of(result)
    assert result.exit_code == 2
    assert "later version" in line
    assert str(ledger) in line


@pytest.mark.parametrize("command", [["show"], ["export", "--format", "json"]])
@pytest.mark.parametrize("name", ["gone.ledger", "", "reports/wire.txt"])
def test_a_ledger_that_is_none(run, reports, command, name):
    """A missing file, a folder, an article: status 2 and one line."""
    result = run(*command, reports.parent / name)
    [line] = lines_of(result)
    assert result.exit_code == 2
    assert "ledger" in line


@pytest.mark.parametrize("name", ["", "wire.txt"])
def test_an_output_that_can_be_no_ledger(run, reports, name):
    """A folder or an article as -o is refused and left alone."""
    result = run("build", reports, "-o", reports / name)
    [line] = lines_of(result)
    assert result.exit_code == 2
    assert "Orlec" in (reports / "wire.txt").read_text("utf-8")
    assert str(reports) in line


@pytest.mark.parametrize("command", [["show"], ["build", "reports", "-o"]])
def test_a_pipe_is_no_ledger(run, reports, command, monkeypatch):
    """SQLite would wait for ever for somebody to write to it."""
    monkeypatch.chdir(reports.parent)
    os.mkfifo("pipe.ledger")
    result = run(*command, "pipe.ledger")
    [line] = lines_of(result)
    assert result.exit_code == 2
    assert "pipe.ledger: this is a pipe" in line


def test_half_a_character_in_a_table_costs_nothing(run, reports, tmp_path):
    """A lone surrogate in a publisher's name was met only when the ledger was written, and lost the build."""
    (reports / "documents.jsonl").write_text('{"file": "wire.txt", "publisher": "\\ud800Wire"}\n', encoding="utf-8")
    result = run("build", reports, "-o", tmp_path / "raid.ledger")
    assert (result.exit_code, lines_of(result)) == (0, [])
    assert '"publisher": "Wire"' in read(tmp_path / "raid.ledger")


def test_an_output_where_nobody_may_write(run, reports):
    """A folder of the system."""
    for place in ("/proc/raid.ledger", "/proc/new/raid.ledger"):
        result = run("build", reports, "-o", place)
        [line] = lines_of(result)
        assert result.exit_code == 2
        assert "/proc" in line


def test_an_output_in_a_folder_that_is_not_there(run, reports, tmp_path):
    """A slip in a folder's name makes no folder; the line comes before anything is read."""
    result = run("build", reports, "-o", tmp_path / "acrhive" / "raid.ledger")
    [line] = lines_of(result)
    assert (result.exit_code, line.endswith("acrhive does not exist; make it first")) == (2, True)
    assert not (tmp_path / "acrhive").exists()


@pytest.mark.parametrize("address", ["ftp://orlec.example/a", "gopher://orlec.example", "file:///srv/a.txt"])
def test_an_address_that_is_not_fetched(run, reports, tmp_path, address):
    """The line says which addresses are; the others are in the ledger."""
    result = run("build", reports, address, "-o", tmp_path / "raid.ledger")
    [line] = lines_of(result)
    assert result.exit_code == 1
    assert f"refused {address}: addresses with {address.partition(':')[0]}:// are not fetched; give " in line


@pytest.mark.parametrize("arguments", [[], ["review"], ["accounts"]])
def test_nothing_asked_for(run, arguments):
    """What can be asked for, on standard output; no error, but nothing was done either."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (2, "")
    assert result.stdout.startswith(f"Usage: {' '.join(['main', *arguments])} [OPTIONS] COMMAND")


def test_an_unknown_model(run, reports, tmp_path):
    """The option is named, and no ledger is left behind."""
    result = run("build", reports, "-o", tmp_path / "raid.ledger", "--model", "xx_none_lg")
    [line] = lines_of(result)
    assert result.exit_code == 2
    assert "--model xx_none_lg" in line
    assert not (tmp_path / "raid.ledger").exists()


def test_a_document_that_defeats_a_stage(run, reports, tmp_path, monkeypatch):
    """It is kept with fewer lines, an issue is recorded and told, and the status is 0."""

    def fail(document, parse):
        if document.uri == "radio.txt":
            raise RecursionError("too deep")
        return attribute(document, parse)

    monkeypatch.setattr(accordingto.pipeline, "attribute", fail)
    ledger = tmp_path / "raid.ledger"
    result = run("build", reports, "-o", ledger)
    [line] = lines_of(result)
    assert result.exit_code == 0
    assert "radio.txt: RecursionError: too deep" in line
    with SqlStore(ledger).view() as view:
        findings = view.findings()
    assert len(findings.readings) == 2
    assert [each.message for each in findings.issues] == ["radio.txt: RecursionError: too deep"]


def test_a_document_that_defeats_comparing(run, reports, tmp_path, monkeypatch):
    """It is set aside with an issue; the others are compared."""

    def fail(reading, *known):
        if reading.document.uri == "radio.txt":
            raise ValueError("odd name")
        return read_actors(reading, *known)

    monkeypatch.setattr(accordingto.comparing.notes, "read_actors", fail)
    ledger = tmp_path / "raid.ledger"
    result = run("build", reports, "-o", ledger)
    [line] = lines_of(result)
    assert result.exit_code == 0
    assert "radio.txt: ValueError: odd name" in line
    with SqlStore(ledger).view() as view:
        findings = view.findings()
    assert {document for origin in findings.lineage.origins for document in origin.documents} == {
        each.document.id for each in findings.readings
    }
    assert findings.resolution.actors


def test_a_full_disk_while_building(run, reports, ledger, monkeypatch):
    """SQLite's own complaint becomes a line; the ledger is whole."""
    before = read(ledger)

    def fill(self, *_):
        self.connection.exec_driver_sql("PRAGMA max_page_count = 1")
        self.connection.exec_driver_sql("CREATE TABLE filler AS SELECT zeroblob(100000) AS zeros")

    monkeypatch.setattr("accordingto.store.sql.SqlWriter.save", fill)
    [line] = lines_of(run("build", reports, "-o", ledger))
    assert "no space is left" in line
    assert read(ledger) == before


def test_being_stopped(run, reports, ledger, monkeypatch):
    """Control-C: status 130 and nothing changed."""
    before = read(ledger)

    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(accordingto.ledger, "compare", stop)
    result = run("build", reports, "-o", ledger)
    assert result.exit_code == 130
    assert lines_of(result)[-1] == "accordingto: stopped; nothing was changed"
    assert read(ledger) == before


def test_a_fault_of_ours_is_one_line_too(run, ledger, monkeypatch):
    """A bug is told with how to find it."""

    def fail(*_):
        raise ValueError("no such thing")

    monkeypatch.setattr("accordingto.store.sql.SqlView.findings", fail)
    [line] = lines_of(run("show", ledger))
    assert "ValueError: no such thing; please report it" in line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build"], "Missing argument 'INPUT...'"),
        (["build", "a.txt"], "Missing option '-o'"),
        (["show"], "Missing argument 'LEDGER'"),
        (["shwo"], "No such command 'shwo'"),
        (["show", "x", "--colour"], "No such option"),
        (["show", "x", "--limit", "0"], "--limit"),
        (["export", "x", "--format", "xml"], "xml"),
    ],
)
def test_wrong_usage(run, arguments, words):
    """Status 2, and one line that points to the help."""
    result = run(*arguments)
    [line] = lines_of(result)
    assert result.exit_code == 2
    assert words in line
    assert line.endswith("--help")


def test_a_setting_that_makes_no_sense(run, ledger):
    """The variable is named."""
    result = run("show", ledger, environment={"ACCORDINGTO_BUSY_SECONDS": "soon"})
    [line] = lines_of(result)
    assert (result.exit_code, "ACCORDINGTO_BUSY_SECONDS=soon" in line) == (2, True)


def test_a_file_name_that_steers_the_terminal(run, reports, tmp_path):
    """Names come from strangers' archives; nothing in them reaches the terminal as it is."""
    (reports / "a\x1b[2Jb.txt").write_bytes(b"")
    (reports / "c\x1b[2Jd.txt").write_bytes(b"Nine died in Orlec, the army said.")
    Path(os.fsdecode(os.fsencode(reports) + b"/\xff.txt")).write_bytes(b"Ten died in Orlec, residents said.")
    result = run("build", reports, "-o", tmp_path / "raid.ledger")
    assert result.exit_code == 1
    assert "\x1b" not in result.output
    assert "\x1b" not in run("show", tmp_path / "raid.ledger").output
