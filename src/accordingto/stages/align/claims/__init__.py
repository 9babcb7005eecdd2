"""Attributions and events -> Claims: the typed values that are given for an event or an actor."""

from collections.abc import Sequence
from dataclasses import replace

from accordingto.model.actor import Resolution
from accordingto.model.claim import ActorValue, Claim
from accordingto.model.event import Event
from accordingto.model.findings import Reading
from accordingto.stages.align.claims.bygone import drop_bygone
from accordingto.stages.align.claims.causes import drop_unasked, find_cause_claims
from accordingto.stages.align.claims.counts import find_count_claims
from accordingto.stages.align.claims.denials import drop_homeless, find_denials, relink
from accordingto.stages.align.claims.doers import drop_nameless
from accordingto.stages.align.claims.doubts import find_doubts
from accordingto.stages.align.claims.endings import find_ending_claims
from accordingto.stages.align.claims.making import unique
from accordingto.stages.align.claims.named import drop_counted, find_named_victims
from accordingto.stages.align.claims.nobody import settle_nobody
from accordingto.stages.align.claims.page import open_pages
from accordingto.stages.align.claims.responsible import find_responsible_claims
from accordingto.stages.align.claims.settling import settle
from accordingto.stages.align.claims.stated import Homes, Stated
from accordingto.stages.align.claims.traits import find_trait_claims


def find_claims(readings: Sequence[Reading], resolution: Resolution, events: Sequence[Event]) -> list[Claim]:
    """Every value that these documents give for one attribute of an event or an actor, sorted by id."""
    pages = open_pages(readings, resolution, events)
    rules = (find_named_victims, find_responsible_claims, find_cause_claims, find_trait_claims, find_ending_claims)
    homes = Homes(pages)
    counted = find_count_claims(pages)
    said = drop_counted(unique([*counted, *(claim for page in pages for rule in rules for claim in rule(page))]), homes)
    said = settle(list(drop_bygone(said, homes, events)), homes, events)
    said = drop_unasked(drop_nameless(settle_nobody(said, homes), resolution))
    led = _find_leaders(said)
    if led:
        pages = [replace(page, led=led) for page in pages]
        homes = Homes(pages)
    said = list(drop_homeless(said, pages))
    stated = Stated(homes, said)
    echoes = [claim for page in pages for find in (find_denials, find_doubts) for claim in find(page, stated)]
    return unique([*(relink(claim, stated) for claim in said), *echoes])


def _find_leaders(claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """Person -> the groups that somebody says they lead: who denies for the group's leader denies for the group."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.attribute == "leader" and isinstance(claim.value, ActorValue) and claim.subject.actor is not None:
            found.setdefault(claim.value.actor, set()).add(claim.subject.actor)
    return {person: frozenset(groups) for person, groups in found.items()}
