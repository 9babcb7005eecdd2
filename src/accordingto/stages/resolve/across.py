"""Local actors of different documents that are one, the surest reasons first."""

from collections import defaultdict
from collections.abc import Sequence

from accordingto.model.actor import ActorKind
from accordingto.stages.resolve.blocks import chain
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.full_names import full_names
from accordingto.stages.resolve.last_names import join_single_names
from accordingto.stages.resolve.local import LocalActor
from accordingto.stages.resolve.organised import (
    join_acronyms,
    join_foreign_acronyms,
    join_organised,
    join_single_words,
)
from accordingto.stages.resolve.people import join_people
from accordingto.stages.resolve.shortened import join_longer, join_surnames
from accordingto.text.names import fold_name, is_acronym, without_articles


def join_across(clusters: Clusters, actors: Sequence[LocalActor]) -> None:
    """Propose every join, the surest first."""
    named = [actor for actor in actors if not actor.described]
    _join_nations(clusters, named)
    _join_equal(clusters, named)
    people = [actor for actor in named if actor.kind is ActorKind.PERSON]
    organised = [actor for actor in named if actor.kind is not ActorKind.PERSON and not actor.code]
    full = full_names(people)
    join_people(clusters, full)
    join_longer(clusters, full)
    join_surnames(clusters, full)
    join_acronyms(clusters, organised)
    join_organised(clusters, organised)
    join_acronyms(clusters, organised)  # once more: two names that both had it may have become one
    join_foreign_acronyms(clusters, organised)
    join_single_words(clusters, organised)
    join_single_names(clusters, people, _strange(organised))


def _strange(actors: Sequence[LocalActor]) -> list[LocalActor]:
    """Bodies of one word of which no document's own words say that they are bodies, nor any longer name ends so."""
    ends = {fold_name(name).split()[-1] for actor in actors for name, _ in actor.names if " " in name.strip()}
    unsure = (each for each in actors if not each.sure and each.kind is not ActorKind.OUTLET)
    return [each for each in unsure if len(fold_name(each.name).split()) == 1 and fold_name(each.name) not in ends]


def _join_nations(clusters: Clusters, actors: Sequence[LocalActor]) -> None:
    groups = defaultdict(list)
    for actor in actors:
        if actor.code:
            groups[actor.code, actor.body].append(actor)
    chain(
        clusters,
        groups.values(),
        score=1.0,
        reason="'{}' and '{}' are one body of one country",
        rule="resolve.country-body.v1",
    )


def _join_equal(clusters: Clusters, actors: Sequence[LocalActor]) -> None:
    groups: dict[tuple[bool, str], list[LocalActor]] = defaultdict(list)
    short = _short_for_several(actors)
    for actor in actors:
        if actor.code:
            continue
        person = actor.kind is ActorKind.PERSON
        for name, count in actor.names:
            fold = fold_name(name) if count or not person else ""  # two documents' 'Mr. Osrin' may be two
            if actor.kind is ActorKind.OUTLET and fold in short:
                continue
            if fold and (" " in fold or (not person and not is_acronym(name)) or actor.kind is ActorKind.OUTLET):
                groups[person, without_articles(fold).replace(" ", "")].append(actor)
    chain(clusters, groups.values(), score=1.0, reason="'{}' and '{}' share a name", rule="resolve.equal-name.v1")


def _short_for_several(actors: Sequence[LocalActor]) -> frozenset[str]:
    """The ends of two outlets' names: 'Daily Post' of 'Otar Daily Post' and 'Kell Daily Post' joins nothing."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name, _ in actor.names if actor.kind is ActorKind.OUTLET else ():
            parts = without_articles(fold_name(name)).split()
            for at in range(1, len(parts) - 1):
                wholes[" ".join(parts[at:])].add(" ".join(parts))
    return frozenset(short for short, names in wholes.items() if len(names) > 1)
