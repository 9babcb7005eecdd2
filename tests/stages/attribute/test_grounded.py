"""No attribution may say something else than its text."""

from dataclasses import replace
from functools import cache

import pytest

from accordingto.model.attribution import Form, with_id
from accordingto.model.document import Span
from accordingto.pipeline import read_document
from accordingto.stages.attribute.grounded import find_fault, ground
from tests.factory import make_document

TEXT = (
    "The army said that at least 40 rebels had died in Orlec. Two bridges did not fall, the mayor of Varno said. "
    "According to Dravonian Defence Minister Ilen Osrin, no soldiers were captured near the old port. "
    "“We never fired on the three villages,” Sal Orin said. "
    "The Free Harbour Legion denied that its men had looted shops. "
    "The governor said the Harbour Post reporters were not hurt. Rain fell on two northern towns."
)


@cache
def read():
    """The text with everything that was accepted."""
    reading = read_document(make_document(TEXT))
    return reading.document, reading.parse, reading.attributions


def without(attribution, token):
    """The attribution with one word cut out of its content."""
    content = []
    for span in attribution.content:
        for piece in (Span(span.start, min(span.end, token.start)), Span(max(span.start, token.end), span.end)):
            start = piece.start + (1 if TEXT[piece.start : piece.start + 1] == " " else 0)
            end = piece.end - (1 if TEXT[piece.end - 1 : piece.end] == " " else 0)
            if start < end:
                content.append(Span(start, end))
    return with_id(replace(attribution, content=tuple(dict.fromkeys(content))))


def weighty(parse):
    """Words that may not be cut out: numbers, negations, parts of names, nouns that others lean on."""
    leaning = {"det", "nummod", "amod", "compound", "poss"}
    for token in parse.tokens:
        is_name = token.dep == "compound" and token.pos == "PROPN" and parse.tokens[token.head].pos == "PROPN"
        leaned_on = any(parse.tokens[c].dep in leaning for c in parse.children[token.index])
        is_noun = token.pos in {"NOUN", "PROPN"} and (leaned_on or token.dep == "pobj")
        if is_name or is_noun or token.pos == "NUM" or token.dep == "neg" or token.lemma == "no":
            yield token


def test_everything_accepted_holds():
    """What the rules find in plain sentences passes."""
    document, parse, attributions = read()
    assert len([each for each in attributions if each.form is not Form.NARRATION]) >= 6
    assert [find_fault(document, parse, each) for each in attributions] == [None] * len(attributions)


def test_every_alteration_is_refused():
    """Cutting out any number, negation, part of a name or head noun is seen."""
    document, parse, attributions = read()
    tried = 0
    for token in weighty(parse):
        word = Span(token.start, token.end)
        for each in attributions:
            altered = without(each, token)
            if any(span.contains(word) for span in each.content) and altered.content:
                tried += 1
                assert find_fault(document, parse, altered) is not None, (token.text, document.quotes(altered.content))
    assert tried >= 20


@pytest.mark.parametrize(("old", "new"), [("40", "41"), ("not ", ""), ("Varno", "Belport"), ("rebels", "miners")])
def test_altered_text_moves_no_line(old, new):
    """Of an altered text every line quotes the altered words: the text is the only source of what is quoted."""
    reading = read_document(make_document(TEXT.replace(old, new)))
    quoted = " ".join(reading.document.quotes((*each.source, *each.content)) for each in reading.attributions)
    assert old not in quoted if old != "not " else quoted.count("not ") == TEXT.count("not ") - TEXT.count(old)


@pytest.mark.parametrize("spans", [(), ((5, 5),), ((0, 10_000),), ((20, 30), (5, 10)), ((4, 6),)])
def test_spans_outside_the_text(spans):
    """Empty, unordered, overlong spans and halves of words are no evidence."""
    document, parse, attributions = read()
    assert find_fault(document, parse, replace(attributions[0], content=tuple(Span(*each) for each in spans)))


def test_refused_lines_are_counted():
    """A refused line is gone, its children hang from the line around it, and one issue says how many were refused."""
    document, parse, attributions = read()
    bad = replace(attributions[0], content=(Span(4, 6),))
    child = replace(attributions[1], parent=bad.id)
    kept, issues = ground(document, parse, [bad, child])
    assert kept == [replace(child, parent=bad.parent)]
    assert len(issues) == 1
    assert "1 passage refused" in issues[0].message
