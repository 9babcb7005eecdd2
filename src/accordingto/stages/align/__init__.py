"""Attributions -> Events and Claims: what happened, and which typed values are given for it."""

from collections.abc import Sequence

from accordingto.model.actor import Resolution
from accordingto.model.findings import Alignment, Reading
from accordingto.stages.align.claims import find_claims
from accordingto.stages.align.events import find_events


def align(readings: Sequence[Reading], resolution: Resolution) -> Alignment:
    """The events of these documents, joined within and across them, and the claims about events and actors."""
    events = find_events(readings, resolution)
    return Alignment(tuple(events), tuple(find_claims(readings, resolution, events)))
