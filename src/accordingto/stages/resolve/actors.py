"""Clusters written as the ledger's actors, with names, affiliations and ids."""

from collections import Counter
from collections.abc import Sequence

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
    actors = [_make(group, ids, governments, nations) for group in groups]
    return tuple(sorted(actors, key=lambda actor: actor.id)), ids


def _make(group: Sequence[LocalActor], ids: dict[str, str], governments: dict[str, str], nations: Nations) -> Actor:
    names: Counter[str] = Counter()
    for local in group:
        names.update(dict(local.names))
    own = ids[group[0].key]
    mentions: dict[tuple[str, int, int], Mention] = {
        (m.document, m.span.start, m.span.end): m for local in group for m in local.mentions
    }
    return Actor(
        id=own,
        name=_name(group, names, nations),
        kind=_kind(group),
        names=tuple(sorted(names)),
        affiliations=_affiliations(group, own, ids, governments),
        mentions=tuple(mentions[key] for key in sorted(mentions)),
        described=all(local.described for local in group),
    )


def _name(group: Sequence[LocalActor], names: Counter[str], nations: Nations) -> str:
    code = next((local.code for local in group if local.body == GOVERNMENT), "")
    if code:
        called = [name for name in names if (found := nations.find(name)) and (found.code, found.use) == (code, "name")]
        if called:
            short = nations.name(code)
            return max(called, key=lambda name: (name == short, names[name], name))
    return max(names, key=lambda name: (names[name] > 0, " " in name, names[name], len(name.split()), len(name), name))


def _kind(group: Sequence[LocalActor]) -> ActorKind:
    counts = Counter(local.kind for local in group)
    if ActorKind.OUTLET in counts:
        return ActorKind.OUTLET
    return max(sorted(counts), key=lambda kind: counts[kind])


def _affiliations(
    group: Sequence[LocalActor], own: str, ids: dict[str, str], governments: dict[str, str]
) -> tuple[Affiliation, ...]:
    found: dict[str, Affiliation] = {}
    for local in group:
        for key, evidence, rule in local.bonds:
            if ids[key] != own:
                known = found.get(ids[key])
                if known is None or known.evidence is None:
                    document = local.document if evidence is not None else None
                    found[ids[key]] = Affiliation(ids[key], document, evidence, rule)
        if local.code and local.body != GOVERNMENT and bodies()[local.body].official and local.code in governments:
            government = governments[local.code]
            found.setdefault(government, Affiliation(government, None, None, "resolve.body-of.v1"))
    return tuple(found[actor] for actor in sorted(found))
