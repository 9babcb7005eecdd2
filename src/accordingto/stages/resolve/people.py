"""Persons of different documents who are one: spellings, shortened names, given names in two languages."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from accordingto.model.actor import Verdict
from accordingto.stages.resolve import words
from accordingto.stages.resolve.blocks import STEM, chain, pairs
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.local import LocalActor
from accordingto.text.name_features import given_name_variants
from accordingto.text.name_model import may_merge, score_names
from accordingto.text.name_similarity import compare_in_order, compare_words, sound_of
from accordingto.text.names import fold_name, without_articles

# 'Abu Tor' begins the names of many.
_KUNYA = frozenset({"abu", "abou", "umm", "bin", "ibn", "al", "el", "haji", "mr", "mrs"})
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
# 'Osrin' alone is the one whom so many times as many documents name in full as anybody else of the name.
DOMINANT = 3
_VOWELS = re.compile("[aeiou]")


def join_longer(clusters: Clusters, people: Sequence[LocalActor]) -> None:
    """'Tor Osrin' of one document and 'Tor Osrin Vale' of another, where nobody else's longer name begins so."""
    names = _full_names(people)
    longer: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for parts in sorted(names):
        if len(parts) > 2:  # noqa: PLR2004
            longer[parts[:2]].append(parts)
    for short, wholes in longer.items():
        roots = {clusters.root(names[whole].key) for whole in wholes}
        if (
            short in names
            and len(roots) == 1
            and short[0] not in _KUNYA
            and not clusters.meet(names[short].key, *roots)
        ):
            reason = f"'{' '.join(short)}' begins '{' '.join(wholes[0])}' and no other longer name"
            clusters.join(names[short].key, *roots, score=0.9, reason=reason, rule="resolve.shortened.v1")


def _full_names(actors: Sequence[LocalActor]) -> dict[tuple[str, ...], LocalActor]:
    """One local actor a distinct full name."""
    found: dict[tuple[str, ...], LocalActor] = {}
    for actor in sorted(actors, key=lambda each: each.key):
        for name, count in actor.names:
            parts = _without_suffix(without_articles(fold_name(name)).split())
            if count and len(parts) > 1:
                found.setdefault(parts, actor)
    return found


def _without_suffix(parts: Sequence[str]) -> tuple[str, ...]:
    """'Tor Osrin Jr.', 'Tor Osrin III': the same name for a comparison across documents."""
    return tuple(parts[:-1] if len(parts) > 2 and parts[-1] in _GENERATIONS else parts)  # noqa: PLR2004


def join_people(clusters: Clusters, people: Sequence[LocalActor]) -> None:
    """Persons with full names alike."""
    blocks: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    names = _full_names(people)
    for parts in names:
        blocks[_VOWELS.sub("", sound_of(parts[-1]))[:STEM]].append(parts)
        blocks[f"{parts[0]} {parts[-1][:2]}"].append(parts)  # one given name, a slip anywhere in the last
    for block in blocks.values():
        for left, right in pairs(sorted(block)):
            _judge_people(clusters, names[left], names[right], left, right)


def _judge_people(
    clusters: Clusters, left: LocalActor, right: LocalActor, one: Sequence[str], other: Sequence[str]
) -> None:
    if clusters.meet(left.key, right.key):
        return
    score = compare_in_order(one, other)
    if score >= 0.9:  # noqa: PLR2004
        clusters.join(
            left.key,
            right.key,
            score=score,
            reason=f"'{' '.join(one)}' and '{' '.join(other)}' are spelled alike",
            rule="resolve.spelling.v1",
        )
    elif _is_shortened(one, other) or _is_shortened(other, one):
        clusters.join(
            left.key,
            right.key,
            score=0.9,
            reason=f"'{' '.join(one)}' and '{' '.join(other)}' share first and last name",
            rule="resolve.shortened.v1",
        )
    elif compare_words(one[-1], other[-1]) and _same_given(one[0], other[0]):
        shared = {role.noun for role in left.roles} & {role.noun for role in right.roles}
        verdict = (
            f"one given name in two languages, both called {min(shared)}"
            if shared
            else "one given name in two languages, nothing else"
        )
        if shared:
            clusters.join(left.key, right.key, score=0.85, reason=verdict, rule="resolve.given-name.v1")
        else:
            clusters.note(left.key, right.key, Verdict.UNSURE, score=0.5, reason=verdict, rule="resolve.given-name.v1")
    else:
        _judge_likely(clusters, left, right, one, other)


def _judge_likely(
    clusters: Clusters, left: LocalActor, right: LocalActor, one: Sequence[str], other: Sequence[str]
) -> None:
    """Names that the model of names takes for one: with one office for both they are, without it that is left open."""
    texts = " ".join(one), " ".join(other)
    if not may_merge(*texts, person=True):
        return
    score = round(score_names(*texts, person=True), 2)
    shared = {role.noun for role in left.roles} & {role.noun for role in right.roles}
    reason = f"'{texts[0]}' and '{texts[1]}' are likely spellings of one name"
    if shared:
        reason = f"{reason}, both called {min(shared)}"
        clusters.join(left.key, right.key, score=score, reason=reason, rule="resolve.likely-name.v1")
    else:
        clusters.note(left.key, right.key, Verdict.UNSURE, score=score, reason=reason, rule="resolve.likely-name.v1")


def _is_shortened(short: Sequence[str], long: Sequence[str]) -> bool:
    """'Tor Osrin' of 'Tor Anselm Osrin' or of 'Tor Osrin Vale': same first word, the rest in order."""
    if len(short) >= len(long) or len(short) < 2 or short[0] != long[0]:  # noqa: PLR2004
        return False
    rest = iter(long[1:])
    return all(word in rest for word in short[1:])


def _same_given(left: str, right: str) -> bool:
    lines = given_name_variants()
    return bool(lines.get(left, frozenset()) & lines.get(right, frozenset()))


def _parts(name: str) -> tuple[str, ...]:
    return _without_suffix(fold_name(name).split())


def _is_family_first(parts: Sequence[str]) -> bool:
    """'Kim' of 'Kim Sol Han' is the family's name."""
    return len(parts) > 1 and parts[0] in words.given_names("family_first")


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


def join_single_names(clusters: Clusters, people: Sequence[LocalActor]) -> None:
    """'Osrin' in one document and 'Tor Osrin' in others, when no other person bears the name."""
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    for actor in people:
        last = {_parts(name)[-1:] for name, count in actor.names if count and " " in name}
        last |= {_parts(name)[:1] for name, count in actor.names if count and _is_family_first(_parts(name))}
        for found in last - {()}:  # 'Mr. Osrin' is no fuller than 'Osrin'
            bearers[found[0]][clusters.root(actor.key)] += 1
    alone: dict[str, list[LocalActor]] = defaultdict(list)
    for actor in people:
        parts = fold_name(actor.name).split()
        if len(parts) == 1:
            alone[parts[0]].append(actor)
    for word, group in sorted(alone.items()):
        chain(
            clusters,
            [group],
            score=0.8,
            reason="'{}' and '{}', a name borne by one person here",
            rule="resolve.single-name.v1",
        )
        whole = _foremost(_with_role(clusters, group, bearers[word]) or bearers[word])
        if whole:
            clusters.join(
                group[0].key,
                whole,
                score=0.8,
                reason=f"'{group[0].name}' is the last name of one person here, or of one above all",
                rule="resolve.last-name.v1",
            )
