"""Counts of other people than an event's own go to the event that is about those people.

A swap frees captives on one side and fighters on the other, often in one sentence; both halves are told with the same
verbs, so that the first attachment may mix them.
"""

from collections import Counter
from collections.abc import Sequence

from accordingto.model.claim import Claim, Subject
from accordingto.stages.align.claims.stated import Homes
from accordingto.text.counted import find_kinds

# Attributes of which one event may have two halves.
HALVED = frozenset({"released"})


def settle(claims: Sequence[Claim], homes: Homes) -> list[Claim]:
    """The same claims, those about another event's people moved to it."""
    kinds = _kinds_of(claims)
    moved = []
    for claim in claims:
        target = _better_home(claim, kinds)
        moved.append(claim if target is None else homes.move(claim, target))
    return moved


def _kinds_of(claims: Sequence[Claim]) -> dict[tuple[Subject, str], Counter[str]]:
    found: dict[tuple[Subject, str], Counter[str]] = {}
    for claim in claims:
        if claim.attribute in HALVED:
            found.setdefault((claim.subject, claim.attribute), Counter()).update(find_kinds(claim.scope.who))
    return found


def _better_home(claim: Claim, kinds: dict[tuple[Subject, str], Counter[str]]) -> Subject | None:
    own = find_kinds(claim.scope.who)
    if claim.attribute not in HALVED or not own or _suits(own, kinds[claim.subject, claim.attribute]):
        return None
    others = [
        (-sum(count[kind] for kind in own), subject.event or "", subject)
        for (subject, attribute), count in kinds.items()
        if attribute == claim.attribute and subject != claim.subject and _suits(own, count)
    ]
    return min(others, key=lambda each: each[:2])[2] if others else None


def _suits(own: frozenset[str], count: Counter[str]) -> bool:
    """Whether an event is about people of these kinds: none is told of more often."""
    most = max(count.values(), default=0)
    return any(count[kind] == most for kind in own)
