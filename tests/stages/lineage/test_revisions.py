"""The same page read twice with other words is a revision of itself."""

from datetime import date

import pytest

from accordingto.custody.proof import digest_text
from accordingto.model.custody import Capture, Channel
from accordingto.stages.lineage import trace_lineage
from tests.factory import make_document

PAGE = "https://orlec.example/raid"
FIRST = "Rebels raided Orlec on Monday. Nine soldiers were killed, the army said. The town was quiet by evening."
SECOND = FIRST.replace("Nine", "Twelve")
THIRD = SECOND.replace("The town was quiet by evening.", "Two bridges were destroyed as well.")


def _read(text, time=None, *, url=PAGE, published=None):
    document = make_document(text, uri=url, url=url, outlet="Orlec Times", published=published)
    capture = Capture(document.id, "0" * 64, 1, "html", Channel.ADDRESS, url, digest_text(text), "r", time=time)
    return document, capture


def _revisions(*read):
    documents, captures = zip(*read, strict=True)
    lineage = trace_lineage(documents, captures=captures)
    names = {each.id: text for each, text in zip(documents, "abcdef", strict=False)}
    found = [(names[each.document], names[each.source]) for each in lineage.derivations if each.is_revision]
    return sorted(found), lineage


def test_each_version_revises_the_last_one_before_it():
    """By the time at which it was got, in whatever order they come."""
    read = [
        _read(FIRST, "2031-04-02T08:00:00Z"),
        _read(SECOND, "2031-04-02T12:00:00Z"),
        _read(THIRD, "2031-04-03T08:00:00Z"),
    ]
    found, lineage = _revisions(*read)
    assert found == [("b", "a"), ("c", "b")]
    assert len(lineage.origins) == 1
    assert trace_lineage([each for each, _ in reversed(read)], captures=[each for _, each in read]) == lineage


def test_the_wording_does_not_say_the_contrary():
    """Between two versions of one page there is one derivation."""
    found, lineage = _revisions(_read(SECOND, "2031-04-02T12:00:00Z"), _read(FIRST, "2031-04-02T08:00:00Z"))
    assert found == [("a", "b")]
    assert len(lineage.derivations) == 1


def test_without_times_the_days_tell():
    """As the pages themselves give them."""
    days = (date(2031, 4, 2), date(2031, 4, 3))
    assert _revisions(*(_read(text, published=day) for text, day in zip((FIRST, SECOND), days, strict=True)))[0] == [
        ("b", "a")
    ]


@pytest.mark.parametrize("other", [PAGE + "/2", None])
def test_other_pages_and_unknown_times_are_no_revision(other):
    """Nothing is guessed."""
    second = _read(SECOND, "2031-04-02T12:00:00Z", url=other) if other else _read(SECOND)
    assert _revisions(_read(FIRST, "2031-04-02T08:00:00Z"), second)[0] == []
