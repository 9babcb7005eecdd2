"""A story's share of what is known of all documents: who is who in it, and where its documents came from.

Actors and lines of provenance are the whole ledger's and keep their ids and names. What a story is given of them is
only what concerns its documents, so that ten thousand stories do not each look through every actor.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from accordingto.model.actor import Actor, Mention, Resolution
from accordingto.model.findings import Reading
from accordingto.model.lineage import Derivation, Lineage, Origin

_document_of = attrgetter("document")


class Shares:
    """Hands out each story's share.

    Args:
        outlets: of all documents, by their ids.
        resolution: who is who in them.
        lineage: where they came from.
    """

    def __init__(self, outlets: Mapping[str, str | None], resolution: Resolution, lineage: Lineage) -> None:
        self._resolution = resolution
        self._actors = {actor.id: actor for actor in resolution.actors}
        self._met = _by_document(resolution.actors)
        self._derivations: defaultdict[str, list[Derivation]] = defaultdict(list)
        for each in lineage.derivations:
            self._derivations[each.document].append(each)
        self._origins = {each: _named(origin, outlets) for origin in lineage.origins for each in origin.documents}

    def resolution(self, readings: Sequence[Reading]) -> Resolution:
        """Who is who in these documents: the actors met in them, and those that they belong to."""
        lines = [line.id for reading in readings for line in reading.attributions]
        return self.resolution_of([reading.document.id for reading in readings], lines)

    def resolution_of(self, documents: Sequence[str], lines: Sequence[str]) -> Resolution:
        """The same of documents and attributions by their ids."""
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for document in sorted(documents):
            for actor in self._met.get(document, ()):
                mentions[actor.id].extend(_mentions_in(document, actor))
        claimers = {each: self._resolution.claimers[each] for each in lines if each in self._resolution.claimers}
        via = {each: self._resolution.via[each] for each in lines if each in self._resolution.via}
        relays = (relay for chain in via.values() for relay in chain)
        named = {each for each in (*mentions, *claimers.values(), *relays) if each in self._actors}
        return Resolution(
            actors=tuple(
                _met_at(self._actors[each], tuple(mentions.get(each, ()))) for each in sorted(self._close(named))
            ),
            judgements=(),
            claimers=claimers,
            via=via,
        )

    def lineage(self, documents: Iterable[str]) -> Lineage:
        """Where these documents came from, and the lines of provenance of what they came from."""
        wanted = list(documents)
        derivations = [each for document in wanted for each in self._derivations.get(document, ())]
        wanted += [each.source for each in derivations if each.source is not None]
        origins = {self._origins[each].id: self._origins[each] for each in wanted if each in self._origins}
        here = frozenset(wanted)
        return Lineage(tuple(derivations), tuple(_cut(origins[each], here) for each in sorted(origins)))

    def _close(self, actors: Iterable[str]) -> set[str]:
        """These actors and all that they belong to, however far up."""
        found, todo = set[str](), list(actors)
        while todo:
            at = todo.pop()
            if at not in found and at in self._actors:
                found.add(at)
                todo.extend(each.actor for each in self._actors[at].affiliations)
        return found


def _met_at(actor: Actor, mentions: tuple[Mention, ...]) -> Actor:
    return actor if actor.mentions == mentions else replace(actor, mentions=mentions)


def _by_document(actors: Iterable[Actor]) -> Mapping[str, list[Actor]]:
    """Who is met in each document; of a hundred thousand documents a list of all mentions would be long."""
    found: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        for document in dict.fromkeys([mention.document for mention in actor.mentions]):
            found[document].append(actor)
    return found


def _mentions_in(document: str, actor: Actor) -> Sequence[Mention]:
    """The mentions of an actor in a document, which stand side by side."""
    mentions = actor.mentions
    if mentions[0].document == mentions[-1].document:
        return mentions
    first = bisect_left(mentions, document, key=_document_of)
    return mentions[first : bisect_right(mentions, document, first, key=_document_of)]


def _cut(origin: Origin, documents: frozenset[str]) -> Origin:
    """An agency's origin as far as it is these documents': it grows with the ledger, and that changes nothing here."""
    if origin.outlet is None:
        return origin
    return replace(origin, documents=tuple(each for each in origin.documents if each in documents))


def _named(origin: Origin, outlets: Mapping[str, str | None]) -> Origin:
    """An origin of one document is its outlet's, also where a story that took a passage from it does not hold it."""
    if origin.outlet is not None or len(origin.documents) > 1:
        return origin
    return replace(origin, outlet=outlets.get(origin.documents[0]))
