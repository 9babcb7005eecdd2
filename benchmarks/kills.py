"""kill -9 at fifty random moments each of a build, a review and a copy, of ledgers in files and on a PostgreSQL server.

After each the ledger must open and prove whole, hold all of the work or nothing of it, and doing the work again must
give what an undisturbed run gives.
"""

import tempfile
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

from tests.kills import Job, kill_at_random, make_jobs
from tests.postgresql import Server, find_programs, running

REPORTS = Path(__file__).resolve().parents[1] / "examples" / "tolmir"
# How often each is killed, on which kind of ledger: a build, in one process or two, a review and a copy 50 times each.
TIMES = {("build", "file"): 20, ("build", "server"): 18, ("spread", "file"): 12}
TIMES |= {("review", "file"): 25, ("review", "server"): 25, ("copy", "file"): 25, ("copy", "server"): 25}
SEEDS = cycle(range(1, 1000))


def gold_files() -> list[Path]:
    """The documents."""
    return sorted(REPORTS.iterdir())


def measure() -> dict[str, float]:
    """How often something was killed at work, and how often it left something else than it should."""
    killed, wrong = 0, 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        programs = find_programs()
        server = None if programs is None else stack.enter_context(running(programs))
        jobs = make_jobs(folder, REPORTS)
        for (act, kind), times in TIMES.items():
            outcome = _kill(jobs[act], None if kind == "file" else server, folder, times)
            killed, wrong = killed + outcome[0], wrong + outcome[1]
    return {"kills: at work": killed, "kills: wrong afterwards": wrong}


def _kill(job: Job, server: Server | None, folder: Path, times: int) -> tuple[int, int]:
    seed = next(SEEDS)

    def place(number: int) -> str:
        name = f"{job.act}_{seed}_{number}"
        return str(folder / f"{name}.ledger") if server is None else server.address(schema=name, folder=folder)

    job.rehearse(place(times))
    outcome = kill_at_random(job, place, seed=seed, times=times)
    for each in outcome.wrong:
        print(f"  {each}")
    return outcome.killed, len(outcome.wrong)
