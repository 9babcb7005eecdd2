"""Which countries an actor has to do with: those in its name, those of whom it belongs to, those where it was met."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from accordingto.model.actor import Actor
from accordingto.model.event import Event
from accordingto.text.countries import find_country

# The governor of a region of a country: two steps.
STEPS = 2


class Lands:
    """The countries of a ledger's actors, as ISO 3166-1 alpha-2."""

    def __init__(self, actors: Sequence[Actor], events: Iterable[Event]) -> None:
        self._actors = {actor.id: actor for actor in actors}
        self._named = {actor.id: _in_names(actor) for actor in actors}
        self._around: defaultdict[str, set[str]] = defaultdict(set)
        for event in events:
            countries = {place.country for place in event.places if place.country}
            for participant in event.participants:
                self._around[participant.actor] |= countries

    def own(self, actor: Actor) -> set[str]:
        """Countries in its names, else of whom it belongs to."""
        at, known = {actor.id}, set(self._named.get(actor.id, ()))
        for _ in range(STEPS):
            if known:
                break
            at = {side.actor for each in at if each in self._actors for side in self._actors[each].affiliations}
            known = {code for each in at for code in self._named.get(each, ())}
        return known

    def around(self, actor: Actor) -> set[str]:
        """Countries of the events it had a part in: a hint, no more."""
        return self._around[actor.id]


def _in_names(actor: Actor) -> frozenset[str]:
    if actor.described:
        return frozenset()
    found = set()
    for name in actor.names:
        words = name.split()
        for size in (1, 2, 3):
            for start in range(len(words) - size + 1):
                country = find_country(" ".join(words[start : start + size]))
                if country is not None:
                    found.add(country.code)
    return frozenset(found)
