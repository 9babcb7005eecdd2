"""The grammar of a document, looked up by its words."""

import copy

import pytest
from msgspec import structs

from accordingto.model.parse import Parse, Sentence, Token


def make_parse(*words):
    """A sentence of (text, lemma) pairs without any grammar."""
    tokens, at = [], 0
    for index, (text, lemma) in enumerate(words):
        tokens.append(Token(index, at, at + len(text), text, lemma, "X", "X", "dep", 0, "", 0))
        at += len(text) + 1
    return Parse("doc", tuple(tokens), (Sentence(0, 0, len(tokens), 0, at),), (), "none")


def test_words_are_found_by_lemma_and_by_form_in_text_order():
    """'Raids' is found as 'raid' and as 'raids', once each, whatever the case and the order of asking."""
    parse = make_parse(("Raids", "raid"), ("followed", "follow"), ("RAID", "RAID"), ("raids", "raids"))
    assert [token.index for token in parse.find_words({"raids", "followed", "raid"})] == [0, 1, 2, 3]
    assert [token.index for token in parse.find_words({"raid"})] == [0, 2]
    assert parse.find_words({"truce"}) == []


def test_a_word_stays_as_it_is_and_another_is_made_of_it():
    """Nobody changes a word that others hold; a copy is equal to it."""
    word = make_parse(("Raids", "raid")).tokens[0]
    with pytest.raises(AttributeError):
        word.pos = "VERB"
    assert structs.replace(word, pos="VERB").pos == "VERB"
    assert word.pos == "X"
    assert copy.deepcopy(word) == word
    assert hash(make_parse(("Raids", "raid")).tokens[0]) == hash(word)
