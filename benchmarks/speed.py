"""Words a second on one core: the bare spaCy pipeline, reading and attributing with it, and textacy's extractor.

All three read the same texts, document by document and in changing order, in one process tied to one core;
what counts is processor time, so that a busy machine slows none of them more. ``textacy`` is an optional
package (``pip install -e '.[bench]'``); without it its line is left out.
"""

import json
import os
import subprocess
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from accordingto.model.document import Document
from accordingto.pipeline import read_document
from accordingto.stages.parse.spacy_parse import load_parser
from benchmarks.polnear import load_documents
from benchmarks.shared import DATA, need

GOLD = DATA / "polnear" / "dev.jsonl.gz"
DOCUMENTS = 20  # about 14,000 words: a few seconds each
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def gold_files() -> list[Path]:
    """The texts."""
    need(GOLD)
    return [GOLD]


def measure() -> dict[str, float]:
    """Words a second of each, and the share of the bare pipeline's speed that reading and attribution keeps."""
    gold_files()
    command = [sys.executable, "-m", "benchmarks.speed"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **ONE_THREAD})
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    """Measure on one core and print the figures as JSON."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    documents = load_documents(GOLD)[:DOCUMENTS]
    readers = _readers()
    for read in readers.values():
        read(documents[0])  # loads models and word lists
    seconds: defaultdict[str, float] = defaultdict(float)
    for turn, document in enumerate(documents):
        names = list(readers)
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            start = time.process_time()
            readers[name](document)
            seconds[name] += time.process_time() - start
    words = sum(len(document.text.split()) for document in documents)
    figures = {f"words a second: {name}": words / seconds[name] for name in readers}
    figures["reading and attribution / bare pipeline"] = seconds["bare pipeline"] / seconds["reading and attribution"]
    json.dump(figures, sys.stdout)


def _readers() -> dict[str, Callable[[Document], object]]:
    language = load_parser()
    readers: dict[str, Callable[[Document], object]] = {
        "bare pipeline": lambda document: language(document.text),
        "reading and attribution": read_document,
    }
    quotations = load_textacy()
    if quotations is not None:
        readers["pipeline and textacy's quotations"] = lambda document: count_quotations(
            quotations, language(document.text)
        )
    return readers


def load_textacy() -> Any:
    """Textacy's extractor of quotations, or ``None`` where it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            from textacy.extract.triples import direct_quotations
        except ImportError:
            return None
    return direct_quotations


def count_quotations(quotations: Any, doc: Any) -> int:
    """How many it finds; an odd quotation mark makes it give the document up."""
    try:
        return len(list(quotations(doc)))
    except ValueError:
        return 0


if __name__ == "__main__":
    main()
