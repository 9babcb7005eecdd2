"""The words around a piece of evidence."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.model.attribution import Attribution, Form, Stance
from accordingto.model.document import Span
from accordingto.query.passage import LONGEST, find_passage
from tests.factory import make_document


def make_passage(text, evidence, content=None):
    """The passage of evidence given as words in a text."""
    document = make_document(text)
    start = text.index(evidence)
    content = content or Span(0, len(text))
    attribution = Attribution("att", document.id, (), (), (content,), Form.INDIRECT, Stance.ASSERTS)
    return find_passage(document, Span(start, start + len(evidence)), attribution)


def joined(passage):
    """All words of a passage."""
    return passage.before + passage.evidence + passage.after


def test_the_attributed_words_are_shown_around_the_evidence():
    """White space is one space, and the three parts join to the words."""
    passage = make_passage("Fighters\t stormed Orlec, killing  nine.", "killing  nine")
    assert (passage.before, passage.evidence, passage.after) == ("Fighters stormed Orlec, ", "killing nine", ".")
    assert not passage.is_cut_before
    assert not passage.is_cut_after


def test_long_words_are_cut_at_words_on_both_sides():
    """What is left out is marked, and no word is cut in two."""
    passage = make_passage("before " * 100 + "nine died " + "after " * 100, "nine died")
    assert passage.is_cut_before
    assert passage.is_cut_after
    assert set(joined(passage).split()) == {"before", "nine", "died", "after"}
    assert len(joined(passage)) <= LONGEST


def test_another_paragraph_is_not_shown():
    """A quotation over paragraphs shows the one with the evidence."""
    passage = make_passage("First paragraph.\nNine died here.\nThird.", "Nine died")
    assert joined(passage) == "Nine died here."


def test_a_denial_is_shown_with_its_cue():
    """The words that are denied say nothing without it."""
    document = make_document("Early on Monday the army denied that anybody was hurt. Others fled.")
    source, cue, content = (
        (Span(document.text.index(words), document.text.index(words) + len(words)),)
        for words in ("the army", "denied", "anybody was hurt")
    )
    attribution = Attribution("att", document.id, source, cue, content, Form.INDIRECT, Stance.DENIES)
    passage = find_passage(document, content[0], attribution, with_cue=True)
    assert joined(passage) == "the army denied that anybody was hurt"
    assert passage.evidence == "anybody was hurt"


def test_quotation_marks_around_the_whole_are_left_to_the_page():
    """Marks inside stay where they are."""
    assert joined(make_passage("“Nine died,”", "Nine died")) == "Nine died,"
    assert joined(make_passage("Nine “heroes” died", "Nine")) == "Nine “heroes” died"
    assert joined(make_passage('"Nine" died "there"', "died")) == '"Nine" died "there"'


@given(st.text(alphabet='ab "“”\n,\t', min_size=1, max_size=400), st.data())
def test_the_evidence_is_always_there(text, data):
    """Whatever text, evidence and content: the parts are words of the document, in order, in bounds."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first = data.draw(st.integers(0, len(text) - 1))
    last = data.draw(st.integers(first + 1, len(text)))
    document = make_document(text)
    attribution = Attribution("att", document.id, (), (), (Span(first, last),), Form.INDIRECT, Stance.ASSERTS)
    passage = find_passage(document, Span(start, end), attribution)
    assert 0 <= passage.span.start <= passage.span.end <= len(text)
    words = "".join(joined(passage).split())
    assert words in "".join(text.split())
