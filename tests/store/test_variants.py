"""Wordings that differ between documents are kept, exported and shown under the quoted words."""

from dataclasses import replace
from io import StringIO

from rich.console import Console

from accordingto.cli.accounts import render_accounts
from accordingto.cli.layout import Page
from accordingto.export.ledger_json import dump_ledger, render_ledger
from accordingto.model.attribution import Variant
from accordingto.query import ask_questions, count_lines
from tests.harbour import ARMY_SAYS, DOCUMENTS, RADIO, RULE, VARSK_SAYS, make_findings, span

WIRE = DOCUMENTS[0]
PAIR = Variant(
    ARMY_SAYS[0].id,
    span(WIRE, "more than 30 rebels died in the raid"),
    VARSK_SAYS.id,
    span(RADIO, "Two rebels died"),
    0.6,
    RULE,
)


def with_variant():
    """The story made by hand, with one pair of wordings."""
    return replace(make_findings(), variants=(PAIR,))


def test_variants_come_back(store):
    """What is written is what is read, and a pair that points at nothing is left out with an issue."""
    lost = replace(PAIR, other="att-none")
    with store.writer() as writer:
        writer.save(replace(with_variant(), variants=(PAIR, lost)))
    with store.view() as view:
        kept = view.findings()
    assert kept.variants == (PAIR,)
    assert len(kept.issues) == len(make_findings().issues) + 1
    assert dump_ledger(with_variant()) == dump_ledger(kept)


def test_both_attributions_name_each_other():
    """In the export each of the two attributions lists the other."""
    lines = {each["id"]: each["variants"] for each in render_ledger(with_variant())["attributions"]}
    assert lines[PAIR.attribution] == [PAIR.other]
    assert lines[PAIR.other] == [PAIR.attribution]
    assert sum(map(len, lines.values())) == 2


def test_shown_under_the_words():
    """'show' gives the other wording with its outlet under the words it differs from."""
    findings = with_variant()
    console = Console(file=StringIO(), width=100)
    lines = render_accounts(ask_questions(findings), count_lines(findings), Page(console, 100), limit=None)
    shown = "\n".join(line.plain for line in lines)
    assert "elsewhere: “Two rebels died” (radio.txt)" in shown
    assert "elsewhere: “more than 30 rebels died in the raid” (Harbour Wire, 13 May 2031)" in shown
