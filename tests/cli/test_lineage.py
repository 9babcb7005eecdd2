"""``lineage``: trees that a terminal can trust."""

from rich.console import Console

from accordingto.cli.layout import Page
from accordingto.cli.trees import render_trees
from accordingto.query.trees import grow_trees
from tests.harbour import make_findings


def _lines():
    return [line.plain for line in render_trees(grow_trees(make_findings()), Page(Console(width=80), 80))]


def test_a_copy_stands_below_its_source_with_the_rule_that_says_so():
    """Who, when, from which file, and why."""
    lines = _lines()
    at = next(number for number, line in enumerate(lines) if "└─" in line)
    assert "Halvik Courier" in lines[at]
    assert "copy (tests.by-hand.v1) “said on its channel”" in lines[at + 1]


def test_no_line_is_wider_than_the_page():
    """Long words that show a derivation are wrapped below it."""
    assert max(map(len, _lines())) <= 80


def test_the_command_prints_the_trees(run, ledger):
    """Plain to a pipe."""
    result = run("lineage", ledger)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "3 documents · 2 independent origins" in result.stdout


def test_a_story_that_is_not_there_is_named(run, ledger):
    """One line on standard error says what was asked."""
    result = run("lineage", ledger, "--story", "harvest")
    assert 'no story fits "harvest"' in result.stderr
