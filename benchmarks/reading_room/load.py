"""Readers and reviewers at once in the reading room of a large ledger: how long pages take, and whether one is lost.

    python -m benchmarks.reading_room.load --documents 5000 --seconds 300

Twenty readers open story, question, document and search pages, thinking for one to three seconds in between; two
reviewers each look at a claim and save what they think of it every few seconds. The server is a process of its own.
"""

import argparse
import html
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from sqlalchemy import text

from accordingto.store import SqlStore
from accordingto.store.sql import SqlView
from benchmarks.reading_room.big import SETTLED, make_ledger

READERS, REVIEWERS = 20, 2
THINKING, REVIEWING = (1.0, 3.0), (3.0, 6.0)
WORDS = ("raid", "soldiers killed", "Tolmir", "ministry denied", "hospital", "convoy")


class Watch:
    """How long each kind of page took, and what went wrong."""

    def __init__(self) -> None:
        self.times: defaultdict[str, list[float]] = defaultdict(list)
        self.wrong: list[str] = []
        self.written = 0
        self.kept = 0
        self.lock = threading.Lock()
        self.ends = 0.0

    def open(self, client: httpx.Client, kind: str, path: str) -> None:
        """Open one page."""
        began = time.perf_counter()
        try:
            status = client.get(path).status_code
        except httpx.HTTPError as error:
            status = 0
            self.wrong.append(f"{path}: {error!r}")
        with self.lock:
            self.times[kind].append(time.perf_counter() - began)
            if status != httpx.codes.OK:
                self.wrong.append(f"{path}: {status}")


def measure(path: Path, seconds: float) -> Watch:
    """Serve a ledger, and have it read and reviewed for so long."""
    watch = Watch()
    with SqlStore(path).view() as view:
        pages, claims = (find_pages(view), find_claims(view)) if isinstance(view, SqlView) else ({}, [])
        before = len(view.reviews())
    with serve(path) as address:
        watch.ends = time.monotonic() + seconds
        threads = [threading.Thread(target=read, args=(watch, address, pages, each)) for each in range(READERS)]
        threads += [threading.Thread(target=review, args=(watch, address, claims, each)) for each in range(REVIEWERS)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    with SqlStore(path).view() as view:
        watch.kept = len(view.reviews()) - before
    return watch


def find_pages(view: SqlView) -> dict[str, list[str]]:
    """Paths of each kind: those of the largest story, where most readers are, and some of all others."""

    def paths(kind: str, query: str) -> list[str]:
        return [f"/{kind}/{line}" for line in view.connection.execute(text(query)).scalars()]

    return {
        "story": paths("story", "SELECT story FROM story_documents GROUP BY story ORDER BY count(*) DESC LIMIT 20"),
        "question": paths("question", "SELECT question FROM question_order WHERE position % 7 = 1 OR position < 20"),
        "document": paths("document", "SELECT id FROM documents WHERE rowid % 10 = 0"),
        "search": [f"/search?q={words.replace(' ', '+')}" for words in WORDS],
    }


def find_claims(view: SqlView) -> list[str]:
    """Claims to review: of questions that are contested, from the settled stories, large and small."""
    query = (
        "SELECT min(ac.claim) FROM question_order AS o JOIN questions AS q ON q.id = o.question"
        " JOIN answer_claims AS ac ON ac.question = q.id WHERE q.status = 'contested' AND o.story IN"
        " (SELECT story FROM story_documents GROUP BY story ORDER BY count(*) DESC, story LIMIT :settled)"
        " GROUP BY q.id ORDER BY o.position"
    )
    return list(view.connection.execute(text(query), {"settled": SETTLED}).scalars())


def read(watch: Watch, address: str, pages: dict[str, list[str]], number: int) -> None:
    """One reader."""
    choose = random.Random(number)  # noqa: S311  the same readers each time
    with httpx.Client(base_url=address, timeout=30) as client:
        while time.monotonic() < watch.ends:
            time.sleep(choose.uniform(*THINKING))
            kind = choose.choices(tuple(pages), weights=(3, 4, 2, 1))[0]
            few = choose.random() < 0.5  # noqa: PLR2004  half of what is read is what everybody reads
            watch.open(client, kind, choose.choice(pages[kind][: 20 if few else None]))


def review(watch: Watch, address: str, claims: list[str], number: int) -> None:
    """One reviewer: opens a claim, looks at what accepting it changes, and saves; every claim is his own."""
    choose = random.Random(f"reviewer {number}")  # noqa: S311  the same reviewers each time
    with httpx.Client(base_url=address, timeout=300) as client:
        for claim in claims[number::REVIEWERS]:
            time.sleep(choose.uniform(*REVIEWING))
            if time.monotonic() >= watch.ends:
                return
            save(watch, client, f"/review/claim/{claim}")


def save(watch: Watch, client: httpx.Client, path: str) -> None:
    """One review, from the form to the saved line."""
    began = time.perf_counter()
    try:
        page = client.get(path)
        filled = {"act": "accept", "reason": "load"}
        for step in ("look", "save"):
            page = client.post(path, data={**hidden(page.text), **filled, "do": step})
    except httpx.HTTPError as error:
        watch.wrong.append(f"{path}: {error!r}")
        return
    with watch.lock:
        watch.times["review"].append(time.perf_counter() - began)
        if page.status_code == httpx.codes.SEE_OTHER:
            watch.written += 1
        else:
            watch.wrong.append(f"{path}: {page.status_code}")


def hidden(page: str) -> dict[str, str]:
    """What a form carries unseen."""
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in fields}


@contextmanager
def serve(path: Path) -> Iterator[str]:
    """The command as a person starts it: its address."""
    command = [sys.executable, "-m", "accordingto", "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONUNBUFFERED": "1"}) as process:
        try:
            line = process.stdout.readline() if process.stdout is not None else ""
            met = re.search(r"http://\S+", line)
            if met is None:
                raise RuntimeError(line)
            yield met.group().rstrip("/")
        finally:
            process.terminate()


def report(watch: Watch) -> str:
    """A line a kind of page: how many, the median and the 99th percentile in milliseconds."""
    lines = [f"{'page':10} {'opened':>7} {'median':>8} {'99th':>8}"]
    for kind, times in watch.times.items():
        last = statistics.quantiles(times, n=100)[98] if len(times) > 1 else times[0]
        lines.append(f"{kind:10} {len(times):7} {1000 * statistics.median(times):6.0f}ms {1000 * last:6.0f}ms")
    slowest = max(watch.times["review"], default=0.0)
    lines.append(f"{watch.written} reviews saved, {watch.kept} are there, the slowest took {slowest:.1f} s")
    lines.append(f"{len(watch.wrong)} faults")
    return "\n".join([*lines, *watch.wrong[:10]]) + "\n"


def main() -> None:
    """Make the ledger, unless one is given, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--ledger", type=Path, help="a ledger that is there already")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path = options.ledger or Path(scratch) / "big.ledger"
        if options.ledger is None:
            make_ledger(path, options.documents)
        sys.stdout.write(report(measure(path, options.seconds)))


if __name__ == "__main__":
    main()
