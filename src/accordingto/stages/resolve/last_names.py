"""'Osrin' alone in one document, 'Tor Osrin' in others: one person, where one alone or above all bears it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from accordingto.stages.resolve.blocks import chain
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.full_names import is_family_first, name_parts
from accordingto.stages.resolve.local import LocalActor
from accordingto.text.names import fold_name, is_acronym

# 'Osrin' alone is the one whom so many times as many documents name in full as anybody else of the name.
DOMINANT = 3


def join_single_names(clusters: Clusters, people: Sequence[LocalActor], strange: Sequence[LocalActor] = ()) -> None:
    """'Osrin' in one document and 'Tor Osrin' in others, when no other person bears the name.

    ``strange`` are words that the recogniser alone took for bodies: 'Osrin' of 'Osrin raised the toll'.
    """
    alone: dict[str, list[LocalActor]] = defaultdict(list)
    for actor in people:
        parts = fold_name(actor.name).split()
        if len(parts) == 1:
            alone[parts[0]].append(actor)
    bearers = _bearers(clusters, people)
    for actor in strange:
        if bearers[fold_name(actor.name)] and not is_acronym(actor.name):
            alone[fold_name(actor.name)].append(actor)
    for word, group in sorted(alone.items()):
        reason = "'{}' and '{}', a name borne by one person here"
        chain(clusters, [group], score=0.8, reason=reason, rule="resolve.single-name.v1")
        whole = _foremost(_with_role(clusters, group, bearers[word]) or bearers[word])
        if whole:
            reason = f"'{group[0].name}' is the last name of one person here, or of one above all"
            clusters.join(group[0].key, whole, score=0.8, reason=reason, rule="resolve.last-name.v1")


def _bearers(clusters: Clusters, people: Sequence[LocalActor]) -> dict[str, Counter[str]]:
    """Last name -> who bears it -> in how many documents by the full name."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for actor in people:
        full = [name_parts(name) for name, count in actor.names if count and " " in name]
        last = {parts[-1] for parts in full if parts} | {parts[0] for parts in full if is_family_first(parts)}
        last |= _shortened_to(actor, full)
        for word in last:
            found[word][clusters.root(actor.key)] += 1
    return found


def _shortened_to(actor: LocalActor, full: Sequence[Sequence[str]]) -> set[str]:
    """'Osrin' where a document shortens 'Tor Osrin Vale' to it: the first of two surnames."""
    alone = {fold_name(name) for name, count in actor.names if count and " " not in name}
    return alone & {word for parts in full for word in parts[1:]}


def _with_role(clusters: Clusters, group: Sequence[LocalActor], bearers: Counter[str]) -> Counter[str]:
    """Those bearers of a last name who hold an office that the last name alone is met with: 'President Osrin'."""
    held = {role.noun for actor in group for role in actor.roles if not role.ranks}
    found = Counter[str]()
    for root, count in bearers.items():
        theirs = {role.noun for key in clusters.members(root) for role in clusters.actors[key].roles if not role.ranks}
        if held & theirs:
            found[root] = count
    return found


def _foremost(bearers: Counter[str]) -> str:
    """The only bearer of a last name, or the one named in full by far the most documents; else ''."""
    ranked = sorted(bearers.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < DOMINANT * ranked[1][1]):
        return ""
    return ranked[0][0]
