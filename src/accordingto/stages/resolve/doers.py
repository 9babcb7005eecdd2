"""Where nameless people do a deed of violence: 'gunmen stormed', 'kidnapped by armed men', 'blamed the army for'.

Only there a description founds an actor of its own; who else is described in passing is nobody's answer.
"""

from functools import cache

from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.text.undergone import is_undergone

# Words before a noun for people that make fighters of them: 'armed men', 'masked youths'.
_PEOPLE = frozenset({"men", "youths", "individuals", "persons", "people", "assailants", "subjects"})
_MARKED = frozenset({"armed", "masked", "hooded", "uniformed", "unidentified", "unknown"})
_MEMBERS = "members"
_LINKS = frozenset({"nsubj", "dobj", "pobj"})


@cache
def _fighters() -> frozenset[str]:
    return words.nouns("armed_plurals", "doers")


@cache
def doing_nouns() -> frozenset[str]:
    """The only words that can be such a head: most words are told by them at once."""
    return _fighters() | _PEOPLE | {_MEMBERS}


def find_doer_phrase(parse: Parse, token: Token) -> list[Token]:
    """The words of a description whose head does a deed here; none where the word is no such head."""
    if (
        token.dep not in _LINKS
        or token.text.lower() not in doing_nouns()
        or not _is_fighter(parse, token)
        or not _does(parse, token)
    ):
        return []
    before = [index for index in parse.children[token.index] if index < token.index]
    first = min((each for index in before for each in parse.subtree(index)), default=token.index)
    return list(parse.tokens[first : token.index + 1])


def _is_fighter(parse: Parse, token: Token) -> bool:
    lower = token.text.lower()
    if lower in _fighters():
        return True
    marks = {parse.tokens[index].text.lower() for index in parse.children[token.index]}
    if lower == _MEMBERS:  # 'police members'
        return bool(marks & (words.nouns("doers", "military")))
    return lower in _PEOPLE and bool(marks & _MARKED)


def _does(parse: Parse, token: Token) -> bool:
    over = parse.tokens[token.head]
    if token.dep == "pobj":
        return over.dep == "agent" and _is_deed(parse.tokens[over.head])
    if token.dep == "dobj":
        return over.lemma in words.acting("held_to_act")
    if is_undergone(parse, over):
        return False
    return _is_deed(over) or any(parse.tokens[index].lemma == "responsible" for index in parse.children[over.index])


def _is_deed(verb: Token) -> bool:
    return verb.lemma in words.acting("violence")
