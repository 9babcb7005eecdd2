"""Who says what: one invented sentence a phenomenon."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.model.attribution import Form, Stance
from accordingto.model.document import Segment, Span, Zone
from accordingto.pipeline import read_document
from tests.factory import make_document


@cache
def read(text):
    """The document of a text and its attributions."""
    reading = read_document(make_document(text, published=date(2023, 5, 1)))
    assert not reading.issues
    return reading.document, reading.attributions


def given_away(text):
    """The document and everything that it gives to somebody."""
    document, found = read(text)
    return document, [each for each in found if each.form is not Form.NARRATION]


def said(text):
    """(source, cue, content) of everything that is given to somebody."""
    document, found = given_away(text)
    return [(document.quotes(a.source), document.quotes(a.cue), document.quotes(a.content)) for a in found]


SHAPES = [
    ("The mayor said that two bridges had fallen.", ("The mayor", "said", "two bridges had fallen")),
    ("Two bridges had fallen, the mayor said.", ("the mayor", "said", "Two bridges had fallen")),
    ("On Monday, two bridges fell, said Mayor Osrin.", ("Mayor Osrin", "said", "On Monday, two bridges fell")),
    ("At least 20 killed in attack, officials say", ("officials", "say", "At least 20 killed in attack")),
    ("The group, he said, was ready.", ("he", "said", "The group was ready")),
    ("“We lost the bridge,” he said.", ("he", "said", "“We lost the bridge,”")),
    ("The general said: “We control the port.”", ("The general", "said", "“We control the port.”")),
    ("The militia claimed to have taken Belport.", ("The militia", "claimed", "to have taken Belport")),
    ("The army denied involvement in the raid.", ("The army", "denied", "involvement in the raid")),
    ("The army denied carrying out the raid.", ("The army", "denied", "carrying out the raid")),
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
    ("The ministry put the death toll at 40.", ("The ministry", "put", "the death toll at 40")),
    ("The claim that ten men died spread fast.", ("", "claim", "ten men died")),
    ("Troops allegedly burned the village.", ("", "allegedly", "Troops burned the village")),
    ("Bel Radio quoted the mayor as saying two men died.", ("the mayor", "saying", "two men died")),
    ("Police: Five dead in blast", ("Police", ":", "Five dead in blast")),
    ("“They burned two houses. It fell.” — Ana Oro, teacher", ("Ana Oro", "—", "“They burned two houses. It fell.”")),
    ("”They burned two houses.”\n― Sal Orin", ("Sal Orin", "―", "”They burned two houses.”")),
    ("The governor added:\nThey did it. It fell.\nRain came.", ("The governor", "added", "They did it. It fell")),
    ("The court held that the strike was legal.", ("The court", "held", "the strike was legal")),
    ("Ten died in what relatives feared was a purge.", ("relatives", "feared", "what was a purge")),
    ("Dravonia blames the fire on the Rovers, which began in 2011.", ("Dravonia", "blames", "the fire on the Rovers")),
    (
        "It began at 6, when men of the Reed Band, a gang known as RB, overpowered guards, Mayor Osrin told the press.",
        (
            "Mayor Osrin",
            "told",
            "It began at 6, when men of the Reed Band, a gang known as RB, overpowered guards",
        ),
    ),
    ("The mayor ruled out a vote, demanded by the guilds.", ("the guilds", "demanded", "a vote")),
    (
        'Osrin called it a "hollow trial" saying the crown dug up old feuds in order to "justify her arrest."',
        ("Osrin", "saying", 'the crown dug up old feuds in order to "justify her arrest."'),
    ),
    ("The storm gave sailors an excuse to threaten a strike.", ("sailors", "threaten", "a strike")),
    (
        "The raid in March, which officials said left two men dead, failed.",
        ("officials", "said", "left two men dead"),
    ),
    (
        "Residents said that soldiers had looted shops, an allegation the military denies.",
        ("the military", "denies", "soldiers had looted shops"),
    ),
    (
        "The monitor said ten people were killed, while the army said none had died.",
        ("The monitor", "said", "ten people were killed"),
    ),
    (
        "Osrin said there were two boats that sank in the storm and claimed the voyage was a success.",
        ("Osrin", "claimed", "the voyage was a success"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_shapes(text, expected):
    """Each shape of attribution gives its source, cue and content."""
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the fire.",
        "The flood claimed 40 lives.",
        "The militia pledged allegiance to the crown.",
        "The army did not say how many had died.",
        "There were no reports of injuries.",
        "The village slept.",
        "The authorities denied them citizenship and passports.",
        "SYRIA: Two towns hit.",
    ],
)
def test_nobody_claims(text):
    """A denied or different use of a cue gives nothing to anybody."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army denied that it had shelled the port.", Stance.DENIES),
        ("The minister dismissed the report as a lie.", Stance.DENIES),
        ("The governor vowed to rebuild the port.", Stance.PROMISES),
        ("“We will not leave the port,” Osrin said.", Stance.PROMISES),
        ("The mayor said he would open the gates.", Stance.PROMISES),
        ("The mayor assured residents that nobody would be spared.", Stance.PROMISES),
        ("The mine accepted to pay for the burials.", Stance.PROMISES),
        ("The council demanded the release of the men.", Stance.DEMANDS),
        ("The rebels urged the council to resign.", Stance.DEMANDS),
        ("The Harbour Post could not independently verify the toll.", Stance.CANNOT_VERIFY),
        ("The Harbour Post has been unable to confirm the toll.", Stance.CANNOT_VERIFY),
        ("The toll could not be independently verified.", Stance.CANNOT_VERIFY),
        ("The army neither confirmed nor denied the strike.", Stance.DOUBTS),
        ("The army did not deny the strike.", Stance.DOUBTS),
    ],
)
def test_stance(text, stance):
    """Stance follows the cue's class, its negation, and what the content does."""
    _, found = given_away(text)
    assert [each.stance for each in found] == [stance]


def test_continued_quotation():
    """A quotation without a cue belongs to whoever spoke before it, over a paragraph's end too."""
    text = "“We left,” the witness said. “They had burned the house.”\n“Nobody came to help us.”"
    assert [source for source, _, _ in said(text)] == ["the witness"] * 3


def test_caveat_is_no_part_of_the_claim():
    """The outlet's caveat is an attribution of its own beside the claim it doubts."""
    document, found = given_away("Osrin said 70 men died. The Harbour Post could not verify the claim.")
    assert [(document.quotes(a.source), a.stance) for a in found] == [
        ("Osrin", Stance.ASSERTS),
        ("The Harbour Post", Stance.CANNOT_VERIFY),
    ]


def test_chain():
    """'According to X, citing Y': Y's claim by way of X."""
    document, found = given_away("According to the Harbour Post, citing a local official, two men died.")
    assert [(document.quotes(a.source), document.quotes(a.via)) for a in found] == [
        ("a local official", "the Harbour Post")
    ]


def test_nesting():
    """Reported words that report others' words give both levels, the inner one by way of the outer."""
    document, found = given_away("Sal Orin said the rebels claimed to hold the town.")
    outer, inner = found
    assert inner.parent == outer.id
    assert document.quotes(inner.via) == "Sal Orin"


def test_signed_post():
    """A post quoted as a block belongs to the name in its signature."""
    text = "The mayor thanked the crews.\nThe bridge is open again. — Ana Oro (@anaoro) May 3, 2021"
    assert ("Ana Oro", "", "The bridge is open again.") in said(text)


def test_post_broken_into_lines():
    """A post that the report quoted before is recognised over the lines that the page broke it into."""
    text = "Oro wrote: “We are back. The bridge is open.”\nWe are back.\nThe bridge is open. — Ana Oro (@anaoro) May 3"
    assert ("Ana Oro", "", "We are back.\nThe bridge is open.") in said(text)


def test_narration():
    """What is given to nobody is narration, one line a sentence."""
    document, found = read("The bridge fell on Monday. Osrin, who left Varno in May, said it was old.")
    told = [document.quotes(a.content) for a in found if a.form is Form.NARRATION]
    assert told == ["The bridge fell on Monday", "left Varno in May"]


def test_marked_segments_are_left_out():
    """Captions and credits say nothing; a headline may attribute but is no narration."""
    text = "Mayor says bridge fell\nThe mayor said the bridge fell."
    segments = (Segment(Span(0, 22), Zone.CAPTION, "test.v1"),)
    reading = read_document(make_document(text, segments=segments))
    assert all(each.extent.start > 22 for each in reading.attributions)


def test_order_and_repetition():
    """Reading twice gives the same lines in the same order."""
    text = "“We left,” Osrin said. According to Kesria, ten men stayed."
    first = read_document(make_document(text)).attributions
    assert first == read_document(make_document(text)).attributions


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


@pytest.mark.parametrize(
    "text",
    [
        "Bel Radio, quoting a nurse at the port, reported on Monday that ten men had died.",
        "Bel Radio reported that ten men had died, quoting a nurse at the port.",
    ],
)
def test_who_is_quoted_claims_it_wherever_the_words_stand(text):
    """'X, quoting Y, reported S' and 'X reported S, quoting Y': Y's claim by way of X, and no more than S."""
    document, (found,) = given_away(text)
    assert document.quotes(found.source) == "a nurse at the port"
    assert document.quotes(found.via) == "Bel Radio"
    assert document.quotes(found.content) == "ten men had died"
