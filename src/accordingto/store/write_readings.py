"""Documents and what is said in them, as rows; those of documents that stay are left alone but for who speaks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from accordingto.model.actor import Resolution
from accordingto.model.attribution import Attribution
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.memo import Memo
from accordingto.model.trace import Issue
from accordingto.store import tables
from accordingto.store.base import Untouched
from accordingto.store.columns import Columns, put_days, put_span, put_trace
from accordingto.store.load import load_known
from accordingto.store.memo_rows import drop_memos
from accordingto.store.packed_reading import Held, open_lines, pack_grammar
from accordingto.store.rows import Rows, delete_in
from accordingto.store.sound import Check

_SAID = (tables.attribution_via, tables.attribution_spans)


def write_readings(
    rows: Rows, check: Check, resolution: Resolution, held: Iterable[Held], untouched: Untouched
) -> list[Issue]:
    """Documents and attributions; the issues that were met while reading, by document.

    Those that are gone are taken out.
    """
    connection = rows.connection
    table = tables.documents.c
    gone = set(connection.execute(select(table.id)).scalars()) - untouched.lines
    met = _keep(connection, check, untouched)
    _drop_said(connection, gone if untouched.lines else None)
    renew_claimers(connection, resolution)
    # A few that are read anew are written anew; where all are given most of them are there as they are.
    known = {} if untouched.lines else {each.id: (each, rules) for each, rules in load_known(connection)}
    for each in held:
        reading = check.reading(open_lines(each))
        name = reading.document.id
        if known.get(name) != (reading.document, reading.rules):
            if name in gone:
                _drop_document(connection, name)
            rows.collect(_document_rows(reading, pack_grammar(each)))
        gone.discard(name)
        for position, attribution in enumerate(reading.attributions):
            rows.collect(_attribution_rows(attribution, position, resolution))
        met[name] = list(reading.issues)
    for name in sorted(gone):
        _drop_document(connection, name)
    for kind in (Memo.NOTE, Memo.ACTORS, Memo.LIKENESSES):
        drop_memos(connection, kind, gone)
    return [issue for name in sorted(met) for issue in met[name]]


def _keep(connection: Connection, check: Check, untouched: Untouched) -> defaultdict[str, list[Issue]]:
    """Show the check what stays; the issues that were met while reading it."""
    met: defaultdict[str, list[Issue]] = defaultdict(list)
    if not untouched.lines:
        return met
    documents, lines, issues = tables.documents.c, tables.attributions.c, tables.issues.c
    for row in connection.execute(select(documents.id, documents.text)):
        if row.id in untouched.lines:
            check.lengths[row.id] = len(row.text)
    for line in connection.execute(select(lines.id, lines.document)):
        if line.document in untouched.lines:
            check.attributions[line.id] = line.document
    reading = (
        select(issues.document, issues.stage, issues.message).where(issues.while_reading).order_by(issues.position)
    )
    for issue in connection.execute(reading):
        if issue.document in untouched.lines:
            met[issue.document].append(Issue(issue.document, issue.stage, issue.message))
    return met


def _drop_said(connection: Connection, documents: Iterable[str] | None) -> None:
    """Take out the attributions of some documents, or all."""
    table = tables.attributions
    if documents is None:
        for each in (*_SAID, table):
            connection.execute(delete(each))
        return
    named = set(documents)
    lines = connection.execute(select(table.c.id, table.c.document))
    gone = [row.id for row in lines if row.document in named]
    for each in _SAID:
        delete_in(connection, each.c.attribution, gone)
    delete_in(connection, table.c.id, gone)


def renew_claimers(connection: Connection, resolution: Resolution) -> None:
    """Who speaks, and through whom, in the attributions that are there, where that is another now."""
    table = tables.attributions
    columns = select(table.c.id, table.c.claimer, table.c.claimer_settled)
    known = {row.id: (row.claimer, row.claimer_settled) for row in connection.execute(columns)}
    whose = {each: (resolution.claimers.get(each), each in resolution.claimers) for each in known}
    changed = [
        {"line": each, "who": who, "settled": settled}
        for each, (who, settled) in whose.items()
        if known[each] != (who, settled)
    ]
    if changed:
        values: Columns = {"claimer": bindparam("who"), "claimer_settled": bindparam("settled")}
        connection.execute(update(table).where(table.c.id == bindparam("line")).values(values), changed)
    _renew_via(connection, resolution, known)


def _renew_via(connection: Connection, resolution: Resolution, lines: Iterable[str]) -> None:
    table = tables.attribution_via
    known: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in connection.execute(select(table.c.attribution, table.c.relay).order_by(*table.primary_key.columns)):
        known[row.attribution] += (row.relay,)
    changed = [each for each in lines if known.get(each, ()) != resolution.via.get(each, ())]
    delete_in(connection, table.c.attribution, changed)
    rows = Rows(connection)
    for each in changed:
        rows.collect(_via_rows(each, resolution))
    rows.write()


def _drop_document(connection: Connection, name: str) -> None:
    """Take out a document that is gone, or is another now."""
    for table, column in ((tables.segments, "document"), (tables.readings, "document"), (tables.documents, "id")):
        connection.execute(delete(table).where(table.c[column] == name))


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
    name = line.id
    parts = (("source", line.source), ("cue", line.cue), ("content", line.content), ("via", line.via))
    for part, spans in parts:
        for index, (start, end) in enumerate(spans):
            columns: Columns = {"attribution": name, "part": part, "position": index, "begins": start, "ends": end}
            yield tables.attribution_spans, columns
    yield from _via_rows(line.id, resolution)


def _via_rows(line: str, resolution: Resolution) -> Iterator[tuple[Table, Columns]]:
    for index, relay in enumerate(resolution.via.get(line, ())):
        yield tables.attribution_via, {"attribution": line, "position": index, "relay": relay}
