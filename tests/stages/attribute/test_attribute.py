"""Who says what: one invented sentence a phenomenon."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.model.attribution import Form
from accordingto.pipeline import read_document
from tests.factory import make_document


@cache
def read(text):
    """The document of a text and its attributions."""
    reading = read_document(make_document(text))
    assert not reading.issues
    return reading.document, reading.attributions


def said(text):
    """(source, cue, content) of everything that is given to somebody."""
    document, found = read(text)
    return [
        (document.quotes(a.source), document.quotes(a.cue), document.quotes(a.content))
        for a in found
        if a.form is not Form.NARRATION
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that two bridges had fallen.", ("The mayor", "said", "two bridges had fallen")),
        ("Two bridges had fallen, the mayor said.", ("the mayor", "said", "Two bridges had fallen")),
        ("On Monday, two bridges fell, said Mayor Osrin.", ("Mayor Osrin", "said", "On Monday, two bridges fell")),
        ("“We lost the bridge,” he said.", ("he", "said", "“We lost the bridge,”")),
        ("The militia claimed to have taken Belport.", ("The militia", "claimed", "to have taken Belport")),
        ("The army denied involvement in the raid.", ("The army", "denied", "involvement in the raid")),
        ("Two men died, according to the ministry.", ("the ministry", "according to", "Two men died")),
        ("According to the ministry, two men died.", ("the ministry", "According to", "two men died")),
        ("By some estimates, 400 men joined.", ("some estimates", "By", "400 men joined")),
        ("The union took responsibility for the fire.", ("The union", "took responsibility", "for the fire")),
        ("They are believed to be held in Varno.", ("", "are believed", "to be held in Varno")),
        ("The mayor was accused of theft.", ("", "was accused", "of theft")),
        ("Kesria accuses Dravonia of shelling the port.", ("Kesria", "accuses", "Dravonia of shelling the port")),
        ("Kesria blamed the rebels for the fire.", ("Kesria", "blamed", "the rebels for the fire")),
        ("Kesria calls the men saboteurs of the crown.", ("Kesria", "calls", "the men saboteurs of the crown")),
        ("She described the men as calm.", ("She", "described", "the men as calm")),
        ("She urged the council to act.", ("She", "urged", "the council to act")),
        ("The claim that ten men died spread fast.", ("", "claim", "ten men died")),
    ],
)
def test_shapes(text, expected):
    """Each shape of attribution gives its source, cue and content."""
    assert expected in said(text)


def test_spans_slice_to_words():
    """Every span lies in the text and is not empty."""
    document, found = read("Osrin, who left in May, said the bridge fell. “It broke,” she added. It was rebuilt.")
    for each in found:
        for span in (*each.source, *each.cue, *each.content, *each.via):
            assert 0 <= span.start < span.end <= len(document.text)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=" .,\n“”\"':—()abS", max_size=40))
def test_odd_input(text):
    """Marks without words, words without grammar: no text defeats the stage."""
    read(text)


@pytest.mark.parametrize("text", ["", '"', "“”", "Yes", "said", "According to", "\n\n", "He said:", "“He said"])
def test_tiny_input(text):
    """The smallest texts defeat nothing."""
    read(text)
