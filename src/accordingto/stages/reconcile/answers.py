"""The answers to one question: each value once, with every claim that holds, denies or doubts it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.model.claim import (
    ActorValue,
    Answer,
    Claim,
    ClaimStance,
    DateValue,
    NumberValue,
    PlaceValue,
    Scope,
    Value,
)
from accordingto.model.keys import KeyPart
from accordingto.stages.reconcile.compatible import are_apart, are_compatible
from accordingto.stages.reconcile.provenance import Provenance
from accordingto.text.counted import are_other_kinds, find_kinds

# 'One or more'.
ANY = NumberValue(1, None)


@dataclass(frozen=True, slots=True)
class Stand:
    """One value with the claims that hold it, deny it and doubt it, each in order of ids."""

    value: Value
    scope: Scope
    holding: tuple[Claim, ...]
    denying: tuple[Claim, ...] = ()
    doubting: tuple[Claim, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All of them; one may stand in two places."""
        return (*self.holding, *self.denying, *self.doubting)


def make_key(value: Value, scope: Scope) -> tuple[KeyPart, ...]:
    """What a value and its scope come to as text, for ids and for an order that no reading order changes."""
    if isinstance(value, NumberValue):
        stated: tuple[KeyPart, ...] = ("number", value.low, value.high)
    elif isinstance(value, DateValue):
        stated = ("date", value.date.start.isoformat(), value.date.end.isoformat())
    elif isinstance(value, ActorValue):
        stated = ("actor", value.actor)
    else:
        stated = ("place", value.place) if isinstance(value, PlaceValue) else ("text", value.text)
    days = scope.as_of
    until = None if days is None else f"{days.start}/{days.end}"
    return (*stated, scope.who, scope.place, until)


def find_stands(claims: Sequence[Claim], provenance: Provenance) -> list[Stand]:
    """The values given for one question. A denial or doubt joins every asserted value that it speaks of."""
    ordered = sorted(claims, key=_order)
    held = _group([claim for claim in ordered if claim.stance is ClaimStance.ASSERTS])
    others = [claim for claim in ordered if claim.stance is not ClaimStance.ASSERTS]
    aims = {claim.id: _find_aims(claim, held, provenance) for claim in others}
    homeless = [claim for claim in others if not aims[claim.id]]
    stands = []
    for number, group in enumerate([*held, *_group(homeless)]):
        grouped = {claim.id for claim in group}
        about = [claim for claim in others if claim.id in grouped or number in aims[claim.id]]
        stands.append(
            Stand(
                value=group[0].value,
                scope=_common_scope(group),
                holding=tuple(sorted((c for c in group if c.stance is ClaimStance.ASSERTS), key=lambda c: c.id)),
                denying=tuple(sorted((c for c in about if c.stance is ClaimStance.DENIES), key=lambda c: c.id)),
                doubting=tuple(sorted((c for c in about if c.stance is ClaimStance.CANNOT_VERIFY), key=lambda c: c.id)),
            )
        )
    return stands


def make_answer(stand: Stand, provenance: Provenance) -> Answer:
    """The stand as a line of the ledger."""
    claims = sorted({claim.id for claim in stand.claims})
    origins = {provenance.origin(claim) for claim in stand.holding}
    return Answer(stand.value, stand.scope, tuple(claims), len(origins))


def _order(claim: Claim) -> tuple[int, str, str]:
    """The most narrowly scoped first, so that a bare '14' joins one of the groups instead of gluing them together."""
    given = (claim.scope.who, claim.scope.place, claim.scope.as_of)
    return (sum(part is None for part in given), repr(make_key(claim.value, claim.scope)), claim.id)


def _group(claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    told: list[dict[tuple[Value, Scope], Claim]] = []  # of each group one claim for each wording of what is counted
    for claim in claims:
        same = (at for at, some in enumerate(told) if all(_is_same(claim, other) for other in some.values()))
        home = next(same, None)
        if home is None:
            groups.append([claim])
            told.append({(claim.value, claim.scope): claim})
        else:
            groups[home].append(claim)
            told[home].setdefault((claim.value, claim.scope), claim)
    return groups


def _is_same(left: Claim, right: Claim) -> bool:
    bare = (replace(left.scope, who=None, as_of=None), replace(right.scope, who=None, as_of=None))
    return left.value == right.value and not (are_apart(*bare) or are_other_kinds(left.scope.who, right.scope.who))


def _find_aims(claim: Claim, held: Sequence[Sequence[Claim]], provenance: Provenance) -> set[int]:
    """Which answers a denial or doubt speaks of: its own origin's only where nobody else's would fit.

    Who doubts 'more than 50' says nothing of 'at least 24', though both may be true; who denies that there was any
    speaks of every figure.
    """
    fitting = [number for number, group in enumerate(held) if _speaks_of(claim, group[0], provenance)]
    same = [number for number in fitting if held[number][0].value == claim.value]
    fitting = same if same and claim.value != ANY else fitting
    origin = provenance.origin(claim)
    others = [number for number in fitting if any(provenance.origin(each) != origin for each in held[number])]
    return set(others or fitting)


def _speaks_of(claim: Claim, held: Claim, provenance: Provenance) -> bool:
    """Whether a denial or doubt is about this very answer."""
    return are_compatible(claim.value, held.value, provenance.related) and not are_apart(claim.scope, held.scope)


def _common_scope(claims: Sequence[Claim]) -> Scope:
    """What all of a group agree on: one description of those counted; a place or time only if all give it."""
    told = {claim.scope.who for claim in claims if claim.scope.who is not None}
    # Of several words for them those that name a kind of people: 'soldiers' before 'heroes'.
    whos = sorted(told, key=lambda who: (not find_kinds(who), who))
    places = {claim.scope.place for claim in claims}
    times = {claim.scope.as_of for claim in claims}
    return Scope(
        who=whos[0] if whos else None,
        place=next(iter(places)) if len(places) == 1 else None,
        as_of=next(iter(times)) if len(times) == 1 else None,
    )
