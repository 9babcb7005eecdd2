"""Which actors the words at a place name."""

from bisect import bisect_right
from collections.abc import Sequence

from accordingto.model.actor import Actor, ActorKind, Resolution
from accordingto.model.document import Span
from accordingto.text.countries import find_country

# A demonym adds so many letters to its country's name; shorter names than that begin too many words.
SHORTEST, ENDING = 4, 3


class WhoIndex:
    """The actor mentions of one document, found by place."""

    def __init__(
        self,
        mentions: Sequence[tuple[Span, str]],
        states: frozenset[str] = frozenset(),
        persons: frozenset[str] = frozenset(),
    ) -> None:
        self._states = states
        self.persons = persons
        self._mentions = sorted(mentions)
        self._starts = [span.start for span, _ in self._mentions]
        self._longest = max((span.end - span.start for span, _ in self._mentions), default=0)

    def at(self, start: int, end: int) -> tuple[str, ...]:
        """The actor named by the tightest mention around some characters, or nobody."""
        best: tuple[int, str] | None = None
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            span, actor = self._mentions[at]
            if span.start < start - self._longest:
                break
            if span.end >= end and (best is None or (span.end - span.start, actor) < best):
                best = (span.end - span.start, actor)
        return () if best is None else (best[1],)

    def is_wide(self, name: str) -> bool:
        """Whether a place is a whole country or part of one: 'Osrinia', 'eastern Osrinia', 'Osrinian'."""
        words = name.lower().split()
        return any(self._is_state(word) for word in (" ".join(words), words[-1] if words else ""))

    def _is_state(self, word: str) -> bool:
        known = find_country(word)
        if known is not None:
            return known.use in {"name", "demonym"}
        # 'Osrinian' begins with Osrinia's letters, whatever list has it.
        stems = (word[:size] for size in range(max(SHORTEST, len(word) - ENDING), len(word) + 1))
        return word in self._states or any(stem in self._states for stem in stems)


def index_actors(resolution: Resolution) -> dict[str, WhoIndex]:
    """Document id -> its actor mentions."""
    mentions: dict[str, list[tuple[Span, str]]] = {}
    speaking = {actor for actor in resolution.claimers.values() if actor is not None}
    for actor in resolution.actors:
        if actor.described and actor.id not in speaking:
            continue  # 'gunmen' of one report may be the 'militants' of another
        for mention in actor.mentions:
            mentions.setdefault(mention.document, []).append((mention.span, actor.id))
    states = frozenset(
        name.lower()
        for actor in resolution.actors
        for name in actor.names
        if actor.kind is ActorKind.GOVERNMENT and not actor.described
    )
    persons = frozenset(a.id for a in resolution.actors if a.kind is ActorKind.PERSON and not a.described)
    return {document: WhoIndex(found, states, persons) for document, found in mentions.items()}


def name_actors(resolution: Resolution) -> dict[str, Actor]:
    """Actor id -> actor."""
    return {actor.id: actor for actor in resolution.actors}
