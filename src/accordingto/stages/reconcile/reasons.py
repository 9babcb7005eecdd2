"""One sentence per question that says why it stands as it does, made from its claims."""

from accordingto.model.claim import ActorValue, Claim, ClaimStance, NumberValue
from accordingto.stages.reconcile.provenance import Provenance
from accordingto.stages.reconcile.status import SOMEBODY, Verdict
from accordingto.text.spoken import agree, render_counted, render_value

# Names listed where several hold one answer; more are 'and others'.
MOST_NAMES = 3


def render_reason(verdict: Verdict, provenance: Provenance) -> str:
    """The reason as a sentence a reader can check against the claims."""
    if not verdict.deciding:
        return "No claim that still stands answers it."
    kind = verdict.kind
    if kind == "single" and verdict.deciding[0].stance is not ClaimStance.ASSERTS:
        kind = "unasserted"
    sentence = RENDERED[kind](verdict.deciding, provenance)
    return sentence[:1].upper() + sentence[1:]


Deciding = tuple[Claim, ...]


def _denied(deciding: Deciding, provenance: Provenance) -> str:
    denier = provenance.who_says(deciding[-1])
    return f"{_says(deciding[0], provenance)}; {denier} {agree(denier, 'deny')} it."


def _excluded(deciding: Deciding, provenance: Provenance) -> str:
    first, last = deciding[0], deciding[-1]
    return f"{_says(first, provenance)}, {_says(last, provenance)}; both cannot be true."


def _agreed(deciding: Deciding, provenance: Provenance) -> str:
    first, last = deciding[0], deciding[-1]
    both = f"{provenance.who_says(first)} and {provenance.who_says(last)}, independent of each other,"
    one, two = render_claim(first, provenance), render_claim(last, provenance)
    if first.value == last.value:
        return f"{both} give the same answer: {one if first.scope.who is not None else two}."
    return f"{both} give compatible answers: {one} and {two}."


def _unverified(deciding: Deciding, provenance: Provenance) -> str:
    return f"{_says(deciding[0], provenance)}; {provenance.who_says(deciding[-1])} could not verify it."


def _single(deciding: Deciding, provenance: Provenance) -> str:
    names = list(dict.fromkeys(provenance.who_says(claim) for claim in deciding))
    value = render_claim(deciding[0], provenance)
    if len(names) == 1:
        return f"only {names[0]} {agree(names[0], 'answer')}: {value}."
    values = {claim.value for claim in deciding}
    told = value if len(values) == 1 else f"{names[0]} {agree(names[0], 'say')} {value}"
    return f"{_list(names)} are one origin, and no other answers: {told}."


def _apart(deciding: Deciding, provenance: Provenance) -> str:
    return f"several origins answer, but of different people, times or kinds; {_says(deciding[0], provenance)}."


def _unasserted(deciding: Deciding, provenance: Provenance) -> str:
    first = deciding[0]
    name = provenance.who_says(first)
    if first.stance is ClaimStance.CANNOT_VERIFY:
        return f"nobody here says {render_claim(first, provenance)}; {name} could not verify it."
    if first.value == SOMEBODY or (isinstance(first.value, NumberValue) and first.value.low == 1):
        return f"{name} {agree(name, 'deny')} that there was any; nobody here says that there was."
    return f"nobody here says {render_claim(first, provenance)}; {name} {agree(name, 'deny')} it."


RENDERED = {
    "denied": _denied,
    "excluded": _excluded,
    "agreed": _agreed,
    "unverified": _unverified,
    "single": _single,
    "apart": _apart,
    "unasserted": _unasserted,
}


def _says(claim: Claim, provenance: Provenance) -> str:
    """'The ministry says 9 soldiers', 'officials name the Harbour Legion'."""
    name = provenance.who_says(claim)
    verb = "name" if isinstance(claim.value, ActorValue) else "say"
    return f"{name} {agree(name, verb)} {render_claim(claim, provenance)}"


def _list(names: list[str]) -> str:
    if len(names) > MOST_NAMES:
        return f"{', '.join(names[:MOST_NAMES])} and others"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def render_claim(claim: Claim, provenance: Provenance) -> str:
    """The value, in the claim's own words where these give it, with those counted: 'more than 70 fighters'."""
    document = provenance.document(claim)
    words = () if document is None else (document.quote(claim.evidence),)
    value = render_value(claim.value, provenance.names, words)
    return render_counted(value, claim.scope.who) if isinstance(claim.value, NumberValue) else value
