"""One name, a person's in one document and a body's in another: the documents' own words settle what it names."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from accordingto.model.actor import ActorKind
from accordingto.stages.resolve.local import LocalActor
from accordingto.text.names import fold_name

# Where no document says it in words, the recogniser is believed that says the same of so many times as many documents.
DOMINANT = 3


def settle_kinds(actors: Sequence[LocalActor]) -> list[LocalActor]:
    """The actors; those that only the recogniser took for a person, or for a body, as the other documents have it."""
    by_name: dict[str, list[LocalActor]] = defaultdict(list)
    for actor in actors:
        if not actor.described and not actor.code:
            by_name[fold_name(actor.name)].append(actor)
    settled: dict[str, ActorKind] = {}
    for group in by_name.values():
        settled |= _settle(group)
    return [replace(each, kind=settled[each.key]) if each.key in settled else each for each in actors]


def _settle(group: Sequence[LocalActor]) -> dict[str, ActorKind]:
    """Local key -> its kind, for those of one name that have to change."""
    people = [each for each in group if each.kind is ActorKind.PERSON]
    bodies = [each for each in group if each.kind is not ActorKind.PERSON]
    if not people or not bodies:
        return {}
    for right, wrong in ((people, bodies), (bodies, people)):
        if _outweighs(right, wrong):
            counts = Counter(each.kind for each in right if each.sure) or Counter(each.kind for each in right)
            kind = max(sorted(counts), key=lambda each: counts[each])
            return {each.key: kind for each in wrong}
    return {}


def _outweighs(right: Sequence[LocalActor], wrong: Sequence[LocalActor]) -> bool:
    if any(each.sure for each in wrong):
        return False
    return any(each.sure for each in right) or len(right) >= DOMINANT * len(wrong)
