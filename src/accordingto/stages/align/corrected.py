"""Claims as persons have them: accepted, corrected, withdrawn. A claim keeps its id whatever is said of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from accordingto.model.actor import Resolution, mention_key
from accordingto.model.claim import ActorValue, Claim, Subject, Value
from accordingto.model.event import Event
from accordingto.model.mention_index import MentionIndex
from accordingto.model.review import Act, ClaimAt, Correction, Review


def review_claims(
    claims: Sequence[Claim],
    reviews: Sequence[Review],
    documents: Mapping[str, str],
    *,
    resolution: Resolution,
    events: Sequence[Event],
) -> list[Claim]:
    """The claims with reviews applied; those withdrawn are left out.

    Args:
        claims: as rules made them, about events as persons have them.
        reviews: of claims, those that stand.
        documents: attribution id -> document id.
        resolution: whom keys of words in reviews mean.
        events: which of them such keys mean.
    """
    if not reviews:
        return list(claims)
    pointed = _Pointed(reviews, resolution, events)
    here: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        here[documents.get(claim.attribution, "")].append(claim)
    said: dict[str, Claim | None] = {}
    for review in reviews:
        at = review.claim
        for claim in () if at is None else pointed.find(at, here[at.document]):
            said[claim.id] = pointed.apply(review, claim)
    changed = (said.get(claim.id, claim) for claim in claims)
    return [claim for claim in changed if claim is not None]


class _Pointed:
    """What the keys of words in reviews point at."""

    def __init__(self, reviews: Sequence[Review], resolution: Resolution, events: Sequence[Event]) -> None:
        named = {key.rpartition(":")[0] for review in reviews for key in _keys(review)}
        self._actors = MentionIndex(
            (mention_key(mention.document, mention.span), actor.id)
            for actor in resolution.actors
            for mention in actor.mentions
            if mention.document in named
        )
        self._events = MentionIndex(
            (mention_key(mention.document, mention.trigger), event.id)
            for event in events
            for mention in event.mentions
            if mention.document in named
        )

    def find(self, at: ClaimAt, here: Sequence[Claim]) -> list[Claim]:
        """The claims that a review means: on its very words, else on words that share most characters with them."""
        value = self._value(at.value)
        alike = [
            each
            for each in here
            if (each.attribute, each.stance, each.value) == (at.attribute, at.stance, value)
            and each.evidence.overlaps(at.evidence)
        ]
        exact = [each for each in alike if each.evidence == at.evidence]
        return exact or sorted(alike, key=lambda each: (-_shared(each, at), each.evidence, each.id))[:1]

    def apply(self, review: Review, claim: Claim) -> Claim | None:
        """The claim as a review has it; ``None`` where it is withdrawn."""
        if review.act is Act.WITHDRAW:
            return None
        trace = replace(review.trace, inputs=(*review.trace.inputs, claim.trace.rule))
        said = review.correction
        if said is None:
            return replace(claim, trace=trace)
        value = self._value(said.value)
        event = None if said.event is None else self._events.find(said.event)
        return replace(
            claim,
            value=claim.value if value is None else value,
            scope=said.scope,
            stance=said.stance,
            subject=claim.subject if event is None else Subject(event=event),
            trace=trace,
        )

    def _value(self, value: Value) -> Value | None:
        """The value with an actor's id in place of the key of a mention; ``None`` where nobody is mentioned there."""
        if not isinstance(value, ActorValue):
            return value
        actor = self._actors.find(value.actor)
        return None if actor is None else ActorValue(actor)


def _keys(review: Review) -> list[str]:
    said: Correction | None = review.correction
    values = [None if review.claim is None else review.claim.value, None if said is None else said.value]
    keys = [value.actor for value in values if isinstance(value, ActorValue)]
    return keys if said is None or said.event is None else [*keys, said.event]


def _shared(claim: Claim, at: ClaimAt) -> int:
    return min(claim.evidence.end, at.evidence.end) - max(claim.evidence.start, at.evidence.start)
