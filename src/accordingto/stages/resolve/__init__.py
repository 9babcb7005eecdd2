"""Mentions -> Judgements -> Actors: every person, group, organisation, government and outlet once.

read_local (a document)  ->  settle_kinds  ->  join_across (block, compare, decide)  ->  Clusters  ->  make_actors
"""

from collections.abc import Iterator, Sequence

from accordingto.model.actor import Judgement, Resolution, Verdict
from accordingto.model.findings import Reading
from accordingto.model.trace import Trace
from accordingto.stages.resolve.across import join_across
from accordingto.stages.resolve.actors import make_actors
from accordingto.stages.resolve.cast import Role
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.local import LocalActor, LocalReading, read_local
from accordingto.stages.resolve.parted import part_local
from accordingto.stages.resolve.reviewed import passage_key, review_actors
from accordingto.stages.resolve.settled import settle_kinds
from accordingto.stages.resolve.world import Hints, Horizon, World, find_hints, learn_world

__all__ = [
    "Hints",
    "Horizon",
    "LocalActor",
    "LocalReading",
    "Role",
    "World",
    "find_hints",
    "join_actors",
    "learn_world",
    "passage_key",
    "read_actors",
    "resolve",
    "review_actors",
]

_WITHIN = Trace("resolve.within-document.v1")


def resolve(readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Resolution:
    """Who is who in these documents, and whose each attribution is.

    Args:
        readings: documents with their parses and attributions, in any order.
        judgements: persons' judgements, which outrank every rule.
    """
    hints = [find_hints(each) for each in readings]
    learnt = learn_world(hints)
    horizon = Horizon(learnt)
    local = [read_actors(each, horizon.of(own), judgements) for each, own in zip(readings, hints, strict=True)]
    return join_actors(local, learnt, judgements)


def read_actors(reading: Reading, world: World, judgements: Sequence[Judgement] = ()) -> LocalReading:
    """Who is who within one document, as persons have it where they judged; ``world`` is what it can see of it."""
    return part_local(read_local(reading, world.nations, world.vessels), reading, judgements)


def join_actors(found: Sequence[LocalReading], world: World, judgements: Sequence[Judgement] = ()) -> Resolution:
    """Who is who across documents.

    Args:
        found: what was read of each document, in any order.
        world: by which it was read.
        judgements: persons' judgements, which outrank every rule.
    """
    local = sorted(found, key=lambda each: each.document)
    everyone = settle_kinds([actor for each in local for actor in each.actors])
    clusters = Clusters(everyone, judgements)
    join_across(clusters, everyone)
    actors, ids = make_actors(clusters.groups(), world.nations)
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
            yield Judgement(actor.key, actor.key, Verdict.SAME, 1.0, (reason,), _WITHIN)


def _via(local: Sequence[LocalReading], ids: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        attribution: tuple(ids[one] if is_key else one for one, is_key in chain)
        for each in local
        for attribution, chain in each.via.items()
    }
