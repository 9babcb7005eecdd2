"""The whole chain: words a second beside the bare spaCy pipeline, the gain of a second core, and what comparing takes.

The bare pipeline, the same with textacy's quotation extraction on top, and the chain on one core are processor time in
a process tied to one core; the second core is clock time of the engine's processes, so a busy machine shows less than
it gives. ``textacy`` is an optional package (``pip install -e '.[bench]'``); without it its lines are left out.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.engines.local import read_on_cores
from accordingto.engines.plan import Plan
from accordingto.ledger import extend_ledger
from accordingto.model.document import Document
from accordingto.observe import observing
from accordingto.pipeline import read_document
from accordingto.settings import DEFAULT_MODEL
from accordingto.stages.parse.spacy_parse import load_parser
from accordingto.store import SqlStore
from benchmarks.lineage_growth import make_documents
from benchmarks.shared import need
from benchmarks.speed import ONE_THREAD, count_quotations, load_textacy

if TYPE_CHECKING:
    from spacy.tokens import Doc

DOCUMENTS = 120
FIRST = 600  # from here on the made pile has long and short reports of several collections
COMPARING = ("lineage", "resolve", "reconcile")


def gold_files() -> list[Path]:
    """The real texts."""
    from benchmarks.lineage_growth import FILES

    need(*FILES)
    return FILES


def measure() -> dict[str, float]:
    """Shares and ratios; the words a second beside them."""
    gold_files()
    command = [sys.executable, "-m", "benchmarks.chain"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, **ONE_THREAD})
    figures: dict[str, float] = json.loads(done.stdout)
    cores = {count: _time_cores(count) for count in (1, 2)}
    return figures | {"chain: second core, times as fast": cores[1] / cores[2]}


def main() -> None:
    """Measure on one core and print the figures as JSON."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    documents = _load()
    language = load_parser()
    read_document(documents[0])
    words = sum(len(each.text.split()) for each in documents)
    begun = time.process_time()
    parsed = [language(each.text) for each in documents]
    bare = time.process_time() - begun
    peer = _time_textacy(parsed)
    del parsed  # the collector would walk it while the chain runs
    with tempfile.TemporaryDirectory() as scratch, observing() as run:
        begun = time.process_time()
        with SqlStore(Path(scratch) / "chain.ledger").writer() as writer:
            extend_ledger(writer, documents, model=DEFAULT_MODEL, watch=lambda *_: None)
        whole = time.process_time() - begun
    stages = {name: spent.seconds for name, spent in run.stages.items()}
    total = sum(stages.values())
    figures = {
        "chain: bare pipeline, words a second": words / bare,
        "chain: documents to ledger, words a second": words / whole,
        "chain: documents to ledger / bare pipeline": bare / whole,
        "chain: share of lineage, resolve and reconcile": sum(stages[each] for each in COMPARING) / total,
    }
    if peer is None:
        sys.stderr.write("chain: textacy is not installed (pip install -e '.[bench]'); its speed is left out\n")
    else:
        figures["chain: bare pipeline and textacy's quotations, words a second"] = words / (bare + peer)
        figures["chain: documents to ledger / bare pipeline and textacy"] = (bare + peer) / whole
    json.dump(figures | {f"chain: share of {name}": taken / total for name, taken in stages.items()}, sys.stdout)


def _time_textacy(parsed: Iterable["Doc"]) -> float | None:
    """Seconds that textacy takes to find the quotations of texts that are parsed already."""
    quotations = load_textacy()
    if quotations is None:
        return None
    begun = time.process_time()
    for doc in parsed:
        count_quotations(quotations, doc)
    return time.process_time() - begun


def _load() -> list[Document]:
    return list(make_documents(FIRST + DOCUMENTS))[FIRST:]


def _time_cores(count: int) -> float:
    """Seconds to read the pile in so many processes, without what their start costs."""
    documents = _load()
    plan = Plan(DEFAULT_MODEL, processes=count)
    shards = read_on_cores(documents, plan)
    next(shards)
    begun = time.perf_counter()
    for _ in shards:
        pass
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
