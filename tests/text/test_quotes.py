"""Quotation marks, as reports really use them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.text.quotes import find_quotes


def quoted(text):
    """The words inside each pair of marks."""
    return [text[quote.inner.start : quote.inner.end] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We left,” he said.", ["We left,"]),
        ('"We left," he said. "All of us."', ["We left,", "All of us."]),
        ("''We left,'' he said.", ["We left,"]),
        ("“They went home.’’", ["They went home."]),
        ("‘We can’t stay,’ she said.", ["We can’t stay,"]),
        ("'We can't stay,' she said.", ["We can't stay,"]),
        ("He called it a 'final offer'.", ["final offer"]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("«Nous partons», dit-il.", ["Nous partons"]),
        ("The officers' mess and the soldiers' camp", []),
        ("In the '90s it wasn't so.", []),
        ("", []),
        ('"', []),
        ('" " "', []),
        ('A stray " in a line.', []),
    ],
)
def test_marks(text, inner):
    """Curly, straight, doubled and single marks open and close; apostrophes do neither."""
    assert quoted(text) == inner


def test_quotation_over_paragraphs():
    """A paragraph that opens a quotation and does not close it is quoted to its end when the next one goes on."""
    assert quoted("He said: “We left.\n“All of us.”") == ["We left.", "All of us."]


def test_unclosed_inside_a_line():
    """An opening mark that nothing closes and nothing continues opens nothing."""
    assert quoted("He called it a “great day.\nThe town slept.") == []


@given(st.text(alphabet="ab .,\n“”\"'‘’«»", max_size=60))
def test_quotes_are_in_order(text):
    """Whatever the marks, quotes are in text order, do not overlap, and hold their inner words."""
    found = find_quotes(text)
    for quote in found:
        assert quote.span.start <= quote.inner.start <= quote.inner.end <= quote.span.end
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start


@pytest.mark.parametrize("unit", ['"', "“", "’", "'a ", "“a\n", "”a "])
def test_a_page_of_marks_ends(unit):
    """A text of nothing but marks is read in time that grows with its length."""
    text = unit * (40_000 // len(unit))
    assert all(quote.span.contains(quote.inner) for quote in find_quotes(text))
