"""Groups, organisations and outlets of different documents that are one: acronyms, slips, words in another order."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from accordingto.model.actor import Verdict
from accordingto.stages.resolve import words
from accordingto.stages.resolve.blocks import STEM, chain, meet_in_blocks
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.local import LocalActor
from accordingto.stages.resolve.reordered import is_reordered
from accordingto.text.countries import find_country
from accordingto.text.name_similarity import compare_in_order, compare_words, sound_of
from accordingto.text.names import fold_name, is_acronym, is_acronym_of, name_words, without_articles

# Words at the end of a name that reports leave out: 'Kell Dawn Group', 'Kell Dawn'.
_HEADS_ALONE = frozenset({"group", "network", "organisation", "organization"})
SOUNDS_ALIKE = 0.95
REORDERED = "the same words in another order or form"
# A name of one word that sounds like another needs so many letters, and so many consonants when vowels differ.
SHORTEST_SINGLE, LEAST_CONSONANTS = 5, 4
# Letters of an acronym that make it no chance that another name has them.
SHORTEST_FOREIGN = 3
_VOWELS = re.compile("[aiu]")


def join_single_words(clusters: Clusters, organised: Sequence[LocalActor]) -> None:
    """'Hizbar' and 'Hezbar': names of one word in two spellings."""
    names: dict[str, LocalActor] = {}
    for actor in sorted(organised, key=lambda each: each.key):
        for name, _ in actor.names:
            word = without_articles(fold_name(name))
            if " " not in word and len(word) >= SHORTEST_SINGLE and not is_acronym(name):
                names.setdefault(word, actor)
    for (left,), (right,) in meet_in_blocks({(word,): [(_consonants(word),)] for word in names}):
        if _is_same_word(left, right) and not clusters.meet(names[left].key, names[right].key):
            reason = f"'{left}' and '{right}' are spellings of one word"
            clusters.join(names[left].key, names[right].key, score=0.9, reason=reason, rule="resolve.spelling.v1")


def _consonants(word: str) -> str:
    sound = sound_of(word)
    return sound[:1] + _VOWELS.sub("", sound[1:]).rstrip("h")


def _is_same_word(left: str, right: str) -> bool:
    return compare_words(left, right) >= SOUNDS_ALIKE or len(_consonants(left)) >= LEAST_CONSONANTS


def join_acronyms(clusters: Clusters, organised: Sequence[LocalActor]) -> None:
    """An acronym alone joins the actor to which some document ties it, when all documents tie it to one."""
    tied: dict[str, set[str]] = defaultdict(set)
    for actor in organised:
        for acronym in _tied_acronyms(actor):
            tied[acronym.replace(" ", "")].add(actor.key)
    alone: dict[str, list[LocalActor]] = defaultdict(list)
    for actor in organised:
        for name, _ in actor.names:
            if is_acronym(name):
                alone[fold_name(name).replace(" ", "")].append(actor)
    for acronym, group in sorted(alone.items()):
        owners = {clusters.root(key) for key in tied.get(acronym, ())}
        bare = [actor for actor in group if all(is_acronym(name) for name, _ in actor.names)]
        chain(clusters, [bare], score=0.9, reason="'{}' and '{}' are one acronym", rule="resolve.acronym.v1")
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


def join_foreign_acronyms(clusters: Clusters, organised: Sequence[LocalActor]) -> None:
    """'KFO' is the 'Ostran Liberation Front' of one document: 'Kellan Fresa Ostra' of another has its letters.

    Only where no name of the acronym's owner has them: then they are another language's, and so is that name.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in organised:
        for acronym in _tied_acronyms(actor):
            owners[acronym.replace(" ", "")].add(clusters.root(actor.key))
    for acronym, roots in sorted(owners.items()):
        if len(roots) == 1 and len(acronym) >= SHORTEST_FOREIGN:
            (root,) = roots
            names = [name for key in clusters.members(root) for name, _ in clusters.actors[key].names if " " in name]
            if names and not any(is_acronym_of(acronym, name) for name in names):
                _join_spelled(clusters, organised, acronym, root)


def _join_spelled(clusters: Clusters, organised: Sequence[LocalActor], acronym: str, root: str) -> None:
    """Join the only body whose name has the letters of an acronym to the acronym's owner."""
    found = {
        clusters.root(actor.key): actor
        for actor in organised
        if not actor.acronyms and any(is_acronym_of(acronym, name) for name, _ in actor.names if " " in name)
    }
    if len(found) == 1:
        ((other, actor),) = found.items()
        if not clusters.meet(other, root):
            reason = f"'{actor.name}' has the letters of '{acronym.upper()}', which no name of its owner has"
            clusters.join(other, root, score=0.85, reason=reason, rule="resolve.foreign-acronym.v1")


def _tied_acronyms(actor: LocalActor) -> frozenset[str]:
    """Those in brackets after the name, and those that are names of its own: 'the Dawn of Kell, also known as KDF'."""
    short = [name for name, _ in actor.names if is_acronym(name)]
    if not short or len(short) == len(actor.names):
        return actor.acronyms
    return actor.acronyms.union(map(fold_name, short))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    found = find_country(word.upper() if len(word) <= 2 else word.capitalize())  # noqa: PLR2004
    return found.code if found is not None and found.use in {"name", "demonym"} else word


def join_organised(clusters: Clusters, organised: Sequence[LocalActor]) -> None:
    """Groups, organisations and outlets with names alike."""
    names: dict[tuple[str, ...], LocalActor] = {}
    for actor in sorted(organised, key=lambda each: each.key):
        for name, _ in actor.names:
            parts = tuple(fold_name(name).split())
            if len(without_articles(" ".join(parts)).split()) > 1:
                names.setdefault(parts, actor)
    for left, right in meet_in_blocks({parts: _keys(parts) for parts in names}):
        if clusters.root(names[left].key) != clusters.root(names[right].key):
            _judge_organised(clusters, names[left], names[right], left, right)


def _keys(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A name by all words but one, by all but its general words, by the beginnings of its words in any order."""
    content = _content(parts)
    bare = tuple(word for word in content if word not in _general() or word in {"international", "national"})
    slips = [("slip", str(at), *content[:at], *content[at + 1 :]) for at in range(len(content))]
    beginnings = ("all", *sorted(_stem(word)[:STEM] for word in content))
    return [*slips, *([("bare", *bare)] if len(bare) > 1 else []), beginnings]


@cache
def _general() -> frozenset[str]:
    return words.organisation_words("armed") | words.organisation_words("civil")


def _judge_organised(
    clusters: Clusters, left: LocalActor, right: LocalActor, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    reason, score = _alike(one, other)
    if score == 0:
        return
    texts, near = f"'{' '.join(one)}' and '{' '.join(other)}'", "resolve.near-same.v1"
    rivals = left.acronyms and right.acronyms and not left.acronyms & right.acronyms
    if rivals and not (
        reason == REORDERED and is_reordered(clusters, left, right, one=_content(one), other=_content(other))
    ):
        because = f"{texts} have different acronyms"
        clusters.note(left.key, right.key, Verdict.DIFFERENT, score=0.2, reason=because, rule=near)
    elif score < 1 and clusters.meet(left.key, right.key) and reason != "one is short for the other":
        because = f"{texts} stand apart in one document"
        clusters.note(left.key, right.key, Verdict.UNSURE, score=0.4, reason=because, rule=near)
    else:
        clusters.join(left.key, right.key, score=score, reason=f"{texts}: {reason}", rule="resolve.organisation.v1")


@lru_cache(maxsize=1 << 16)
def _content(parts: tuple[str, ...]) -> tuple[str, ...]:
    return name_words(without_articles(" ".join(parts)))


def _alike(  # noqa: PLR0911  a list of cases, the surest first
    one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[str, float]:
    left, right = _content(one), _content(other)
    if left == right:
        # Fronts and parties name themselves against each other by such small words; councils and committees do not.
        rivals = words.organisation_words("armed") | {"party", "movement", "union", "league"}
        return ("", 0.0) if one != other and set(left) & rivals else ("they differ in small words only", 0.95)
    if len(left) == len(right):
        if compare_in_order(left, right) >= SOUNDS_ALIKE:
            return "they sound alike", 0.9
        slips = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
        if len(slips) == 1 and len(left) > 1 and _is_slip(*slips[0]):
            return "they differ by a slip of spelling", 0.9
        if len(left) > 2 and _same_words(left, right):  # noqa: PLR2004
            return REORDERED, 0.88
        return "", 0.0
    short, long = sorted((left, right), key=len)
    missing = set(long) - set(short)
    rest = iter(long)
    if len(short) > 1 and tuple(short) == tuple(long[:-1]) and long[-1] in _HEADS_ALONE:
        return "one is short for the other", 0.88
    if len(short) > 2 and all(word in rest for word in short) and missing <= _general():  # noqa: PLR2004
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
