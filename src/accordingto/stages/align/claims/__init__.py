"""Attributions and events -> Claims: the typed values that are given for an event or an actor."""

from collections.abc import Sequence

from accordingto.model.actor import Resolution
from accordingto.model.claim import Claim
from accordingto.model.event import Event
from accordingto.model.findings import Reading
from accordingto.stages.align.claims.counts import find_count_claims
from accordingto.stages.align.claims.making import unique
from accordingto.stages.align.claims.page import open_pages


def find_claims(readings: Sequence[Reading], resolution: Resolution, events: Sequence[Event]) -> list[Claim]:
    """Every value that these documents give for one attribute of an event or an actor, sorted by id."""
    pages = open_pages(readings, resolution, events)
    stated = [claim for page in pages for claim in find_count_claims(page)]
    return unique(stated)
