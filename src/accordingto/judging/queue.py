"""What most needs a look: contested questions that rest on what rules were least sure of come first.

How sure: the score that the rule or the trained model gave the attribution, 0 to 1 (``attributions.score``), times
what the claim's own words cost: a claim in a headline says less than one in the report, a hedged one ('may have') is
easily read as more than it is, and a claim that rests on another's words ('denied this') is a step away from its own.
A question is as sure as the least sure of the claims that decide how it stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.judging.pointing import Pointer
from accordingto.model.attribution import Attribution, Form
from accordingto.model.claim import Claim, Question, Status
from accordingto.model.document import Zone
from accordingto.model.review import Review, find_standing, is_reviewed

# The order in which a wrong line does most harm: it makes a quarrel, hides one, or is one voice among none.
ORDER = (Status.CONTESTED, Status.UNVERIFIED, Status.AGREED, Status.SINGLE)
HEADLINE, HEDGED, NARRATED, DERIVED = 0.85, 0.9, 0.95, 0.9


@dataclass(frozen=True, slots=True)
class Due:
    """A question that needs a look.

    Attributes:
        question: the question.
        claim: the least sure of the claims that decide how it stands, and the one to look at.
        sureness: 0 to 1, of that claim.
        why: phrases that say what makes it so.
    """

    question: Question
    claim: Claim
    sureness: float
    why: tuple[str, ...]


def find_due(pointer: Pointer, reviews: Sequence[Review]) -> list[Due]:
    """The questions in the order in which a reviewer should take them.

    Those whose deciding claims were all reviewed are left out.
    """
    lines = {line.id: line for reading in pointer.findings.readings for line in reading.attributions}
    seen = {claim.id for review in find_standing(reviews) for claim in pointer.find_claims(review)}
    due = [found for question in pointer.findings.questions if (found := _find(question, pointer, lines, seen))]
    return sorted(due, key=lambda each: (ORDER.index(each.question.status), each.sureness, each.question.id))


def _find(question: Question, pointer: Pointer, lines: dict[str, Attribution], seen: set[str]) -> Due | None:
    given = [claim for answer in question.answers for claim in answer.claims]
    deciding = [each for each in question.trace.inputs or given if each in pointer.claims]
    fresh = [pointer.claims[each] for each in deciding if each not in seen]
    rated = [(*_rate(claim, lines[claim.attribution], pointer), claim) for claim in fresh if claim.attribution in lines]
    if not rated:
        return None
    sureness, why, claim = min(rated, key=lambda each: (each[0], each[2].id))
    return Due(question, claim, sureness, why)


def _rate(claim: Claim, line: Attribution, pointer: Pointer) -> tuple[float, tuple[str, ...]]:
    """How sure a claim is, and what makes it less so."""
    if is_reviewed(claim.trace):
        return 1.0, ()
    reasons = list(_reasons(claim, line, pointer))
    sureness = 1.0
    for factor, _ in reasons:
        sureness *= factor
    return round(sureness, 3), tuple(phrase for _, phrase in reasons)


def _reasons(claim: Claim, line: Attribution, pointer: Pointer) -> Iterator[tuple[float, str]]:
    if line.score < 1:
        yield line.score, f"the rule {line.trace.rule} gave this attribution {line.score:.2f}"
    if pointer.documents[line.document].zone_at(claim.evidence.start) is Zone.TITLE:
        yield HEADLINE, "the words stand in a headline"
    if line.hedged:
        yield HEDGED, "the words are hedged"
    if line.form is Form.NARRATION:
        yield NARRATED, "the document says it in its own voice"
    if claim.trace.inputs:
        yield DERIVED, "the value stands in other words than these"
