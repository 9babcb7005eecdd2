"""The words of a source, and the one word among them that the others hang on."""

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.model.attribution import Attribution
from accordingto.model.document import Spans
from accordingto.model.parse import Parse, Token

# The word that the others of a source hang on, and all of them.
Words = tuple[Token, list[Token]]

_MARKS = frozenset({",", "“", "”", '"'})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


@dataclass(frozen=True, slots=True)
class Sources:
    """The words of the sources of one document.

    Attributes:
        words: by the spans of a source; None where no word stands there.
        heads: the index of each head word, with the words of the first source that it heads.
    """

    words: dict[Spans, Words | None]
    heads: dict[int, list[Token]]


def find_sources(parse: Parse, attributions: Sequence[Attribution]) -> Sources:
    """The words of every source, looked up once however many attributions have it."""
    words = {spans: _words(parse, spans) for spans in dict.fromkeys(each.source for each in attributions)}
    heads: dict[int, list[Token]] = {}
    for found in words.values():
        if found is not None:
            heads.setdefault(found[0].index, found[1])
    return Sources(words, heads)


def _words(parse: Parse, spans: Spans) -> Words | None:
    """The words of a source, without its marks."""
    tokens = [token for span in spans for token in parse.covered(span) if token.text not in _MARKS]
    return (_head_of(tokens), tokens) if tokens else None


def _head_of(tokens: Sequence[Token]) -> Token:
    """The word that the others hang on."""
    if len(tokens) == 1:
        return tokens[0]
    inside = {token.index for token in tokens}
    heads = [token for token in tokens if token.head not in inside or token.head == token.index]
    nominal = [token for token in heads if token.pos in _NOMINAL]
    return (nominal or heads or list(tokens))[0]
