"""``build`` creates a ledger, extends it, and says what it did."""

import json
import subprocess
import sys

import pytest

import accordingto.engines.local
import accordingto.ledger
from accordingto.pipeline import grammar_of, read_document


@pytest.fixture
def read(monkeypatch):
    """The names of the documents that were parsed, in order."""
    parsed = []

    def count(document, *, model):
        parsed.append(document.uri)
        return read_document(document, model=model)

    monkeypatch.setattr(accordingto.engines.local, "read_document", count)
    return parsed


def export(run, ledger):
    """The bytes of a ledger's export."""
    result = run("export", ledger, "--format", "json")
    assert result.exit_code == 0
    return result.stdout_bytes


def test_it_says_what_it_read_and_found(run, reports, tmp_path):
    """Plain lines to a pipe: each document, then the counts, and how to go on."""
    result = run("build", reports, "-o", tmp_path / "raid.ledger")
    assert (result.exit_code, result.stderr) == (0, "")
    steps = [" ".join(line.split()[:2]) for line in result.stdout.splitlines()[:3]]
    assert steps == ["reading 1/2", "reading 2/2", "comparing all"]
    found = {line.split()[0]: line.split()[1] for line in result.stdout.splitlines() if len(line.split()) > 1}
    assert found["documents"] == "2"
    assert {"attributions", "actors", "events", "claims", "questions"} <= set(found)
    assert "accordingto show" in result.stdout
    assert "\x1b" not in result.stdout
    assert not any(line.endswith(" ") for line in result.stdout.splitlines())


def test_only_what_is_new_is_read(run, reports, tmp_path, read):
    """A second build reads nothing; with one more report it reads that one."""
    ledger = tmp_path / "raid.ledger"
    run("build", reports, "-o", ledger)
    assert sorted(read) == ["radio.txt", "wire.txt"]
    again = run("build", reports, "-o", ledger)
    assert sorted(read) == ["radio.txt", "wire.txt"]
    assert "0 read now, 2 read before" in again.stdout
    (reports / "post.txt").write_text("Nobody was killed in Orlec, residents said.\n", encoding="utf-8")
    run("build", reports, "-o", ledger)
    assert read[2:] == ["post.txt"]


def test_another_version_of_the_rules_reads_all_again(run, reports, tmp_path, read, monkeypatch):
    """Readings of two kinds never stand in one ledger."""
    ledger = tmp_path / "raid.ledger"
    run("build", reports, "-o", ledger)
    monkeypatch.setattr(accordingto.ledger, "rules_of", lambda model: f"later+{model}")
    monkeypatch.setattr(accordingto.ledger, "grammar_of", lambda model: f"later grammar+{model}")
    run("build", reports, "-o", ledger)
    assert sorted(read[2:]) == ["radio.txt", "wire.txt"]


def test_another_version_of_the_attributing_rules_parses_nothing_again(run, reports, tmp_path, read, monkeypatch):
    """The grammar that is kept serves; the export is what one build makes."""
    ledger = tmp_path / "raid.ledger"
    run("build", reports, "-o", ledger)
    before = export(run, ledger)
    grammar = grammar_of
    monkeypatch.setattr(accordingto.ledger, "rules_of", lambda model: f"later+{grammar(model)}")
    run("build", reports, "-o", ledger)
    assert sorted(read) == ["radio.txt", "wire.txt"]
    assert export(run, ledger) == before


def test_extending_is_building_at_once(run, reports, tmp_path):
    """One document after the other, in any order, twice: the export is the same to the byte."""
    whole, step = tmp_path / "whole.ledger", tmp_path / "step.ledger"
    run("build", reports, "-o", whole)
    for name in ("wire.txt", "radio.txt", "wire.txt"):
        assert run("build", reports / name, "-o", step).exit_code == 0
    assert export(run, whole) == export(run, step)
    assert run("build", reports / "wire.txt", reports / "radio.txt", "-o", tmp_path / "other.ledger").exit_code == 0
    assert export(run, whole) == export(run, tmp_path / "other.ledger")


def test_two_inputs_with_the_same_content_are_one_document(run, reports, tmp_path):
    """Whichever comes first, now or in a later build; the alphabetically first name stays."""
    copy = reports / "another.txt"
    copy.write_bytes((reports / "wire.txt").read_bytes())
    both, later = tmp_path / "both.ledger", tmp_path / "later.ledger"
    assert "given again" in run("build", reports, reports, "-o", both).stdout
    for name in ("wire.txt", "radio.txt", "another.txt", "wire.txt"):
        run("build", reports / name, "-o", later)
    documents = json.loads(export(run, both))["documents"]
    assert sorted(each["uri"] for each in documents) == ["another.txt", "radio.txt"]
    assert export(run, both) == export(run, later)


def test_new_metadata_replaces_the_old(run, reports, tmp_path):
    """A publisher that was added to documents.jsonl is in the ledger after the next build."""
    ledger = tmp_path / "raid.ledger"
    run("build", reports, "-o", ledger)
    (reports / "documents.jsonl").write_text('{"file": "wire.txt", "publisher": "Harbour Wire"}\n', encoding="utf-8")
    run("build", reports, "-o", ledger)
    outlets = {each["uri"]: each["publisher"] for each in json.loads(export(run, ledger))["documents"]}
    assert outlets == {"wire.txt": "Harbour Wire", "radio.txt": None}


@pytest.mark.slow
def test_the_parser_is_loaded_only_for_something_new(reports, tmp_path):
    """Building again, showing and asking for help do not wait for spaCy."""
    ledger = tmp_path / "raid.ledger"
    script = (
        "import sys\nfrom accordingto.cli import main\n"
        "try:\n main(sys.argv[1:])\nexcept SystemExit as end:\n print(end.code, 'spacy' in sys.modules)"
    )

    def last_line(*arguments):
        command = [sys.executable, "-c", script, *map(str, arguments)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]

    assert last_line("build", reports, "-o", ledger) == "0 True"
    assert last_line("build", reports, "-o", ledger) == "0 False"
    assert last_line("show", ledger) == "0 False"
    assert last_line("--help") == "0 False"


def test_a_ledger_among_the_reports_is_no_input(run, reports):
    """'build reports -o reports/raid.ledger' works a second time as well."""
    for _ in range(2):
        result = run("build", reports, "-o", reports / "raid.ledger")
        assert (result.exit_code, result.stderr) == (0, "")
