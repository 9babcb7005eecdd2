"""Refuses claims whose number, negation, actor, date or counted people are not those of the words they point at.

A refused claim is dropped and counted, never altered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from accordingto.model.actor import Actor, Resolution
from accordingto.model.attribution import Attribution, Form, Stance
from accordingto.model.claim import ActorValue, Claim, ClaimStance, DateValue, NumberValue, TextValue
from accordingto.model.document import Span
from accordingto.model.findings import Reading
from accordingto.model.parse import Token
from accordingto.model.trace import Issue
from accordingto.stages.align.claims.words import load_attributes
from accordingto.text.causes import load_causes
from accordingto.text.countries import find_country
from accordingto.text.dates import find_dates
from accordingto.text.endings import is_ending_told
from accordingto.text.grounding import is_negation, is_told_in
from accordingto.text.numbers import Quantity, QuantityKind, find_numbers

# A claim rests on another where its own words hold no value: 'denied the killings'. Further than this it is a ring.
_LONGEST_CHAIN = 3
# A demonym adds so many letters to its country's name; shorter names than that begin too many words.
_SHORTEST, _ENDING = 4, 3
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
# 'Release of one | of more than a hundred students': so far after the number may those counted be named.
_OF_THOSE = 24


def ground(
    claims: Sequence[Claim], readings: Sequence[Reading], resolution: Resolution
) -> tuple[list[Claim], tuple[Issue, ...]]:
    """The claims that hold against their words, and an issue for each document in which some do not."""
    ground_of = Ground(readings, resolution, claims)
    kept: list[Claim] = []
    refused: dict[str, list[str]] = {}
    for claim in claims:
        why = ground_of.find_fault(claim)
        if why is None:
            kept.append(claim)
        else:
            refused.setdefault(ground_of.document_of(claim), []).append(why)
    issues = (
        Issue(document, "align", f"{_count(reasons)} refused, the first because {reasons[0]}")
        for document, reasons in sorted(refused.items())
    )
    return kept, tuple(issues)


def _count(reasons: Sequence[str]) -> str:
    return "1 claim" if len(reasons) == 1 else f"{len(reasons)} claims"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands: its document's reading, its attribution, and the words of its evidence."""

    reading: Reading
    attribution: Attribution
    evidence: Span

    @property
    def words(self) -> str:
        """The evidence as it stands in the text."""
        return self.reading.document.quote(self.evidence)

    @property
    def tokens(self) -> list[Token]:
        """The evidence as the parser has it."""
        return self.reading.parse.covered(self.evidence)

    @property
    def with_modifiers(self) -> "Place":
        """With the words before its first noun: evidence that begins at 'militants' of 'Harbour Legion militants'."""
        parse, tokens = self.reading.parse, self.tokens
        leaning = [i for t in tokens[:1] for i in parse.children[t.index] if parse.tokens[i].dep in _MODIFIERS]
        start = min([self.evidence.start, *(parse.tokens[min(parse.subtree(i))].start for i in leaning)])
        return Place(self.reading, self.attribution, Span(start, self.evidence.end))


class Ground:
    """The texts, actors and other claims that a claim is held against."""

    def __init__(self, readings: Sequence[Reading], resolution: Resolution, claims: Sequence[Claim]) -> None:
        self._readings = {each.id: (reading, each) for reading in readings for each in reading.attributions}
        self._actors = {actor.id: actor for actor in resolution.actors}
        self._claimers = resolution.claimers
        self._claims = {claim.id: claim for claim in claims}

    def document_of(self, claim: Claim) -> str:
        """Id of the document a claim stands in, or nothing where that is unknown."""
        known = self._readings.get(claim.attribution)
        return "" if known is None else known[0].document.id

    def find_fault(self, claim: Claim, steps: int = _LONGEST_CHAIN) -> str | None:
        """Why a claim is refused; ``None`` for one that holds."""
        known = self._readings.get(claim.attribution)
        if known is None:
            return "its attribution is unknown"
        place = Place(*known, claim.evidence)
        text = place.reading.document.text
        if not (0 <= claim.evidence.start < claim.evidence.end <= len(text)):
            return "its evidence does not lie in the text"
        if not any(piece.overlaps(claim.evidence) for piece in (*place.attribution.content, *_narrated(place))):
            return "its evidence stands outside its passage"
        if claim.trace.inputs:
            return self._fault_of_echo(claim, place, steps)
        return _fault_of_stance(claim, place) or self._fault_of_value(claim, place) or _fault_of_who(claim, place)

    def _fault_of_echo(self, claim: Claim, place: Place, steps: int) -> str | None:
        """'Denied the killings' holds the value of the claim it speaks of, and a denial or a doubt of its own."""
        first = self._claims.get(claim.trace.inputs[0])
        if first is None or steps == 0 or (first.value, first.attribute) != (claim.value, claim.attribute):
            return "its value is not that of the claim it speaks of"
        if first.scope.who != claim.scope.who:
            return "it counts others than the claim it speaks of"
        stances = {Stance.DENIES: ClaimStance.DENIES, Stance.CANNOT_VERIFY: ClaimStance.CANNOT_VERIFY}
        stance = stances.get(place.attribution.stance)
        if claim.stance is not stance and (claim.stance is not ClaimStance.DENIES or not _is_negated(place)):
            return f"nothing in its words {claim.stance.value}"
        return self.find_fault(first, steps - 1)

    def _fault_of_value(self, claim: Claim, place: Place) -> str | None:
        value, words = claim.value, place.words
        if isinstance(value, NumberValue):
            holds = _holds_number(value, place) or _holds_reckoned(claim.trace.rule, value, place)
        elif isinstance(value, DateValue):
            holds = _holds_date(value, place)
        elif isinstance(value, ActorValue):
            holds = self._holds_actor(value.actor, place.with_modifiers)
        elif claim.attribute in {"outcome", "status"} and isinstance(value, TextValue):
            holds = is_ending_told(claim.attribute, value.text, (token.lemma for token in place.tokens))
        else:
            holds = is_told_in(value.text if isinstance(value, TextValue) else value.place, words)
        return None if holds else f"its value is not told by the words {words!r}"[:200]

    def _holds_actor(self, name: str, place: Place) -> bool:
        """Whether the words name the actor, its country or people, or stand for the claimer ('we')."""
        actor, document = self._actors.get(name), place.reading.document.id
        if actor is None:
            return False
        if any(m.document == document and m.span.overlaps(place.evidence) for m in actor.mentions):
            return True
        if any(is_told_in(each, place.words) for each in actor.names):
            return True
        if any(_is_demonym(token.text, each) for token in place.tokens for each in actor.names):
            return True
        countries = _countries(actor)
        if any(_country(token.text) in countries for token in place.tokens if token.pos in {"PROPN", "ADJ", "NOUN"}):
            return True
        speaks = self._claimers.get(place.attribution.id) == name
        return speaks and any(token.pos == "PRON" for token in place.tokens)


def _is_demonym(word: str, name: str) -> bool:
    """Whether a word is a name with an ending: 'Osrinian' of Osrinia, which no list of countries has."""
    return len(name) >= _SHORTEST and word.casefold().startswith(name.casefold()) and len(word) - len(name) <= _ENDING


def _countries(actor: Actor) -> set[str]:
    return {code for code in (_country(name) for name in actor.names) if code is not None}


def _country(name: str) -> str | None:
    country = find_country(name)
    return None if country is None else country.code


def _narrated(place: Place) -> tuple[Span, ...]:
    """The words that name claimers, which are the report's own: 'Ilo Varn, the Front's commander, said'."""
    if place.attribution.form is not Form.NARRATION:
        return ()
    return tuple(span for each in place.reading.attributions for span in each.source)


def _fault_of_stance(claim: Claim, place: Place) -> str | None:
    """A denial needs a negation or a denier; what is asserted may not stand under either."""
    stance, negated = place.attribution.stance, _is_negated(place)
    if claim.stance is ClaimStance.CANNOT_VERIFY:
        return None if stance is Stance.CANNOT_VERIFY else "nothing in its words doubts"
    if claim.value == NumberValue(0, 0) and not negated:
        return "nothing in its words says none"
    if claim.value == NumberValue(0, 0):  # 'no one was taken' asserts none; only 'denied that no one was' denies it
        denied = claim.stance is ClaimStance.DENIES and stance is not Stance.DENIES
        return "nothing in its words denies" if denied else None
    if claim.stance is ClaimStance.DENIES:
        if claim.attribute == "cause" and any(token.lemma in load_causes().excluding for token in place.tokens):
            return None  # 'ruled out sabotage'
        return None if negated or stance is Stance.DENIES else "nothing in its words denies"
    return "its words are denied" if negated or stance in {Stance.DENIES, Stance.CANNOT_VERIFY} else None


def _is_negated(place: Place) -> bool:
    """Whether a negation stands among the words or hangs on one of them; 'by dust, not by a drone' denies no dust."""
    parse, end, text = place.reading.parse, place.evidence.end, place.reading.document.text
    below = (parse.tokens[child] for token in place.tokens for child in parse.children[token.index])
    hanging = (token for token in below if token.start < end or "," not in text[end : token.start])
    return any(is_negation(token) for token in (*place.tokens, *hanging))


def _holds_number(value: NumberValue, place: Place) -> bool:
    numbers = find_numbers(place.words)
    if any(value == each for number in numbers for each in _readings_of(number, place)):
        return True
    # 'Took no hostages', 'a driver was killed': some, or one and perhaps others, where no number is given.
    counts = [each for each in numbers if each.kind is QuantityKind.COUNT]
    if value != NumberValue(1, None) or not counts:
        return value == NumberValue(1, None)
    lemmas = [token.lemma for token in place.tokens]
    picked = ("one", "of") in pairwise(lemmas)  # 'not one of our men'
    unnumbered = picked or any(lemma in {"a", "an", "no"} for lemma in lemmas)
    return unnumbered and all((each.low, each.high) == (1, 1) for each in counts)  # 'a brother of one of them'


def _holds_reckoned(rule: str, value: NumberValue, place: Place) -> bool:
    """Whether the words hold what a value was reckoned from: 'four nurses and two drivers', 'six shot, one fatally'."""
    if value == NumberValue(0, 0):
        return _is_negated(place)
    counts = [
        each.low for each in find_numbers(place.words) if each.kind is QuantityKind.COUNT and each.low is not None
    ]
    many = load_attributes().multiples
    counts += [many[token.lemma.lower()] for token in place.tokens if token.lemma.lower() in many]
    if rule.startswith("claims.multiple"):  # 'a triple shooting', 'a murder-suicide'
        return value.low in (counts if value.high is not None else [2])
    persons = sum(token.pos in {"NOUN", "PROPN", "PRON", "ADJ"} for token in place.tokens)
    if rule.startswith("claims.count-together") and value.low is not None:
        return sum(counts) <= value.low <= sum(counts) + persons
    if rule.startswith("claims.shot-less-dead") and value.low is not None:
        return any(count > value.low for count in counts)
    if rule.startswith("claims.pair"):
        return value == NumberValue(2, 2)
    one_by_one = rule.startswith(("claims.one-person", "claims.told-singly"))
    return one_by_one and value.high is None and (value.low or 0) <= persons


def _readings_of(number: Quantity, place: Place) -> list[NumberValue]:
    """The number as its words bound it; the 'over' of 'handed over 21' is the verb's and bounds nothing."""
    start = place.evidence.start + number.span.start
    before = place.reading.parse.covered(Span(max(0, start - 20), start + 1))[-2:]
    found = [NumberValue(number.low, number.high)]
    if [token.lemma for token in before][1:] == ["over"] and before[0].lemma in load_attributes().over:
        exact = number.high if number.high is not None else (number.low or 1) - 1
        found.append(NumberValue(exact, exact))
    return found


def _holds_date(value: DateValue, place: Place) -> bool:
    published = place.reading.document.published
    start = max(0, place.evidence.start - 200)
    around = place.reading.document.text[start : place.evidence.end + 200]
    dates = find_dates(around, None if published is None else published.date)
    inside = (each for each in dates if place.evidence.overlaps(Span(each.span.start + start, each.span.end + start)))
    return any(each.date == value.date for each in inside)


def _fault_of_who(claim: Claim, place: Place) -> str | None:
    """Those counted are named by words that begin or end in the evidence, or right after it."""
    who, text = claim.scope.who, place.reading.document.text
    if who is None:
        return None
    start = max(0, place.evidence.start - len(who))
    return None if who in text[start : place.evidence.end + len(who) + _OF_THOSE] else f"{who!r} are not counted there"
