"""One actor, one entity: equal or like-sounding names, the same kind, no other country, and nobody else as likely.

A person's name alone proves nothing: thousands share theirs. What makes it enough is a country in common, three words
of name, or a second name in common. A body's full name is enough unless the countries differ.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from accordingto.model.actor import Actor, ActorKind, Reference
from accordingto.model.event import Event
from accordingto.model.reference import ReferenceEntity
from accordingto.stages.refer.candidates import sound_key
from accordingto.stages.refer.lands import Lands
from accordingto.text.countries import country_name
from accordingto.text.names import fold_name

RULE = "refer.names.v1"

# Which schemas may be an actor of a kind. 'LegalEntity' is FollowTheMoney's 'a person or a body, we do not know'.
PERSONS = frozenset({"Person", "LegalEntity"})
BODIES = frozenset({"Organization", "Company", "PublicBody", "LegalEntity"})

EQUAL, ALIKE = 0.95, 0.9
COUNTRY, SECOND = 0.04, 0.01
# A name of so many words is borne by few.
LONG = 3


def link_actors(
    actors: Sequence[Actor], events: Iterable[Event], entities: Iterable[ReferenceEntity]
) -> tuple[Actor, ...]:
    """The actors with the entity that each is; without one where the evidence does not suffice or fits two."""
    by_sound: defaultdict[str, dict[str, ReferenceEntity]] = defaultdict(dict)
    for entity in sorted(entities, key=lambda each: each.id):
        for name in (*entity.names, *entity.weak_names):
            by_sound[sound_key(name)][entity.id] = entity
    if not by_sound:
        return tuple(each if each.reference is None else replace(each, reference=None) for each in actors)
    lands = Lands(actors, events)
    return tuple(replace(actor, reference=_find(actor, by_sound, lands)) for actor in actors)


def _find(actor: Actor, by_sound: dict[str, dict[str, ReferenceEntity]], lands: Lands) -> Reference | None:
    if actor.described:
        return None
    met = {
        each.id: each for name in actor.names if (key := sound_key(name)) in by_sound for each in by_sound[key].values()
    }
    found = [each for _, entity in sorted(met.items()) if (each := _compare(actor, entity, lands)) is not None]
    found.sort(key=lambda each: (-each.score, each.id))
    is_sure = len(found) == 1 or (len(found) > 1 and found[0].score > found[1].score)
    return found[0] if is_sure else None


def _compare(actor: Actor, entity: ReferenceEntity, lands: Lands) -> Reference | None:
    is_person = actor.kind is ActorKind.PERSON
    if entity.schema not in (PERSONS if is_person else BODIES):
        return None
    theirs = set(entity.countries)
    own, around = lands.own(actor), lands.around(actor)
    if own and theirs and not own & theirs:
        return None
    equal, alike = _shared(actor, entity.names)
    weak = [name for names in _shared(actor, entity.weak_names) for name in names]
    full = [name for name in (*equal, *alike) if " " in fold_name(name)]
    shared = sorted((own or around) & theirs)
    second = len({sound_key(name) for name in (*equal, *alike, *weak)}) > 1
    is_long = any(len(fold_name(name).split()) >= LONG for name in full)
    # A single word, 'Osrin' or 'DF', is a name of many.
    if not (full and (shared or second or is_long or not is_person)) and not (
        not is_person and (equal or alike) and (shared or second)
    ):
        return None
    reasons = [f"equal name '{name}'" for name in equal] + [f"name spelled like '{name}'" for name in alike]
    reasons += [f"weak alias '{name}'" for name in weak]
    reasons += [f"{'of' if code in own else 'met in events in'} {_country(code)}" for code in shared]
    score = (EQUAL if equal else ALIKE) + COUNTRY * bool(shared) + SECOND * second
    return Reference(entity.id, entity.caption, entity.schema, round(score, 2), tuple(reasons), RULE)


def _shared(actor: Actor, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """The entity's names that are one of the actor's, and those that only sound so; a name once."""
    words = {" ".join(sorted(fold_name(name).split())) for name in actor.names} - {""}
    sounds = {sound_key(name) for name in actor.names} - {""}
    equal: dict[str, str] = {}
    alike: dict[str, str] = {}
    for name in sorted(set(names)):
        key = " ".join(sorted(fold_name(name).split()))
        if key in words:
            equal.setdefault(key, name)
        elif sound_key(name) in sounds:
            alike.setdefault(sound_key(name), name)
    return list(equal.values()), list(alike.values())


def _country(code: str) -> str:
    try:
        return country_name(code)
    except KeyError:
        return code
