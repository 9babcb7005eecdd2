"""Events, the claims about them and the questions that these answer, as rows."""

from collections.abc import Iterator

from sqlalchemy import Table

from accordingto.model.claim import Claim, Question
from accordingto.model.event import Event
from accordingto.store import tables
from accordingto.store.columns import Columns, put_days, put_span, put_subject, put_trace, put_value

# The tables of a line, each with the column that holds its id; what points at others first.
CLAIM = ((tables.claim_supersedes, "claim"), (tables.claims, "id"))
EVENT = (
    (tables.event_mentions, "event"),
    (tables.places, "event"),
    (tables.participants, "event"),
    (tables.events, "id"),
)
QUESTION = ((tables.answer_claims, "question"), (tables.answers, "question"), (tables.questions, "id"))


def event_rows(event: Event) -> Iterator[tuple[Table, Columns]]:
    """An event with its mentions, places and participants."""
    columns: Columns = {"id": event.id, "kind": event.kind.value, "label": event.label}
    yield tables.events, columns | put_days(event.date, "date") | put_trace(event.trace)
    for position, mention in enumerate(event.mentions):
        columns = {
            "event": event.id,
            "position": position,
            "document": mention.document,
            **put_span(mention.span),
        }
        columns |= {"trigger_begins": mention.trigger.start, "trigger_ends": mention.trigger.end}
        yield tables.event_mentions, columns | {"attribution": mention.attribution}
    for position, place in enumerate(event.places):
        columns = {"event": event.id, "position": position, "name": place.name, "geonames": place.geonames}
        columns |= {"latitude": place.latitude, "longitude": place.longitude}
        yield tables.places, columns | {"country": place.country, "region": place.region}
    for position, part in enumerate(event.participants):
        yield tables.participants, {"event": event.id, "position": position, "actor": part.actor, "role": part.role}


def claim_rows(claim: Claim) -> Iterator[tuple[Table, Columns]]:
    """A claim, with those that it replaces."""
    yield (
        tables.claims,
        {
            "id": claim.id,
            "attribution": claim.attribution,
            **put_span(claim.evidence),
            **put_subject(claim.subject),
            "attribute": claim.attribute,
            **put_value(claim.value, claim.scope),
            "stance": claim.stance.value,
            **put_trace(claim.trace),
        },
    )
    for position, earlier in enumerate(claim.supersedes):
        yield tables.claim_supersedes, {"claim": claim.id, "position": position, "superseded": earlier}


def question_rows(question: Question) -> Iterator[tuple[Table, Columns]]:
    """A question with its answers and the claims that hold them."""
    columns: Columns = {"id": question.id, **put_subject(question.subject), "attribute": question.attribute}
    columns |= {"status": question.status.value, "reason": question.reason, **put_trace(question.trace)}
    yield tables.questions, columns
    for number, answer in enumerate(question.answers):
        columns = {"question": question.id, "position": number, **put_value(answer.value, answer.scope)}
        yield tables.answers, columns | {"origins": answer.origins}
        for position, claim in enumerate(answer.claims):
            yield (
                tables.answer_claims,
                {"question": question.id, "answer": number, "position": position, "claim": claim},
            )
