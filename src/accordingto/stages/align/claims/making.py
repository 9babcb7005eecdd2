"""Claims with their ids: what the words state, for whom, in which attribution."""

from collections.abc import Iterable
from dataclasses import replace

from accordingto.model.attribution import Attribution, Stance
from accordingto.model.claim import (
    ActorValue,
    Claim,
    ClaimStance,
    DateValue,
    NumberValue,
    Scope,
    Subject,
    TextValue,
    Value,
)
from accordingto.model.document import Span
from accordingto.model.keys import KeyPart, make_id
from accordingto.model.trace import Trace

# A promise or a demand states nothing that has happened; a doubt is neither for nor against.
STATING = {
    Stance.ASSERTS: ClaimStance.ASSERTS,
    Stance.DENIES: ClaimStance.DENIES,
    Stance.CANNOT_VERIFY: ClaimStance.CANNOT_VERIFY,
}


def stance_in(attribution: Attribution, *, denied: bool, given: bool = False) -> ClaimStance | None:
    """How the claimer stands to a value; ``None`` where the words state none.

    What is given in passing holds though the rest is promised or demanded. A negated value inside a denial is still
    denied, not affirmed: 'denied that no one was hurt' is far rarer than a plain negation that was marked as denial.
    """
    stance = STATING.get(attribution.stance)
    if given and stance is None:
        stance = ClaimStance.ASSERTS
    return ClaimStance.DENIES if denied and stance is ClaimStance.ASSERTS else stance


def make_claim(
    attribution: Attribution,
    evidence: Span,
    *,
    subject: Subject,
    attribute: str,
    value: Value,
    rule: str,
    stance: ClaimStance = ClaimStance.ASSERTS,
    scope: Scope | None = None,
    inputs: tuple[str, ...] = (),
) -> Claim:
    """A claim with the id that its attribution, words, attribute and value give it."""
    claim = Claim(
        id="",
        attribution=attribution.id,
        evidence=evidence,
        subject=subject,
        attribute=attribute,
        value=value,
        scope=scope or Scope(),
        stance=stance,
        trace=Trace(rule, inputs),
    )
    return replace(claim, id=id_of(claim))


def id_of(claim: Claim) -> str:
    """The id that a claim's attribution, words, attribute, value, stance and subject give it."""
    subject = claim.subject
    key = (claim.attribution, tuple(claim.evidence), claim.attribute, _key(claim.value), claim.stance)
    return make_id("claim", *key, subject.event, subject.actor)


def unique(claims: Iterable[Claim]) -> list[Claim]:
    """Each claim once, sorted by id."""
    return [claim for _, claim in sorted({claim.id: claim for claim in claims}.items())]


def _key(value: Value) -> KeyPart:
    if isinstance(value, NumberValue):
        return ("number", value.low, value.high)
    if isinstance(value, DateValue):
        return ("date", value.date.start.isoformat(), value.date.end.isoformat())
    if isinstance(value, ActorValue):
        return ("actor", value.actor)
    return ("text", value.text) if isinstance(value, TextValue) else ("place", value.place)
