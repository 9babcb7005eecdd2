"""Where the stories, corpora and scorers are, and how to tell that they are the ones the floors were set on."""

import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from accordingto.model.dates import DateRange
from accordingto.model.document import Document
from accordingto.stages.read.known import Known
from accordingto.stages.read.read import read_bytes

SHARED = Path(__file__).resolve().parents[2] / "shared"
STORIES = SHARED / "stories"
DATA = SHARED / "data"
EVAL = SHARED / "eval"


class Skipped(Exception):
    """A measure has nothing to measure on; the message says what is missing."""


def need(*paths: Path) -> None:
    """Go on only where the paths exist.

    Raises:
        Skipped: one is missing.
    """
    for path in paths:
        if not path.exists():
            raise Skipped(f"../shared{str(path).removeprefix(str(SHARED))} is missing")


def load_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a packed JSON-lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read_row(row: Mapping[str, Any], day: str | None, name: str | None = None) -> Document:
    """A row with title and text as a text file with a line in ``documents.jsonl`` would be read.

    Args:
        row: with ``title``, ``text``, and perhaps ``url`` and ``publisher``.
        day: on which it came out, ISO 8601, perhaps with a time.
        name: of the file; after the row's ``doc_id`` when left out.
    """
    published = None if not day else date.fromisoformat(day[:10])
    file = name or f"{row['doc_id']}.txt"
    known = Known(
        uri=file,
        name=file,
        url=row.get("url"),
        outlet=row.get("publisher"),
        title=row["title"],
        published=None if published is None else DateRange(published, published),
    )
    return read_bytes(f"{row['title']}\n\n{row['text']}".encode(), known, form="text")


def digest(paths: Iterable[Path]) -> str:
    """One hash over the files' bytes, in the order given."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


def score(script: str, export: str, gold: Path) -> dict[str, float]:
    """Run a scorer of ../shared/eval on an export and read its figures."""
    with tempfile.TemporaryDirectory() as scratch:
        ledger = Path(scratch) / "ledger.json"
        ledger.write_text(export, encoding="utf-8")
        command = [sys.executable, str(EVAL / script), str(ledger), str(gold), "--json"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures
