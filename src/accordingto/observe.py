"""What a run did and how long it took: seconds and memory a stage, and a log that programs read.

Nothing is measured and nothing is written unless a command asks for it; then every stage that ran within the block is
noted. The stages themselves know nothing of this: their callers say where one begins and ends.
"""

import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TextIO

import structlog

# Linux counts the memory of a process in kilobytes, macOS in bytes.
_A_MEBIBYTE = 1024**2 if sys.platform == "darwin" else 1024
_NAMES = ("stage", "seconds", "times", "peak_mib")


@dataclass(slots=True)
class Spent:
    """What one stage took.

    Attributes:
        seconds: of the clock on the wall.
        times: how often it ran.
        peak_mib: the most memory that the process had held when it ended, in MiB.
    """

    seconds: float = 0.0
    times: int = 0
    peak_mib: float = 0.0


@dataclass(slots=True)
class Run:
    """What is noted of one command.

    Attributes:
        stages: by name, in the order in which they first ended.
        log: where lines go; ``None`` for nowhere.
    """

    stages: dict[str, Spent] = field(default_factory=dict)
    log: structlog.typing.FilteringBoundLogger | None = None


_RUN: ContextVar[Run | None] = ContextVar("run", default=None)


@contextmanager
def observing(log: TextIO | None = None) -> Iterator[Run]:
    """Note the stages that run within the block.

    Args:
        log: a file for structured lines, a JSON object each, with time, event and what it is about.
    """
    run = Run(log=None if log is None else _open_log(log))
    token = _RUN.set(run)
    try:
        yield run
    finally:
        _RUN.reset(token)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """One stage of the work; costs nothing where nobody observes."""
    run = _RUN.get()
    if run is None:
        yield
        return
    begun = time.perf_counter()
    try:
        yield
    finally:
        spent = run.stages.setdefault(name, Spent())
        seconds = time.perf_counter() - begun
        spent.seconds += seconds
        spent.times += 1
        spent.peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _A_MEBIBYTE
        if run.log is not None:
            run.log.info(
                "stage",
                **dict(zip(_NAMES, (name, round(seconds, 4), spent.times, round(spent.peak_mib, 1)), strict=True)),
            )


def note(event: str, **facts: str | float | None) -> None:
    """A line of the log: what happened and what it is about; never the text of a document."""
    run = _RUN.get()
    if run is not None and run.log is not None:
        run.log.info(event, **facts)


def _open_log(file: TextIO) -> structlog.typing.FilteringBoundLogger:
    logger: structlog.typing.FilteringBoundLogger = structlog.wrap_logger(
        structlog.WriteLogger(file),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(0),
    )
    return logger
