"""A newsroom's archive: from readings that are kept to a reconciled ledger, with time, memory, growth, and ten more.

    python -m benchmarks.archive DOCUMENTS [--more K] [--profile]

Documents and readings are made by ``archive_pile`` of real texts and lie in the journal of a build that was stopped
before it compared them; what is measured is the rest of that build, on two cores. Memory is that of all its processes
together, shared pages counted once.
"""

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from accordingto.engines.journal import Journal, journal_of
from accordingto.engines.plan import Plan
from accordingto.ledger import extend_ledger
from accordingto.model.document import Document
from accordingto.observe import observing
from accordingto.settings import DEFAULT_MODEL
from accordingto.store import SqlStore
from accordingto.store.lines_json import load_line
from benchmarks import archive_pile
from benchmarks.archive_pile import Archive, gold_files, read_originals

__all__ = ["gold_files", "measure"]

SIZES = (1_000, 3_000, 10_000)
MORE = 10
CORES = 2
_PAUSE = 0.5  # seconds between two looks at the memory
_A_GIB = 1024**2  # in KiB, as the kernel counts


def measure() -> dict[str, float]:
    """Seconds and GiB of each size, how the processor's time grows beside n log n, and what ten more documents take."""
    return measure_sizes(SIZES, more=MORE)


def measure_sizes(sizes: Sequence[int], *, more: int) -> dict[str, float]:
    """The same of some sizes, the least first, and some more documents."""
    archive_pile.gold_files()
    read_originals()
    figures: dict[str, float] = {}
    for size in sizes:
        found = _run(size, more=more)
        figures |= {f"archive of {size:,}: {name}": value for name, value in found.items()}
        figures[f"archive of {size:,}: times n log n from {sizes[0]:,}"] = _growth(figures, sizes[0], size)
    return figures


def _growth(figures: dict[str, float], first: int, size: int) -> float:
    taken = [figures[f"archive of {each:,}: processor seconds"] for each in (first, size)]
    return taken[1] / taken[0] / (size * math.log(size) / (first * math.log(first)))


def _run(size: int, *, more: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.archive", str(size), "--more", str(more), "--json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    """Build one archive and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=int)
    parser.add_argument("--more", type=int, default=0, help="documents that are added afterwards")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        figures = build(Path(scratch) / "archive.ledger", options.documents, options.more)
    if options.json:
        json.dump(figures, sys.stdout)
    else:
        for name, value in figures.items():
            print(f"{value:10.2f}  {name}")


def build(place: Path, documents: int, more: int) -> dict[str, float]:
    """Build a ledger of so many documents, then add some."""
    archive = Archive(read_originals())
    given = _fill(journal_of(place), archive, 0, documents)
    before = _processor()
    with watching_memory() as peak, observing() as run:
        seconds = _extend(place, given)
    figures = {"seconds": seconds, "processor seconds": _processor() - before, "peak GiB": peak[0]}
    figures |= {f"seconds in {name}": spent.seconds for name, spent in run.stages.items()}
    if more:
        added = _fill(journal_of(place), archive, documents, documents + more)
        figures[f"seconds for {more} more"] = _extend(place, added)
    return figures


def _fill(journal: Journal, archive: Archive, first: int, last: int) -> list[Document]:
    """Readings of the archive in a journal, as a build that was stopped leaves them; the documents."""
    documents = []
    for start in range(first, last, 1000):
        rows = list(archive.rows(start, min(last, start + 1000)))
        journal.keep_rows(rows)
        documents += [load_line(Document, row.document) for row in rows]
    return documents


def _extend(place: Path, documents: list[Document]) -> float:
    journal = journal_of(place)
    begun = time.perf_counter()
    with SqlStore(place).writer() as writer:
        plan = Plan(DEFAULT_MODEL, processes=CORES)
        extend_ledger(writer, documents, model=DEFAULT_MODEL, watch=lambda *_: None, plan=plan, journal=journal)
    journal.clear()
    return time.perf_counter() - begun


def _processor() -> float:
    """Seconds of processor that this process and those that it began have taken."""
    spent = (resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in spent)


@contextmanager
def watching_memory() -> Iterator[list[float]]:
    """The most memory that this process and its children hold within the block, in GiB."""
    peak, done = [0.0], threading.Event()

    def look() -> None:
        while not done.wait(_PAUSE):
            peak[0] = max(peak[0], sum(_memory(each) for each in _family()) / _A_GIB)

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield peak
    finally:
        done.set()
        watcher.join()


def _family() -> set[str]:
    """This process and those that it began, by their numbers."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[folder.name] = (folder / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
    own = {str(Path("/proc/self").resolve().name)}
    while found := {each for each, parent in parents.items() if parent in own} - own:
        own |= found
    return own


def _memory(process: str) -> float:
    """KiB that a process holds, what it shares with others counted in parts; 0 where the kernel does not say."""
    try:
        lines = Path("/proc", process, "smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return sum(float(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
