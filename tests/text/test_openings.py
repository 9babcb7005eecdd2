"""With which words a pattern can begin, and with which it can go on."""

import re
from functools import cache

import pytest
from hypothesis import given, settings

from accordingto.text.dates.search import rules
from accordingto.text.openings import FIGURE, FIGURES, find_openings, words_of
from accordingto.text.phrases import plain_letters
from tests.properties.test_text_values import TEXTS


@pytest.mark.parametrize(
    ("pattern", "first", "alone"),
    [
        (r"fall", {"fall"}, {"fall"}),
        (
            r"(?:the\s+)?(?:spring|fall)s?\b",
            {"the", "spring", "springs", "fall", "falls"},
            {"spring", "springs", "fall", "falls"},
        ),
        (r"(?<!\w)an?\s+year(?=\s)", {"a", "an"}, set()),
        (r"[0-9]{1,2}(?:st|th)?|['\u2019][0-9]{2}", {FIGURE, "'", "\u2019"}, {FIGURE}),
        (r"(?P<m>May|Jun\.?)", {"may", "jun"}, {"may", "jun"}),
        (r"new[\s\u00a0]+year(?:['\u2019]?s)?", {"new"}, set()),
        (r"(?:(?:about|over)\s+){0,3}[0-9]+\sdays", {"about", "over", FIGURE}, set()),
    ],
)
def test_first(pattern, first, alone):
    """The first word of any match is listed, and so is whether it may be all of it."""
    openings = find_openings(pattern)
    assert (set(openings.first), set(openings.alone)) == (first, alone)


def test_later():
    """Every word of a match is listed, those that are put together of pieces too, and so are its marks."""
    later = find_openings(r"(?:the\s)?week(?:end)?s?-(?:(?:o|i)f\s){2}[0-9]").later
    assert later == frozenset({"the", "week", "weeks", "weekend", "weekends", "of", "if", FIGURE, " ", "-"})


@pytest.mark.parametrize("pattern", [r"[a-z]+\sterm", r"\w", r"(?:the)?", r".", r"[^x]y"])
def test_any_word(pattern):
    """A pattern that anything may begin is refused."""
    with pytest.raises(ValueError, match="anything"):
        find_openings(pattern)


@pytest.mark.parametrize("pattern", [r"on\s[a-z]+", r"on\s(\w)", r"(?P<a>on)\s(?P=a)", r"on\st[0-9]"])
def test_later_unknown(pattern):
    """Where not every word can be listed, none is."""
    assert find_openings(pattern).later is None


_WORD = re.compile(r"\w+|['\u2019]")
_openings = cache(find_openings)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_rules_of_dates(text):
    """Whatever a date rule finds in any text begins and goes on as was read off its pattern."""
    text = plain_letters(text)
    for rule in rules():
        openings = _openings(rule.pattern.pattern)
        for match in rule.pattern.finditer(text):
            words = [FIGURE if each[0] in FIGURES else each for each in _WORD.findall(text[match.start() :].lower())]
            assert words[0] in openings.first
            assert words[0] in openings.alone or openings.later is None or words[1] in openings.later


def test_words_of():
    """The words of a pattern are all known, or there is an error: nothing is passed over by mistake."""
    assert words_of(re.compile(r"\b(?:aged|age\s+of)\s+$")) >= {"aged", "age", "of"}
    with pytest.raises(ValueError, match="any word"):
        words_of(re.compile(r"\bper\s[a-z]+$"))
