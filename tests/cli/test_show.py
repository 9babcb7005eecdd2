"""``show``: the same page with and without colour, and nothing in an article reaches the terminal as it is."""

import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from accordingto.cli.accounts import render_accounts
from accordingto.cli.layout import Page
from accordingto.cli.terminal import HOSTILE, neutralise
from accordingto.query import ask_questions, count_lines
from accordingto.store import SqlStore
from tests.harbour import make_findings

PAGE = """\
3 documents · 2 independent origins · 3 questions
1 contested, 1 unverified, 1 single

━━ Contested · 1 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

How many were killed?                                                     killed
raid on Orlec · 12 to 13 May 2031 · Orlec, Mar valley
Because of killed.

  more than 30 rebels, as of 13 May 2031                                1 origin
  │ Marish army
  │   “more than 30 rebels died in the raid on Orlec”
  │   via Telegram · Harbour Wire, 13 May 2031; Halvik Courier, 13 May 2031
  │   (copy of Harbour Wire)
  ╎ ✗ denied by Dawn Front
  ╎   “The Dawn Front denied this”
  ╎   Harbour Wire, 13 May 2031
  ╎ ? could not be verified by Harbour Wire
  ╎   “Harbour Wire could not verify the figures”
  ╎   Harbour Wire, 13 May 2031

  2 rebels, as of 13 May 2031, replaced by a later claim                1 origin
  │ Ilen Varsk (Dawn Front)
  │   “Two rebels died”
  │   radio.txt · replaced by a later claim

━━ Unverified · 1 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

How large is it?                                                            size
Dawn Front
Because of size.

  400                                                                  0 origins
  │ nobody named (‘reportedly’)
  │   “the Front has 400 fighters”
  │   radio.txt · hedged

━━ Single · 1 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

Who is responsible?                                                  responsible
raid on Orlec · 12 to 13 May 2031 · Orlec, Mar valley
Because of responsible.

  Dawn Front                                                            1 origin
  │ radio.txt, in its own words
  │   “The raid took place on 12 May”
  │   radio.txt
"""

STYLES = re.compile("\x1b\\[[0-9;]*m")


def in_colour(findings, width=80):
    """The page as a terminal gets it."""
    console = Console(force_terminal=True, color_system="standard", width=width, highlight=False)
    with console.capture() as capture:
        for line in render_accounts(ask_questions(findings), count_lines(findings), Page(console, width), limit=None):
            console.print(line, soft_wrap=True)
    return capture.get()


def test_the_page(run, ledger):
    """Contested first; each answer with claimers, words, documents and origins; denials and doubts set apart."""
    result = run("show", ledger)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == PAGE
    assert run("show", ledger, "--plain").stdout == PAGE


def test_colour_adds_nothing_but_colour():
    """Nothing is said by colour alone."""
    page = in_colour(make_findings())
    assert "\x1b[" in page
    assert STYLES.sub("", page) == PAGE


@pytest.mark.parametrize("width", [30, 40, 57, 80, 100])
def test_no_line_is_wider_than_the_terminal(width):
    """Whatever the width, the page is wrapped to it and the bars go on."""
    lines = STYLES.sub("", in_colour(make_findings(), width)).splitlines()
    assert max(map(len, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)


def test_the_number_of_questions_is_limited(run, ledger):
    """The page says that there are more."""
    page = run("show", ledger, "--limit", "1").stdout
    assert "killed" in page
    assert "How large" not in page
    assert page.endswith("1 of 3 questions shown; leave out --limit to see all.\n")


@pytest.mark.parametrize(
    ("options", "shown", "hidden"),
    [
        (["--actor", "varsk"], "killed", "size"),
        (["--event", "orlec"], "responsible", "size"),
        (["--attribute", "size"], "size", "killed"),
    ],
)
def test_questions_are_narrowed(run, ledger, options, shown, hidden):
    """By actor, event and attribute."""
    page = run("show", ledger, *options).stdout
    assert re.search(rf" {shown}$", page, re.MULTILINE)
    assert not re.search(rf" {hidden}$", page, re.MULTILINE)


def test_where_nothing_fits_a_line_says_so(run, ledger):
    """Status 0: the ledger was read, and what could be asked is named."""
    result = run("show", ledger, "--attribute", "weddings")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f'accordingto: {ledger}: no question fits --attribute "weddings"; attributes here: killed, responsible, size'
    ]


def test_a_ledger_without_questions_says_so(run, tmp_path):
    """Documents may answer nothing."""
    path = tmp_path / "quiet.ledger"
    with SqlStore(path).writer() as writer:
        writer.save(replace(make_findings(), questions=()))
    result = run("show", path)
    assert result.exit_code == 0
    assert "no question is answered by these documents yet" in result.stderr


HOSTILE_TEXT = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eevil\u2066[bold red]Two[/] :smile:\r\n\x08\x7f"


def hostile_findings():
    """The story with hostile characters wherever a document's words or names can stand."""
    findings = make_findings()
    readings = tuple(
        replace(
            each,
            document=replace(
                each.document,
                text=re.sub("[aeiou]", lambda m: "\x1b" if m.start() % 3 else m.group(), each.document.text),
                outlet=HOSTILE_TEXT,
                uri=HOSTILE_TEXT,
            ),
        )
        for each in findings.readings
    )
    actors = tuple(replace(each, name=HOSTILE_TEXT + each.name) for each in findings.resolution.actors)
    return replace(
        findings,
        readings=readings,
        resolution=replace(
            findings.resolution, actors=actors, via=dict.fromkeys(findings.resolution.via, (HOSTILE_TEXT,))
        ),
        events=tuple(
            replace(each, label=HOSTILE_TEXT, places=tuple(replace(p, name=HOSTILE_TEXT) for p in each.places))
            for each in findings.events
        ),
        questions=tuple(
            replace(
                each,
                reason=HOSTILE_TEXT,
                answers=tuple(replace(a, scope=replace(a.scope, who=HOSTILE_TEXT)) for a in each.answers),
            )
            for each in findings.questions
        ),
    )


def test_hostile_words_are_shown_and_not_obeyed():
    """No control character but the page's own colours; square brackets and colons are words, not markup."""
    page = STYLES.sub("", in_colour(hostile_findings()))
    assert not HOSTILE.search(page.replace("\n", ""))
    assert "[bold red]" in page
    assert ":smile:" in page


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_neutral_text_steers_nothing(text):
    """Whatever the text, no hostile character is left, and what is neutral stays as it is."""
    neutral = neutralise(text)
    assert not HOSTILE.search(neutral)
    assert neutralise(neutral) == neutral
    assert len(neutral) == len(text)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_knows_few_characters_gets_a_question_mark(ledger, encoding):
    """Lines and quotation marks that it cannot show are no reason to show nothing."""
    command = [sys.executable, "-m", "accordingto", "show", str(ledger)]
    result = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONIOENCODING": encoding}, check=False)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"killed" in result.stdout
