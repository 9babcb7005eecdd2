"""Reports of shootings against an archive's facts: are reports of one incident joined, and are its facts right?

    python -m benchmarks.incidents [--show N] [--out LEDGER.json]

The first 600 documents of ../shared/data/incidents, all in one ledger, as the scorer that stands beside them asks.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

from accordingto.export.ledger_json import dump_ledger
from accordingto.model.document import Document
from accordingto.pipeline import compare_readings, read_documents
from accordingto.store.gazetteer import open_gazetteer
from benchmarks.shared import DATA, EVAL, load_rows, need, read_row

INCIDENTS = DATA / "incidents"
SCORER = EVAL / "score_incidents.py"
# The rest of the set is kept back.
FIRST = 600


def gold_files() -> list[Path]:
    """The reports and the archive's facts."""
    files = [INCIDENTS / "docs.jsonl.gz", INCIDENTS / "incidents.jsonl.gz"]
    need(*files, SCORER)
    return files


def measure() -> dict[str, float]:
    """Measure -> score between 0 and 1."""
    with tempfile.TemporaryDirectory() as scratch:
        figures: dict[str, float] = json.loads(score(Path(scratch) / "ledger.json", "--json"))
    return figures


def score(ledger: Path, *options: str) -> str:
    """What the scorer prints of a ledger built now, which is left at a path."""
    ledger.write_text(build_export(), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(ledger), *map(str, gold_files()), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def build_export() -> str:
    """The export of the ledger of the first reports."""
    return dump_ledger(compare_readings(list(read_documents(load_documents())), gazetteer=open_gazetteer()))


def load_documents() -> list[Document]:
    """The first reports as documents."""
    return [read_row(row, row.get("dct")) for row in islice(load_rows(gold_files()[0]), FIRST)]


def main() -> int:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch) / "ledger.json"
        print(score(out, "--show", str(options.show)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
