"""One input after the other: what breaks, what takes too long, how many there were."""

import hashlib
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb
from types import FrameType

# Seconds of the processor for one input of at most 100 KB; more is a hang. 100 KB of nothing but numbers take four.
LONGEST = 10.0
# Bytes that one process may take; a reader that wants more for 100 KB has a bomb in its hands.
MEMORY = 6_000_000_000


class TooSlow(BaseException):
    """One input took longer than any may; no library that catches every exception can hide it."""


@dataclass(slots=True)
class Watch:
    """Tries inputs and notes what they broke; each broken place once.

    Attributes:
        check: reads one input; raises nothing but what it has no business to raise.
        folder: where inputs that broke something are kept.
        inputs: how many were tried.
        slowest: seconds of the processor that one took at most.
        found: broken place -> the file that breaks it.
    """

    check: Callable[[bytes], None]
    folder: Path
    inputs: int = 0
    slowest: float = 0.0
    found: dict[str, str] = field(default_factory=dict)

    def look_at(self, data: bytes) -> None:
        """Try one input."""
        self.inputs += 1
        begun = time.process_time()
        try:
            with _limited():
                self.check(data)
        except (Exception, TooSlow) as error:  # noqa: BLE001  what breaks is what is looked for
            self._note(error, data)
        self.slowest = max(self.slowest, time.process_time() - begun)

    def _note(self, error: BaseException, data: bytes) -> None:
        frames = [each for each in extract_tb(error.__traceback__) if "accordingto" in each.filename]
        at = frames[-1] if frames else extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} in {Path(at.filename).name}:{at.name}"
        if place not in self.found:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / f"{hashlib.sha256(data).hexdigest()[:16]}.bin"
            path.write_bytes(data)
            self.found[place] = f"{path} ({' '.join(str(error).split())[:80]})"


def limit_memory() -> None:
    """Make a bomb an error of this process, not of the machine."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


@contextmanager
def _limited() -> Iterator[None]:
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow(f"more than {LONGEST:.0f} s of the processor")


def check_line(error: Exception) -> None:
    """A refusal is one line."""
    assert "\n" not in str(error)
