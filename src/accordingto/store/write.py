"""Findings to rows: what the readings say is kept where it did not change, the rest is written anew."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Table, delete, insert

from accordingto.model.actor import Actor, Judgement, Reference, Resolution
from accordingto.model.attribution import Variant
from accordingto.model.findings import Findings
from accordingto.model.lineage import Lineage
from accordingto.model.memo import Memo
from accordingto.model.reference import ReferenceEntity
from accordingto.model.story import Story
from accordingto.model.trace import Issue
from accordingto.store import tables
from accordingto.store.aids import make_finding_aids
from accordingto.store.base import NOTHING, Untouched
from accordingto.store.columns import Columns, put_days, put_span, put_trace
from accordingto.store.memo_rows import keep_memos
from accordingto.store.packed_reading import Held
from accordingto.store.review_rows import write_overruled
from accordingto.store.rows import Rows
from accordingto.store.sound import Check, with_known_claimers
from accordingto.store.untouched import STORY_TABLES, clear_stories, with_overruled
from accordingto.store.write_events import claim_rows, event_rows, question_rows
from accordingto.store.write_readings import write_readings

# Kept when findings are written anew: unchanged documents, persons' judgements, what the file says of itself.
LASTING = {
    "documents",
    "segments",
    "readings",
    "judgements",
    "reviews",
    "reference_entities",
    "captures",
    "memos",
    "meta",
    "search_documents",
}
# What is in them is taken out line by line.
SAID = {"attributions", "attribution_spans", "attribution_via"}


def write_findings(
    connection: Connection, findings: Findings, held: Iterable[Held], untouched: Untouched = NOTHING
) -> None:
    """Replace what was found; rows of documents that are there as they are now stay.

    Args:
        connection: in the transaction.
        findings: everything but the readings, and but what is untouched.
        held: the readings, sorted by document, but those whose lines are untouched.
        untouched: what stays as it is.
    """
    check = Check()
    resolution = with_known_claimers(findings.resolution)
    rows = Rows(connection)
    findings = replace(findings, overruled=with_overruled(connection, findings.overruled, untouched))
    clear_stories(connection, untouched)
    reading = write_readings(rows, check, resolution, held, untouched)
    _clear(connection)
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
    told = {story.id for story in sound.stories if untouched.stories.issuperset(story.documents)}
    keep_memos(connection, Memo.STORY, told)
    write_overruled(connection, None, sound)
    make_finding_aids(connection)


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
        if table.name not in LASTING | SAID and table not in STORY_TABLES:
            connection.execute(delete(table))
    connection.execute(delete(tables.judgements).where(tables.judgements.c.made.is_(None)))


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
        start, end = mention.span
        columns = {"actor": actor.id, "position": position, "document": mention.document}
        columns |= {"begins": start, "ends": end, "text": mention.text, "form": mention.form.value}
        yield tables.mentions, columns


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
