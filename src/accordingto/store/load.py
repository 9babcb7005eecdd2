"""Rows back to findings, in the order in which they were written."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from accordingto.errors import LedgerError
from accordingto.model.actor import (
    Actor,
    ActorKind,
    Affiliation,
    Judgement,
    Mention,
    MentionForm,
    Reference,
    Resolution,
    Verdict,
)
from accordingto.model.attribution import Attribution, Form, Stance, Variant
from accordingto.model.document import DateBasis, Document, Published, Segment, Span, Zone
from accordingto.model.findings import Findings, Reading
from accordingto.model.lineage import Derivation, DerivationKind, Lineage, Origin
from accordingto.model.reference import ReferenceEntity
from accordingto.model.story import Story
from accordingto.model.trace import Issue
from accordingto.store import tables
from accordingto.store.columns import (
    Row,
    take_days,
    take_span,
    take_span_or_none,
    take_trace,
)
from accordingto.store.load_events import load_claims, load_events, load_questions
from accordingto.store.packed_parse import empty_parse, unpack_parse
from accordingto.store.packed_reading import Held, Kept
from accordingto.store.review_rows import load_overruled
from accordingto.store.rows import group_rows, read_in, read_rows

PARTS = ("source", "cue", "content", "via")


def load_findings(connection: Connection) -> Findings:
    """Everything that was found, without the grammar."""
    readings = load_readings(connection, parses=False)
    met = tuple(issue for reading in readings for issue in reading.issues)
    overruled, struck = load_overruled(connection)
    return Findings(
        readings=readings,
        lineage=replace(load_lineage(connection), struck=struck),
        resolution=_load_resolution(connection),
        events=load_events(connection),
        claims=load_claims(connection),
        questions=load_questions(connection),
        variants=tuple(take_variant(row) for row in read_rows(connection, tables.variants)),
        issues=(*met, *(_issue(row) for row in read_rows(connection, tables.issues) if not row["while_reading"])),
        stories=load_stories(connection),
        overruled=overruled,
    )


def load_readings(connection: Connection, *, parses: bool) -> tuple[Reading, ...]:
    """What each document says; without ``parses`` the grammar stays packed and the parse is empty."""
    attributions = _load_attributions(connection)
    segments = group_rows(connection, tables.segments, "document", take_segment)
    issues = defaultdict(list)
    for row in read_rows(connection, tables.issues):
        if row["while_reading"]:
            issues[row["document"]].append(_issue(row))
    texts = {row["id"]: row for row in read_rows(connection, tables.documents)}
    wanted = tables.readings.c if parses else [c for c in tables.readings.c if c.name != "parse"]
    readings = []
    for row in connection.execute(select(*wanted).order_by(tables.readings.c.document)).mappings():
        document = take_document(texts[row["document"]], segments[row["document"]])
        parse = unpack_parse(document, row["model"], row["parse"]) if parses else empty_parse(document, row["model"])
        lines, met = tuple(attributions[document.id]), tuple(issues[document.id])
        readings.append(Reading(document, parse, lines, row["rules"], met))
    return tuple(readings)


def load_known(connection: Connection) -> Iterator[tuple[Document, str]]:
    """Every document with the version of the rules that it was read by, sorted by id."""
    segments = group_rows(connection, tables.segments, "document", take_segment)
    rules = select(tables.readings.c.document, tables.readings.c.rules)
    known = {row.document: row.rules for row in connection.execute(rules)}
    for row in read_rows(connection, tables.documents):
        if row["id"] in known:
            yield take_document(row, segments[row["id"]]), known[row["id"]]


def load_held(connection: Connection, ids: Sequence[str]) -> list[Held]:
    """The readings of some documents, in the order asked for, with their grammar packed."""
    lines = read_in(connection, tables.attributions, "document", ids)
    spans: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for row in read_in(connection, tables.attribution_spans, "attribution", (line["id"] for line in lines)):
        spans[row["attribution"], row["part"]].append(take_span(row))
    said: defaultdict[str, list[Attribution]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (line["document"], line["position"])):
        said[line["document"]].append(take_attribution(line, spans))
    segments, issues = defaultdict(list), defaultdict(list)
    for row in read_in(connection, tables.segments, "document", ids):
        segments[row["document"]].append(take_segment(row))
    for row in read_in(connection, tables.issues, "document", ids):
        if row["while_reading"]:
            issues[row["document"]].append(_issue(row))
    documents = {row["id"]: row for row in read_in(connection, tables.documents, "id", ids)}
    grammar = {row["document"]: row for row in read_in(connection, tables.readings, "document", ids)}
    return [
        Kept(
            take_document(documents[each], segments[each]),
            tuple(said[each]),
            grammar[each]["rules"],
            tuple(issues[each]),
            grammar[each]["model"],
            grammar[each]["parse"],
        )
        for each in ids
    ]


def load_grammar(connection: Connection, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Readings that came without their grammar, with it."""
    table = tables.readings
    for reading in readings:
        packed = connection.execute(select(table.c.model, table.c.parse).where(table.c.document == reading.document.id))
        for row in packed.mappings():
            yield replace(reading, parse=unpack_parse(reading.document, row["model"], row["parse"]))


def load_stories(connection: Connection) -> tuple[Story, ...]:
    """The stories that the documents tell, sorted by id."""
    documents = group_rows(connection, tables.story_documents, "story", lambda row: str(row["document"]))
    return tuple(take_story(row, documents[row["id"]]) for row in read_rows(connection, tables.stories))


def take_story(row: Row, documents: Iterable[str]) -> Story:
    """A story of its row and its documents."""
    places = tuple(json.loads(row["places"]))
    return Story(row["id"], row["label"], tuple(documents), take_days(row, "days"), places, take_trace(row))


def load_judgements(connection: Connection, *, of_persons: bool) -> tuple[Judgement, ...]:
    """Judgements of persons or of rules, in the order in which they were made."""
    table = tables.judgements
    rows = connection.execute(select(table).order_by(table.c.number)).mappings()
    return tuple(_judgement(row) for row in rows if (row["made"] is not None) == of_persons)


def load_entities(connection: Connection) -> tuple[ReferenceEntity, ...]:
    """The entities of reference data that the ledger keeps, sorted by id."""
    return tuple(_entity(row) for row in read_rows(connection, tables.reference_entities))


def _entity(row: Row) -> ReferenceEntity:
    names, weak, countries = (tuple(json.loads(row[each])) for each in ("names", "weak_names", "countries"))
    return ReferenceEntity(row["id"], row["caption"], row["schema"], names, weak, countries, row["source"])


def take_document(row: Row, segments: list[Segment]) -> Document:
    """A document of its row and its marked stretches."""
    days = take_days(row, "published")
    return Document(
        id=row["id"],
        uri=row["uri"],
        text=row["text"],
        outlet=row["outlet"],
        title=row["title"],
        author=row["author"],
        language=row["language"],
        url=row["url"],
        published=None if days is None else Published(days, DateBasis(row["published_basis"])),
        segments=tuple(segments),
    )


def take_segment(row: Row) -> Segment:
    """A marked stretch of a text."""
    return Segment(take_span(row), Zone(row["zone"]), row["rule"])


def _issue(row: Row) -> Issue:
    return Issue(row["document"] or "", row["stage"], row["message"])


def _load_attributions(connection: Connection) -> defaultdict[str, list[Attribution]]:
    spans: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for row in read_rows(connection, tables.attribution_spans):
        spans[row["attribution"], row["part"]].append(take_span(row))
    found: defaultdict[str, list[Attribution]] = defaultdict(list)
    table = tables.attributions
    for row in connection.execute(select(table).order_by(table.c.document, table.c.position)).mappings():
        found[row["document"]].append(take_attribution(row, spans))
    return found


def take_attribution(row: Row, spans: Mapping[tuple[str, str], list[Span]]) -> Attribution:
    """An attribution of its row and its spans, by attribution and part."""
    source, cue, content, via = (tuple(spans.get((row["id"], part), ())) for part in PARTS)
    return Attribution(
        id=row["id"],
        document=row["document"],
        source=source,
        cue=cue,
        content=content,
        form=Form(row["form"]),
        stance=Stance(row["stance"]),
        via=via,
        hedged=row["hedged"],
        parent=row["parent"],
        score=row["score"],
        trace=take_trace(row),
    )


def take_variant(row: Row) -> Variant:
    """Two wordings of the same words."""
    other = Span(row["other_begins"], row["other_ends"])
    return Variant(row["attribution"], take_span(row), row["other"], other, row["likeness"], take_trace(row))


def load_lineage(connection: Connection) -> Lineage:
    """Derivations and origins, without those that were struck."""
    documents = group_rows(connection, tables.origin_documents, "origin", lambda row: str(row["document"]))
    origins = (
        Origin(row["id"], tuple(documents[row["id"]]), row["outlet"]) for row in read_rows(connection, tables.origins)
    )
    derivations = (take_derivation(row) for row in read_rows(connection, tables.derivations))
    return Lineage(tuple(derivations), tuple(origins))


def take_derivation(row: Row) -> Derivation:
    """From where a document came."""
    return Derivation(
        row["document"],
        row["source"],
        row["outlet"],
        DerivationKind(row["kind"]),
        take_span_or_none(row),
        row["whole"],
        take_trace(row),
    )


def _load_resolution(connection: Connection) -> Resolution:
    names = group_rows(connection, tables.actor_names, "actor", lambda row: str(row["name"]))
    sides = group_rows(connection, tables.affiliations, "actor", take_affiliation)
    mentions = group_rows(connection, tables.mentions, "actor", take_mention)
    linked = {row["actor"]: take_reference(row) for row in read_rows(connection, tables.actor_references)}
    actors = tuple(
        take_actor(row, names[row["id"]], sides[row["id"]], mentions[row["id"]], linked.get(row["id"]))
        for row in read_rows(connection, tables.actors)
    )
    table = tables.attributions
    settled = connection.execute(select(table.c.id, table.c.claimer).where(table.c.claimer_settled)).all()
    via = group_rows(connection, tables.attribution_via, "attribution", lambda row: str(row["relay"]))
    return Resolution(
        actors,
        load_judgements(connection, of_persons=False),
        {row.id: row.claimer for row in settled},
        {attribution: tuple(chain) for attribution, chain in via.items()},
    )


def take_actor(
    row: Row,
    names: Iterable[str],
    sides: Iterable[Affiliation],
    mentions: Iterable[Mention],
    linked: Reference | None,
) -> Actor:
    """An actor of its row and what belongs to it."""
    return Actor(
        row["id"],
        row["name"],
        ActorKind(row["kind"]),
        tuple(names),
        tuple(sides),
        tuple(mentions),
        row["described"],
        linked,
    )


def take_reference(row: Row) -> Reference:
    """The entity of reference data that an actor is."""
    reasons = tuple(json.loads(row["reasons"]))
    return Reference(row["entity"], row["caption"], row["schema"], row["score"], reasons, row["rule"])


def take_affiliation(row: Row) -> Affiliation:
    """To whom an actor belongs."""
    return Affiliation(row["other"], row["document"], take_span_or_none(row), row["rule"])


def take_mention(row: Row) -> Mention:
    """Words naming an actor."""
    return Mention(row["document"], take_span(row), row["text"], MentionForm(row["form"]))


def _judgement(row: Row) -> Judgement:
    try:
        verdict, reasons = Verdict(row["verdict"]), tuple(json.loads(row["reasons"]))
    except (ValueError, TypeError) as error:  # somebody wrote into the file with another program
        raise LedgerError(
            f"line {row['number']} of table judgements is malformed ({error}); take it out with the program that wrote "
            "it, or build the ledger anew and import its judgements"
        ) from error
    return Judgement(row["left_key"], row["right_key"], verdict, row["score"], reasons, take_trace(row), row["made"])
