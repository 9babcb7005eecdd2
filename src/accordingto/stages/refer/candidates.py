"""Which entities of a long file bear a name of the ledger at all: one look-up a name, whatever the file's length."""

from collections.abc import Iterable, Iterator, Sequence

from accordingto.model.actor import Actor
from accordingto.model.reference import ReferenceEntity
from accordingto.text.name_similarity import sound_of
from accordingto.text.names import fold_name


def sound_key(name: str) -> str:
    """What a name sounds like, whatever the order of its words: 'Osrin, Tor' and 'Tor Osrin' are one."""
    return " ".join(sorted(sound_of(word) for word in fold_name(name).split()))


def find_candidates(actors: Sequence[Actor], entities: Iterable[ReferenceEntity]) -> Iterator[ReferenceEntity]:
    """The entities with a name that sounds like one of an actor's."""
    given = tuple(entities)
    if not given:
        return
    known = {sound_key(name) for actor in actors if not actor.described for name in actor.names} - {""}
    for entity in given:
        if any(sound_key(name) in known for name in (*entity.names, *entity.weak_names)):
            yield entity
