"""An event made anew of mentions that a person put together, from what each mention says of time, place and people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from accordingto.model.actor import Resolution
from accordingto.model.event import Event, EventMention, Participant, Place
from accordingto.model.findings import Reading
from accordingto.model.keys import make_id
from accordingto.stages.align.bundle import make_bundle
from accordingto.stages.align.families import load_words
from accordingto.stages.align.making import make_event
from accordingto.stages.align.regrouped import Group
from accordingto.stages.align.told import NOWHERE, Told, read_tellings
from accordingto.stages.align.who import WhoIndex, index_actors
from accordingto.text.places import Gazetteer

NOBODY = WhoIndex(())


class Remaking:
    """Makes events of groups of mentions.

    Args:
        readings: with their grammar, at least of the documents that the groups' mentions stand in.
        resolution: who is who in them.
        gazetteer: where places lie.
    """

    def __init__(self, readings: Iterable[Reading], resolution: Resolution, gazetteer: Gazetteer = NOWHERE) -> None:
        self._readings = {reading.document.id: reading for reading in readings}
        self._resolution = resolution
        self._gazetteer = gazetteer
        self._words = load_words()

    def __call__(self, group: Group, homes: Sequence[Event]) -> Event:
        """The event of a group; where its words cannot be read again, the events it came from are put together."""
        told = self._read(group, homes)
        if len(told) < len(group.mentions):
            event = _put_together([mention for mention, _ in group.mentions], homes)
        else:
            documents = {key: reading.document for key, reading in self._readings.items()}
            event = make_event(make_bundle(told, self._words), self._words, documents)
        return replace(event, trace=group.review.trace)

    def _read(self, group: Group, homes: Sequence[Event]) -> list[Told]:
        wanted = {(each.document, *each.trigger) for each, _ in group.mentions}
        names = frozenset(place.name for event in homes for place in event.places if " " not in place.name)
        documents = sorted({key[0] for key in wanted} & self._readings.keys())
        actors = self._index(documents)
        told = [
            each
            for document in documents
            for each in self._tellings(document, actors.get(document, NOBODY), names)
            if each.key in wanted
        ]
        return sorted({each.key: each for each in told}.values(), key=lambda each: each.key)

    def _tellings(self, document: str, who: WhoIndex, names: frozenset[str]) -> list[Told]:
        return read_tellings(self._readings[document], self._words, who, self._gazetteer, names)

    def _index(self, documents: Iterable[str]) -> Mapping[str, WhoIndex]:
        """Who is named in these documents alone: what others tell must not matter, for they need not be at hand."""
        here = set(documents)
        named = (
            replace(actor, mentions=tuple(each for each in actor.mentions if each.document in here))
            for actor in self._resolution.actors
        )
        return index_actors(replace(self._resolution, actors=tuple(actor for actor in named if actor.mentions)))


def _put_together(mentions: Sequence[EventMention], homes: Sequence[Event]) -> Event:
    """The most told of some events with what the others add."""
    first = min(homes, key=lambda event: (-len(event.mentions), event.id))
    places: dict[str, Place] = {}
    parts: dict[str, Participant] = {}
    for event in (first, *homes):
        for place in event.places:
            places.setdefault(place.name, place)
        for part in event.participants:
            parts.setdefault(part.actor, part)
    start = mentions[0]
    return replace(
        first,
        id=make_id("evt", start.document, start.trigger.start, start.trigger.end),
        places=tuple(places.values()),
        participants=tuple(parts[each] for each in sorted(parts)),
        mentions=tuple(mentions),
    )
