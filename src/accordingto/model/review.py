"""What a person says of a line that rules made: accepted, corrected, withdrawn, joined, parted, derived, struck.

A review points at words, not at ids: ids of claims, events and actors change when documents or rules are added, the
words at a place do not. Reviews are appended, never changed; a later one on the same line outranks an earlier one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from accordingto.model.actor import ActorKind
from accordingto.model.claim import ActorValue, ClaimStance, Scope, Value
from accordingto.model.document import Span
from accordingto.model.lineage import DerivationKind
from accordingto.model.trace import Trace


class Act(StrEnum):
    """What a review does."""

    ACCEPT = "accept"  # the claim is as the words have it
    CORRECT = "correct"  # the words say another value, of others, or with another stance
    WITHDRAW = "withdraw"  # the words make no such claim
    JOIN = "join"  # two events are one
    PART = "part"  # some words for an event speak of another one
    DERIVE = "derive"  # a document came from another, or from an outlet
    STRIKE = "strike"  # it did not
    ASCRIBE = "ascribe"  # a passage is somebody else's
    SORT = "sort"  # an actor is of another kind: a company, no person
    UNDO = "undo"  # an earlier review no longer counts


ON_CLAIMS = frozenset({Act.ACCEPT, Act.CORRECT, Act.WITHDRAW})
ON_EVENTS = frozenset({Act.JOIN, Act.PART})
ON_LINEAGE = frozenset({Act.DERIVE, Act.STRIKE})
ON_ACTORS = frozenset({Act.ASCRIBE, Act.SORT})

# How a review names an outlet that has no document here.
OUTLET = "outlet:"


@dataclass(frozen=True, slots=True)
class ClaimAt:
    """A claim by the words that it rests on.

    Attributes:
        document, evidence: where they stand.
        attribute, stance, value: what the rules made of them; an actor is given by the key of one of its mentions.
    """

    document: str
    evidence: Span
    attribute: str
    stance: ClaimStance
    value: Value


@dataclass(frozen=True, slots=True)
class Correction:
    """What a claim says instead.

    Attributes:
        value, scope, stance: all of them, the unchanged ones too; an actor by the key of one of its mentions.
        event: key of words that name the event it is about, where that is another one.
    """

    value: Value
    scope: Scope = field(default_factory=Scope)
    stance: ClaimStance = ClaimStance.ASSERTS
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One line of a reviewer.

    Attributes:
        act: what it does.
        by, made, reason: who, when (ISO 8601, UTC), and why.
        claim: the claim it is about, for accept, correct and withdraw.
        left, right: for join and part, keys of words that name the two events; for derive and strike, the document
            that came from somewhere, and the document or ``outlet:NAME`` that it came from; for ascribe the key of the
            passage's words, and that of words that name whose it is; for sort, left alone, words that name the actor.
        correction: what a corrected claim says.
        kind: how a derived document came from the other.
        actor_kind: what a sorted actor is.
        undoes: number of the review that is taken back.
        moved: number of the review that this one repeats, because its document has another id now.
        number: its place among the ledger's reviews, from 1; 0 until it is written.
    """

    act: Act
    by: str
    made: str
    reason: str
    claim: ClaimAt | None = None
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    correction: Correction | None = None
    kind: DerivationKind | None = None
    actor_kind: ActorKind | None = None
    undoes: int | None = None
    moved: int | None = None
    number: int = 0

    @property
    def trace(self) -> Trace:
        """Why a line that this review made is there: the rule, the review, and the person with the reason."""
        return Trace(f"review.{self.act.value}.v1", (f"review-{self.number}",), f"{self.by}: {self.reason}")


def is_reviewed(trace: Trace) -> bool:
    """Whether a person made a line what it is."""
    return trace.rule.startswith("review.")


def find_standing(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """The reviews that count, in the order of their numbers: not taken back, and the latest on their claim or pair.

    Joins and parts all count, one after the other: the later outranks the earlier by coming after it.
    """
    kept: dict[object, Review] = {}
    for review in sorted(_without_undone(reviews), key=lambda each: each.number):
        if review.act is not Act.UNDO:
            target = _target(review)
            kept.pop(target, None)
            kept[target] = review
    return tuple(kept.values())


def pointed_documents(review: Review) -> frozenset[str]:
    """The documents whose words a review is about, or means by an actor or event."""
    if review.act in ON_LINEAGE:
        return frozenset(end for end in (*review.left, *review.right) if not end.startswith(OUTLET))
    said = [each for each in (review.claim, review.correction) if each is not None]
    keys = [*review.left, *review.right, *(each.value.actor for each in said if isinstance(each.value, ActorValue))]
    if review.correction is not None and review.correction.event is not None:
        keys.append(review.correction.event)
    about = [] if review.claim is None else [review.claim.document]
    return frozenset((*about, *(key.rpartition(":")[0] for key in keys if not key.startswith(OUTLET))))


def of_acts(reviews: Iterable[Review], acts: frozenset[Act]) -> tuple[Review, ...]:
    """The reviews that do one of these."""
    return tuple(review for review in reviews if review.act in acts)


def _without_undone(reviews: Sequence[Review]) -> list[Review]:
    undone = {review.undoes for review in reviews if review.act is Act.UNDO}
    return [each for each in reviews if each.number not in undone and (each.moved is None or each.moved not in undone)]


def _target(review: Review) -> object:
    if review.claim is not None:
        return review.claim
    if review.act in ON_LINEAGE:
        return frozenset((*review.left, *review.right))
    if review.act in ON_ACTORS:
        return review.act, review.left
    return review.number
