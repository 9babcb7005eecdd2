"""Milliseconds a page takes in the reading room of 5,000 documents, with 20 readers and 2 reviewers at once.

Five minutes, after some for making the ledger. On a machine that does other things meanwhile the figures mean little.
"""

import statistics
import tempfile
from pathlib import Path

from benchmarks.reading_room.big import make_ledger
from benchmarks.reading_room.load import measure as measure_load

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "tolmir"
DOCUMENTS, SECONDS = 5000, 300.0
PERCENT = 100


def gold_files() -> list[Path]:
    """The story whose lines the ledger is made of."""
    return sorted(each for each in EXAMPLE.iterdir() if each.is_file())


def measure() -> dict[str, float]:
    """Median and 99th percentile of each kind of page; answers that were errors, and reviews that were lost."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "big.ledger"
        make_ledger(path, DOCUMENTS)
        watch = measure_load(path, SECONDS)
    figures: dict[str, float] = {}
    for kind, times in sorted(watch.times.items()):
        figures[f"median: {kind}"] = round(1000 * statistics.median(times), 1)
        figures[f"99th percentile: {kind}"] = round(1000 * statistics.quantiles(times, n=PERCENT)[-1], 1)
    return {**figures, "errors: pages and reviews": float(len(watch.wrong))}
