"""Attributions -> Events and Claims: what happened, and which typed values are given for it."""

from collections.abc import Mapping, Sequence

from accordingto.model.actor import Resolution
from accordingto.model.findings import Alignment, Reading
from accordingto.stages.align.claims import find_claims
from accordingto.stages.align.days import note_dates, recall_dates
from accordingto.stages.align.events import find_events
from accordingto.stages.align.grounded import ground
from accordingto.stages.align.homes import find_homes, find_named, make_homes, pick_sure
from accordingto.stages.align.regrouped import Group
from accordingto.stages.align.remade import Remaking
from accordingto.stages.align.reviewed import review_alignment
from accordingto.text.places import Candidate, Gazetteer, Home, NoGazetteer

NOWHERE = NoGazetteer()

__all__ = [
    "Group",
    "Remaking",
    "align",
    "find_homes",
    "find_named",
    "make_homes",
    "note_dates",
    "pick_sure",
    "recall_dates",
    "review_alignment",
]


def align(
    readings: Sequence[Reading],
    resolution: Resolution,
    gazetteer: Gazetteer = NOWHERE,
    homes: Mapping[str | None, Home] | None = None,
    sure: Mapping[str, tuple[Candidate, ...]] | None = None,
) -> Alignment:
    """The events of these documents, joined within and across them, and the claims about events and actors.

    Args:
        readings: in any order; the result does not depend on it.
        resolution: who is who in them.
        gazetteer: where places lie; without one they keep their names and nothing else.
        homes: where each outlet writes about, where more of its reports than these are known.
        sure: what ``pick_sure`` makes of the places that each document names, where these are known.
    """
    events = find_events(readings, resolution, gazetteer, homes, sure)
    claims, issues = ground(find_claims(readings, resolution, events), readings, resolution)
    return Alignment(tuple(events), tuple(claims), issues)
