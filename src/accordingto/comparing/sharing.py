"""Who is who in a document, in less room: what was unpacked has a copy of its own of every word.

With a hundred thousand documents these copies are a gigabyte.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from accordingto.model.actor import Mention
from accordingto.stages.resolve import LocalActor, LocalReading, Role

Once = Callable[[str], str]
_NO_WORDS: frozenset[str] = frozenset()
# Governors and spokesmen are the same in every report.
_ROLES = 10_000


def share_words(reading: LocalReading) -> LocalReading:
    """The same, each id, key and name held once."""
    known: dict[str, str] = {}

    def once(word: str) -> str:
        return known.setdefault(word, word)

    once(reading.document)
    return replace(
        reading,
        actors=tuple(_share(each, once) for each in reading.actors),
        claimers={line: None if who is None else once(who) for line, who in reading.claimers.items()},
    )


def _share(actor: LocalActor, once: Once) -> LocalActor:
    return replace(
        actor,
        key=once(actor.key),
        document=once(actor.document),
        name=once(actor.name),
        names=tuple((once(name), count) for name, count in actor.names),
        mentions=tuple(Mention(once(e.document), e.span, once(e.text), e.form) for e in actor.mentions),
        acronyms=actor.acronyms or _NO_WORDS,
        roles=tuple(_share_role(each) for each in actor.roles),
        bonds=tuple((once(other), evidence, rule) for other, evidence, rule in actor.bonds),
    )


@lru_cache(maxsize=_ROLES)
def _share_role(role: Role) -> Role:
    """The first that is equal."""
    return role
