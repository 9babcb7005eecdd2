"""Clusters written as the ledger's actors, with names, affiliations and ids."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from accordingto.model.actor import Actor, ActorKind, Affiliation, Mention
from accordingto.model.keys import make_id
from accordingto.stages.resolve.bodies import GOVERNMENT, bodies
from accordingto.stages.resolve.local import LocalActor
from accordingto.stages.resolve.nations import Nations


def make_actors(groups: Sequence[Sequence[LocalActor]], nations: Nations) -> tuple[tuple[Actor, ...], dict[str, str]]:
    """The actors, sorted by id, and the actor id of every local key."""
    ids: dict[str, str] = {}
    for group in groups:
        ids |= dict.fromkeys((local.key for local in group), make_id("act", group[0].key))
    governments = {local.code: ids[local.key] for group in groups for local in group if local.body == GOVERNMENT}
    states = frozenset(governments.values())
    actors = [_make(group, ids, governments, states, nations) for group in groups]
    return tuple(sorted(actors, key=lambda actor: actor.id)), ids


def _make(
    group: Sequence[LocalActor],
    ids: dict[str, str],
    governments: dict[str, str],
    states: frozenset[str],
    nations: Nations,
) -> Actor:
    names: dict[str, int] = dict(group[0].names)
    for local in group[1:]:
        for name, count in dict(local.names).items():
            names[name] = names.get(name, 0) + count
    own = ids[group[0].key]
    mentions: dict[tuple[str, int, int], Mention] = {
        (m.document, m.span.start, m.span.end): m for local in group for m in local.mentions
    }
    return Actor(
        id=own,
        name=_name(group, names, nations),
        kind=_kind(group),
        names=tuple(sorted(names)),
        affiliations=_affiliations(group, own, ids, governments, states),
        mentions=tuple(mentions[key] for key in sorted(mentions)),
        described=all(local.described for local in group),
    )


def _name(group: Sequence[LocalActor], names: dict[str, int], nations: Nations) -> str:
    code = next((local.code for local in group if local.body == GOVERNMENT), "")
    if code:
        called = [name for name in names if (found := nations.find(name)) and (found.code, found.use) == (code, "name")]
        if called:
            short = nations.name(code)
            return max(called, key=lambda name: (name == short, names[name], name))
    if len(names) == 1:
        return next(iter(names))
    return max(names, key=lambda name: (names[name] > 0, " " in name, names[name], len(name.split()), len(name), name))


def _kind(group: Sequence[LocalActor]) -> ActorKind:
    if len(group) == 1:
        return group[0].kind
    if any(local.kind is ActorKind.OUTLET for local in group):
        return ActorKind.OUTLET
    counts = Counter(local.kind for local in group if local.sure) or Counter(local.kind for local in group)
    return max(sorted(counts), key=lambda kind: counts[kind])


def _affiliations(
    group: Sequence[LocalActor], own: str, ids: dict[str, str], governments: dict[str, str], states: frozenset[str]
) -> tuple[Affiliation, ...]:
    """Whom the actor belongs to, what most documents show first, a government last: the first tells its side."""
    shown: dict[str, list[Affiliation]] = defaultdict(list)
    for local in group:
        for found in _shown(local, ids, governments):
            if found.actor != own:
                shown[found.actor].append(found)
    # A spokesman of a ministry speaks for it, and by way of it for the state.
    ordered = sorted(shown, key=lambda actor: (actor in states, -len(shown[actor]), actor))
    return tuple(min(shown[actor], key=lambda each: each.evidence is None) for actor in ordered)


def _shown(local: LocalActor, ids: dict[str, str], governments: dict[str, str]) -> Iterator[Affiliation]:
    """What one document shows; its official body of a country belongs to the government, whoever names that."""
    for key, evidence, rule in local.bonds:
        yield Affiliation(ids[key], local.document if evidence is not None else None, evidence, rule)
    for code, evidence in local.offices:
        if code in governments:
            yield Affiliation(governments[code], local.document, evidence, "resolve.office-of-state.v1")
    if local.code in governments and local.body != GOVERNMENT and bodies()[local.body].official:
        yield Affiliation(governments[local.code], None, None, "resolve.body-of.v1")
