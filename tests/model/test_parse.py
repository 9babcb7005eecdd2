"""The grammar of a document, looked up by its words."""

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
