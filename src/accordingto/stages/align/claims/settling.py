"""Counts of other people than an event's own go to the event that is about those people.

A swap frees captives on one side and fighters on the other, often in one sentence; both halves are told with the same
verbs, so that the first attachment may mix them.
"""

from collections.abc import Sequence

from accordingto.model.claim import Claim, Subject
from accordingto.model.event import Event
from accordingto.stages.align.claims.stated import Homes
from accordingto.text.counted import are_others, are_same

# Attributes of which one event may have two halves.
HALVED = frozenset({"released"})


def settle(claims: Sequence[Claim], homes: Homes, events: Sequence[Event]) -> list[Claim]:
    """The same claims, those about another event's people moved to it."""
    halves: dict[Subject, list[str | None]] = {}
    for claim in claims:
        if claim.attribute in HALVED:
            halves.setdefault(claim.subject, []).append(claim.scope.who)
    told = {event.id: len(event.mentions) for event in events}
    moved = []
    for claim in claims:
        target = _better_home(claim, halves, told) if claim.attribute in HALVED else None
        moved.append(claim if target is None else homes.move(claim, target))
    return moved


def _better_home(claim: Claim, halves: dict[Subject, list[str | None]], told: dict[str, int]) -> Subject | None:
    """The event that is told of most among those about the same people, if the claim's own is about others."""
    who = claim.scope.who
    if who is None or not _is_about_others(who, halves[claim.subject]):
        return None
    fitting = [
        (-told.get(subject.event or "", 0), subject.event or "", subject)
        for subject, whos in halves.items()
        if subject != claim.subject and any(are_same(who, each) for each in whos) and not _is_about_others(who, whos)
    ]
    return min(fitting, key=lambda each: each[:2])[2] if fitting else None


def _is_about_others(who: str, whos: list[str | None]) -> bool:
    """Whether most of the counts of an event are of other people."""
    apart = sum(are_others(who, each) for each in whos)
    return apart > sum(are_same(who, each) for each in whos)
