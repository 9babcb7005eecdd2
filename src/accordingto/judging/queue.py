"""What most needs a look: contested questions that rest on what rules were least sure of come first.

How sure: the score that the rule or the trained model gave the attribution, 0 to 1 (``attributions.score``), times
what the claim's own words cost: a claim in a headline says less than one in the report, a hedged one ('may have') is
easily read as more than it is, and a claim that rests on another's words ('denied this') is a step away from its own.
A question is as sure as the least sure of the claims that decide how it stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod

from accordingto.judging.pointing import Pointer
from accordingto.model.attribution import Attribution, Form
from accordingto.model.claim import Claim, Question, Status
from accordingto.model.document import Document, Zone
from accordingto.model.review import is_reviewed
from accordingto.model.trace import Trace
from accordingto.store.base import Deciding, View

# The order in which a wrong line does most harm: it makes a quarrel, hides one, or is one voice among none.
ORDER = (Status.CONTESTED, Status.UNVERIFIED, Status.AGREED, Status.SINGLE)
HEADLINE, HEDGED, NARRATED, DERIVED = 0.85, 0.9, 0.95, 0.9


@dataclass(frozen=True, slots=True)
class Due:
    """A question that needs a look.

    Attributes:
        question: the question.
        about: the event or actor that it is about, in words.
        claim: the least sure of the claims that decide how it stands, and the one to look at.
        document: where that claim stands.
        sureness: 0 to 1, of that claim.
        why: phrases that say what makes it so.
    """

    question: Question
    about: str
    claim: Claim
    document: Document
    sureness: float
    why: tuple[str, ...]


def find_due(view: View, most: int) -> tuple[list[Due], int]:
    """The questions in the order in which a reviewer should take them, and about how many there are in all.

    Those whose deciding claims were all reviewed are left out; of a status that is not reached they are counted. The
    order is found from figures alone, which takes no text; whether the words stand in a headline is looked up for
    twice as many as are asked for.
    """
    due: list[Due] = []
    left = 0
    for status in ORDER:
        if len(due) >= most:
            left += view.count_questions(status)
        else:
            rated = sorted(_rate_rows(view.deciding(status)).items(), key=lambda each: (each[1], each[0]))
            left += len(rated)
            found = _look_at(view, [question for question, _ in rated[: 2 * most]])
            due.extend(sorted(found, key=lambda each: (each.sureness, each.question.id))[: most - len(due)])
    return due, left


def _rate_rows(deciding: Iterable[Deciding]) -> dict[str, float]:
    """Question -> how sure the least sure of its claims is that nobody has reviewed."""
    least: dict[str, float] = {}
    for each in deciding:
        if not is_reviewed(Trace(each.rule)):
            factors = (each.score, HEDGED**each.is_hedged, NARRATED**each.is_narrated, DERIVED**each.is_derived)
            sureness = round(prod(factors), 3)
            least[each.question] = min(least.get(each.question, 1.0), sureness)
    return least


def _look_at(view: View, questions: Sequence[str]) -> Iterator[Due]:
    """The same of some questions with their documents at hand."""
    pointer = Pointer(view.questions_of(questions))
    lines = {line.id: line for reading in pointer.findings.readings for line in reading.attributions}
    documents = {each.id: each for each in view.documents_of(pointer.documents)}
    for question in pointer.findings.questions:
        given = [claim for answer in question.answers for claim in answer.claims]
        deciding = [pointer.claims[each] for each in question.trace.inputs or given if each in pointer.claims]
        rated = []
        for claim in deciding:
            if not is_reviewed(claim.trace):
                document = documents[lines[claim.attribution].document]
                reasons = list(_reasons(claim, lines[claim.attribution], document))
                why = tuple(phrase for _, phrase in reasons)
                rated.append(Due(question, pointer.about(question), claim, document, _multiply(reasons), why))
        if rated:
            yield min(rated, key=lambda each: (each.sureness, each.claim.id))


def _multiply(reasons: Iterable[tuple[float, str]]) -> float:
    return round(prod(factor for factor, _ in reasons), 3)


def _reasons(claim: Claim, line: Attribution, document: Document) -> Iterator[tuple[float, str]]:
    """What makes a claim less sure, by how much."""
    if line.score < 1:
        yield line.score, f"the rule {line.trace.rule} gave this attribution {line.score:.2f}"
    if document.zone_at(claim.evidence.start) is Zone.TITLE:
        yield HEADLINE, "the words stand in a headline"
    if line.hedged:
        yield HEDGED, "the words are hedged"
    if line.form is Form.NARRATION:
        yield NARRATED, "the document says it in its own voice"
    if claim.trace.inputs:
        yield DERIVED, "the value stands in other words than these"
