"""How lineage grows: 2,000, 6,000 and 20,000 documents made from real texts, a tenth of them copies.

A text that is needed more than once is told again in other words of the same length, so that it is a report of its
own and no copy; every tenth document is a copy of the one before it with its tail cut.
"""

import gc
import math
import re
import resource
import sys
import time
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from accordingto.model.dates import DateRange
from accordingto.model.document import DateBasis, Document, Published
from accordingto.model.keys import make_id
from accordingto.stages.lineage import trace_lineage
from benchmarks.shared import DATA, load_rows, need

SIZES = (2_000, 6_000, 20_000)
FILES = [
    DATA / "incidents" / "docs.jsonl.gz",
    DATA / "wikinews" / "wikinews_2019_2020.jsonl.gz",
    DATA / "giveme5w1h" / "news_cluster.jsonl.gz",
    DATA / "polnear" / "train.jsonl.gz",
]
_COPIED = 10  # every so many documents one is a copy
_FIRST_DAY = date(2031, 1, 1)
_DAYS = 365
_WORD = re.compile(r"[a-z]{4,}")
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"


def gold_files() -> list[Path]:
    """The real texts that the documents are made from."""
    need(*FILES)
    return FILES


def measure() -> dict[str, float]:
    """Seconds on one core, the time of the most documents over n log n from that of the fewest, and peak memory."""
    taken = {size: _time(size) for size in SIZES}
    first, last = SIZES[0], SIZES[-1]
    expected = taken[first] * last * math.log(last) / (first * math.log(first))
    figures = {f"lineage growth: seconds at {size}": taken[size] for size in SIZES}
    figures["lineage growth: times n log n"] = taken[last] / expected
    figures["lineage growth: peak memory in MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def _time(size: int) -> float:
    documents = list(make_documents(size))
    gc.collect()
    gc.freeze()  # the collector would walk the made inputs again and again
    begun = time.process_time()
    lineage = trace_lineage(documents)
    taken = time.process_time() - begun
    gc.unfreeze()
    found = sum(each.trace.rule.startswith("lineage.copy") for each in lineage.derivations)
    words = sum(len(each.text.split()) for each in documents)
    sys.stderr.write(f"{size} documents, {words} words, {found} copies found: {taken:.1f} s\n")
    return taken


def make_documents(size: int) -> Iterator[Document]:
    """So many documents, a copy among every ten; the same ones each time."""
    texts = [row["text"] for path in gold_files() for row in load_rows(path)]
    retold: dict[str, str] = {}
    text = ""
    for number in range(size):
        if number % _COPIED:
            text = texts[number % len(texts)]
            text = _retell_all(text, number // len(texts), retold)
            yield _make(number, text)
        else:
            yield _make(number, text[: len(text) * 7 // 10])


def _make(number: int, text: str) -> Document:
    day = _FIRST_DAY + timedelta(days=number * 7 % _DAYS)
    published = Published(DateRange(day, day), DateBasis.GIVEN)
    uri = f"made-{number}"
    return Document(make_id("doc", uri, text), uri, text, f"Outlet {number % 97}", published=published)


def _retell_all(text: str, edition: int, retold: dict[str, str]) -> str:
    return _WORD.sub(lambda word: _retell(word[0], edition, retold), text) if edition else text


def _retell(word: str, edition: int, retold: dict[str, str]) -> str:
    """Another word of the same length, the same for the same word in one edition."""
    key = f"{edition}{word}"
    if key not in retold:
        seed = zlib.crc32(key.encode())
        letters = (_VOWELS if at % 2 else _CONSONANTS for at in count())
        made = ""
        for _, choice in zip(word, letters, strict=False):
            seed, letter = divmod(seed * 31 + 7, len(choice))
            made += choice[letter]
        retold[key] = made
    return retold[key]


if __name__ == "__main__":
    for figure, value in measure().items():
        sys.stdout.write(f"{figure}: {value:.3f}\n")
