"""'S, the operator, Norda Coal, said': who speaks at the end of a sentence, where the parser took him for part of S.

A verb of speech behind its clause that has no subject has one right before it. Everything else is left as parsed.
"""

from collections.abc import Sequence
from functools import cache

from msgspec import structs

from accordingto.lexicon import load_table
from accordingto.model.parse import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"NOUN", "PROPN"})
_OPENING = frozenset({"DT", "PRP$"})
# 'A newspaper close to the group': a description between commas is no longer than this.
_LONGEST = 12


def mend_trailing(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with the phrase before a subjectless 'said' made its subject."""
    with_subject = {token.head for token in tokens if token.dep in _SUBJECTS}
    clauses = {token.head: token.index for token in tokens if token.dep == "ccomp" and token.index < token.head}
    mended = list(tokens)
    for verb, clause in clauses.items():
        token = tokens[verb]
        if verb not in with_subject and token.tag in _FINITE and token.lemma in _speech():
            for each in _mend(tokens, verb, clause):
                mended[each.index] = each
    return mended


@cache
def _speech() -> frozenset[str]:
    return frozenset(load_table("en", "acting")["speech"])


def _mend(tokens: Sequence[Token], verb: int, clause: int) -> list[Token]:
    last = verb - 2 if tokens[verb - 1].text == "," else verb - 1
    name = _chunk(tokens, last, clause)
    if name is None:
        return []
    first = name
    if all(token.pos == "PROPN" for token in tokens[name : last + 1]):
        described = _chunk(tokens, name - 2, clause)
        if described is None:
            return []
        first = described
    noun = _head(tokens, first, last)
    if tokens[first].tag not in _OPENING or noun is None:
        return []
    inside = range(first, last + 1)
    loose = (tokens[index] for index in inside if index != noun and tokens[index].head not in inside)
    return [
        structs.replace(tokens[noun], dep="nsubj", head=verb),
        *(structs.replace(each, dep="appos" if each.pos in _NAMING else each.dep, head=noun) for each in loose),
    ]


def _chunk(tokens: Sequence[Token], last: int, clause: int) -> int | None:
    """Where the words up to a comma begin, if they are a description without a verb of its own."""
    for index in range(last, max(clause, last - _LONGEST), -1):
        if tokens[index].text == ",":
            return index + 1 if index < last else None
        if tokens[index].tag in _FINITE:
            return None
    return None


def _head(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The 'operator' of 'the mine operator, Norda Coal'."""
    for index in range(first, last + 1):
        behind = tokens[index + 1].pos if index < last else ""
        if tokens[index].pos in {"NOUN", "PROPN"} and behind not in {"NOUN", "PROPN", "PART"}:
            return index
    return None
