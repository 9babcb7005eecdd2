"""A build of several processes whose first one is killed."""

import subprocess
import sys
import time
from pathlib import Path

import pytest


def is_there(process):
    """Whether a process runs; one that is dead and not yet fetched does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at processes where Linux lists them")
def test_processes_end_with_the_one_that_began_them():
    """After kill -9 of the first one none of the others stays, waiting for work with a model in memory."""
    with subprocess.Popen([sys.executable, "-m", "tests.left_alone"], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        others = [int(each) for each in program.stdout.readline().split()]
        assert others
        assert all(is_there(each) for each in others)
        program.kill()
    for _ in range(600):
        if not any(is_there(each) for each in others):
            return
        time.sleep(0.1)
    raise AssertionError(f"{others} are still there")
