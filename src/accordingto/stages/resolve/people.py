"""Persons of different documents who are one: spellings of a name, given names in two languages."""

import re

from accordingto.model.actor import Verdict
from accordingto.stages.resolve.blocks import STEM, meet_in_blocks
from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.full_names import FullNames, Parts
from accordingto.stages.resolve.local import LocalActor
from accordingto.stages.resolve.shortened import is_shortened
from accordingto.text.name_model import score_merge
from accordingto.text.name_similarity import compare_in_order, compare_words, sound_of
from accordingto.text.name_variants import are_variants, given_name_variants

_VOWELS = re.compile("[aeiou]")
SPELLED_ALIKE = 0.9


def join_people(clusters: Clusters, names: FullNames) -> None:
    """Persons with full names alike."""
    for left, right in meet_in_blocks({parts: _keys(parts) for parts in names}):
        if not clusters.meet(names[left].key, names[right].key):
            _judge(clusters, names[left], names[right], left, right)


def _keys(parts: Parts) -> list[tuple[str, ...]]:
    """What two spellings of one name have in common.

    The last name's consonants with the first name's first sound, or with the variants of the first name in other
    languages; the first name with two letters of the last name, for a slip anywhere in it.
    """
    first, last = parts[0], parts[-1]
    consonants = _VOWELS.sub("", sound_of(last))[:STEM]
    variants = sorted(given_name_variants().get(first, ()))
    return [
        ("first", first, last[:2]),
        ("sound", consonants, sound_of(first)[:1]),
        *(("variant", consonants, str(line)) for line in variants),
    ]


def _judge(clusters: Clusters, left: LocalActor, right: LocalActor, one: Parts, other: Parts) -> None:
    texts = f"'{' '.join(one)}' and '{' '.join(other)}'"
    score = compare_in_order(one, other)
    if score >= SPELLED_ALIKE:
        reason = f"{texts} are spelled alike"
        clusters.join(left.key, right.key, score=score, reason=reason, rule="resolve.spelling.v1")
    elif is_shortened(one, other) or is_shortened(other, one):
        reason = f"{texts} share first and last name"
        clusters.join(left.key, right.key, score=0.9, reason=reason, rule="resolve.shortened.v1")
    elif compare_words(one[-1], other[-1]) and are_variants(one[0], other[0]):
        _judge_variants(clusters, left, right)
    else:
        _judge_likely(clusters, left, right, " ".join(one), " ".join(other))


def _judge_variants(clusters: Clusters, left: LocalActor, right: LocalActor) -> None:
    """'Volodymyr Osrin' and 'Vladimir Osrin' are one who holds one office; without it that is left open."""
    shared, rule = _shared_office(left, right), "resolve.given-name.v1"
    if shared:
        reason = f"one given name in two languages, both called {shared}"
        clusters.join(left.key, right.key, score=0.85, reason=reason, rule=rule)
    else:
        reason = "one given name in two languages, nothing else"
        clusters.note(left.key, right.key, Verdict.UNSURE, score=0.5, reason=reason, rule=rule)


def _judge_likely(clusters: Clusters, left: LocalActor, right: LocalActor, one: str, other: str) -> None:
    """Names that the model of names takes for one: with one office for both they are, without it that is left open."""
    score = round(score_merge(one, other, person=True), 2)
    if not score:
        return
    shared, rule = _shared_office(left, right), "resolve.likely-name.v1"
    reason = f"'{one}' and '{other}' are likely spellings of one name"
    if shared:
        clusters.join(left.key, right.key, score=score, reason=f"{reason}, both called {shared}", rule=rule)
    else:
        clusters.note(left.key, right.key, Verdict.UNSURE, score=score, reason=reason, rule=rule)


def _shared_office(left: LocalActor, right: LocalActor) -> str:
    """The first in the alphabet of the offices that both hold, or ''."""
    return min({role.noun for role in left.roles} & {role.noun for role in right.roles}, default="")
