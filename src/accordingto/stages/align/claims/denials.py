"""Denials, linked to the very answers they speak of: 'denies involvement', 'this was not a swap'."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.actor import Actor, ActorKind
from accordingto.model.attribution import Attribution, Stance
from accordingto.model.claim import ActorValue, Claim, ClaimStance, Subject
from accordingto.model.parse import Token
from accordingto.stages.align.claims.deeds import load_deeds, subject_of
from accordingto.stages.align.claims.doubts import echo, passage, topics_of
from accordingto.stages.align.claims.page import Page
from accordingto.stages.align.claims.predicates import is_negated
from accordingto.stages.align.claims.stated import Stated
from accordingto.text.counted import are_other_kinds, are_others, are_same, find_kinds

RULE = "claims.denial.v1"
# 'Not one of our men was captured' answers whoever says that soldiers were.
_OWN = re.compile(r"(?:our|its|their|his|her)\b", re.IGNORECASE)


def find_denials(page: Page, stated: Stated) -> Iterator[Claim]:
    """A claim with stance ``denies`` for each answer that a passage denies without stating its value."""
    for attribution in page.reading.attributions:
        if attribution.stance is Stance.DENIES:
            yield from _denied(page, attribution, passage(page, attribution), stated)
        elif attribution.stance is Stance.ASSERTS and attribution.source:
            yield from _negated(page, attribution, passage(page, attribution), stated)


def _denied(page: Page, attribution: Attribution, words: list[Token], stated: Stated) -> Iterator[Claim]:
    lemmas = {word.lemma for word in words}
    claimer = page.actors.get(page.resolution.claimers.get(attribution.id) or "")
    accused = _named_accused(page, words, attribution) or claimer
    if accused is not None and (lemmas & load_deeds().involvement or _is_of_ours(page, words)):
        yield from _not_us(page, attribution, accused, stated)
    if lemmas & exchanges():
        yield from _no_exchange(page, attribution, stated)
    else:
        yield from _nothing_of_the_kind(page, attribution, words, stated)


def _named_accused(page: Page, words: list[Token], attribution: Attribution) -> Actor | None:
    """The Front of 'denied that the Front was responsible', 'dismissed reports that the Front was behind it'."""
    for word in words:
        if word.lemma in load_deeds().negated:
            subject = subject_of(page.parse, word if word.pos == "VERB" else page.parse.tokens[word.head])
            inside = subject is not None and any(span.start <= subject.start < span.end for span in attribution.content)
            accused = _accused(page, subject, attribution) if inside and subject is not None else None
            if accused is not None:
                return accused
    return None


def _is_of_ours(page: Page, words: list[Token]) -> bool:
    """'Denied that any of its ships had been in the area': what its people did, whatever it was."""
    return any(
        word.lemma in load_deeds().followers
        and any(page.parse.tokens[c].tag == "PRP$" for c in page.parse.children[word.index])
        for word in words
    )


def _negated(page: Page, attribution: Attribution, words: list[Token], stated: Stated) -> Iterator[Claim]:
    """'X was not involved', 'this was not a swap', inside what somebody asserts."""
    telling = load_deeds().negated | exchanges() | {"nothing"}
    for word in (each for each in words if each.lemma in telling):
        verb = page.parse.tokens[word.head]
        if word.lemma in load_deeds().negated and is_negated(page.parse, word):
            subject = subject_of(page.parse, word if word.pos == "VERB" else verb)
            accused = None if subject is None else _accused(page, subject, attribution)
            if accused is not None:
                yield from _not_us(page, attribution, accused, stated)
        elif word.lemma == "nothing" and any(
            page.parse.tokens[c].lemma == "do" for c in page.parse.children[word.index]
        ):
            subject = subject_of(page.parse, verb)
            accused = None if subject is None else _accused(page, subject, attribution)
            if accused is not None:
                yield from _not_us(page, attribution, accused, stated)
        elif word.lemma in exchanges() and word.dep in {"attr", "dobj"} and is_negated(page.parse, verb):
            yield from _no_exchange(page, attribution, stated)


def _accused(page: Page, subject: Token, attribution: Attribution) -> Actor | None:
    """Who is said not to have done it; people of a country stand for it, pronouns for the claimer."""
    claimer = page.actors.get(page.resolution.claimers.get(attribution.id) or "")
    owned = any(page.parse.tokens[c].tag == "PRP$" for c in page.parse.children[subject.index])
    if owned and subject.lemma in load_deeds().followers:
        return claimer  # 'our forces do not shell civilians'
    actor = page.actor_at(subject)
    if actor is not None and not actor.described:
        return actor
    return page.actor_of_country(subject.text) or (claimer if subject.pos == "PRON" else None)


def _not_us(page: Page, attribution: Attribution, accused: Actor, stated: Stated) -> Iterator[Claim]:
    """The nearest answer that holds the accused, or whom they belong to, responsible."""

    def fits(claim: Claim) -> bool:
        named = claim.value.actor if isinstance(claim.value, ActorValue) else ""
        apart = page.resolution.claimers.get(claim.attribution) != page.resolution.claimers.get(attribution.id)
        ours = page.is_one_side(named, accused.id) or not _states(page, named).isdisjoint(_states(page, accused.id))
        return claim.attribute == "responsible" and apart and ours

    told = {event.id for span in attribution.content for _, event in page.told_in(span.start, span.end)}

    def is_told(claim: Claim) -> bool:
        return fits(claim) and claim.subject.event in told

    answer = stated.elsewhere(is_told) or stated.nearest(page, attribution.extent.start, fits) or stated.elsewhere(fits)
    if answer is not None:
        yield echo(attribution, answer, ClaimStance.DENIES, RULE)


def _states(page: Page, name: str) -> set[str]:
    """The states that an actor belongs to, by affiliation or by name: an army and a ministry of one state are its."""
    actor = page.actors.get(name)
    if actor is None or actor.kind is ActorKind.PERSON:
        return set()
    words = {word for each in actor.names for word in each.split() if word[:1].isupper()}
    named = (page.actor_of_country(word) for word in sorted(words))
    return {each.id for each in named if each is not None} | page.states_above(name)


def _no_exchange(page: Page, attribution: Attribution, stated: Stated) -> Iterator[Claim]:
    """Who denies a swap denies each figure of people given up in one."""

    def fits(claim: Claim) -> bool:
        return claim.attribute == "released" and _is_exchange(stated.homes.page(claim), claim)

    answer = stated.nearest(page, attribution.extent.start, fits) or stated.elsewhere(fits)
    if answer is not None:
        for each in stated.answers(answer):
            if fits(each) and not are_others(each.scope.who, answer.scope.who):
                yield echo(attribution, each, ClaimStance.DENIES, RULE)


def _is_exchange(page: Page, claim: Claim) -> bool:
    covered = page.parse.covered(claim.evidence)
    return any(token.lemma in exchanges() for token in covered) and any(token.lemma == "for" for token in covered)


@cache
def exchanges() -> frozenset[str]:
    """Words for a swap."""
    return frozenset(load_table("en", "doubts")["exchanges"])


def _nothing_of_the_kind(page: Page, attribution: Attribution, words: list[Token], stated: Stated) -> Iterator[Claim]:
    """'Denied the killings': the nearest answers of the attribute that the passage names, unless it counts itself."""
    topics = topics_of(words) - {"responsible"}
    if not topics or any(word.pos == "NUM" for word in words):
        return
    claimer = page.resolution.claimers.get(attribution.id)
    who = " ".join(word.text for word in words if word.pos in {"NOUN", "PROPN"})

    here = {event.id for _, event in page.told}

    def fits(claim: Claim) -> bool:
        # Who denies killing civilians says nothing of fourteen soldiers.
        apart = are_other_kinds(claim.scope.who, who) or (claim.scope.who is None and bool(find_kinds(who)))
        return claim.attribute in topics and not apart and page.resolution.claimers.get(claim.attribution) != claimer

    def is_told_here(claim: Claim) -> bool:
        return fits(claim) and claim.subject.event in here

    answer = stated.nearest(page, attribution.extent.start, fits) or stated.elsewhere(is_told_here)
    if answer is not None:
        near = stated.homes.page(answer)
        for each in stated.answers(answer, near if near is page else None):
            if fits(each):
                yield echo(attribution, each, ClaimStance.DENIES, RULE)


def drop_homeless(claims: Iterable[Claim], pages: Sequence[Page]) -> Iterator[Claim]:
    """Without 'denied that his men did it' where nobody says that they did: nothing is denied that nobody says."""
    said = list(claims)
    named: dict[Subject, list[str]] = {}
    for claim in said:
        if claim.attribute == "responsible" and claim.stance is ClaimStance.ASSERTS:
            named.setdefault(claim.subject, []).extend(_actor_of(claim))
    for claim in said:
        is_denied = claim.attribute == "responsible" and claim.stance is ClaimStance.DENIES
        here = named.get(claim.subject, []) if is_denied else []
        if not is_denied or any(pages[0].is_one_side(mine, each) for mine in _actor_of(claim) for each in here):
            yield claim


def _actor_of(claim: Claim) -> tuple[str, ...]:
    return (claim.value.actor,) if isinstance(claim.value, ActorValue) else ()


def relink(claim: Claim, stated: Stated) -> Claim:
    """A counted denial moved to the question whose answer it speaks of: 'took no hostages' after 'took hostages'."""
    if claim.stance is not ClaimStance.DENIES or claim.attribute == "responsible":
        return claim

    def fits(other: Claim) -> bool:
        return other.attribute == claim.attribute and not are_others(other.scope.who, claim.scope.who)

    def is_same(other: Claim) -> bool:
        return other.attribute == claim.attribute and are_same(other.scope.who, claim.scope.who)

    if any(fits(other) for other in stated.answers(claim)):
        return claim
    page, start = stated.homes.page(claim), claim.evidence.start
    answer = stated.nearest(page, start, is_same) or stated.nearest(page, start, fits) or stated.elsewhere(is_same)
    if answer is None and (claim.scope.who is None or _OWN.match(claim.scope.who)):
        answer = stated.elsewhere(fits)
    return claim if answer is None else stated.homes.move(claim, answer.subject)
