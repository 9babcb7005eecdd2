"""Work dealt out: the same for many things, in this process or in one a core, with the results in order."""

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from threading import Lock, Thread
from types import TracebackType
from typing import Self, TypeVar

from accordingto.comparing.carried import carry_by_values
from accordingto.errors import EngineFailed

Thing = TypeVar("Thing")
Context = TypeVar("Context")
Result = TypeVar("Result")
Work = Callable[[Sequence[Thing], Context], Sequence[Result]]

# For fewer things no other process is begun: it takes seconds until it has loaded what it needs.
FEW = 400
# So many shares for each process lie ready, so that none waits and no more is in memory than needs to be.
AHEAD = 3
# So many objects are made before the collector looks for circles among them; Python's own 700 is for small programs.
COLLECT = 20_000
# How often it looked before each block in which it looks rarely.
_before: list[tuple[int, int, int]] = []
_changing = Lock()


class Crew:
    """Processes that work side by side.

    Args:
        processes: how many; one works in this process.
    """

    def __init__(self, processes: int = 1) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Processes are begun when there is much to do."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """All of them end."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def map(
        self, work: Work[Thing, Context, Result], shares: Iterable[Sequence[Thing]], context: Context, *, count: int
    ) -> Iterator[Result]:
        """What the work makes of each share, in order.

        Args:
            work: a function of a module, which other processes can find.
            shares: things that one process takes at once.
            context: what it needs to know of the whole.
            count: how many things there are in all.

        Raises:
            EngineFailed: a process died.
        """
        if not self.deals(count):
            for share in shares:
                yield from work(share, context)
            return
        try:
            yield from self._deal(work, iter(shares), context)
        except BrokenProcessPool as error:
            remedy = "run the same command again; fewer --processes need less memory"
            raise EngineFailed(f"a comparing process died, for want of memory perhaps; {remedy}") from error

    def deals(self, count: int) -> bool:
        """Whether so many things are done in other processes; one process is this one."""
        return self._processes > 1 and count >= FEW

    def _deal(
        self, work: Work[Thing, Context, Result], shares: Iterator[Sequence[Thing]], context: Context
    ) -> Iterator[Result]:
        if self._pool is None:
            self._pool = open_pool(self._processes)
        under_way: deque[Future[Sequence[Result]]] = deque()
        for share in shares:
            under_way.append(self._pool.submit(work, share, context))
            if len(under_way) >= AHEAD * self._processes:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def open_pool(processes: int) -> ProcessPoolExecutor:
    """Processes that wait for work, and end with this one however it ends.

    A fresh process knows nothing of this one's threads and locks, so none of them can be held for ever in it.
    """
    carry_by_values()
    fresh = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=fresh, initializer=_begin)


def _begin() -> None:
    """Get ready to work.

    A process whose parent was killed would wait for work for ever, with a model of a gigabyte in memory. And what a
    document leaves behind is freed without the collector's help, which would look through word lists again and again.
    """
    carry_by_values()
    gc.set_threshold(COLLECT)
    Thread(target=_await_parent, daemon=True).start()


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """Within the block the collector looks for circles more rarely: what a ledger is compared by has none.

    Where threads compare two ledgers at once, the last to leave its block puts things back.
    """
    with _changing:
        _before.append(gc.get_threshold())
        gc.set_threshold(COLLECT)
    try:
        yield
    finally:
        with _changing:
            usual, *_ = _before
            _before.pop()
            if not _before:
                gc.set_threshold(*usual)


def _await_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def cut(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """The things in shares of one size, in their order."""
    rest = iter(things)
    while share := list(islice(rest, size)):
        yield share
