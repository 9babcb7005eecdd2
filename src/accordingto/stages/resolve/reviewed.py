"""What persons say of passages and actors beside who is one with whom: whose a passage is, what kind somebody is.

Applied after everybody has been joined: a kind that a person gives changes no name and joins nobody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from accordingto.model.actor import Resolution, mention_key
from accordingto.model.attribution import Form
from accordingto.model.document import Span
from accordingto.model.findings import Reading
from accordingto.model.mention_index import MentionIndex
from accordingto.model.review import ON_ACTORS, Act, Review, of_acts

# The key of whoever published a document, who may have no words in it.
OUTLET = ":outlet"


def review_actors(resolution: Resolution, readings: Sequence[Reading], reviews: Sequence[Review]) -> Resolution:
    """The same actors and claimers, as persons' reviews leave them.

    Args:
        resolution: as rules and judgements have it.
        readings: at least of the documents whose words the reviews are about.
        reviews: those that stand, in the order of their numbers; of others than passages and actors nothing is taken.
    """
    held = of_acts(reviews, ON_ACTORS)
    if not held:
        return resolution
    mentions = ((mention_key(m.document, m.span), actor.id) for actor in resolution.actors for m in actor.mentions)
    owners = MentionIndex(mentions)
    narrators = _find_narrators(resolution, readings)
    passages = MentionIndex(_passages(readings))
    actors = {actor.id: actor for actor in resolution.actors}
    claimers = dict(resolution.claimers)
    for review in held:
        if review.act is Act.SORT:
            owner = owners.find(review.left[0])
            if owner is not None and review.actor_kind is not None:
                actors[owner] = replace(actors[owner], kind=review.actor_kind)
        else:
            line = passages.find(review.left[0])
            whose = owners.find(review.right[0]) or narrators.get(review.right[0])
            if line is not None and whose is not None:
                claimers[line] = whose
    return replace(resolution, actors=tuple(actors[each.id] for each in resolution.actors), claimers=claimers)


def passage_key(document: str, content: Sequence[Span]) -> str:
    """The key of an attribution's words: from the first to the last of them."""
    return mention_key(document, Span(content[0].start, content[-1].end))


def _passages(readings: Iterable[Reading]) -> Iterable[tuple[str, str]]:
    for reading in readings:
        for line in reading.attributions:
            if line.content:
                yield passage_key(line.document, line.content), line.id


def _find_narrators(resolution: Resolution, readings: Iterable[Reading]) -> dict[str, str]:
    """The key of each document's publisher -> whose its narration is."""
    found: dict[str, str] = {}
    for reading in readings:
        for line in reading.attributions:
            whose = resolution.claimers.get(line.id)
            if line.form is Form.NARRATION and whose is not None:
                found.setdefault(f"{reading.document.id}{OUTLET}", whose)
    return found
