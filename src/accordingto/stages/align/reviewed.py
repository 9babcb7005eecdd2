"""Persons' reviews of events and claims outrank what rules found: applied last, before questions are settled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from accordingto.model.actor import Resolution
from accordingto.model.claim import Claim, Subject
from accordingto.model.event import Event, EventMention
from accordingto.model.findings import Alignment, Overruled, Reading
from accordingto.model.review import ON_CLAIMS, ON_EVENTS, Review, of_acts
from accordingto.stages.align.corrected import review_claims
from accordingto.stages.align.regrouped import Group, regroup

Remake = Callable[[Group, Sequence[Event]], Event]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Events and claims as reviews leave them, and as rules made them where that is another thing."""

    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    overruled: Overruled


def review_alignment(
    found: Alignment,
    readings: Sequence[Reading],
    resolution: Resolution,
    reviews: Sequence[Review],
    *,
    remake: Remake,
) -> Reviewed:
    """Apply the reviews that stand.

    Args:
        found: events and claims as rules made them.
        readings: all documents, their grammar is not needed.
        resolution: who is who in them.
        reviews: of any kind.
        remake: makes an event of mentions that reviews have put together; the second argument is the events of which
            rules made them.
    """
    events, homes = _review_events(found.events, of_acts(reviews, ON_EVENTS), remake)
    wanted = of_acts(reviews, ON_CLAIMS)
    if not homes and not wanted:
        return Reviewed(found.events, found.claims, Overruled())
    documents = {line.id: line.document for reading in readings for line in reading.attributions}
    moved = [_move(claim, homes, documents.get(claim.attribution, "")) for claim in found.claims]
    claims = review_claims(moved, wanted, documents, resolution=resolution, events=events)
    kept = {claim.id: claim for claim in claims}
    changed = tuple(each for each in found.claims if kept.get(each.id) != each)
    now = set(events)
    gone = tuple(each for each in found.events if each not in now) if homes else ()
    return Reviewed(events, tuple(claims), Overruled(gone, changed))


def _review_events(
    events: tuple[Event, ...], reviews: Sequence[Review], remake: Remake
) -> tuple[tuple[Event, ...], dict[str, list[tuple[EventMention, str]]]]:
    """The events, and for each that changed the event that each of its mentions belongs to now."""
    groups = regroup(events, reviews)
    if not groups:
        return events, {}
    by_id = {event.id: event for event in events}
    touched = {home for group in groups for home in group.homes}
    made = [remake(group, [by_id[each] for each in sorted(group.homes)]) for group in groups]
    homes: dict[str, list[tuple[EventMention, str]]] = {each: [] for each in sorted(touched)}
    for group, event in zip(groups, made, strict=True):
        for mention, home in group.mentions:
            homes[home].append((mention, event.id))
    kept = [event for event in events if event.id not in touched]
    return tuple(sorted([*kept, *made], key=lambda event: event.id)), homes


def _move(claim: Claim, homes: dict[str, list[tuple[EventMention, str]]], document: str) -> Claim:
    """The claim about the event that the nearest words in its own document speak of now."""
    told = homes.get(claim.subject.event or "")
    if not told:
        return claim
    here = [each for each in told if each[0].document == document] or told[:1]
    _, event = min(here, key=lambda each: (_distance(each[0], claim), each[0].trigger))
    return claim if event == claim.subject.event else replace(claim, subject=Subject(event=event))


def _distance(mention: EventMention, claim: Claim) -> tuple[bool, int]:
    gap = max(mention.trigger.start - claim.evidence.end, claim.evidence.start - mention.trigger.end, 0)
    return not mention.span.overlaps(claim.evidence), gap
