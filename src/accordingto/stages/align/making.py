"""Bundle -> Event: its kind, label, days, places and participants."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from accordingto.model.document import Document
from accordingto.model.event import Event, EventMention, Participant, Place
from accordingto.model.keys import make_id
from accordingto.model.trace import Trace
from accordingto.stages.align.bundle import Bundle
from accordingto.stages.align.dating import date_event
from accordingto.stages.align.families import Family, Words
from accordingto.stages.align.likeness import main_family
from accordingto.stages.align.ranking import rank_places
from accordingto.stages.align.reality import Reality
from accordingto.stages.align.told import Told

RULE = "align.same-event.v1"
LABEL_LEAST, LABEL_BEST, LABEL_WORDS = 3, 6, 10


def is_event(bundle: Bundle) -> bool:
    """Whether some mention tells that it happened, of somebody, somewhere or at some time."""
    return any(told.reality is Reality.ACTUAL and not told.generic for told in bundle.mentions)


def make_event(bundle: Bundle, words: Words, documents: Mapping[str, Document]) -> Event:
    """The event that a bundle of mentions tells of."""
    family = words.families[main_family(bundle, words)]
    mentions = sorted(bundle.mentions, key=lambda told: told.key)
    first, places = mentions[0], rank_places(mentions)
    return Event(
        id=make_id("evt", first.document, first.trigger.start, first.trigger.end),
        kind=family.kind,
        label=_label(mentions, family, words, documents),
        date=date_event(bundle, family),
        places=places,
        participants=_participants(mentions, places),
        mentions=tuple(EventMention(t.document, t.telling.span, t.trigger, t.attribution) for t in mentions),
        trace=Trace(RULE, note=f"{len(mentions)} mentions"),
    )


def _participants(mentions: Sequence[Told], places: Sequence[Place]) -> tuple[Participant, ...]:
    """Actors with the role that most mentions give them.

    Who denies that his men did it is no doer, nor is the town of 'the Kelm blast', whatever it was taken for.
    """
    towns = {place.name.lower() for place in places}
    roles: dict[str, Counter[str]] = {}
    for told in mentions:
        for party in told.parties:
            if party.role == "agent" and (told.reality is Reality.DENIED or party.lemma in towns):
                continue
            for actor in (*party.actors, *party.through):
                roles.setdefault(actor, Counter())[party.role] += 1
    return tuple(
        Participant(actor, min(found, key=lambda role: (-found[role], role))) for actor, found in sorted(roles.items())
    )


def _label(mentions: Sequence[Told], family: Family, words: Words, documents: Mapping[str, Document]) -> str:
    """The words of the mention that names it best: with its people and place, whole, and not too long."""
    ranked = [(_label_rank(told, family, documents[told.document], words), told) for told in mentions]
    _, best = min(ranked, key=lambda each: each[0])
    label = _trimmed(documents[best.document].quote(best.telling.span).split(), words.sets["leaning"])
    return label[:1].upper() + label[1:]


def _trimmed(spoken: list[str], leaning: frozenset[str]) -> str:
    """The words without those at the ends that lean on others, cut where a label should end."""
    counted = next((at + 2 for at, (word, of) in enumerate(pairwise(spoken)) if _is_toll(word, of)), 0)
    spoken = spoken[counted:] or spoken
    content = [at for at, word in enumerate(spoken) if word.lower() not in leaning]
    found = spoken[content[0] : content[-1] + 1] if content else spoken
    label = " ".join(found[:LABEL_WORDS]).rstrip(" ,;:.")
    return label + "…" if len(found) > LABEL_WORDS else label


def _is_toll(word: str, of: str) -> bool:
    """'The death toll of the raid' names the raid, and a count beside it."""
    return word.lower() == "toll" and of.lower() in {"of", "from", "in"}


def _label_rank(told: Told, family: Family, document: Document, words: Words) -> tuple[bool | int | str, ...]:
    """The lower the better."""
    spoken = document.quote(told.telling.span).split()
    return (
        told.generic or told.reality is Reality.DENIED,
        told.family != family.name,
        spoken[0].lower() in words.sets["leaning"],
        not LABEL_LEAST <= len(spoken) <= LABEL_WORDS,
        not told.places,
        abs(len(spoken) - LABEL_BEST),
        *told.key,
    )
