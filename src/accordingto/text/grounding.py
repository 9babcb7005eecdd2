"""Whether a span says by itself what it says in its text: its numbers, negations, names and head nouns are all there.

'Nine rebels died' cut from 'no fewer than nine rebels died' or from 'he denied that …' is another statement; so is
'rebels died' cut from 'nine rebels died'. What the report puts in quotation marks may be as short as it likes.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from accordingto.model.document import Span, Spans
from accordingto.model.parse import Parse, Token
from accordingto.text.names import name_words

# Words that lean on a noun: without it they say nothing.
_LEANING = frozenset({"det", "nummod", "quantmod", "compound", "amod", "poss", "nmod"})
_NUMBERS = frozenset({"nummod", "quantmod"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_NEGATIONS = frozenset({"no", "not", "never", "neither", "none", "nobody"})
# A word this many words from the one it hangs on is a slip of the parser.
_FARTHEST = 8
# Between these, words do not lean on each other, whatever the parser says.
_BORDERS = frozenset('"“”«»„()[]\n:;—–,')


def is_negation(token: Token) -> bool:
    """Whether a word turns a statement round: 'not', 'n’t', 'never', 'no' before a noun."""
    return token.dep == "neg" or token.lemma in _NEGATIONS


def find_losses(text: str, parse: Parse, spans: Spans, beside: Sequence[Span] = ()) -> Iterator[str]:
    """What the text says of these words and the spans leave out, in words for a person; nothing when all is there.

    Args:
        text: the document's text.
        parse: its grammar.
        spans: the pieces to judge, as one statement.
        beside: pieces that stand with them on record (source, cue), so that nothing in them is lost.
    """
    if not _lies_in(text, spans):
        yield "the spans do not lie in the text"
        return
    inside = {token.index for span in spans for token in parse.covered(span)}
    kept = inside | {token.index for span in beside for token in parse.covered(span)}
    for at in (border for span in spans for border in span):
        if 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
            yield f"a word is cut in two: {text[at - 1 : at + 1]!r}"
    for index in sorted(inside):
        yield from _lost_around(text, parse, parse.tokens[index], kept)


def _lies_in(text: str, spans: Spans) -> bool:
    in_order = all(left.end <= right.start for left, right in pairwise(spans))
    return bool(spans) and in_order and all(0 <= start < end <= len(text) for start, end in spans)


def _lost_around(text: str, parse: Parse, token: Token, kept: set[int]) -> Iterator[str]:
    head = parse.tokens[token.head]
    if token.dep in _LEANING and head.index not in kept and head.pos in _NOUNS and _leans(text, token, head):
        yield f"the head noun of {token.text!r} is left out: {head.text!r}"
    for other in (parse.tokens[child] for child in parse.children[token.index] if child not in kept):
        if not _leans(text, token, other):
            continue
        if is_negation(other):
            yield f"a negation of {token.text!r} is left out: {other.text!r}"
        elif other.dep in _NUMBERS and other.pos == "NUM" and "/" not in other.text:  # '1/2' marks a thread
            yield f"a number of {token.text!r} is left out: {other.text!r}"
        elif other.dep == "compound" and other.pos == token.pos == "PROPN":
            yield f"a name is cut: {other.text!r} {token.text!r}"
        elif other.dep == "pobj" and other.index > token.index:
            yield f"the head noun after {token.text!r} is left out: {other.text!r}"


def _leans(text: str, one: Token, other: Token) -> bool:
    """Whether two words stand near each other in one sentence, with no mark between them."""
    if one.sentence != other.sentence or abs(one.index - other.index) > _FARTHEST:
        return False
    first, last = sorted((one, other), key=lambda token: token.index)
    return not _BORDERS & set(text[first.end : last.start])


def is_told_in(words: str, text: str) -> bool:
    """Whether every word of a name or phrase but the smallest stands in a text, whatever its case and accents."""
    wanted, found = name_words(words), set(name_words(text))
    return bool(wanted) and all(word in found for word in wanted)
