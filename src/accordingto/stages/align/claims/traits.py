"""What actors are: when they were founded and by whom, who leads them, how many they are."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from accordingto.model.actor import Actor, ActorKind
from accordingto.model.claim import ActorValue, Claim, DateValue, Subject
from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.claims.deeds import after_preposition, child_of, subject_of
from accordingto.stages.align.claims.making import make_claim, stance_in
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.predicates import is_negated, is_unreal
from accordingto.stages.align.claims.sizes import find_sizes
from accordingto.stages.align.claims.trait import Trait, load_traits
from accordingto.text.dates import Relation, find_dates

# Dates stand close to the verb they belong to: 'set up in May 2030 by X'.
REACH = 60
# So many mentions before, and so many characters before a name: 'members of a rival gang, the Legion'.
NEAR, APPOSED = 60, 24
GROUPS = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION})


def find_trait_claims(page: Page) -> Iterator[Claim]:
    """Everything a document says of what its groups are."""
    for trait in _find_traits(page):
        attribution = page.attribution_at(trait.at) or page.narrating_source_at(trait.at)
        group = find_group(page, trait.group)
        if attribution is None or group is None or trait.value == ActorValue(group.id):
            continue
        stance = stance_in(attribution, denied=False)
        if stance is not None:
            yield make_claim(
                attribution,
                trait.evidence,
                subject=Subject(actor=group.id),
                attribute=trait.attribute,
                value=trait.value,
                stance=stance,
                rule=trait.rule,
            )


def _find_traits(page: Page) -> Iterator[Trait]:
    table = load_traits()
    for token in page.told_words(_telling()):
        if token.pos == "VERB" and token.lemma in table["founding"] and not is_unreal(page.parse, token.index):
            yield from _founded(page, token)
        if token.lemma in table["founders"] | table["leaders"]:
            yield from _titled(page, token)
        if token.pos == "VERB" and token.lemma in table["leading"]:
            yield from _led(page, token)
    yield from find_sizes(page)


@cache
def _telling() -> frozenset[str]:
    """Every word that may tell of founding and leading."""
    table = load_traits()
    return table["founding"] | table["founders"] | table["leaders"] | table["leading"]


def find_group(page: Page, token: Token) -> Actor | None:
    """The group that words stand for: by name, by 'the unit', or the last group named before a bare 'it'."""
    actor = page.actor_at(token)
    general = token.lemma in load_traits()["groups"]
    # In 'the group's commander, Anton Osrin' the group stands inside the name of somebody else.
    if actor is not None and token.pos == "PRON" and _is_observer(actor):
        actor = None  # 'the government says it has 800 fighters' is not about the government
    if actor is not None and not actor.described and not (general and actor.kind is ActorKind.PERSON):
        return actor if actor.kind in GROUPS or actor.kind is ActorKind.GOVERNMENT else None
    if token.pos != "PRON" and not general:
        return None
    return _last_subject(page, token) or next(
        (each for each in _groups_before(page, token) if not (token.pos == "PRON" and _is_observer(each))),
        None,
    )


def _groups_before(page: Page, token: Token) -> Iterator[Actor]:
    """The groups named before, the nearest first, the rivals of somebody last: 'the gang' goes on about its subject."""
    last = bisect_left(page.mentions, token.start, key=lambda each: each[0].start)
    near = [
        (page.text[max(0, span.start - APPOSED) : span.start], actor) for span, actor in page.mentions[:last][-NEAR:]
    ]
    named = [(words, page.actors[actor]) for words, actor in reversed(near)]
    groups = [(words, each) for words, each in named if each.kind in GROUPS and not each.described]
    rivals = {each.id for words, each in groups if " rival" in words}
    yield from (each for _, each in groups if each.id not in rivals)
    yield from (each for _, each in groups if each.id in rivals)


def _is_observer(actor: Actor) -> bool:
    """Whether somebody counts the fighters of others: a state, a ministry, an institute."""
    words = {word.lower() for name in actor.names for word in name.split()}
    return actor.kind is ActorKind.GOVERNMENT or not words.isdisjoint(load_traits()["observers"])


def _last_subject(page: Page, token: Token) -> Actor | None:
    """The named group that the last sentences spoke of: 'the unit' goes on about whom they were about."""
    for index in range(token.sentence, max(-1, token.sentence - 3), -1):
        for word in page.parse.words(page.parse.sentences[index]):
            if word.dep in {"nsubj", "nsubjpass"} and word.index < token.index:
                actor = page.actor_at(_whole(page, word))
                named = actor is not None and actor.kind in GROUPS and not actor.described
                if actor is not None and named and not (token.pos == "PRON" and _is_observer(actor)):
                    return actor
    return None


def _whole(page: Page, word: Token) -> Token:
    """The group of 'members of the group'."""
    of = after_preposition(page.parse, word.index, "of") if word.lemma in load_traits()["members"] else None
    return word if of is None else of


# -- founded, founder --------------------------------------------------------


def _founded(page: Page, verb: Token) -> Iterator[Trait]:
    group, founder = _parties(page.parse, verb)
    if group is None or is_negated(page.parse, verb):
        return
    when = _date_near(page, verb)
    if when is not None:
        span, value = when
        evidence = Span(min(verb.start, span.start), max(verb.end, span.end))
        yield Trait(group, "founded", value, evidence, verb.start, "claims.founded.v1")
    for each in () if founder is None else _with_partners(page, founder):
        person = page.actor_at(each)
        if person is not None and not person.described:
            evidence = Span(min(verb.start, each.start), max(verb.end, each.end))
            yield Trait(group, "founder", ActorValue(person.id), evidence, verb.start, "claims.founder.v1")


def _with_partners(page: Page, founder: Token) -> Iterator[Token]:
    """'Founded by Ilo Varn and a Kalvian, Tam Orel': both, the second by the name beside the noun."""
    named = page.actor_at(founder)
    beside = child_of(page.parse, founder.index, {"appos"})
    yield founder if beside is None or (named is not None and not named.described) else beside
    for child in page.parse.children[founder.index]:
        if page.parse.tokens[child].dep == "conj":
            yield from _with_partners(page, page.parse.tokens[child])


def _parties(parse: Parse, verb: Token) -> tuple[Token | None, Token | None]:
    """The group founded and who founded it."""
    by = child_of(parse, verb.index, {"agent"})
    founder = child_of(parse, by.index, {"pobj"}) if by is not None else after_preposition(parse, verb.index, "by")
    made = child_of(parse, verb.index, {"dobj"})
    passive = child_of(parse, verb.index, {"auxpass", "nsubjpass"}) is not None
    if made is not None:
        return made, founder or subject_of(parse, verb)
    if passive or (verb.tag == "VBN" and verb.dep in {"advcl", "acl"}):
        head = parse.tokens[verb.head]
        return (head if verb.dep == "acl" else subject_of(parse, verb)), founder
    if verb.lemma in load_traits()["alone"]:
        return subject_of(parse, verb), None
    return None, None


def _date_near(page: Page, verb: Token) -> tuple[Span, DateValue] | None:
    sentence = page.parse.sentences[verb.sentence]
    published = page.reading.document.published
    anchor = None if published is None else published.date
    text = page.text[sentence.start : sentence.end]
    near = []
    for found in find_dates(text, anchor):
        span = Span(found.span.start + sentence.start, found.span.end + sentence.start)
        gap = max(span.start - verb.end, verb.start - span.end)
        if found.relation in {Relation.IN, Relation.SINCE} and gap < REACH and _hangs_on(page.parse, span, verb):
            near.append((gap, span, DateValue(found.date)))
    return min(near, key=lambda each: (each[0], each[1]))[1:] if near else None


def _hangs_on(parse: Parse, span: Span, verb: Token) -> bool:
    """Whether the verb is the first one above a date expression."""
    for token in parse.covered(span)[:1]:
        for at in parse.ancestors(token.index):
            if parse.tokens[at].pos in {"VERB", "AUX"}:
                return at == verb.index
    return False


# -- founder, leader ---------------------------------------------------------


def _titled(page: Page, noun: Token) -> Iterator[Trait]:
    """'The leader of G is X', 'X, the leader of G', 'G leader X', "G's founder, X"."""
    table, parse = load_traits(), page.parse
    attribute = "founder" if noun.lemma in table["founders"] else "leader"
    modifiers = {parse.tokens[c].lemma for c in parse.children[noun.index]}
    if noun.tag == "NNS" or (attribute == "leader" and modifiers & table["former"]):
        return
    group = after_preposition(parse, noun.index, "of") or child_of(parse, noun.index, {"poss"})
    group = group or _compound_group(page, noun)
    beside = None if group is None else child_of(parse, group.index, {"appos"})
    inner = None if group is None else _compound_group(page, group)
    # The last is 'the leader of the Harbour Legion Anton Osrin', one run of names.
    for owner, person in ((group, _holder(page, noun)), (group, beside), (inner, group)):
        actor = None if person is None else page.actor_at(person)
        if owner is None or person is None or actor is None or actor.kind is not ActorKind.PERSON or actor.described:
            continue
        ends = (noun, owner, person)
        evidence = Span(min(t.start for t in ends), max(t.end for t in ends))
        yield Trait(owner, attribute, ActorValue(actor.id), evidence, noun.start, "claims.titled.v1")
        return


def _compound_group(page: Page, noun: Token) -> Token | None:
    for child in page.parse.children[noun.index]:
        token = page.parse.tokens[child]
        if token.dep in {"compound", "nmod", "amod"} and page.actor_at(token) is not None:
            actor = page.actor_at(token)
            if actor is not None and actor.kind in GROUPS:
                return token
    return None


def _holder(page: Page, noun: Token) -> Token | None:
    """Who bears a title: what it stands beside, or what 'is' or 'is known as' ties to it."""
    parse = page.parse
    head = parse.tokens[noun.head]
    beside = child_of(parse, noun.index, {"appos"})
    if noun.dep in {"appos", "compound"} and head.pos in {"PROPN", "NOUN"}:
        return head
    if beside is not None:
        return beside
    if noun.dep in {"nsubj", "nsubjpass"}:
        return child_of(parse, head.index, {"attr"}) or after_preposition(parse, head.index, "as")
    if noun.dep == "attr":
        return subject_of(parse, head)
    if noun.dep == "pobj" and head.lemma == "as":
        verb = parse.tokens[head.head]
        return child_of(parse, verb.index, {"dobj", "nsubjpass", "oprd"})
    return None


def _led(page: Page, verb: Token) -> Iterator[Trait]:
    """'A faction led by X', 'X leads the group'."""
    parse = page.parse
    by = child_of(parse, verb.index, {"agent"})
    who = child_of(parse, by.index, {"pobj"}) if by is not None else None
    if who is not None:
        group = parse.tokens[verb.head] if verb.dep == "acl" else subject_of(parse, verb)
    else:
        group, who = child_of(parse, verb.index, {"dobj"}), subject_of(parse, verb)
        if verb.tag not in {"VBZ", "VBP"}:
            return
    actor = None if who is None else page.actor_at(who)
    if group is None or who is None or actor is None or actor.kind is not ActorKind.PERSON or actor.described:
        return
    evidence = Span(min(verb.start, who.start, group.start), max(verb.end, who.end, group.end))
    yield Trait(group, "leader", ActorValue(actor.id), evidence, verb.start, "claims.led.v1")
