"""The questions that claims answer, each with its answers, its status and the reason for it."""

from collections.abc import Sequence

from accordingto.model.actor import Resolution
from accordingto.model.claim import Claim, Question, Subject
from accordingto.model.event import Event
from accordingto.model.findings import Reading, Reconciliation
from accordingto.model.keys import make_id
from accordingto.model.lineage import Lineage
from accordingto.model.trace import Trace
from accordingto.stages.reconcile.answers import Stand, find_stands, make_answer, make_key
from accordingto.stages.reconcile.provenance import Provenance
from accordingto.stages.reconcile.reasons import render_reason
from accordingto.stages.reconcile.status import decide_status
from accordingto.stages.reconcile.supersede import mark_superseded


def reconcile(
    claims: Sequence[Claim],
    readings: Sequence[Reading],
    *,
    resolution: Resolution,
    lineage: Lineage,
    events: Sequence[Event] = (),
) -> Reconciliation:
    """Group claims into questions with their answers, origins and status, each with its reason.

    Args:
        claims: in any order; the result does not depend on it.
        readings: the documents that the claims stand in.
        resolution: who the claimers are and whom they belong to.
        lineage: which documents are one line of provenance.
        events: those that claims are about, for their days: an old toll grows no more.
    """
    provenance = Provenance(readings, resolution, lineage, events)
    settled: list[Claim] = []
    questions = []
    for group in _group_by_question(claims):
        provenance.credit(group)
        marked = mark_superseded(group, provenance)
        settled.extend(marked)
        questions.append(_make_question(marked, provenance))
    return Reconciliation(
        claims=tuple(sorted(settled, key=lambda claim: claim.id)),
        questions=tuple(sorted(questions, key=lambda question: question.id)),
    )


def _group_by_question(claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: dict[tuple[Subject, str], list[Claim]] = {}
    for claim in sorted({claim.id: claim for claim in claims}.values(), key=lambda claim: claim.id):
        groups.setdefault((claim.subject, claim.attribute), []).append(claim)
    return list(groups.values())


def _first(stand: Stand) -> tuple[int, str]:
    """Among answers held by equally many, what stands nearest the top of a report comes first."""
    return min(claim.evidence.start for claim in stand.claims), repr(make_key(stand.value, stand.scope))


def _make_question(claims: Sequence[Claim], provenance: Provenance) -> Question:
    subject, attribute = claims[0].subject, claims[0].attribute
    superseded = frozenset(old for claim in claims for old in claim.supersedes)
    stands = find_stands(claims, provenance)
    verdict = decide_status(stands, superseded, provenance)
    answers = [make_answer(stand, provenance) for stand in sorted(stands, key=_first)]
    return Question(
        id=make_id("question", subject.event, subject.actor, attribute),
        subject=subject,
        attribute=attribute,
        status=verdict.status,
        answers=tuple(sorted(answers, key=lambda answer: (-answer.origins, -len(answer.claims)))),
        reason=render_reason(verdict, provenance),
        trace=Trace("reconcile.status.v1", tuple(claim.id for claim in verdict.deciding), verdict.kind),
    )
