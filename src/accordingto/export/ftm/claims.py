"""Claims: who says what, according to whom, at which words, and how the question stands."""

from collections.abc import Iterator

from accordingto.export.ftm.entity import Entity, flat, make_entity, render_date
from accordingto.model.attribution import Attribution
from accordingto.model.claim import ActorValue, Claim, DateValue, NumberValue, Question, Value
from accordingto.model.document import Document
from accordingto.model.findings import Findings
from accordingto.query.words import render_value

SCHEMA = "AttributedClaim"


def render_claims(findings: Findings) -> Iterator[Entity]:
    """Every claim, as ``AttributedClaim.yaml`` has it."""
    lines = {line.id: (line, reading.document) for reading in findings.readings for line in reading.attributions}
    names = {actor.id: actor.name for actor in findings.resolution.actors}
    asked = {claim: each for each in findings.questions for answer in each.answers for claim in answer.claims}
    for claim in findings.claims:
        line, document = lines[claim.attribution]
        claimer = findings.resolution.claimers.get(line.id)
        via = findings.resolution.via.get(line.id, ())
        properties: dict[str, list[str | None]] = {
            "claimer": [claimer],
            "via": [each for each in via if each in names],
            "viaName": [flat(each) for each in via if each not in names],
            **_said(claim, line, document),
            **_value(claim.value),
            **_scope(claim),
            **_question(asked.get(claim.id)),
        }
        told = render_value(claim.value, names, [document.quote(claim.evidence)])
        yield make_entity(claim.id, SCHEMA, f"{claim.attribute}: {told}", **properties, value=flat(told))


def _said(claim: Claim, line: Attribution, document: Document) -> dict[str, list[str | None]]:
    return {
        "event": [claim.subject.event],
        "actor": [claim.subject.actor],
        "attribute": [claim.attribute],
        "stance": [claim.stance.value],
        "hedged": ["true" if line.hedged else "false"],
        "form": [line.form.value],
        "proof": [document.id],
        "quote": [document.quote(claim.evidence)],
        "quoteStart": [str(claim.evidence.start)],
        "quoteEnd": [str(claim.evidence.end)],
        "passage": [document.quotes(line.content)],
        "publisher": [document.outlet],
        "sourceUrl": [document.url],
        "date": [None if document.published is None else render_date(document.published.date)],
        "supersedes": list(claim.supersedes),
        "recordId": [line.id],
        "rule": [claim.trace.rule],
    }


def _value(value: Value) -> dict[str, list[str | None]]:
    if isinstance(value, NumberValue):
        low, high = (None if bound is None else str(bound) for bound in (value.low, value.high))
        return {"numberLow": [low], "numberHigh": [high]}
    if isinstance(value, DateValue):
        return {"valueDate": [value.date.start.isoformat(), value.date.end.isoformat()]}
    return {"valueActor": [value.actor]} if isinstance(value, ActorValue) else {}


def _scope(claim: Claim) -> dict[str, list[str | None]]:
    as_of = claim.scope.as_of
    return {
        "scopeWho": [claim.scope.who],
        "scopePlace": [claim.scope.place],
        "asOf": [None if as_of is None else as_of.end.isoformat()],
    }


def _question(question: Question | None) -> dict[str, list[str | None]]:
    return {} if question is None else {"question": [question.id], "questionStatus": [question.status.value]}
