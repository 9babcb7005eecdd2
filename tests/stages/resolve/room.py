"""Invented reports read once, for the tests of this room."""

from functools import cache

from accordingto.model.actor import Actor, Resolution
from accordingto.model.findings import Reading
from accordingto.pipeline import read_document
from accordingto.stages.resolve import resolve
from tests.factory import make_document


@cache
def read(text, uri="a.txt", outlet=None) -> Reading:
    """One text through the real parser, parsed once a run."""
    return read_document(make_document(text, uri, outlet=outlet))


def resolve_texts(*texts, judgements=()) -> Resolution:
    """Several texts as one ledger, each its own document."""
    return resolve([read(text, f"{number}.txt") for number, text in enumerate(texts)], judgements)


def find_actor(resolution: Resolution, name: str) -> Actor | None:
    """The one actor that bears a name."""
    found = [actor for actor in resolution.actors if name in actor.names]
    assert len(found) <= 1, f"{name} names several actors: {found}"
    return found[0] if found else None


def are_one(resolution: Resolution, *names: str) -> bool:
    """Whether all the names are borne by one actor."""
    found = {None if (actor := find_actor(resolution, name)) is None else actor.id for name in names}
    return len(found) == 1 and None not in found


def claimers(reading: Reading, resolution: Resolution) -> dict[str, str | None]:
    """Content words -> name of the claimer, narration left out."""
    names = {actor.id: actor.name for actor in resolution.actors}
    return {
        reading.document.quotes(each.content): names.get(resolution.claimers[each.id] or "")
        for each in reading.attributions
        if each.source
    }
