"""Victims told of one by one: 'the murder of Ada Wren', 'Tor Osrin was kidnapped', 'killed six monks and their cook'.

Each is one person or more, for somebody who is named leaves room for others. Only words that tell of the event
themselves count, so that nobody is added to an event that happens to stand near.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from accordingto.model.actor import ActorKind
from accordingto.model.claim import Claim, ClaimStance, NumberValue, Scope, Subject
from accordingto.model.document import Span
from accordingto.model.event import Event
from accordingto.model.parse import Token
from accordingto.stages.align.claims.count import BY_MEANS, HARMED
from accordingto.stages.align.claims.making import make_claim, stance_in
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.predicates import is_negated, is_unreal
from accordingto.stages.align.claims.stated import Homes
from accordingto.stages.align.claims.timing import find_as_of
from accordingto.stages.align.claims.words import load_attributes

RULE = "claims.named-victim.v1"
ATTRIBUTES = ("killed", "captured", "injured")
UNDERGOING = frozenset({"dobj", "nsubjpass"})
OF = frozenset({"of"})
BESIDE = frozenset({"conj", "appos"})


def find_named_victims(page: Page) -> Iterator[Claim]:
    """A claim of one or more for each named person to whom a word for killing, hurting or taking is done."""
    for token in page.told_words(_undergone()):
        attribute = _attribute_of(token)
        event = _told_by(page, token) if attribute is not None else None
        if attribute is not None and event is not None and not is_unreal(page.parse, token.index):
            for person in _undergoing(page, token):
                claim = _claim(page, token, person=person, event=event, attribute=attribute)
                if claim is not None:
                    yield claim


@cache
def _undergone() -> frozenset[str]:
    """Every word that may say what was done to somebody."""
    words = load_attributes()
    return frozenset({*words.done_to, *words.of})


def _attribute_of(token: Token) -> str | None:
    """What a word says of those whom it is done to; 'shot' alone leaves open who lived."""
    words = load_attributes()
    table = words.done_to if token.pos == "VERB" else words.of if token.pos == "NOUN" else {}
    found = table.get(token.lemma)
    return found if found in ATTRIBUTES and token.lemma not in BY_MEANS else None


def _told_by(page: Page, token: Token) -> Event | None:
    """The event that this very word tells of."""
    sentence = page.parse.sentences[token.sentence]
    own = Span(token.start, token.end)
    told = page.told_in(sentence.start, sentence.end)
    return next((event for mention, event in told if mention.trigger.overlaps(own)), None)


def _undergoing(page: Page, token: Token) -> Iterator[Token]:
    """The people to whom it is done, each of several."""
    parse = page.parse
    for child in parse.children[token.index]:
        word = parse.tokens[child]
        if token.pos == "VERB" and word.dep in UNDERGOING:
            yield from _with_partners(page, word)
        elif token.pos == "NOUN" and word.dep == "poss":
            yield word
        elif token.pos == "NOUN" and word.lemma in OF and word.dep == "prep":
            for each in parse.children[child]:
                if parse.tokens[each].dep == "pobj":
                    yield from _with_partners(page, parse.tokens[each])


def _with_partners(page: Page, word: Token) -> Iterator[Token]:
    """A victim and those named beside it: 'two doctors, Ada Wren and Tor Osrin', 'six monks, a cook and her son'."""
    todo = [word]
    while todo:
        at = todo.pop()
        yield at
        todo.extend(page.parse.tokens[c] for c in page.parse.children[at.index] if page.parse.tokens[c].dep in BESIDE)


def _claim(page: Page, token: Token, *, person: Token, event: Event, attribute: str) -> Claim | None:
    attribution = page.attribution_at(person.start)
    who = _named(page, person)
    if attribution is None or who is None:
        return None
    stance = stance_in(attribution, denied=token.pos == "VERB" and is_negated(page.parse, token))
    if stance is None:
        return None
    return make_claim(
        attribution,
        Span(min(token.start, who.start), max(token.end, who.end)),
        subject=Subject(event=event.id),
        attribute=attribute,
        value=NumberValue(1, None),
        scope=Scope(who=page.text[who.start : who.end], as_of=find_as_of(page, attribution, token)),
        stance=stance,
        rule=RULE,
    )


def _named(page: Page, person: Token) -> Span | None:
    """The words for one person: a name, or 'her daughter' after others; ``None`` for groups and pronouns."""
    actor = page.actor_at(person)
    if person.dep == "conj" and person.tag == "NN" and _is_one(page, person):
        return _from(page, person, {"det", "poss", "amod", "compound"})
    if person.pos != "PROPN" or actor is None or actor.kind is not ActorKind.PERSON or actor.described:
        return None
    return _from(page, person, {"compound", "flat"})


def _is_one(page: Page, noun: Token) -> bool:
    """'A maid', 'her daughter': whom something was done to beside others, and who is no thing."""
    words = load_attributes()
    before = {page.parse.tokens[c].tag for c in page.parse.children[noun.index]}
    is_introduced = "PRP$" in before or any(page.parse.tokens[c].lemma == "a" for c in page.parse.children[noun.index])
    return is_introduced and noun.lemma not in words.things


def _from(page: Page, noun: Token, links: set[str]) -> Span:
    """From the first of the words right before a noun that belong to it, to the noun."""
    first = noun.index
    while first and page.parse.tokens[first - 1].head == noun.index and page.parse.tokens[first - 1].dep in links:
        first -= 1
    return Span(page.parse.tokens[first].start, noun.end)


def drop_counted(claims: Sequence[Claim], homes: Homes) -> list[Claim]:
    """Without the dead and hurt who are named in a report that says how many there were."""
    totals = {(c.subject, c.attribute, homes.page(c).reading.document.id) for c in claims if _is_total(c)}
    return [
        claim
        for claim in claims
        if claim.trace.rule != RULE
        or claim.attribute not in HARMED
        or (claim.subject, claim.attribute, homes.page(claim).reading.document.id) not in totals
    ]


def _is_total(claim: Claim) -> bool:
    value = claim.value
    # 'Six monks and a cook': the number is of some of them only.
    every = claim.stance is ClaimStance.ASSERTS and claim.scope.who is None
    return every and _is_given(claim) and isinstance(value, NumberValue) and (value.low or value.high or 0) > 1


def _is_given(claim: Claim) -> bool:
    """Whether the report gives the number itself: the dead told of one by one may have died on other days."""
    return claim.attribute != "killed" or claim.trace.rule != "claims.told-singly.v1"
