"""People counted without a number: 'both men were killed', 'took no hostages', 'mentioned hostages'."""

from collections.abc import Iterator
from functools import cache

from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.count import HARMED, MULTIPLE, Count, is_hit, make_evidence
from accordingto.stages.align.claims.degrees import DEGREES
from accordingto.stages.align.claims.described import find_who
from accordingto.stages.align.claims.predicates import find_predicates, find_settled
from accordingto.stages.align.claims.words import load_attributes

# Bare 'no' before a counted noun denies that there was any: 'took no hostages'.
NONE_OF = frozenset({"no", "nobody", "none"})
# 'Denied that any soldiers had been captured': one or more, worth a claim only where it is denied.
ANY_OF = frozenset({"any", "anyone", "anybody"})

# So many words after 'none' may say how badly.
REACH = 5
GRAVE = frozenset({"serious", "major", "grave", "severe", "threatening", "critical", "life-threatening", "significant"})


@cache
def _pairs() -> frozenset[str]:
    return load_attributes().pairs | {"both"}


@cache
def _harming() -> frozenset[str]:
    """Nouns for killing and hurting people."""
    return frozenset(noun for noun, attribute in load_attributes().of.items() if attribute in HARMED)


@cache
def find_uncounted() -> frozenset[str]:
    """The words with which people are counted without a number."""
    return NONE_OF | ANY_OF | load_attributes().held


@cache
def _known() -> frozenset[str]:
    words = load_attributes()
    return words.persons | words.held | frozenset(words.counted) | NONE_OF | ANY_OF


def find_pairs(parse: Parse, text: str, counted: set[int]) -> Iterator[Count]:
    """'Both men were killed', 'the couple was found dead': two, without a number."""
    for token in parse.find_words(_pairs()):
        noun = parse.tokens[token.head] if token.lemma == "both" and token.dep in {"det", "predet"} else token
        is_pair = noun is not token and noun.tag == "NNS"
        if noun.index not in counted and (is_pair or token.lemma in load_attributes().pairs):
            for predicate in find_settled(parse, find_predicates(parse, noun)):
                if predicate.attribute in HARMED:
                    yield Count(
                        attribute=predicate.attribute,
                        low=2,
                        high=2,
                        who=None if noun is token else find_who(parse, text, number=token, noun=noun),
                        evidence=make_evidence(parse, Span(token.start, noun.end), noun.index, predicate.token),
                        predicate=predicate.token,
                        counted=noun.index,
                        denied=predicate.negated,
                        given=predicate.given,
                        hit=is_hit(parse, predicate.token),
                        rule="claims.pair.v1",
                    )


def find_multiples(parse: Parse) -> Iterator[Count]:
    """'A triple shooting', 'the double homicide' say how many; a murder-suicide has two dead or more."""
    words = load_attributes()
    for token in parse.find_words(_harming()):
        attribute = words.of.get(token.lemma.lower())
        if token.pos not in {"NOUN", "PROPN"} or attribute not in HARMED:
            continue
        before = parse.tokens[token.index - 1] if token.index else token
        after = [each.lemma.lower() for each in parse.tokens[token.index + 1 : token.index + 3]]
        suicide = after[-1:] == ["suicide"] and after[0] in {"-", "\u2013", "suicide"}
        many = words.multiples.get(before.lemma.lower())
        if suicide or (many is not None and before.sentence == token.sentence):
            low, high = (2, None) if suicide else (many, many)
            first = token if suicide else before
            yield _multiple(parse, attribute, first=first, last=token, low=low, high=high)


def _multiple(parse: Parse, attribute: str, *, first: Token, last: Token, low: int | None, high: int | None) -> Count:
    return Count(
        attribute=attribute,
        low=low,
        high=high,
        who=None,
        evidence=parse.span(first.index, last.index),
        predicate=last.index,
        counted=first.index,
        hit=is_hit(parse, last.index),
        rule=MULTIPLE,
    )


def find_unnumbered(parse: Parse, text: str, token: Token, counted: set[int]) -> Iterator[Count]:
    """'Took no hostages', 'mentioned hostages': none or some, without a number."""
    none = token.lemma in NONE_OF
    anyone = token.lemma in ANY_OF
    noun = parse.tokens[token.head] if token.dep in {"det", "neg"} and (none or anyone) else token
    known = noun.lemma in _known() or (none and noun.lemma == "one")
    if noun.index in counted or not known or _is_of_degree(parse, noun):
        return
    if not none and not anyone and token.tag != "NNS":
        return
    for predicate in find_settled(parse, find_predicates(parse, noun)):
        span = Span(min(token.start, noun.start), noun.end)
        yield Count(
            attribute=predicate.attribute,
            low=1,
            high=None,
            who=None if noun is token else find_who(parse, text, number=token, noun=noun),
            evidence=make_evidence(parse, span, noun.index, predicate.token),
            predicate=predicate.token,
            counted=noun.index,
            denied=none or predicate.negated,
            anyone=anyone,
            given=predicate.given,
            rule="claims.nobody.v1" if none else "claims.count.v2",
        )


def _is_of_degree(parse: Parse, noun: Token) -> bool:
    """'None of them seriously', 'no major injuries': some were hurt, only not badly."""
    after = parse.tokens[noun.index + 1 : noun.index + REACH]
    adverbs = (each for each in after if each.sentence == noun.sentence and each.lemma.lower() in DEGREES)
    worse = any(parse.tokens[each.head].pos != "VERB" or each.index > each.head for each in adverbs)
    return worse or any(parse.tokens[c].lemma.lower() in GRAVE for c in parse.children[noun.index])
