"""Daft and Ray make the same ledger, each in a program of its own: an engine is chosen once a process."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from accordingto.engines import frames
from accordingto.engines.plan import Engine, Plan
from accordingto.engines.seal import seal
from accordingto.pipeline import read_document
from accordingto.stages.parse import DEFAULT_MODEL
from accordingto.store.packed_reading import pack_reading
from tests.disks import mounted
from tests.factory import make_document

pyarrow = pytest.importorskip("pyarrow")

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


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (lambda whole: whole, 2),
        (lambda _: b"no shard", 0),
        (lambda whole: whole[:-9], 0),
        (lambda whole: whole.replace(b"nine boats", b"tens boats"), 1),
    ],
)
def test_a_damaged_shard_is_read_anew(tmp_path, damage, found):
    """One that a killed engine wrote by half, and one whose bytes were altered since."""
    parquet = pytest.importorskip("pyarrow.parquet")
    documents = [make_document(text, f"{number}.txt") for number, text in enumerate(TEXTS)]
    rows = [pack_reading(read_document(each)) for each in documents]
    cells = [{name: getattr(row, name) for name in frames._COLUMNS} | {"seal": seal(row)} for row in rows]
    parquet.write_table(pyarrow.Table.from_pylist(cells), tmp_path / "0.parquet", compression="none")
    (tmp_path / "0.parquet").write_bytes(damage((tmp_path / "0.parquet").read_bytes()))
    assert len(frames._join(tmp_path, documents, Plan(DEFAULT_MODEL, Engine.DAFT))) == found


@pytest.mark.slow
def test_shards_that_do_not_fit(reports, expected, tmp_path):
    """One line, no ledger; with room again the same command gives the same ledger."""
    pytest.importorskip("daft")
    with mounted(tmp_path / "disk", "1m") as disk:
        options = ("--engine", "daft", "--shards", disk.path / "shards")
        with disk.full():
            made = run("build", reports, "-o", tmp_path / "ledger", *options)
        assert made.returncode == 2
        [line] = made.stderr.splitlines()
        assert line.startswith("accordingto: --engine daft: ")
        assert not (tmp_path / "ledger").exists()
        assert build(reports, tmp_path / "ledger", *options) == expected


def test_an_engine_that_gives_up_is_named_with_the_remedy(reports, tmp_path):
    """One line, whatever the engine says, and no ledger."""
    pytest.importorskip("daft")
    (tmp_path / "file").write_text("no folder")
    made = run("build", reports, "-o", tmp_path / "ledger", "--engine", "daft", "--shards", tmp_path / "file" / "in")
    assert made.returncode == 2
    assert "--engine daft: " in made.stderr
    assert "--engine local" in made.stderr
    assert len(made.stderr.splitlines()) == 1
    assert not (tmp_path / "ledger").exists()


def children_of(process):
    """The processes that a process has begun, and those that these have."""
    found = []
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            found += [int(each) for each in (task / "children").read_text(encoding="utf-8").split()]
    return [each for child in found for each in (child, *children_of(child))]


def name_of(process):
    """What a process calls itself; nothing when it is gone."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="finds Ray's processes where Linux lists them")
def test_a_dead_worker_costs_ray_nothing(reports, expected, tmp_path):
    """Kill -9 of the worker that reads: its shard is read again elsewhere, and the ledger is the same."""
    pytest.importorskip("ray")
    command = [sys.executable, "-m", "accordingto", "build", reports, "-o", tmp_path / "ledger", "--engine", "ray"]
    killed = None
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as building:
        while killed is None and building.poll() is None:
            killed = next((each for each in children_of(building.pid) if "UDFProject" in name_of(each)), None)
            time.sleep(0.02)
        if killed is not None:
            os.kill(killed, signal.SIGKILL)
        told = building.communicate()[1]
    assert killed is not None
    assert building.returncode == 0, told
    assert run("export", tmp_path / "ledger", "--format", "json").stdout == expected
