"""What happened: mentions of events found in each document, then joined within and across documents."""

from collections.abc import Mapping, Sequence

from accordingto.model.actor import Resolution
from accordingto.model.event import Event
from accordingto.model.findings import Reading
from accordingto.stages.align.across import join_across
from accordingto.stages.align.families import load_words
from accordingto.stages.align.homes import find_homes, find_sure, home_of
from accordingto.stages.align.making import is_event, make_event
from accordingto.stages.align.naming import find_place_names
from accordingto.stages.align.told import NOWHERE, read_tellings
from accordingto.stages.align.who import WhoIndex, index_actors
from accordingto.stages.align.within import join_within
from accordingto.stages.align.wording import Wording
from accordingto.text.places import Candidate, Gazetteer, Home

NOBODY = WhoIndex(())


def find_events(
    readings: Sequence[Reading],
    resolution: Resolution,
    gazetteer: Gazetteer = NOWHERE,
    homes: Mapping[str | None, Home] | None = None,
    sure: Mapping[str, tuple[Candidate, ...]] | None = None,
) -> list[Event]:
    """The events of these documents, sorted by id; the order of reading changes nothing.

    ``homes`` is where each outlet writes about, where more of its reports than these are known; ``sure`` the places by
    which each document tells where its story lies, where they are known.
    """
    words = load_words()
    actors = index_actors(resolution)
    known = find_place_names(readings, resolution)
    homes = find_homes(readings, gazetteer) if homes is None else homes
    told_by = find_sure(readings, gazetteer, sure)
    bundles = []
    for reading in readings:
        told = read_tellings(
            reading,
            words,
            actors.get(reading.document.id, NOBODY),
            gazetteer,
            known,
            home=home_of(reading.document.outlet, homes),
            sure=told_by[reading.document.id],
        )
        bundles.extend(join_within(told, words))
    documents = {reading.document.id: reading.document for reading in readings}
    joined = [bundle for bundle in join_across(bundles, words, Wording(readings)) if is_event(bundle)]
    return sorted((make_event(each, words, documents) for each in joined), key=lambda event: event.id)
