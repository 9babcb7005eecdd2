"""From lines of a ledger to the words that a review points at, and from a review to the questions that it touches."""

from collections.abc import Iterable
from functools import cached_property

from accordingto.errors import JudgementRefused
from accordingto.judging.applied import restore
from accordingto.model.actor import mention_key
from accordingto.model.attribution import Attribution
from accordingto.model.claim import ActorValue, Claim, Question, Value
from accordingto.model.event import Event
from accordingto.model.findings import Findings
from accordingto.model.mention_index import MentionIndex
from accordingto.model.review import ON_CLAIMS, ON_EVENTS, Act, ClaimAt, Review

# A judgement's key for a claimer that is named in the metadata alone.
UNNAMED = "outlet"


class Pointer:
    """The lines of a ledger, and the words that they rest on."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.actors = {actor.id: actor for actor in findings.resolution.actors}
        self.events = {event.id: event for event in findings.events}
        self.documents = {reading.document.id: reading.document for reading in findings.readings}
        self.claims = {claim.id: claim for claim in findings.claims}

    @cached_property
    def ruled(self) -> dict[str, Claim]:
        """The claims as rules made them, those that were withdrawn included."""
        return {claim.id: claim for claim in restore(self.findings).claims}

    @cached_property
    def lines(self) -> dict[str, Attribution]:
        """The attributions."""
        return {line.id: line for reading in self.findings.readings for line in reading.attributions}

    @cached_property
    def homes(self) -> dict[str, str]:
        """Attribution -> document."""
        return {line.id: line.document for line in self.lines.values()}

    def claim_at(self, claim: str) -> ClaimAt:
        """A claim, given by id, as a review points at it.

        Raises:
            JudgementRefused: there is no such claim.
        """
        found = self.ruled.get(claim)
        if found is None:
            raise JudgementRefused(f"there is no claim {claim} in this ledger; take the id from its question")
        document = self.homes[found.attribution]
        value = self.point_at(found.value, document)
        return ClaimAt(document, found.evidence, found.attribute, found.stance, value)

    def point_at(self, value: Value, document: str) -> Value:
        """The value with the key of a mention, best of this document, in place of an actor's id."""
        if not isinstance(value, ActorValue):
            return value
        actor = self.actors.get(value.actor)
        mentions = () if actor is None else actor.mentions
        chosen = next((each for each in mentions if each.document == document), next(iter(mentions), None))
        return ActorValue(f"{document}:{UNNAMED}" if chosen is None else mention_key(chosen.document, chosen.span))

    def event_keys(self, event: str) -> tuple[str, ...]:
        """The keys of all words that name an event, in document and text order.

        Raises:
            JudgementRefused: there is no such event.
        """
        found = self.events.get(event)
        if found is None:
            raise JudgementRefused(f"there is no event {event} in this ledger; take the id from its page")
        return tuple(mention_key(each.document, each.trigger) for each in found.mentions)

    def about(self, question: Question) -> str:
        """The event's label, or the actor's name."""
        event, actor = self.events.get(question.subject.event or ""), self.actors.get(question.subject.actor or "")
        return event.label if event is not None else "" if actor is None else actor.name

    def about_claim(self, claim: Claim) -> str:
        """The same of a claim."""
        event, actor = self.events.get(claim.subject.event or ""), self.actors.get(claim.subject.actor or "")
        return event.label if event is not None else "" if actor is None else actor.name

    def claimer_of(self, claim: Claim) -> str | None:
        """Whose claim it is, by name; ``None`` for a sourceless 'reportedly'."""
        actor = self.actors.get(self.findings.resolution.claimers.get(claim.attribution) or "")
        return None if actor is None else actor.name

    def find_claims(self, review: Review) -> list[Claim]:
        """The claims, as rules made them, that a review of a claim means."""
        at = review.claim
        if at is None:
            return []
        here = [each for each in self.ruled.values() if self.homes.get(each.attribution) == at.document]
        alike = [each for each in here if each.attribute == at.attribute and each.stance is at.stance]
        exact = [each for each in alike if each.evidence == at.evidence]
        return exact or [each for each in alike if each.evidence.overlaps(at.evidence)]

    def find_events(self, keys: Iterable[str]) -> list[Event]:
        """The events that words name."""
        found = dict.fromkeys(self._owners.find(key) for key in keys)
        return [self.events[each] for each in found if each is not None]

    @cached_property
    def _owners(self) -> MentionIndex:
        return MentionIndex(
            (mention_key(mention.document, mention.trigger), event.id)
            for event in self.events.values()
            for mention in event.mentions
        )

    def touches(self, review: Review, reviews: dict[int, Review]) -> frozenset[str]:
        """What a review is about: claims, events and documents, by id. Two reviews that share one may clash.

        Args:
            review: any.
            reviews: all by number, to look up what is undone.
        """
        if review.act is Act.UNDO:
            undone = reviews.get(review.undoes or 0)
            return frozenset() if undone is None else self.touches(undone, reviews)
        if review.act in ON_CLAIMS:
            return self._questions(self.find_claims(review))
        if review.act in ON_EVENTS:
            return frozenset(event.id for event in self.find_events((*review.left, *review.right)))
        return frozenset((*review.left, *review.right))

    def _questions(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The claims, and what their questions are about: who corrects one changes what the other looks at."""
        asked = (self.claims.get(claim.id, claim) for claim in claims)
        return frozenset(f"{each.subject.event or each.subject.actor} {each.attribute}" for each in asked)
