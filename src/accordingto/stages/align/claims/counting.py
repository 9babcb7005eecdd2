"""From a number to what it counts: 'at least two' -> civilians -> 'left dead' -> killed.

Pure over the parse; which event it belongs to, and who says so, is settled elsewhere.
"""

from collections.abc import Iterator

from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.count import Count, is_hit, is_part, is_rest, is_set_off, make_evidence
from accordingto.stages.align.claims.described import find_inner, find_who
from accordingto.stages.align.claims.headlined import find_headlined
from accordingto.stages.align.claims.predicates import Predicate, find_predicates, find_saying, find_settled
from accordingto.stages.align.claims.singles import find_singles
from accordingto.stages.align.claims.together import find_together
from accordingto.stages.align.claims.unnumbered import find_multiples, find_pairs, find_uncounted, find_unnumbered
from accordingto.stages.align.claims.words import load_attributes
from accordingto.text.numbers import Quantity, QuantityKind


def find_counts(parse: Parse, text: str, quantities: list[Quantity]) -> list[Count]:
    """The counts of a document, in text order."""
    found: list[Count] = []
    saying = {token.sentence for token in parse.find_words(find_saying())}
    for quantity in quantities:
        number = _number_token(parse, quantity) if quantity.kind is QuantityKind.COUNT else None
        if number is not None and number.sentence in saying:
            found.extend(_counts_of(parse, text, number, quantity))
    counted = {count.counted for count in found}
    for token in parse.find_words(find_uncounted()):
        if token.lemma in find_uncounted():
            more = list(find_unnumbered(parse, text, token, counted))
            counted.update(count.counted for count in more)
            found.extend(more)
    found.extend(find_pairs(parse, text, {count.counted for count in found}))
    found.extend(find_multiples(parse))
    found.extend(find_headlined(parse, quantities, {count.counted for count in found}))
    found.extend(find_singles(parse, text, {count.counted for count in found}))
    return [*found, *find_together(parse, found)]


def _number_token(parse: Parse, quantity: Quantity) -> Token | None:
    covered = parse.covered(quantity.number)
    inside = {token.index for token in covered}
    tops = [token for token in covered if token.head not in inside or token.head == token.index]
    return tops[-1] if tops else None


def _counts_of(parse: Parse, text: str, number: Token, quantity: Quantity) -> Iterator[Count]:
    noun = find_counted(parse, number)
    if _is_thing(parse, noun) or _is_age(parse, number, noun) or parse.tokens[number.head].lemma == "but":
        return
    if _is_name(noun) and quantity.low != 1:
        return
    start, end = quantity.span
    low = quantity.low
    if _is_particle(parse, number, quantity):
        start, low = quantity.number.start, quantity.high if quantity.high is not None else (quantity.low or 1) - 1
    high = low if start == quantity.number.start and low != quantity.low else quantity.high
    for predicate in find_settled(parse, find_stated(parse, number, noun)):
        yield Count(
            attribute=predicate.attribute,
            low=low,
            high=None if _is_not_one(parse, number) else high,  # 'not one of our men' denies any number of them
            who=find_who(parse, text, number=number, noun=noun),
            evidence=make_evidence(parse, Span(start, end), noun.index, predicate.token),
            predicate=predicate.token,
            counted=noun.index,
            denied=predicate.negated or _is_not_one(parse, number),
            given=predicate.given,
            hit=is_hit(parse, predicate.token),
            rest=is_rest(parse, noun.index),
            part=is_part(parse, number.index, predicate.token),
        )


def find_stated(parse: Parse, number: Token, noun: Token) -> list[Predicate]:
    """What is said of those counted; of 'Two Dead, Three Wounded' the state beside each number alone."""
    state = load_attributes().state.get(noun.text.lower())
    beside = state is not None and noun.index == number.index + 1 and number.sentence == noun.sentence
    return [Predicate(state, noun.index)] if beside and state is not None else find_predicates(parse, noun)


def _is_not_one(parse: Parse, number: Token) -> bool:
    """'Not one of our men is in their hands'."""
    return number.lemma == "one" and any(parse.tokens[c].dep == "neg" for c in parse.children[number.index])


def _is_particle(parse: Parse, number: Token, quantity: Quantity) -> bool:
    """'Handed over 14 miners': the 'over' is the verb's, and bounds nothing."""
    first = parse.covered(quantity.span)[0]
    before = parse.tokens[max(0, first.index - 1)]
    return first.index != number.index and first.lemma == "over" and before.lemma in load_attributes().over


def find_counted(parse: Parse, number: Token) -> Token:
    """The noun that a number counts; the number itself when there is none ('nine were killed', 'dozens of them')."""
    at = number
    modified = _after_participle(parse, number)
    if modified is not None:
        return modified
    for _ in range(4):
        head = parse.tokens[at.head]
        if at.dep in {"nummod", "quantmod", "compound", "amod", "advmod"} and head.index != at.index:
            at = head
            if head.pos in {"NOUN", "PROPN"}:
                break
        else:
            break
    return at if at.pos in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"} else number


def _after_participle(parse: Parse, number: Token) -> Token | None:
    """The noun of 'four detained rebel leaders', which parsers take for 'four detained …'."""
    following = parse.tokens[number.index + 1 : number.index + 7]
    if not following or following[0].tag not in {"VBN", "VBD"} or following[0].sentence != number.sentence:
        return None
    last = None
    for token in following[1:]:
        if token.pos not in {"NOUN", "PROPN", "ADJ"} or token.sentence != number.sentence:
            break
        last = token
    return last if last is not None and last.tag == "NNS" else None


def _is_age(parse: Parse, number: Token, noun: Token) -> bool:
    """'Anton Osrin, 26, was killed', 'Belka, also 20,', 'Orvel man, 19, shot': a bare number set beside somebody."""
    if is_set_off(parse, number):
        return noun.index == number.index
    head = parse.tokens[number.head]
    comma = any(t.text == "," for t in parse.tokens[max(0, number.index - 2) : number.index])
    return (
        noun.index == number.index
        and comma
        and number.dep in {"appos", "nummod", "conj", "amod"}
        and head.pos == "PROPN"
    )


def _is_name(noun: Token) -> bool:
    """'2211 Orvel Oak', '9 Anton Osrin': a name of one is counted by no number; capitals of a headline are no name."""
    words = load_attributes()
    return noun.tag == "NNP" and noun.lemma.lower() not in words.persons | words.counted_nouns | words.state.keys()


def _is_thing(parse: Parse, noun: Token) -> bool:
    words = load_attributes()
    things = [noun, *find_inner(parse, noun)]
    return any(each.lemma in words.things for each in things)
