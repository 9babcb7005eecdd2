"""From a number to what it counts: 'at least two' -> civilians -> 'left dead' -> killed.

Pure over the parse; which event it belongs to, and who says so, is settled elsewhere.
"""

from collections.abc import Iterator

from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.count import BY_MEANS, HARMED, Count, is_hit, make_evidence
from accordingto.stages.align.claims.headlined import find_headlined
from accordingto.stages.align.claims.predicates import Predicate, find_predicates, is_unreal
from accordingto.stages.align.claims.singles import find_singles
from accordingto.stages.align.claims.together import find_together
from accordingto.stages.align.claims.words import load_attributes
from accordingto.text.numbers import Quantity, QuantityKind

# Bare 'no' before a counted noun denies that there was any: 'took no hostages'.
NONE_OF = frozenset({"no", "nobody", "none"})
# 'Denied that any soldiers had been captured': one or more, worth a claim only where it is denied.
ANY_OF = frozenset({"any", "anyone", "anybody"})


def find_counts(parse: Parse, text: str, quantities: list[Quantity]) -> list[Count]:
    """The counts of a document, in text order."""
    found: list[Count] = []
    for quantity in quantities:
        number = _number_token(parse, quantity)
        if quantity.kind is QuantityKind.COUNT and number is not None:
            found.extend(_counts_of(parse, text, number, quantity))
    counted = {count.counted for count in found}
    for token in parse.tokens:
        if token.lemma in NONE_OF | ANY_OF or token.lemma in load_attributes().held:
            more = list(_unnumbered(parse, text, token, counted))
            counted.update(count.counted for count in more)
            found.extend(more)
    found.extend(_pairs(parse, text, {count.counted for count in found}))
    found.extend(find_headlined(parse, quantities, {count.counted for count in found}))
    found.extend(find_singles(parse, text, {count.counted for count in found}))
    return [*found, *find_together(parse, found)]


def _pairs(parse: Parse, text: str, counted: set[int]) -> Iterator[Count]:
    """'Both men were killed', 'the couple was found dead': two, without a number."""
    for token in parse.tokens:
        noun = parse.tokens[token.head] if token.lemma == "both" and token.dep in {"det", "predet"} else token
        is_pair = noun is not token and noun.tag == "NNS"
        if noun.index not in counted and (is_pair or token.lemma in load_attributes().pairs):
            for predicate in _settled(parse, find_predicates(parse, noun)):
                if predicate.attribute in HARMED:
                    yield Count(
                        attribute=predicate.attribute,
                        low=2,
                        high=2,
                        who=None if noun is token else _who(parse, text, number=token, noun=noun),
                        evidence=make_evidence(parse, Span(token.start, noun.end), noun.index, predicate.token),
                        predicate=predicate.token,
                        counted=noun.index,
                        denied=predicate.negated,
                        given=predicate.given,
                        hit=is_hit(parse, predicate.token),
                        rule="claims.pair.v1",
                    )


def _number_token(parse: Parse, quantity: Quantity) -> Token | None:
    covered = parse.covered(quantity.number)
    inside = {token.index for token in covered}
    tops = [token for token in covered if token.head not in inside or token.head == token.index]
    return tops[-1] if tops else None


def _counts_of(parse: Parse, text: str, number: Token, quantity: Quantity) -> Iterator[Count]:
    noun = find_counted(parse, number)
    if _is_thing(parse, noun) or _is_age(parse, number, noun) or parse.tokens[number.head].lemma == "but":
        return
    start, end = quantity.span
    low = quantity.low
    if _is_particle(parse, number, quantity):
        start, low = quantity.number.start, quantity.high if quantity.high is not None else (quantity.low or 1) - 1
    high = low if start == quantity.number.start and low != quantity.low else quantity.high
    for predicate in _settled(parse, find_stated(parse, number, noun)):
        yield Count(
            attribute=predicate.attribute,
            low=low,
            high=None if _is_not_one(parse, number) else high,  # 'not one of our men' denies any number of them
            who=_who(parse, text, number=number, noun=noun),
            evidence=make_evidence(parse, Span(start, end), noun.index, predicate.token),
            predicate=predicate.token,
            counted=noun.index,
            denied=predicate.negated or _is_not_one(parse, number),
            given=predicate.given,
            hit=is_hit(parse, predicate.token),
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


def _unnumbered(parse: Parse, text: str, token: Token, counted: set[int]) -> Iterator[Count]:
    """'Took no hostages', 'mentioned hostages': none or some, without a number."""
    words = load_attributes()
    none = token.lemma in NONE_OF
    anyone = token.lemma in ANY_OF
    noun = parse.tokens[token.head] if token.dep in {"det", "neg"} and (none or anyone) else token
    known = words.persons | words.held | frozenset(words.counted) | NONE_OF | ANY_OF | ({"one"} if none else set())
    if noun.index in counted or noun.lemma not in known:
        return
    if not none and not anyone and token.tag != "NNS":
        return
    for predicate in _settled(parse, find_predicates(parse, noun)):
        span = Span(min(token.start, noun.start), noun.end)
        yield Count(
            attribute=predicate.attribute,
            low=1,
            high=None,
            who=None if noun is token else _who(parse, text, number=token, noun=noun),
            evidence=make_evidence(parse, span, noun.index, predicate.token),
            predicate=predicate.token,
            counted=noun.index,
            denied=none or predicate.negated,
            anyone=anyone,
            given=predicate.given,
            rule="claims.nobody.v1" if none else "claims.count.v2",
        )


def _settled(parse: Parse, predicates: list[Predicate]) -> list[Predicate]:
    """The real ones. 'Killed or wounded' of one number says neither, so that both are dropped."""
    real = [predicate for predicate in predicates if not is_unreal(parse, predicate.token)]
    attributes = {predicate.attribute for predicate in real}
    if {"killed", "injured"} <= attributes:
        # 'Shot and killed' says only how they died.
        deaths = [each for each in real if each.attribute == "killed"]
        hurt = [each for each in real if each.attribute == "injured"]
        if any(parse.tokens[each.token].lemma not in BY_MEANS for each in hurt):
            return []
        real = deaths
    first: dict[str, Predicate] = {}
    for predicate in real:
        first.setdefault(predicate.attribute, predicate)
    return list(first.values())


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
    """'Anton Osrin, 26, was killed', 'Belka, also 20,': a bare number set beside a name."""
    head = parse.tokens[number.head]
    comma = any(t.text == "," for t in parse.tokens[max(0, number.index - 2) : number.index])
    return (
        noun.index == number.index
        and comma
        and number.dep in {"appos", "nummod", "conj", "amod"}
        and head.pos == "PROPN"
    )


def _is_thing(parse: Parse, noun: Token) -> bool:
    words = load_attributes()
    things = [noun, *_after_of(parse, noun)]
    return any(each.lemma in words.things for each in things)


def _after_of(parse: Parse, noun: Token) -> list[Token]:
    if noun.lemma not in load_attributes().handing_on and noun.pos != "NUM":
        return []
    found = []
    for child in parse.children[noun.index]:
        if parse.tokens[child].lemma == "of":
            found += [parse.tokens[c] for c in parse.children[child] if parse.tokens[c].dep == "pobj"]
    return found


def _who(parse: Parse, text: str, *, number: Token, noun: Token) -> str | None:
    """The words for those counted, with 'of' and 'from' phrases that say whose they are."""
    inner = [each for each in _after_of(parse, noun) if each.pos in {"NOUN", "PROPN"}]
    head = inner[-1] if inner else noun
    if head.index == number.index or head.pos in {"NUM", "PRON"} or _is_everybody(head):
        return None
    before = {i for i in parse.subtree(head.index) if number.index < i < head.index}
    first = head.index
    while first - 1 in before and parse.tokens[first - 1].dep in {"amod", "compound", "nmod", "poss", "det"}:
        first -= 1
    last = _with_partners(parse, head)
    for child in parse.children[head.index]:
        if parse.tokens[child].dep == "prep" and parse.tokens[child].lemma in {"of", "from"}:
            below = [i for i in parse.subtree(child) if parse.tokens[i].dep not in {"relcl", "acl"}][:14]
            if any(parse.tokens[i].pos == "PROPN" for i in below):
                last = max(last, *_unbroken(child, below))
    return text[parse.tokens[first].start : parse.tokens[last].end]


def _is_everybody(noun: Token) -> bool:
    """'Nine people', '13 dead': words that say nothing of who they were."""
    words = load_attributes()
    return noun.lemma in words.counted_nouns or noun.text.lower() in words.state


def _with_partners(parse: Parse, noun: Token) -> int:
    """The last of nouns counted together: 'women and girls'."""
    for child in parse.children[noun.index]:
        token = parse.tokens[child]
        plain = noun.index + 1 < child <= noun.index + 4 and not any(
            parse.tokens[i].pos == "NUM" for i in range(noun.index, child)
        )
        if token.dep == "conj" and token.tag == "NNS" and plain:
            return child
    return noun.index


def _unbroken(first: int, indexes: list[int]) -> list[int]:
    run = [first]
    for index in indexes:
        if index == run[-1] + 1:
            run.append(index)
    return run
