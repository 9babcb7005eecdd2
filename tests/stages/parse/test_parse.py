"""Sentences and grammar."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto.errors import ModelMissing
from accordingto.model.document import Segment, Span, Zone
from accordingto.stages.parse import parse, spacy_parse
from tests.factory import make_document


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.sampled_from("aB .,\n\t\u201c\u201d\u200b\u00e9\U0001f600'-1"), max_size=80))
def test_every_token_slices_to_its_text(text):
    """A token's offsets point at exactly its own words, whatever the text is."""
    document = make_document(text)
    parsed = parse(document)
    assert all(text[token.start : token.end] == token.text for token in parsed.tokens)
    assert [token.index for token in parsed.tokens] == list(range(len(parsed.tokens)))
    assert all(0 <= token.head < len(parsed.tokens) for token in parsed.tokens)


def test_no_sentence_crosses_a_line_end():
    """A heading without a full stop is not the beginning of the sentence below it."""
    document = make_document("What we know\nRebels left Orlec.")
    assert [document.quote(Span(s.start, s.end)) for s in parse(document).sentences] == document.text.split("\n")


def test_a_sentence_knows_the_segment_it_stands_in():
    """Marked text is parsed in sentences of its own."""
    document = make_document("Rebels left Orlec. (Wire)", segments=[Segment(Span(19, 25), Zone.CREDIT, "t.v1")])
    assert [sentence.zone for sentence in parse(document).sentences] == [None, Zone.CREDIT]


def test_a_line_too_long_for_the_parser_is_cut_at_white_space(monkeypatch):
    """No word is lost or broken where a long line is cut."""
    monkeypatch.setattr(spacy_parse, "LONGEST_BLOCK", 20)
    document = make_document("rebels left the town of Orlec before the army came back")
    assert [token.text for token in parse(document).tokens] == document.text.split()


def test_a_model_that_is_not_there_is_named():
    """The message says which model is missing and what to do."""
    with pytest.raises(ModelMissing, match="no_such_model"):
        parse(make_document("Orlec fell."), model="no_such_model")


def test_an_empty_document_has_no_sentences():
    """Nothing in, nothing out."""
    assert parse(make_document("")).sentences == ()


def test_a_word_without_end_is_cut_and_nothing_lost():
    """The tokenizer's time grows with the square of a word's length."""
    document = make_document("The army said [" + "(a" * 1500 + " that nine men died.")
    parsed = parse(document)
    assert "".join(token.text for token in parsed.tokens) == document.text.replace(" ", "")


@pytest.mark.parametrize("mark", ['"', "[", "\u201c", "\u00bf", '" ', "\n["])
def test_marks_without_words_do_not_hold_the_parser_up(mark):
    """40,000 quotation marks on end took ten minutes; what stands round them is read."""
    document = make_document("The army said so.\n" + mark * (40_000 if mark != "\n[" else 400) + "\nNine men died.")
    words = [token.text for token in parse(document).tokens if token.text[0].isalpha()]
    assert words == ["The", "army", "said", "so", "Nine", "men", "died"]
