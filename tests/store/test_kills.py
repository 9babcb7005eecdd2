"""kill -9 at random moments: the ledger opens, proves whole, and the finished run gives what an undisturbed one gives.

``benchmarks/kills.py`` does the same fifty times each.
"""

import pytest

from tests.kills import kill_at_random, make_jobs

REPORTS = {
    "1.txt": "Fighters of the Dawn Front raided Orlec on Monday, killing nine soldiers, the Marish army said.\n",
    "2.txt": "The Dawn Front said that it had killed more than 30 soldiers in Orlec. The army denied this.\n",
    "3.txt": "The Marish army said on Tuesday that 14 soldiers had been killed in the raid on Orlec.\n",
}


@pytest.fixture(scope="module")
def jobs(tmp_path_factory):
    """A build, a review and a copy of three short reports."""
    reports = tmp_path_factory.mktemp("input") / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    return make_jobs(tmp_path_factory.mktemp("kills"), reports)


@pytest.mark.slow
@pytest.mark.parametrize(("act", "on_server"), [("build", False), ("spread", False), ("review", True), ("copy", True)])
def test_a_killed_program_leaves_a_whole_ledger_and_finishes_later(request, jobs, tmp_path, act, on_server):
    """Either nothing of its work is there or all of it; doing it again gives what it would have given."""

    def place(number):
        if not on_server:
            return str(tmp_path / f"{number}.ledger")
        server = request.getfixturevalue("postgresql")
        return server.address(schema=f"killed_{act}_{number}", folder=tmp_path)

    jobs[act].rehearse(place(9))
    assert jobs[act].after not in {None, jobs[act].before}
    outcome = kill_at_random(jobs[act], place, seed=8, times=1 if act == "spread" else 2)
    assert outcome.wrong == []
