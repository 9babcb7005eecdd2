"""One sentence per question that says why it stands as it does, made from its claims."""

from accordingto.model.claim import (
    ActorValue,
    Claim,
    DateValue,
    NumberValue,
    PlaceValue,
    Value,
)
from accordingto.stages.reconcile.provenance import Provenance
from accordingto.stages.reconcile.status import Verdict

_SENTENCES = {
    "denied": "{first} says {value}; {second} denies it.",
    "excluded": "{first} says {value}, {second} says {other}; both cannot be true.",
    "agreed": "{first} and {second}, independent of each other, give compatible answers: {value} and {other}.",
    "unverified": "{first} says {value}; {second} could not verify it.",
    "single": "Only {first} answers: {value}.",
    "apart": "Several origins answer, but of different people, times or kinds; {first} says {value}.",
    "unasserted": "Nobody here says {value}; {first} speaks against it or could not verify it.",
}


def render_reason(verdict: Verdict, provenance: Provenance) -> str:
    """The reason as a sentence a reader can check against the claims."""
    if not verdict.deciding:
        return "No claim that still stands answers it."
    first, last = verdict.deciding[0], verdict.deciding[-1]
    kind = verdict.kind
    if kind == "single" and first.stance != "asserts":
        kind = "unasserted"
    return _SENTENCES[kind].format(
        first=provenance.who_says(first),
        second=provenance.who_says(last),
        value=render_claim(first, provenance),
        other=render_claim(last, provenance),
    )


def render_claim(claim: Claim, provenance: Provenance) -> str:
    """The value in words, with those counted: '71 or more (resistance fighters)'."""
    value = render_value(claim.value, provenance)
    return value if claim.scope.who is None else f"{value} ({claim.scope.who})"


def render_value(value: Value, provenance: Provenance) -> str:
    """A value in words."""
    if isinstance(value, NumberValue):
        return _render_number(value)
    if isinstance(value, DateValue):
        start, end = value.date.start.isoformat(), value.date.end.isoformat()
        return start if start == end else f"{start} to {end}"
    if isinstance(value, ActorValue):
        return provenance.name(value.actor)
    return value.place if isinstance(value, PlaceValue) else value.text


def _render_number(value: NumberValue) -> str:
    if value.low == value.high:
        return "an unknown number" if value.low is None else f"{value.low:,}"
    if value.high is None:
        return f"{value.low:,} or more"
    return f"{value.high:,} or fewer" if value.low is None else f"{value.low:,} to {value.high:,}"
