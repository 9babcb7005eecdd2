"""What a review may not be: nameless, without a reason, about nothing that is here, or saying nothing new."""

import re
from collections.abc import Sequence

from accordingto.errors import JudgementRefused
from accordingto.judging.pointing import Pointer
from accordingto.model.claim import NumberValue
from accordingto.model.review import ON_CLAIMS, OUTLET, Act, Correction, Review, find_standing

# Longer than any reason; what is pasted by mistake is told so before it is kept for ever.
LONGEST_REASON = 4000
LONGEST_NAME = 120
# Half of a surrogate pair: JSON can write it, no ledger can.
HALF = re.compile("[\ud800-\udfff]")
# SQLite's integers have 64 bits.
GREATEST = 2**63 - 1


def refuse_unfit(review: Review, pointer: Pointer, reviews: Sequence[Review]) -> None:
    """Go on only with a review that can be kept.

    Raises:
        JudgementRefused: it cannot; one line says why and what to do.
    """
    refuse_unsigned(review)
    if review.act in ON_CLAIMS:
        _refuse_claim(review, pointer)
    elif review.act is Act.UNDO:
        refuse_undo(review, reviews)
    elif review.act in {Act.JOIN, Act.PART}:
        _refuse_events(review, pointer)
    else:
        _refuse_documents(review, pointer)


def refuse_unsigned(review: Review) -> None:
    """Somebody says it, for a reason, at no unreasonable length.

    Raises:
        JudgementRefused: nobody does.
    """
    if not review.by.strip():
        raise JudgementRefused("nobody signs this review; give a name")
    if len(review.by) > LONGEST_NAME:
        raise JudgementRefused(f"the reviewer's name is longer than {LONGEST_NAME} characters; shorten it")
    if not review.reason.strip():
        raise JudgementRefused("a review needs a reason that others can check; give one")
    if len(review.reason) > LONGEST_REASON:
        raise JudgementRefused(f"the reason is longer than {LONGEST_REASON:,} characters; shorten it")
    if HALF.search(review.by + review.reason):
        raise JudgementRefused("the name or the reason holds half a character; write it anew")


def _refuse_claim(review: Review, pointer: Pointer) -> None:
    if not pointer.find_claims(review):
        raise JudgementRefused("the claim is no longer in this ledger; look at its question again")
    if review.act is not Act.CORRECT:
        return
    if review.correction is None:
        raise JudgementRefused("a correction needs a value; give what the words say")
    refuse_wild_number(review.correction)
    event = review.correction.event
    if event is not None and not pointer.find_events([event]):
        raise JudgementRefused("the event that the claim is to be moved to is not in this ledger; choose another")
    at = review.claim
    same = at is not None and (review.correction.value, review.correction.stance) == (at.value, at.stance)
    scopes = {claim.scope for claim in pointer.find_claims(review)}
    if same and event is None and scopes == {review.correction.scope}:
        raise JudgementRefused("this is what the claim says already; accept it, or change something")


def refuse_wild_number(said: Correction) -> None:
    """A count has bounds that can be kept and do not cross.

    Raises:
        JudgementRefused: it has not.
    """
    if not isinstance(said.value, NumberValue):
        return
    low, high = said.value.low, said.value.high
    if low is None and high is None:
        raise JudgementRefused("a number needs at least one bound; give 'at least' or 'at most', or withdraw the claim")
    if any(bound is not None and not 0 <= bound <= GREATEST for bound in (low, high)):
        raise JudgementRefused("a count lies between 0 and nine million million million; correct the number")
    if low is not None and high is not None and high < low:
        raise JudgementRefused(f"'at least {low:,}' is more than 'at most {high:,}'; swap or correct them")


def _refuse_events(review: Review, pointer: Pointer) -> None:
    left, right = pointer.find_events(review.left), pointer.find_events(review.right)
    if not left or not right:
        raise JudgementRefused("an event of this review is not in this ledger; choose it again")
    if set(review.left) & set(review.right):
        raise JudgementRefused("the same words stand on both sides; choose each mention once")
    if review.act is Act.JOIN and {event.id for event in left} == {event.id for event in right}:
        raise JudgementRefused(f"'{left[0].label}' is one event already; choose another to join it with")


def _refuse_documents(review: Review, pointer: Pointer) -> None:
    document, source = review.left[0], review.right[0]
    unknown = [each for each in (document, source) if not each.startswith(OUTLET) and each not in pointer.documents]
    if unknown:
        raise JudgementRefused(f"{unknown[0]}: no such document in this ledger; choose it again")
    if document == source:
        raise JudgementRefused("a document does not come from itself; choose two")
    if review.act is Act.STRIKE and not _is_derived(document, source, pointer):
        raise JudgementRefused("nothing says that this document came from there; there is nothing to strike")


def _is_derived(document: str, source: str, pointer: Pointer) -> bool:
    lineage = pointer.findings.lineage
    every = (*lineage.derivations, *lineage.struck)
    return any(each.document == document and source in {each.source, f"{OUTLET}{each.outlet}"} for each in every)


def refuse_undo(review: Review, reviews: Sequence[Review]) -> None:
    """Only what counts is taken back, by somebody.

    Raises:
        JudgementRefused: it does not count.
    """
    refuse_unsigned(review)
    numbers = {each.number for each in reviews}
    if review.undoes not in numbers:
        known = f"there are {len(reviews)}" if reviews else "there are none yet"
        raise JudgementRefused(f"there is no review {review.undoes}: {known}; take the number from the log")
    if review.undoes not in {each.number for each in find_standing(reviews)}:
        raise JudgementRefused(f"review {review.undoes} does not count any more: it was taken back or outranked")
