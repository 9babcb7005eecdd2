"""The reading room of 5,000 documents, with 20 readers and 2 reviewers at once for five minutes.

Pages in milliseconds, reviews from the opened form to the saved line in seconds. Some minutes go into making the ledger
first. On a machine that does other things meanwhile the figures mean little.

    python -m benchmarks.run --only reading_room
    python -m benchmarks.reading_room.load --documents 5000 --seconds 60
"""

import statistics
import sys
import tempfile
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "tolmir"
DOCUMENTS, SECONDS = 5000, 300.0
PERCENT = 100
PAGES = ("story", "question", "document", "search")


def gold_files() -> list[Path]:
    """The story whose lines the ledger is made of."""
    return sorted(each for each in EXAMPLE.iterdir() if each.is_file())


def measure() -> dict[str, float]:
    """How long each kind of page and a review take, what failed or was lost, and how long the largest report opens."""
    from benchmarks.reading_room.big import make_ledger
    from benchmarks.reading_room.load import measure as measure_load
    from benchmarks.reading_room.opening import measure_opening

    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "big.ledger"
        make_ledger(path, DOCUMENTS)
        watch = measure_load(path, SECONDS)
        opened = measure_opening(path)
    for fault in watch.wrong:
        print(f"   {fault}", file=sys.stderr)
    figures: dict[str, float] = {}
    for kind in PAGES:
        times = watch.times[kind]
        figures[f"{kind} page: median, ms"] = round(1000 * statistics.median(times), 1)
        figures[f"{kind} page: 99th percentile, ms"] = round(1000 * statistics.quantiles(times, n=PERCENT)[-1], 1)
    figures["review: median, s"] = round(statistics.median(watch.times["review"]), 2)
    figures["review: slowest, s"] = round(max(watch.times["review"]), 2)
    figures |= {"all: errors": float(len(watch.wrong)), "all: lost judgements": float(watch.written - watch.kept)}
    return figures if opened is None else figures | {"report of the largest story: opens, s": round(opened, 2)}
