"""``show --totals``: one number an event, six ways."""


def test_every_measure_is_shown_with_its_reason(run, ledger):
    """Side by side, for questions of events that numbers answer."""
    result = run("show", ledger, "--totals", "--plain")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:3] == [
        "raid on Orlec · 12 to 13 May 2031                                         killed",
        "     31  most conservative (ACLED)",
        "         the lowest of 1 origin, each by its latest figure; said by Marish army",
    ]
    assert result.stdout.count("     31  ") == 6


def test_totals_follow_the_filters(run, ledger):
    """A question of another attribute is not shown."""
    assert run("show", ledger, "--totals", "--attribute", "responsible").stdout == ""
