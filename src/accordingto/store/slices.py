"""A slice of a ledger: whole stories with everything that settling their questions anew needs, and nothing else."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, select

from accordingto.model.actor import Actor, Mention
from accordingto.model.attribution import Form
from accordingto.model.claim import Status
from accordingto.model.document import Document, Segment
from accordingto.model.findings import Findings, Overruled
from accordingto.model.lineage import Lineage
from accordingto.model.review import ON_CLAIMS, ON_EVENTS, find_standing, of_acts, pointed_documents
from accordingto.model.story import Story
from accordingto.store import tables
from accordingto.store.base import Deciding
from accordingto.store.load import load_lineage, take_document, take_mention, take_segment, take_story
from accordingto.store.part import Wanted, load_part
from accordingto.store.review_rows import load_overruled, load_reviews
from accordingto.store.rows import MOST_VALUES, read_in


def load_slice(connection: Connection, documents: Iterable[str]) -> Findings:
    """The stories of some documents, with those that a person's review holds together with theirs."""
    stories = _close(connection, set(documents))
    told = {document for story in stories for document in story.documents}
    found = _load_part(connection, told)
    held = {line.id for reading in found.readings for line in reading.attributions}
    overruled, struck = load_overruled(connection)
    return replace(
        found,
        lineage=replace(found.lineage, struck=tuple(each for each in struck if each.document in told)),
        resolution=replace(found.resolution, actors=_with_mentions(connection, found.resolution.actors, told)),
        stories=stories,
        overruled=Overruled(
            tuple(event for event in overruled.events if any(each.document in told for each in event.mentions)),
            tuple(claim for claim in overruled.claims if claim.attribution in held),
        ),
    )


def find_homes(connection: Connection, lines: Iterable[str]) -> set[str]:
    """The documents in which claims, events and questions, given by id, stand; overruled ones too."""
    ids = set(lines)
    claims = {row["claim"] for row in read_in(connection, tables.answer_claims, "question", ids)} | ids
    overruled, _ = load_overruled(connection)
    spoken = {row["attribution"] for row in read_in(connection, tables.claims, "id", claims)}
    spoken |= {claim.attribution for claim in overruled.claims if claim.id in claims}
    homes = {row["document"] for row in read_in(connection, tables.attributions, "id", spoken)}
    homes |= {row["document"] for row in read_in(connection, tables.event_mentions, "event", ids)}
    return homes | {row["id"] for row in read_in(connection, tables.documents, "id", ids)}


def load_whole_lineage(connection: Connection) -> tuple[Lineage, tuple[Document, ...]]:
    """Where all documents came from, and the documents with their ids and outlets, but without their texts."""
    table = tables.documents
    rows = connection.execute(select(table.c.id, table.c.uri, table.c.outlet).order_by(table.c.id)).all()
    _, struck = load_overruled(connection)
    bare = tuple(Document(row.id, row.uri, "", row.outlet) for row in rows)
    return replace(load_lineage(connection), struck=struck), bare


def load_documents(connection: Connection, ids: Iterable[str]) -> tuple[Document, ...]:
    """Some documents, with their texts and marked stretches."""
    wanted = set(ids)
    segments: defaultdict[str, list[Segment]] = defaultdict(list)
    for row in read_in(connection, tables.segments, "document", wanted):
        segments[row["document"]].append(take_segment(row))
    rows = read_in(connection, tables.documents, "id", wanted)
    return tuple(take_document(row, segments[row["id"]]) for row in rows)


def load_deciding(connection: Connection, status: Status) -> Iterator[Deciding]:
    """The claims that decide how the questions of a status stand; those that answer it where no rule named them."""
    table = tables.questions
    rows = connection.execute(select(table.c.id, table.c.rule_inputs).where(table.c.status == status.value)).all()
    named = {row.id: json.loads(row.rule_inputs) for row in rows if row.rule_inputs}
    given: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_in(
        connection, tables.answer_claims, "question", (each.id for each in rows if not each.rule_inputs)
    ):
        given[row["question"]].append(row["claim"])
    every = {claim for claims in (*named.values(), *given.values()) for claim in claims}
    claims, lines = tables.claims.c, tables.attributions.c
    columns = (claims.id, claims.rule, claims.rule_inputs, lines.score, lines.hedged, lines.form)
    rated: dict[str, Deciding] = {}
    both = select(*columns).join_from(tables.claims, tables.attributions)
    for each in _read_some(connection, both, claims.id, every):
        narrated = each.form == Form.NARRATION.value
        rated[each.id] = Deciding("", each.rule, each.score, each.hedged, narrated, each.rule_inputs is not None)
    for question, inputs in sorted({**named, **given}.items()):
        yield from (replace(rated[each], question=question) for each in inputs if each in rated)


def _read_some(
    connection: Connection, statement: Select[Any], column: Column[Any], values: set[str]
) -> Iterator[Row[Any]]:
    known = sorted(values)
    for start in range(0, len(known), MOST_VALUES):
        yield from connection.execute(statement.where(column.in_(known[start : start + MOST_VALUES])))


def _close(connection: Connection, documents: set[str]) -> tuple[Story, ...]:
    """The stories that hold these documents, or that a review or mentions of one event hold together with theirs."""
    standing = of_acts(find_standing(load_reviews(connection)), ON_CLAIMS | ON_EVENTS)
    held = [each for each in map(pointed_documents, standing) if len(each) > 1]
    chosen: dict[str, Story] = {}
    todo, known = documents, set[str]()
    while todo:
        met = {row["story"] for row in read_in(connection, tables.story_documents, "document", todo)}
        fresh = _load_stories(connection, met - chosen.keys())
        chosen |= {story.id: story for story in fresh}
        told = {document for story in fresh for document in story.documents}
        known |= told | todo
        events = {row["event"] for row in read_in(connection, tables.event_mentions, "document", told)}
        todo = {row["document"] for row in read_in(connection, tables.event_mentions, "event", events)}
        todo = todo.union(*(each for each in held if not each.isdisjoint(known))) - known
    return tuple(chosen[each] for each in sorted(chosen))


def _load_stories(connection: Connection, ids: set[str]) -> list[Story]:
    documents: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_in(connection, tables.story_documents, "story", ids):
        documents[row["story"]].append(row["document"])
    return [take_story(row, documents[row["id"]]) for row in read_in(connection, tables.stories, "id", ids)]


def _load_part(connection: Connection, documents: set[str]) -> Findings:
    lines = [row["id"] for row in read_in(connection, tables.attributions, "document", documents)]
    claims = tuple(row["id"] for row in read_in(connection, tables.claims, "attribution", lines))
    asked = {row["question"] for row in read_in(connection, tables.answer_claims, "claim", claims)}
    events = {row["event"] for row in read_in(connection, tables.event_mentions, "document", documents)}
    named = {row["actor"] for row in read_in(connection, tables.mentions, "document", documents)}
    wanted = Wanted(
        questions=tuple(sorted(asked)),
        claims=claims,
        documents=tuple(sorted(documents)),
        events=tuple(sorted(events)),
        is_whole=True,
        has_mentions=True,
    )
    found = load_part(connection, wanted)
    others = load_part(connection, Wanted(actors=tuple(sorted(named)))).resolution.actors
    actors = {actor.id: actor for actor in (*others, *found.resolution.actors)}
    resolution = replace(found.resolution, actors=tuple(actors[each] for each in sorted(actors)))
    return replace(found, resolution=resolution)


def _with_mentions(connection: Connection, actors: Iterable[Actor], documents: set[str]) -> tuple[Actor, ...]:
    """The actors with the words that name them in these documents."""
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for row in read_in(connection, tables.mentions, "document", documents):
        mentions[row["actor"]].append(take_mention(row))
    return tuple(replace(actor, mentions=tuple(mentions[actor.id])) for actor in actors)
