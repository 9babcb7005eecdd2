"""A report is one page that needs nothing else, runs nothing, and says what the ledger says."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

from accordingto.cli import main
from accordingto.export.report import Report, make_report
from accordingto.export.report.axis import make_axis
from accordingto.export.report.rates import FILE, read_rates
from accordingto.model.dates import DateRange
from accordingto.store import SqlStore
from tests.harbour import DAY, make_findings

HOSTILE = "</style></title><script>alert(1)</script><img src=https://elsewhere.example/x onerror=alert(1)>"
ROOT = Path(__file__).parents[2]


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its words."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        """One element."""
        self.found.append((tag, dict(attributes)))

    def handle_data(self, words):
        """Some words."""
        self.words += words


def make(findings, questions=None):
    """The report of some findings."""
    return make_report(Report("raid.ledger", findings, "", "accordingto 1", questions))


def test_every_question_stands_with_its_words_and_where_they_are_from():
    """Status, reason, answers, quoted words and outlets are those of the ledger."""
    findings = make_findings()
    words = " ".join(Elements(make(findings)).words.split())
    for question in findings.questions:
        assert question.status.value in words
        assert question.reason in words
    assert "more than 30 rebels died" in words
    assert "Harbour Wire" in words


def test_nothing_is_loaded_and_nothing_runs():
    """No script, no style sheet, picture or frame from elsewhere; the page forbids them itself."""
    elements = Elements(make(make_findings())).found
    assert not {tag for tag, _ in elements} & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    for _, attributes in elements:
        assert attributes.get("href", "#").startswith("#")
        assert "src" not in attributes
        assert not any(name.startswith("on") for name in attributes)
    policy = next(each["content"] for tag, each in elements if tag == "meta" and "http-equiv" in each)
    assert policy.startswith("default-src 'none'")


def test_hostile_words_are_only_words():
    """Markup in a title, outlet, label or value is shown, not obeyed."""
    findings = make_findings()
    readings = tuple(
        replace(each, document=replace(each.document, title=HOSTILE, outlet=HOSTILE, url=HOSTILE))
        for each in findings.readings
    )
    events = tuple(replace(event, label=HOSTILE) for event in findings.events)
    page = make_report(Report(HOSTILE, replace(findings, readings=readings, events=events), HOSTILE, "accordingto 1"))
    elements = Elements(page)
    assert not {tag for tag, _ in elements.found} & {"script", "img"}
    assert "<script>" in elements.words


def test_one_question_comes_with_its_documents_alone():
    """A report of one question names no other."""
    findings = make_findings()
    chosen = findings.questions[0]
    elements = Elements(make(findings, frozenset({chosen.id})))
    assert [each.get("id") for tag, each in elements.found if tag == "section"] == [chosen.id]


def test_the_rates_are_those_of_the_page_of_measures():
    """Where this fails, run: make docs."""
    stated = json.loads(files("accordingto.export.report").joinpath(FILE).read_text(encoding="utf-8"))
    assert stated == read_rates((ROOT / "docs" / "measures.md").read_text(encoding="utf-8"))
    assert stated


@pytest.mark.parametrize("days", [1, 40, 400, 4000, 40000])
def test_an_axis_has_few_marks_in_order(days):
    """Days, months or years, never more than a reader can tell apart."""
    axis = make_axis(
        [DateRange(DAY.replace(year=1950), DAY.fromordinal(DAY.replace(year=1950).toordinal() + days))],
        left=0,
        width=100,
    )
    assert axis is not None
    places = [mark.x for mark in axis.marks()]
    assert places == sorted(places)
    assert 1 <= len(places) <= 9


@pytest.fixture
def run(tmp_path):
    """Runs the command on a ledger of the hand-made story: result and page."""
    ledger = tmp_path / "raid.ledger"
    with SqlStore(ledger).writer() as writer:
        writer.save(make_findings())

    def run(*arguments):
        page = tmp_path / "raid.html"
        result = CliRunner().invoke(main, ["report", str(ledger), "-o", str(page), *arguments])
        return result, page.read_text(encoding="utf-8") if page.exists() else ""

    return run


def test_the_command_writes_the_page(run):
    """The same ledger gives the same bytes."""
    first, second = run()[1], run()[1]
    assert first == second
    assert re.search(r"<h1>.+</h1>", first)


def test_it_can_be_narrowed_to_a_question(run):
    """By attribute, by words, or by id."""
    page = run("--question", "killed")[1]
    assert "How many were killed?" in page
    assert "When was it founded?" not in page


@pytest.mark.parametrize("arguments", [["--question", "weather"], ["--story", "nowhere"]])
def test_what_is_not_there_is_told(run, arguments):
    """One line with the remedy, status 2, no file."""
    result, page = run(*arguments)
    assert result.exit_code == 2
    assert page == ""
