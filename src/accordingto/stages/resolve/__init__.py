"""Mentions -> Judgements -> Actors: every person, group, organisation, government and outlet once.

read_local (a document)  ->  settle_kinds  ->  join_across (block, compare, decide)  ->  Clusters  ->  make_actors
"""

from collections.abc import Iterator, Sequence

from accordingto.model.actor import Judgement, Resolution, Verdict
from accordingto.model.findings import Reading
from accordingto.model.trace import Trace
from accordingto.stages.resolve.across import join_across
from accordingto.stages.resolve.actors import make_actors
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.local import LocalActor, LocalReading, read_local
from accordingto.stages.resolve.nations import learn_nations
from accordingto.stages.resolve.parted import part_local
from accordingto.stages.resolve.settled import settle_kinds
from accordingto.stages.resolve.vessels import learn_vessels

__all__ = ["resolve"]


def resolve(readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Who is who in these documents, and whose each attribution is.

    Args:
        readings: documents with their parses and attributions, in any order.
        judgements: persons' judgements, which outrank every rule.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    nations = learn_nations(ordered)
    vessels = learn_vessels(ordered)
    local = [part_local(read_local(reading, nations, vessels), reading, judgements) for reading in ordered]
    everyone = settle_kinds([actor for each in local for actor in each.actors])
    clusters = Clusters(everyone, judgements)
    join_across(clusters, everyone)
    actors, ids = make_actors(clusters.groups(), nations)
    return Resolution(
        actors=actors,
        judgements=tuple(
            sorted(
                [*clusters.judgements, *_within(everyone)], key=lambda j: (j.left, j.right, j.trace.rule, j.made or "")
            )
        ),
        claimers={key: None if who is None else ids[who] for each in local for key, who in each.claimers.items()},
        via=_via(local, ids),
    )


def _within(actors: Sequence[LocalActor]) -> Iterator[Judgement]:
    """Why several names of one document are one: both sides are the local actor itself."""
    for actor in actors:
        for reason in dict.fromkeys(actor.reasons):
            trace = Trace("resolve.within-document.v1")
            yield Judgement(actor.key, actor.key, Verdict.SAME, 1.0, (reason,), trace)


def _via(local: Sequence[LocalReading], ids: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        attribution: tuple(ids[one] if is_key else one for one, is_key in chain)
        for each in local
        for attribution, chain in each.via.items()
    }
