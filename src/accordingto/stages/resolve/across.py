"""Local actors of different documents that are one: equal names, variants, translated names, acronyms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from accordingto.model.actor import ActorKind, Verdict
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.local import LocalActor
from accordingto.text.countries import find_country
from accordingto.text.name_similarity import compare_in_order, compare_words, sound_of
from accordingto.text.names import fold_name, is_acronym, name_words

# A block with more distinct names than this is compared with its neighbours in the alphabet only.
LARGEST_BLOCK = 40
# How many letters two words of one stem share at least: 'free' and 'freedom', 'republic' and 'republican'.
STEM = 4


def join_across(clusters: Clusters, actors: Sequence[LocalActor]) -> None:
    """Propose every join, the surest first."""
    named = [actor for actor in actors if not actor.described]
    _join_nations(clusters, named)
    _join_equal(clusters, named)
    people = [actor for actor in named if actor.kind is ActorKind.PERSON]
    organised = [actor for actor in named if actor.kind is not ActorKind.PERSON and not actor.code]
    _join_people(clusters, people)
    _join_acronyms(clusters, organised)
    _join_organised(clusters, organised)
    _join_single_names(clusters, people)


def _chain(clusters: Clusters, groups: Iterable[Sequence[LocalActor]], *, score: float, reason: str, rule: str) -> None:
    for group in groups:
        for left, right in pairwise(sorted(group, key=lambda actor: actor.key)):
            clusters.join(left.key, right.key, score=score, reason=reason.format(left.name, right.name), rule=rule)


def _join_nations(clusters: Clusters, actors: Sequence[LocalActor]) -> None:
    groups = defaultdict(list)
    for actor in actors:
        if actor.code:
            groups[actor.code, actor.body].append(actor)
    _chain(
        clusters,
        groups.values(),
        score=1.0,
        reason="'{}' and '{}' are one body of one country",
        rule="resolve.country-body.v1",
    )


def _join_equal(clusters: Clusters, actors: Sequence[LocalActor]) -> None:
    groups: dict[tuple[bool, str], list[LocalActor]] = defaultdict(list)
    for actor in actors:
        if actor.code:
            continue
        person = actor.kind is ActorKind.PERSON
        for name, _ in actor.names:
            fold = fold_name(name)
            if fold and (" " in fold or (not person and not is_acronym(name)) or actor.kind is ActorKind.OUTLET):
                groups[person, fold.replace(" ", "")].append(actor)
    _chain(clusters, groups.values(), score=1.0, reason="'{}' and '{}' share a name", rule="resolve.equal-name.v1")


# -- people -----------------------------------------------------------------------


def _full_names(actors: Sequence[LocalActor]) -> dict[tuple[str, ...], LocalActor]:
    """One local actor a distinct full name."""
    found: dict[tuple[str, ...], LocalActor] = {}
    for actor in sorted(actors, key=lambda each: each.key):
        for name, count in actor.names:
            parts = tuple(fold_name(name).split())
            if count and len(parts) > 1:
                found.setdefault(parts, actor)
    return found


def _join_people(clusters: Clusters, people: Sequence[LocalActor]) -> None:
    blocks: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    names = _full_names(people)
    for parts in names:
        blocks[sound_of(parts[-1])[:STEM]].append(parts)
    for block in blocks.values():
        for left, right in _pairs(sorted(block)):
            _judge_people(clusters, names[left], names[right], left, right)


def _pairs(block: Sequence[tuple[str, ...]]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    if len(block) <= LARGEST_BLOCK:
        return combinations(block, 2)
    return ((block[i], block[j]) for i in range(len(block)) for j in range(i + 1, min(len(block), i + 6)))


def _judge_people(
    clusters: Clusters, left: LocalActor, right: LocalActor, one: Sequence[str], other: Sequence[str]
) -> None:
    if _meet(clusters, left, right):
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


def _meet(clusters: Clusters, left: LocalActor, right: LocalActor) -> bool:
    """Whether one document names both apart, which speaks against their being one."""
    ours = {clusters.actors[key].document for key in clusters.members(left.key)}
    theirs = {clusters.actors[key].document for key in clusters.members(right.key)}
    return bool(ours & theirs)


def _is_shortened(short: Sequence[str], long: Sequence[str]) -> bool:
    """'Tor Osrin' of 'Tor Anselm Osrin' or of 'Tor Osrin Vale': same first word, the rest in order."""
    if len(short) >= len(long) or len(short) < 2 or short[0] != long[0]:  # noqa: PLR2004
        return False
    rest = iter(long[1:])
    return all(word in rest for word in short[1:])


def _same_given(left: str, right: str) -> bool:
    lines = words.given_name_variants()
    return bool(lines.get(left, frozenset()) & lines.get(right, frozenset()))


def _join_single_names(clusters: Clusters, people: Sequence[LocalActor]) -> None:
    """'Osrin' in one document and 'Tor Osrin' in others, when no other person bears the name."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for actor in people:
        for name, _ in actor.names:
            parts = fold_name(name).split()
            if len(parts) > 1:
                bearers[parts[-1]].add(clusters.root(actor.key))
    alone: dict[str, list[LocalActor]] = defaultdict(list)
    for actor in people:
        parts = fold_name(actor.name).split()
        if len(parts) == 1:
            alone[parts[0]].append(actor)
    for word, group in sorted(alone.items()):
        _chain(
            clusters,
            [group],
            score=0.8,
            reason="'{}' and '{}', a name borne by one person here",
            rule="resolve.single-name.v1",
        )
        if len(bearers[word]) == 1:
            (whole,) = bearers[word]
            clusters.join(
                group[0].key,
                whole,
                score=0.8,
                reason=f"'{group[0].name}' is the last name of one person here",
                rule="resolve.last-name.v1",
            )


# -- groups, organisations, outlets ------------------------------------------------


def _join_acronyms(clusters: Clusters, organised: Sequence[LocalActor]) -> None:
    """An acronym alone joins the actor to which some document ties it, when all documents tie it to one."""
    tied: dict[str, set[str]] = defaultdict(set)
    for actor in organised:
        for acronym in actor.acronyms:
            tied[acronym.replace(" ", "")].add(actor.key)
    alone: dict[str, list[LocalActor]] = defaultdict(list)
    for actor in organised:
        for name, _ in actor.names:
            if is_acronym(name):
                alone[fold_name(name).replace(" ", "")].append(actor)
    for acronym, group in sorted(alone.items()):
        owners = {clusters.root(key) for key in tied.get(acronym, ())}
        bare = [actor for actor in group if all(is_acronym(name) for name, _ in actor.names)]
        _chain(clusters, [bare], score=0.9, reason="'{}' and '{}' are one acronym", rule="resolve.acronym.v1")
        if len(owners) == 1:
            for actor in bare[:1]:
                (owner,) = owners
                clusters.join(
                    actor.key,
                    owner,
                    score=0.95,
                    reason=f"a document writes '{clusters.actors[owner].name}' with '{acronym.upper()}'",
                    rule="resolve.acronym.v1",
                )


def _stem(word: str) -> str:
    found = find_country(word.upper() if len(word) <= 2 else word.capitalize())  # noqa: PLR2004
    return found.code if found is not None and found.use in {"name", "demonym"} else word


def _join_organised(clusters: Clusters, organised: Sequence[LocalActor]) -> None:
    names: dict[tuple[str, ...], LocalActor] = {}
    for actor in sorted(organised, key=lambda each: each.key):
        for name, _ in actor.names:
            parts = tuple(fold_name(name).split())
            if len(parts) > 1:
                names.setdefault(parts, actor)
    for block in _organised_blocks(names).values():
        for left, right in _pairs(sorted(set(block))):
            if clusters.root(names[left].key) != clusters.root(names[right].key):
                _judge_organised(clusters, names[left], names[right], left, right)


def _organised_blocks(names: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """Names by the beginnings of their words in any order, and by all but their general words."""
    blocks: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    general = words.organisation_words("armed") | words.organisation_words("civil")
    for parts in names:
        content = name_words(" ".join(parts))
        blocks[("all", *sorted(_stem(word)[:STEM] for word in content))].append(parts)
        bare = tuple(word for word in content if word not in general or word in {"international", "national"})
        if len(bare) > 1:
            blocks[("bare", *bare)].append(parts)
        for at in range(len(content)):  # a slip in one word
            blocks[("slip", str(at), *content[:at], *content[at + 1 :])].append(parts)
    return {key: block for key, block in blocks.items() if len(block) > 1}


def _judge_organised(
    clusters: Clusters, left: LocalActor, right: LocalActor, one: Sequence[str], other: Sequence[str]
) -> None:
    reason, score = _alike(one, other)
    if score == 0:
        return
    texts = f"'{' '.join(one)}' and '{' '.join(other)}'"
    if left.acronyms and right.acronyms and not left.acronyms & right.acronyms:
        clusters.note(
            left.key,
            right.key,
            Verdict.DIFFERENT,
            score=0.2,
            reason=f"{texts} have different acronyms",
            rule="resolve.near-same.v1",
        )
    elif score < 1 and _meet(clusters, left, right) and reason != "one is short for the other":
        clusters.note(
            left.key,
            right.key,
            Verdict.UNSURE,
            score=0.4,
            reason=f"{texts} stand apart in one document",
            rule="resolve.near-same.v1",
        )
    else:
        clusters.join(left.key, right.key, score=score, reason=f"{texts}: {reason}", rule="resolve.organisation.v1")


def _alike(one: Sequence[str], other: Sequence[str]) -> tuple[str, float]:
    left, right = name_words(" ".join(one)), name_words(" ".join(other))
    general = words.organisation_words("armed") | words.organisation_words("civil")
    if left == right:
        # Fronts and parties name themselves against each other by such small words; councils and committees do not.
        rivals = words.organisation_words("armed") | {"party", "movement", "union", "league"}
        return ("", 0.0) if one != other and set(left) & rivals else ("they differ in small words only", 0.95)
    if len(left) == len(right):
        slips = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
        if len(slips) == 1 and len(left) > 1 and _is_slip(*slips[0]):
            return "they differ by a slip of spelling", 0.9
        if len(left) > 2 and _same_words(left, right):  # noqa: PLR2004
            return "the same words in another order or form", 0.88
        return "", 0.0
    short, long = sorted((left, right), key=len)
    missing = set(long) - set(short)
    rest = iter(long)
    if len(short) > 2 and all(word in rest for word in short) and missing <= general:  # noqa: PLR2004
        return "one is short for the other", 0.88
    return "", 0.0


def _is_slip(left: str, right: str) -> bool:
    if compare_words(left, right) >= 0.9:  # noqa: PLR2004
        return True
    short, long = sorted((left, right), key=len)
    # A letter lost inside a word of five or more; endings make other words ('liberal', 'liberals').
    return (
        len(long) > STEM
        and len(long) - len(short) == 1
        and short[0] == long[0]
        and short[-1] == long[-1]
        and any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))
    )


def _same_words(left: Sequence[str], right: Sequence[str]) -> bool:
    rest = [_stem(word) for word in right]
    for word in map(_stem, left):
        match = next(
            (
                each
                for each in rest
                if each == word
                or (min(len(each), len(word)) >= STEM and (each.startswith(word) or word.startswith(each)))
            ),
            None,
        )
        if match is None:
            return False
        rest.remove(match)
    return True
