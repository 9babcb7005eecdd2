"""A program with two processes at work, for a test that kills it: it prints which they are."""

import os
import time

from accordingto.comparing.crew import open_pool


def main() -> None:
    """Begin two processes, say which they are, and wait to be killed."""
    with open_pool(2) as pool:
        started = [pool.submit(work) for _ in range(2)]
        print(*sorted({each.result() for each in started}), flush=True)  # noqa: T201
        time.sleep(600)


def work() -> int:
    """Which process this is; long enough for the other to take the other one."""
    time.sleep(0.5)
    return os.getpid()


if __name__ == "__main__":
    main()
