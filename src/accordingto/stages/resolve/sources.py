"""The words of a source, and the one word among them that the others hang on."""

from collections.abc import Sequence

from accordingto.model.attribution import Attribution
from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token

_MARKS = frozenset({",", "“", "”", '"'})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


def source_tokens(parse: Parse, spans: Sequence[Span]) -> list[Token]:
    """The words of a source, without its marks."""
    tokens = [token for span in spans for token in parse.covered(span)]
    return [token for token in tokens if token.text not in _MARKS]


def head_of(tokens: Sequence[Token]) -> Token:
    """The word that the others hang on."""
    inside = {token.index for token in tokens}
    heads = [token for token in tokens if token.head not in inside or token.head == token.index]
    nominal = [token for token in heads if token.pos in _NOMINAL]
    return (nominal or heads or list(tokens))[0]


def source_heads(parse: Parse, attributions: Sequence[Attribution]) -> dict[int, list[Token]]:
    """Head token of each source -> the source's tokens."""
    found: dict[int, list[Token]] = {}
    for each in attributions:
        tokens = source_tokens(parse, each.source)
        if tokens:
            found.setdefault(head_of(tokens).index, tokens)
    return found
