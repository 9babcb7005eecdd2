"""Daft and Ray make the same ledger, each in a program of its own: an engine is chosen once a process."""

import subprocess
import sys

import pytest

TEXTS = [
    "The harbour master said that nine boats had burned. “We saw it,” he added.",
    "Nobody could verify the claims of the Dawn Front, which denied the raid on Orlec.",
]


def run(*arguments):
    """A command in a process of its own."""
    command = [sys.executable, "-m", "accordingto", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """A folder with two short reports."""
    folder = tmp_path_factory.mktemp("reports")
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def expected(reports, tmp_path_factory):
    """The ledger that one process writes."""
    ledger = tmp_path_factory.mktemp("local") / "ledger"
    return build(reports, ledger)


def build(reports, ledger, *options):
    """Build a ledger and export it."""
    made = run("build", reports, "-o", ledger, *options)
    assert made.returncode == 0, made.stderr
    return run("export", ledger, "--format", "json").stdout


@pytest.mark.parametrize("engine", ["daft", "ray"])
def test_an_engine_writes_the_ledger_that_one_process_writes(engine, reports, expected, tmp_path):
    """To the byte."""
    pytest.importorskip(engine)
    assert build(reports, tmp_path / "ledger", "--engine", engine) == expected


def test_shards_serve_the_next_ledger(reports, expected, tmp_path):
    """What stands in Parquet is not read again."""
    pytest.importorskip("daft")
    options = ("--engine", "daft", "--shards", tmp_path / "shards")
    assert build(reports, tmp_path / "one", *options) == expected
    written = sorted((tmp_path / "shards").rglob("*.parquet"))
    assert build(reports, tmp_path / "two", *options) == expected
    assert sorted((tmp_path / "shards").rglob("*.parquet")) == written != []


def test_an_engine_that_gives_up_is_named_with_the_remedy(reports, tmp_path):
    """One line, whatever the engine says, and no ledger."""
    pytest.importorskip("daft")
    broken = tmp_path / "shards"
    broken.mkdir()
    (broken / "0.parquet").write_text("no shard")
    made = run("build", reports, "-o", tmp_path / "ledger", "--engine", "daft", "--shards", broken)
    assert made.returncode == 2
    assert "--engine daft: " in made.stderr
    assert "--engine local" in made.stderr
    assert not (tmp_path / "ledger").exists()
