"""``rebuild``: the same documents and the same rules give the same ledger, from whichever stage on."""

import pytest

from tests.cli.test_build import export


@pytest.mark.parametrize("stage", ["parse", "attribute", "resolve"])
def test_a_rebuilt_ledger_is_the_same(run, reports, tmp_path, stage):
    """Nothing changed, so nothing changes."""
    ledger = tmp_path / "raid.ledger"
    run("build", reports, "-o", ledger)
    before = export(run, ledger)
    made = run("rebuild", ledger, "--from", stage)
    assert (made.exit_code, made.stderr) == (0, "")
    assert export(run, ledger) == before


def test_a_judgement_outlives_a_rebuild(run, reports, tmp_path):
    """What a person said stands."""
    ledger = tmp_path / "raid.ledger"
    run("build", reports, "-o", ledger)
    run("actors", "merge", ledger, "Dawn Front", "Marish army", "--because", "one barracks")
    before = export(run, ledger)
    run("rebuild", ledger, "--from", "parse")
    assert export(run, ledger) == before


def test_no_ledger_is_made(run, tmp_path):
    """A name that is not there is refused in one line."""
    made = run("rebuild", tmp_path / "none.ledger")
    assert made.exit_code == 2
    assert "there is no such ledger" in made.stderr
    assert not (tmp_path / "none.ledger").exists()


def test_a_profile_names_the_stages(run, reports, tmp_path):
    """On standard error, so that what goes to a pipe stays as it is."""
    ledger = tmp_path / "raid.ledger"
    log = tmp_path / "log.jsonl"
    made = run("build", reports, "-o", ledger, "--profile", "--log", log)
    assert [line.split()[0] for line in made.stderr.splitlines()[:3]] == [
        "accordingto:",
        "accordingto:",
        "accordingto:",
    ]
    assert "resolve" in made.stderr
    assert '"event": "done"' in log.read_text(encoding="utf-8")
