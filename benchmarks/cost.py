"""What building the Belgorod story costs from a cold start: seconds and memory, model load included."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.shared import STORIES, need

STORY = STORIES / "belgorod" / "documents"


def gold_files() -> list[Path]:
    """The documents."""
    need(STORY)
    return sorted(STORY.iterdir())


def measure() -> dict[str, float]:
    """Wall seconds and peak megabytes of one ``accordingto build`` in a process of its own."""
    gold_files()
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "accordingto", "build", str(STORY), "-o", str(Path(scratch) / "story.ledger")]
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"belgorod build: seconds": seconds, "belgorod build: megabytes": peak}
