"""Programs that write a ledger, killed at random moments: what is left, and whether going on gives the same.

The moments are drawn with a seed over the time that the same work takes undisturbed. Each killed program is a process
of its own that has loaded everything before it begins, so that the moments fall into the work.
"""

import multiprocessing
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.synchronize import Event
from pathlib import Path

from accordingto.custody import prove, sources_of
from accordingto.export.ledger_json import dump_ledger
from accordingto.model.claim import Status
from accordingto.model.place import parse_place
from accordingto.model.review import Act, Review
from accordingto.store import open_store
from accordingto.store.copy import copy_ledger

# Processes are made from one that has loaded these, not from the tests' own with its threads.
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.kills", "tests.kills_ready", "accordingto.cli.gather", "accordingto.judging"])


def build(place: str, folder: str, started: Event) -> None:
    """``accordingto build``, one document a shard, so that its journal is written too."""
    from accordingto.cli import main
    from accordingto.engines import read_all

    read_all.SHARD = 1  # type: ignore[attr-defined]
    started.set()
    main(["build", folder, "-o", place, "--processes", "1", "--keep-sources"])


def spread(place: str, folder: str, started: Event) -> None:
    """``accordingto build`` in two processes of its own."""
    from accordingto.cli import main
    from accordingto.engines import local, read_all

    local.SHARD = read_all.SHARD = 1  # type: ignore[attr-defined]
    read_all._FEW = 0
    started.set()
    main(["build", folder, "-o", place, "--processes", "2", "--keep-sources"])


def review(place: str, _: str, started: Event) -> None:
    """A reviewer takes back the first claim of a contested question."""
    from accordingto.judging import Desk
    from accordingto.store.gazetteer import open_gazetteer

    open_gazetteer()
    desk = Desk(open_store(place))
    with desk.view() as view:
        questions = view.findings().questions
        claim = next(each.answers[0].claims[0] for each in questions if each.status is Status.CONTESTED)
        has_been_done = bool(view.reviews())
    made = Review(Act.WITHDRAW, "Ada", "2031-05-14T09:00:00Z", "read again", claim=desk.look(claim).claim_at(claim))
    started.set()
    if not has_been_done:
        desk.write(made)


def copy(place: str, source: str, started: Event) -> None:
    """``accordingto copy``."""
    from accordingto.cli import main

    started.set()
    main(["copy", source, place, "--replace"])


Program = Callable[[str, str, Event], None]
ACTS: dict[str, Program] = {"build": build, "spread": spread, "review": review, "copy": copy}


def _work(act: str, place: str, other: str, started: Event) -> None:
    os.setsid()
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, sys.stdout.fileno())
    os.dup2(quiet, sys.stderr.fileno())
    try:
        ACTS[act](place, other, started)
    finally:
        started.set()  # nobody waits for one that failed before it began


@dataclass(slots=True)
class Job:
    """One kind of work that is killed.

    Attributes:
        act: build, spread, review or copy.
        other: the folder or ledger that it reads from.
        prepare: makes the ledger as it is before, at an address.
        before, after: the exports that may be found; ``None``: no ledger.
        seconds: how long it takes undisturbed.
    """

    act: str
    other: str
    prepare: Callable[[str], None]
    before: str | None = None
    after: str | None = None
    seconds: float = 0.0

    def rehearse(self, place: str) -> None:
        """Do it undisturbed, and note what it gives and how long it takes."""
        self.prepare(place)
        self.before = export(place)
        process, started = self.start(place)
        started.wait()
        begun = time.perf_counter()
        process.join()
        self.seconds = time.perf_counter() - begun
        self.after = export(place)

    def start(self, place: str) -> tuple[multiprocessing.process.BaseProcess, Event]:
        """A process that does it, and the event that it has begun."""
        started = _CONTEXT.Event()
        process = _CONTEXT.Process(target=_work, args=(self.act, place, self.other, started))
        process.start()
        return process, started


@dataclass(slots=True)
class Outcome:
    """What was met: how many were killed at work, how many had changed nothing yet, and what went wrong."""

    killed: int = 0
    unchanged: int = 0
    wrong: list[str] = field(default_factory=list)


def export(place: str) -> str | None:
    """The export of a ledger, after checking it as ``accordingto verify`` does; ``None`` where there is none."""
    store = open_store(place)
    if not store.database.holds_ledger():
        return None
    with store.view() as view:
        findings = view.findings()
        proof = prove(findings, view.captures(), view.reviews(), sources_of(parse_place(place)))
    if proof.faults:
        raise AssertionError(f"{place}: {proof.faults}")
    return dump_ledger(findings)


def kill_at_random(job: Job, places: Callable[[int], str], *, seed: int, times: int) -> Outcome:
    """Kill a job at random moments, each time on a fresh ledger, and let it finish afterwards.

    Of a job of several processes the first one alone is killed, and every other time all of them.
    """
    draw, outcome = random.Random(seed), Outcome()  # noqa: S311  moments, not secrets
    for number in range(times):
        place, moment = places(number), draw.uniform(0, job.seconds)
        job.prepare(place)
        process, started = job.start(place)
        started.wait()
        time.sleep(moment)
        kill(process, whole=number % 2 == 1)
        process.join()
        outcome.killed += process.exitcode != 0
        found = export(place)
        outcome.unchanged += found == job.before
        if found not in {job.before, job.after}:
            outcome.wrong.append(f"{job.act} killed after {moment:.3f} s left half of its work")
        process, _ = job.start(place)
        process.join()
        if export(place) != job.after:
            outcome.wrong.append(f"{job.act} killed after {moment:.3f} s finished to another ledger")
    return outcome


def kill(process: multiprocessing.process.BaseProcess, *, whole: bool) -> None:
    """Kill -9: a process, or it and all that it has begun."""
    if not whole:
        process.kill()
        return
    with suppress(ProcessLookupError):  # it was done
        os.killpg(process.pid or 0, signal.SIGKILL)


def _nothing(_: str) -> None:
    """There is no ledger before."""


def make_jobs(folder: Path, reports: Path) -> dict[str, Job]:
    """A build that extends a ledger, a review of it and a copy of it.

    Args:
        folder: for ledgers.
        reports: documents; every other one is in the ledger before the build.
    """
    half = folder / "half" / reports.name  # paths of documents are the same in both folders
    half.mkdir(parents=True)
    files = sorted(each for each in reports.iterdir() if each.name != "documents.jsonl")
    for each in [*files[::2], *reports.glob("documents.jsonl")]:
        shutil.copy(each, half / each.name)
    first, whole = folder / "first.ledger", folder / "whole.ledger"
    for place, given in ((first, half), (whole, reports)):
        process, started = Job("build", str(given), _nothing).start(str(place))
        started.wait()
        process.join()

    def put(source: Path) -> Callable[[str], None]:
        def prepare(place: str) -> None:
            target = parse_place(place)
            copy_ledger(open_store(source), open_store(place), may_replace=True)
            shutil.copytree(sources_of(source).path, sources_of(target).path, dirs_exist_ok=True)

        return prepare

    return {
        "build": Job("build", str(reports), put(first)),
        "spread": Job("spread", str(reports), put(first)),
        "review": Job("review", "", put(whole)),
        "copy": Job("copy", str(whole), put(first)),
    }
