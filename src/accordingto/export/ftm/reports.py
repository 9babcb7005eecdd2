"""Documents as articles, and the events that they tell of."""

from collections.abc import Iterator

from accordingto.export.ftm.entity import LANGUAGES, Entity, flat, make_entity, render_date
from accordingto.model.document import Document
from accordingto.model.event import Event
from accordingto.model.findings import Findings


def render_documents(findings: Findings) -> Iterator[Entity]:
    """Every document with its text."""
    for reading in findings.readings:
        yield _document(reading.document)


def _document(document: Document) -> Entity:
    return make_entity(
        document.id,
        "Article",
        document.title or document.uri,
        title=None if document.title is None else flat(document.title),
        fileName=document.uri,
        author=document.author,
        publisher=document.outlet,
        publishedAt=None if document.published is None else render_date(document.published.date),
        language=LANGUAGES.get(document.language or ""),
        sourceUrl=document.url,
        bodyText=document.text,
    )


def render_events(findings: Findings) -> Iterator[Entity]:
    """Every event with its days, places, participants, and the documents that tell of it."""
    for event in findings.events:
        yield _event(event)


def _event(event: Event) -> Entity:
    days = event.date
    return make_entity(
        event.id,
        "Event",
        event.label,
        name=flat(event.label),
        startDate=None if days is None else days.start.isoformat(),
        endDate=None if days is None else days.end.isoformat(),
        location=(flat(place.name) for place in event.places),
        country=sorted({place.country.lower() for place in event.places if place.country}),
        involved=(each.actor for each in event.participants),
        proof=(mention.document for mention in event.mentions),
        keywords=event.kind.value,
    )
