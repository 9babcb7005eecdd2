"""One person killed or hurt, told without a number: 'a 19-year-old was shot', 'the death of her son', 'Osrin died'."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.arguments import subject_heads
from accordingto.stages.align.claims.count import HARMED, IN_CARE, Count, is_hit, make_evidence
from accordingto.stages.align.claims.persons import Person, read_person
from accordingto.stages.align.claims.predicates import Predicate, find_harming, find_predicates, is_unreal
from accordingto.stages.align.claims.words import load_attributes
from accordingto.stages.align.entities import entity_at

REFLEXIVE = frozenset({"himself", "herself"})
PRONOUNS = frozenset({"he", "she", "him", "her", *REFLEXIVE})
NUMBERED = frozenset({"nummod", "quantmod"})
# Of the words for everybody these may stand for one: 'a body was found', 'one victim died'.
BODIES = frozenset({"body", "corpse", "person", "victim", "individual"})
# 'No man was hurt' and 'any man' count nobody; 'each victim' says no number.
NOBODY = frozenset({"no", "any", "each", "every", "neither"})


@cache
def _single() -> frozenset[str]:
    table = load_table("en", "counted")
    return (frozenset(table["single"]) | load_attributes().persons) - (frozenset(table["everybody"]) - BODIES)


def find_singles(parse: Parse, text: str, counted: set[int]) -> Iterator[Count]:
    """The persons told of one by one, in text order; ``counted`` are nouns that a number counts."""
    harmful = {token.sentence for token in parse.find_words(find_harming())}
    for token in _somebodies(parse):
        if token.sentence not in harmful or token.index in counted or not is_person(parse, token):
            continue
        told = [each for each in find_predicates(parse, token) if each.attribute in HARMED]
        predicate = _chosen(parse, told)
        if predicate is not None:
            yield _count(parse, text, token, predicate)


def _somebodies(parse: Parse) -> list[Token]:
    """The words that may stand for one person: by the word lists, and all of a person's name, in text order."""
    listed = {token.index for token in parse.find_words(_standing())}
    named = {at for each in parse.entities if each.label == "PERSON" for at in range(each.first, each.last)}
    return [parse.tokens[at] for at in sorted(listed | named)]


@cache
def _standing() -> frozenset[str]:
    return _single() | PRONOUNS | {"another", "old"}


def is_person(parse: Parse, token: Token) -> bool:
    """Whether a word stands for one person."""
    if token.tag.startswith("PRP"):
        return token.text.lower() in PRONOUNS and token.tag == "PRP"
    children = [parse.tokens[c] for c in parse.children[token.index]]
    if (
        token.dep == "compound"
        or (token.dep == "appos" and not is_listed(parse, token))
        or (token.lemma == "body" and _is_part_of_body(parse, token))
        or any(c.dep in NUMBERED or c.lemma.lower() in NOBODY for c in children)
    ):
        return False
    if token.lemma == "another":
        return token.dep in {"nsubj", "nsubjpass", "dobj"}
    if token.pos == "PROPN":
        return _is_name(parse, token) or (token.tag == "NNP" and token.text.lower() in _single())
    if token.lemma == "old" and token.index and parse.tokens[token.index - 1].text == "-":
        return token.dep not in {"amod", "acomp"}
    return token.tag == "NN" and token.lemma.lower() in _single()


def _is_part_of_body(parse: Parse, token: Token) -> bool:
    """'A wound to the upper body', 'shot in the body'."""
    halves = any(parse.tokens[c].lemma.lower() in {"upper", "lower"} for c in parse.children[token.index])
    return halves or (token.dep == "pobj" and parse.tokens[token.head].lemma in {"to", "in"})


def is_listed(parse: Parse, token: Token) -> bool:
    """'Anton Osrin, 37, Dara Osrin, 20, and …': a name that parsers take for another name of the one before."""
    return _is_name(parse, token) and _is_name(parse, parse.tokens[token.head])


def _is_name(parse: Parse, token: Token) -> bool:
    """Whether a word heads the name of a person."""
    entity = entity_at(parse, token.index)
    return entity is not None and entity.label == "PERSON" and not entity.first <= token.head < entity.last


def _chosen(parse: Parse, told: list[Predicate]) -> Predicate | None:
    """What happened in the end: who was wounded and died is dead."""
    real = [each for each in told if not is_unreal(parse, each.token)]
    return min(real, key=lambda each: (each.negated, each.attribute != "killed", each.token), default=None)


def _count(parse: Parse, text: str, token: Token, predicate: Predicate) -> Count:
    who = _antecedent(parse, token)
    start = _start(parse, token)
    described = None if token.tag.startswith("PRP") or token.lemma == "another" else text[start : token.end]
    return Count(
        attribute=predicate.attribute,
        low=1,
        high=None,  # 'a driver was killed' leaves room for others
        who=described,
        evidence=make_evidence(parse, Span(start, token.end), token.index, predicate.token),
        predicate=predicate.token,
        counted=token.index,
        denied=predicate.negated,
        given=predicate.given,
        person=_also(parse, read_person(parse, text, who), predicate.token),
        hit=is_hit(parse, predicate.token),
        part=parse.tokens[predicate.token].lemma in IN_CARE,
        rule="claims.one-person.v1",
    )


def _also(parse: Parse, person: Person, predicate: int) -> Person:
    """'A woman was also shot': one more than those told of."""
    also = any(parse.tokens[c].lemma == "also" for c in parse.children[predicate])
    return replace(person, further=True) if also and not person.looks_back and not person.names else person


def _antecedent(parse: Parse, token: Token) -> Token:
    """Whom 'himself' means: the subject."""
    if token.text.lower() not in REFLEXIVE:
        return token
    subjects = [parse.tokens[each] for each in subject_heads(parse, token.head)]
    return next((each for each in subjects if is_person(parse, each)), token)


def _start(parse: Parse, token: Token) -> int:
    """Where the words for somebody begin, without article: '19-year-old man', 'Anton Osrin'."""
    first = token.index
    inside = {i for i in parse.subtree(token.index) if i < token.index} if parse.children[token.index] else set()
    while first - 1 in inside and parse.tokens[first - 1].dep not in {"det", "punct", "cc", "poss", "case"} | {"prep"}:
        first -= 1
        if (
            parse.tokens[first].dep in {"amod", "npadvmod", "nummod"}
            and first - 1 in inside
            and parse.tokens[first - 1].text == "-"
        ):
            first -= 1
    return parse.tokens[first].start
