"""``accordingto-ledger/1``: the whole ledger as one JSON object, as docs/ledger.md has it."""

import json
from collections import defaultdict
from typing import Any

from accordingto.model.actor import Actor, Reference
from accordingto.model.attribution import Attribution
from accordingto.model.claim import (
    ActorValue,
    Answer,
    Claim,
    DateValue,
    NumberValue,
    PlaceValue,
    Question,
    Scope,
    Subject,
    Value,
)
from accordingto.model.dates import DateRange
from accordingto.model.document import Document
from accordingto.model.event import Event
from accordingto.model.findings import Findings
from accordingto.model.lineage import Derivation
from accordingto.model.story import Story
from accordingto.text.escaped import escape_json

FORMAT = "accordingto-ledger/1"


def dump_ledger(findings: Findings) -> str:
    """The findings as JSON text: keys in the documented order, one space of indent, a line end at the end."""
    text = json.dumps(render_ledger(findings), ensure_ascii=False, indent=1)
    return escape_json(text) + "\n"


def render_ledger(findings: Findings) -> dict[str, Any]:
    """The findings as JSON-ready objects."""
    resolution = findings.resolution
    origins = {document: origin.id for origin in findings.lineage.origins for document in origin.documents}
    sources: defaultdict[str, list[Derivation]] = defaultdict(list)
    for each in findings.lineage.derivations:
        sources[each.document].append(each)
    variants: defaultdict[str, set[str]] = defaultdict(set)
    for pair in findings.variants:
        variants[pair.attribution].add(pair.other)
        variants[pair.other].add(pair.attribution)
    return {
        "format": FORMAT,
        "documents": [
            _document(reading.document, origins.get(reading.document.id), sources[reading.document.id])
            for reading in findings.readings
        ],
        "actors": [_actor(actor) for actor in resolution.actors],
        "attributions": [
            _attribution(each, resolution.claimers.get(each.id), resolution.via.get(each.id, ()), variants[each.id])
            for reading in findings.readings
            for each in reading.attributions
        ],
        "events": [_event(event) for event in findings.events],
        "claims": [_claim(claim) for claim in findings.claims],
        "questions": [_question(question) for question in findings.questions],
        "stories": [render_story(story) for story in findings.stories],
    }


def render_story(story: Story) -> dict[str, Any]:
    """A story as a JSON-ready object."""
    return {
        "id": story.id,
        "label": story.label,
        "documents": list(story.documents),
        "days": _days(story.days),
        "places": list(story.places),
        "rule": story.trace.rule,
        "reason": story.trace.note,
    }


def _days(date: DateRange | None) -> dict[str, str] | None:
    return None if date is None else {"start": date.start.isoformat(), "end": date.end.isoformat()}


def _document(document: Document, origin: str | None, derivations: list[Derivation]) -> dict[str, Any]:
    published = document.published
    return {
        "id": document.id,
        "uri": document.uri,
        "url": document.url,
        "publisher": document.outlet,
        "title": document.title,
        "author": document.author,
        "language": document.language,
        "text": document.text,
        "published": None if published is None else {**(_days(published.date) or {}), "basis": published.basis.value},
        "origin": origin,
        "derived_from": [
            {
                "document": each.source,
                "publisher": each.outlet,
                "kind": each.kind.value,
                "evidence": None if each.evidence is None else list(each.evidence),
            }
            for each in derivations
        ],
        "segments": [
            {"start": s.span.start, "end": s.span.end, "zone": s.zone.value, "rule": s.rule} for s in document.segments
        ],
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "names": list(actor.names),
        "affiliations": list(dict.fromkeys(each.actor for each in actor.affiliations)),
        "mentions": [{"document": m.document, "start": m.span.start, "end": m.span.end} for m in actor.mentions],
        "reference": _reference(actor.reference),
    }


def _reference(reference: Reference | None) -> dict[str, Any] | None:
    """The entity of reference data that an actor is."""
    if reference is None:
        return None
    return {
        "id": reference.id,
        "caption": reference.caption,
        "schema": reference.schema,
        "score": reference.score,
        "reasons": list(reference.reasons),
        "rule": reference.rule,
    }


def _attribution(
    attribution: Attribution, claimer: str | None, via: tuple[str, ...], variants: set[str]
) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "document": attribution.document,
        "source": [list(span) for span in attribution.source],
        "cue": [list(span) for span in attribution.cue],
        "content": [list(span) for span in attribution.content],
        "claimer": claimer,
        "via": list(via),
        "form": attribution.form.value,
        "stance": attribution.stance.value,
        "hedged": attribution.hedged,
        "parent": attribution.parent,
        "variants": sorted(variants),
        "rule": attribution.trace.rule,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "kind": event.kind.value,
        "label": event.label,
        "date": _days(event.date),
        "places": [
            {"name": p.name, "geonames": p.geonames, "latitude": p.latitude, "longitude": p.longitude}
            for p in event.places
        ],
        "participants": [{"actor": p.actor, "role": p.role} for p in event.participants],
        "mentions": [{"document": m.document, "start": m.span.start, "end": m.span.end} for m in event.mentions],
        "rule": event.trace.rule,
    }


def _subject(subject: Subject) -> dict[str, str]:
    return {"event": subject.event} if subject.event is not None else {"actor": subject.actor or ""}


def _value(value: Value) -> dict[str, Any]:
    if isinstance(value, NumberValue):
        return {"number": {"low": value.low, "high": value.high}}
    if isinstance(value, DateValue):
        return {"date": _days(value.date)}
    if isinstance(value, ActorValue):
        return {"actor": value.actor}
    if isinstance(value, PlaceValue):
        return {"place": value.place}
    return {"text": value.text}


def _scope(scope: Scope) -> dict[str, Any]:
    return {"who": scope.who, "place": scope.place, "as_of": _days(scope.as_of)}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "attribution": claim.attribution,
        "evidence": list(claim.evidence),
        "subject": _subject(claim.subject),
        "attribute": claim.attribute,
        "value": _value(claim.value),
        "scope": _scope(claim.scope),
        "stance": claim.stance.value,
        "supersedes": list(claim.supersedes),
        "rule": claim.trace.rule,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "value": _value(answer.value),
        "scope": _scope(answer.scope),
        "claims": list(answer.claims),
        "origins": answer.origins,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "subject": _subject(question.subject),
        "attribute": question.attribute,
        "status": question.status.value,
        "answers": [_answer(answer) for answer in question.answers],
        "reason": question.reason,
        "rule": question.trace.rule,
    }
