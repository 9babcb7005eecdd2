"""Quoted words that stand differently in another document are shown as variants; cuts of the same words are not."""

from functools import cache

import pytest

from accordingto.pipeline import compare_readings, read_document
from accordingto.stages.reconcile.wordings import compare_wordings, find_quoted
from tests.factory import make_document

SPEAKER = "General Ilen Osrin said."


@cache
def compare(*quotations):
    """The variants among documents that quote one speaker, as pairs of words, and the findings."""
    documents = [make_document(f"“{words},” {SPEAKER}", f"{n}.txt") for n, words in enumerate(quotations)]
    findings = compare_readings([read_document(each) for each in documents])
    texts = {line.id: r.document for r in findings.readings for line in r.attributions}
    pairs = [
        {texts[each.attribution].quote(each.span), texts[each.other].quote(each.other_span)}
        for each in findings.variants
    ]
    return pairs, findings


def test_unlike_words():
    """Two wordings of one sentence of one speaker are a variant, and the export links both."""
    first, second = "We will hold the bridge to the end", "We will hold the bridge at any price"
    pairs, findings = compare(first, second)
    assert pairs == [{first, second}]
    assert findings.variants[0].trace.rule == "reconcile.wordings.v1"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We will hold the bridge to the end", "We will hold the bridge to the end"),
        ("We will hold the bridge to the end", "we will hold the bridge"),
        ("We will hold the bridge to the end", "Our wounded men were carried over the river at night"),
        ("We will hold the bridge to the end", "hold the bridge to the end and beyond the winter"),
        ("We left", "We stayed"),
    ],
)
def test_no_variant(left, right):
    """The same words, a cut of them, a longer cut, another sentence, and mere labels are none."""
    assert compare(left, right)[0] == []


def test_another_speaker():
    """Like words of two speakers are two statements."""
    texts = ("“We hold the bridge today,” Ana Oro said.", "“We hold the bridge tonight,” Sal Belka said.")
    readings = [read_document(make_document(text, f"{n}.txt")) for n, text in enumerate(texts)]
    assert compare_readings(readings).variants == ()


def test_order_changes_nothing():
    """The documents' order leaves the variants as they are."""
    _, findings = compare("We will hold the bridge to the end", "We will hold the bridge at any price", "We hold on")
    said = (each for reading in reversed(findings.readings) for each in find_quoted(reading))
    assert compare_wordings(said, findings.resolution) == findings.variants
