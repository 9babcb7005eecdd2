"""Findings to rows: what the readings say is kept where it did not change, the rest is written anew."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Table, delete, insert

from accordingto.model.actor import Actor, Judgement, Reference, Resolution
from accordingto.model.attribution import Attribution, Variant
from accordingto.model.document import Document
from accordingto.model.findings import Findings, Reading
from accordingto.model.lineage import Lineage
from accordingto.model.reference import ReferenceEntity
from accordingto.model.story import Story
from accordingto.model.trace import Issue
from accordingto.store import tables
from accordingto.store.aids import make_finding_aids
from accordingto.store.columns import Columns, put_days, put_span, put_trace
from accordingto.store.load import load_known
from accordingto.store.packed_reading import Held, open_lines, pack_grammar
from accordingto.store.review_rows import write_overruled
from accordingto.store.rows import insert_rows
from accordingto.store.sound import Check, with_known_claimers
from accordingto.store.write_events import claim_rows, event_rows, question_rows

# Kept when findings are written anew: unchanged documents, persons' judgements, what the file says of itself.
LASTING = {
    "documents",
    "segments",
    "readings",
    "judgements",
    "reviews",
    "reference_entities",
    "captures",
    "meta",
    "search_documents",
}

# So many rows of a table are collected before they are written.
MOST_ROWS = 20_000


def write_findings(connection: Connection, findings: Findings, held: Iterable[Held]) -> None:
    """Replace what was found; rows of documents that are there as they are now stay.

    Args:
        connection: in the transaction.
        findings: everything but the readings.
        held: the readings, sorted by document.
    """
    check = Check()
    resolution = with_known_claimers(findings.resolution)
    known = {document.id: (document, rules) for document, rules in load_known(connection)}
    rows = _Rows(connection)
    _clear(connection)
    reading = _write_readings(rows, check, resolution, held, known)
    sound = check.keep_sound(findings)
    rows.collect(lineage_rows(sound.lineage))
    rows.collect(_actor_rows(sound.resolution))
    rows.collect(_variant_rows(sound.variants))
    for event in sound.events:
        rows.collect(event_rows(event))
    for claim in sound.claims:
        rows.collect(claim_rows(claim))
    for question in sound.questions:
        rows.collect(question_rows(question))
    rows.collect(_story_rows(sound.stories))
    rows.collect(_issue_rows(reading, sound.issues))
    rows.write()
    write_overruled(connection, None, sound)
    make_finding_aids(connection)


class _Rows:
    """Rows on their way into their tables, many at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: defaultdict[Table, list[Columns]] = defaultdict(list)

    def collect(self, rows: Iterable[tuple[Table, Columns]]) -> None:
        for table, columns in rows:
            held = self._held[table]
            held.append(columns)
            if len(held) >= MOST_ROWS:
                insert_rows(self._connection, table, held)
                held.clear()

    def drop_document(self, name: str) -> None:
        """Take out a document that is gone, or is another now."""
        for table, column in ((tables.segments, "document"), (tables.readings, "document"), (tables.documents, "id")):
            self._connection.execute(delete(table).where(table.c[column] == name))

    def write(self) -> None:
        for table, held in self._held.items():
            insert_rows(self._connection, table, held)
        self._held.clear()


Known = dict[str, tuple[Document, str]]


def _write_readings(
    rows: _Rows, check: Check, resolution: Resolution, held: Iterable[Held], known: Known
) -> list[Issue]:
    """Documents and attributions; the issues that were met while reading. Those that are gone are taken out."""
    met: list[Issue] = []
    gone = set(known)
    for each in held:
        reading = check.reading(open_lines(each))
        name = reading.document.id
        gone.discard(name)
        if known.get(name) != (reading.document, reading.rules):
            if name in known:
                rows.drop_document(name)
            rows.collect(_document_rows(reading, pack_grammar(each)))
        for position, attribution in enumerate(reading.attributions):
            rows.collect(_attribution_rows(attribution, position, resolution))
        met.extend(reading.issues)
    for name in sorted(gone):
        rows.drop_document(name)
    return met


def write_judgements(connection: Connection, judgements: Iterable[Judgement]) -> None:
    """Append judgements."""
    for judgement in judgements:
        connection.execute(insert(tables.judgements), _judgement(judgement))


def write_entities(connection: Connection, entities: Iterable[ReferenceEntity]) -> None:
    """Keep entities of reference data; one that is given again replaces the older."""
    table = tables.reference_entities
    for each in entities:
        connection.execute(delete(table).where(table.c.id == each.id))
        connection.execute(insert(table), _entity(each))


def _entity(entity: ReferenceEntity) -> Columns:
    lists = {"names": entity.names, "weak_names": entity.weak_names, "countries": entity.countries}
    columns: Columns = {name: json.dumps(values, ensure_ascii=False) for name, values in lists.items()}
    columns |= {"id": entity.id, "caption": entity.caption, "schema": entity.schema, "source": entity.source}
    return columns


def _clear(connection: Connection) -> None:
    for table in reversed(tables.TABLES.sorted_tables):
        if table.name not in LASTING:
            connection.execute(delete(table))
    connection.execute(delete(tables.judgements).where(tables.judgements.c.made.is_(None)))


def _document_rows(reading: Reading, packed: bytes) -> Iterator[tuple[Table, Columns]]:
    document, parse = reading.document, reading.parse
    yield tables.documents, _document(document)
    for position, segment in enumerate(document.segments):
        columns: Columns = {"document": document.id, "position": position, **put_span(segment.span)}
        yield tables.segments, columns | {"zone": segment.zone.value, "rule": segment.rule}
    yield tables.readings, {"document": document.id, "model": parse.model, "rules": reading.rules, "parse": packed}


def _document(document: Document) -> Columns:
    published = document.published
    return {
        "id": document.id,
        "uri": document.uri,
        "url": document.url,
        "outlet": document.outlet,
        "title": document.title,
        "author": document.author,
        "language": document.language,
        **put_days(None if published is None else published.date, "published"),
        "published_basis": None if published is None else published.basis.value,
        "text": document.text,
    }


def _attribution_rows(line: Attribution, position: int, resolution: Resolution) -> Iterator[tuple[Table, Columns]]:
    yield (
        tables.attributions,
        {
            "id": line.id,
            "document": line.document,
            "position": position,
            "claimer": resolution.claimers.get(line.id),
            "claimer_settled": line.id in resolution.claimers,
            "form": line.form.value,
            "stance": line.stance.value,
            "hedged": line.hedged,
            "parent": line.parent,
            "score": line.score,
            **put_trace(line.trace),
        },
    )
    parts = {"source": line.source, "cue": line.cue, "content": line.content, "via": line.via}
    for part, spans in parts.items():
        for index, span in enumerate(spans):
            columns: Columns = {"attribution": line.id, "part": part, "position": index}
            yield tables.attribution_spans, columns | put_span(span)
    for index, relay in enumerate(resolution.via.get(line.id, ())):
        yield tables.attribution_via, {"attribution": line.id, "position": index, "relay": relay}


def lineage_rows(lineage: Lineage) -> Iterator[tuple[Table, Columns]]:
    """Derivations and origins as rows."""
    for position, each in enumerate(lineage.derivations):
        columns: Columns = {
            "position": position,
            "document": each.document,
            "source": each.source,
            "outlet": each.outlet,
        }
        columns |= {"kind": each.kind.value, "whole": each.whole, **put_span(each.evidence), **put_trace(each.trace)}
        yield tables.derivations, columns
    for origin in lineage.origins:
        yield tables.origins, {"id": origin.id, "outlet": origin.outlet}
        for position, document in enumerate(origin.documents):
            yield tables.origin_documents, {"origin": origin.id, "position": position, "document": document}


def _actor_rows(resolution: Resolution) -> Iterator[tuple[Table, Columns]]:
    for actor in resolution.actors:
        columns: Columns = {"id": actor.id, "name": actor.name, "kind": actor.kind.value, "described": actor.described}
        yield tables.actors, columns
        yield from _actor_parts(actor)
        if actor.reference is not None:
            yield tables.actor_references, _reference(actor.id, actor.reference)
    for judgement in resolution.judgements:
        if judgement.made is None:
            yield tables.judgements, _judgement(judgement)


def _reference(actor: str, reference: Reference) -> Columns:
    return {
        "actor": actor,
        "entity": reference.id,
        "caption": reference.caption,
        "schema": reference.schema,
        "score": reference.score,
        "reasons": json.dumps(reference.reasons, ensure_ascii=False),
        "rule": reference.rule,
    }


def _actor_parts(actor: Actor) -> Iterator[tuple[Table, Columns]]:
    for position, name in enumerate(actor.names):
        yield tables.actor_names, {"actor": actor.id, "position": position, "name": name}
    for position, side in enumerate(actor.affiliations):
        columns: Columns = {"actor": actor.id, "position": position, "other": side.actor, "document": side.document}
        yield tables.affiliations, columns | put_span(side.evidence) | {"rule": side.rule}
    for position, mention in enumerate(actor.mentions):
        columns = {
            "actor": actor.id,
            "position": position,
            "document": mention.document,
            **put_span(mention.span),
        }
        yield tables.mentions, columns | {"text": mention.text, "form": mention.form.value}


def _judgement(judgement: Judgement) -> Columns:
    return {
        "left_key": judgement.left,
        "right_key": judgement.right,
        "verdict": judgement.verdict.value,
        "score": judgement.score,
        "reasons": json.dumps(judgement.reasons, ensure_ascii=False),
        **put_trace(judgement.trace),
        "made": judgement.made,
    }


def _variant_rows(variants: Iterable[Variant]) -> Iterator[tuple[Table, Columns]]:
    places: Counter[str] = Counter()
    for each in variants:
        columns: Columns = {"attribution": each.attribution, "position": places[each.attribution]}
        columns |= {**put_span(each.span), "other": each.other, "likeness": each.likeness, **put_trace(each.trace)}
        columns |= {"other_begins": each.other_span.start, "other_ends": each.other_span.end}
        yield tables.variants, columns
        places[each.attribution] += 1


def _story_rows(stories: Iterable[Story]) -> Iterator[tuple[Table, Columns]]:
    for story in stories:
        columns: Columns = {"id": story.id, "label": story.label, **put_days(story.days, "days")}
        columns |= {"places": json.dumps(story.places, ensure_ascii=False), **put_trace(story.trace)}
        yield tables.stories, columns
        for position, document in enumerate(story.documents):
            yield tables.story_documents, {"story": story.id, "position": position, "document": document}


def _issue_rows(reading: Sequence[Issue], issues: Iterable[Issue]) -> Iterator[tuple[Table, Columns]]:
    known = set(reading)
    comparing = [issue for issue in issues if issue not in known]
    for position, issue in enumerate([*reading, *comparing]):
        columns: Columns = {"position": position, "document": issue.document or None, "stage": issue.stage}
        yield tables.issues, columns | {"message": issue.message, "while_reading": position < len(reading)}
