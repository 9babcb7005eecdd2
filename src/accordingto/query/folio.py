"""A document as a reader sees it: its text in sentences, who says what where, and what was taken from elsewhere."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from accordingto.model.document import Document, Span
from accordingto.model.findings import Findings
from accordingto.model.lineage import Derivation
from accordingto.query.voiced import Voiced, list_claims, list_voices
from accordingto.query.words import render_days
from accordingto.store import tables
from accordingto.store.packed_parse import unpack_parse
from accordingto.store.part import Wanted, load_part
from accordingto.store.rows import read_in

# Shorter sentences ('He declined to comment.') stand in many reports without having been copied.
FEWEST_WORDS = 6
# More documents of one origin are a list of their own, on the page of its lineage.
MOST_KIN = 24


@dataclass(frozen=True, slots=True)
class Taken:
    """From where the document, or a passage of it, came.

    Attributes:
        derivation: the line.
        name: the outlet or file it came from, where known.
        source: the other document, where it is in the ledger.
        words: where the words that show it stand in the other document, when they stand there letter by letter.
    """

    derivation: Derivation
    name: str | None
    source: Document | None
    words: Span | None


@dataclass(frozen=True, slots=True)
class Folio:
    """Everything that a page about one document shows.

    Attributes:
        document: the text.
        when: it was published, in words.
        sentences: where each begins and ends, in order.
        voices: its attributions in text order, narration among them.
        taken: from where it came.
        given: documents that came from it.
        kin: other documents of the same origin.
        copied: by the first character of a sentence that stands in a source too: the source, and where it stands there.
    """

    document: Document
    when: str | None
    sentences: tuple[Span, ...]
    voices: tuple[Voiced, ...]
    taken: tuple[Taken, ...]
    given: tuple[tuple[Derivation, Document], ...]
    kin: tuple[Document, ...]
    copied: Mapping[int, tuple[Document, Span]]


def open_folio(connection: Connection, document: str) -> Folio | None:
    """One document with everything that its page shows; ``None`` where the ledger has no such document."""
    given = [row["document"] for row in read_in(connection, tables.derivations, "source", [document])]
    claims = list_claims(connection, document)
    wanted = Wanted(documents=(document,), claims=tuple(claims), is_whole=True)
    part = load_part(connection, wanted)
    known = {reading.document.id: reading for reading in part.readings}
    if document not in known:
        return None
    derived = load_part(connection, Wanted(documents=tuple(given))) if given else None
    sentences = find_sentences(connection, known[document].document)
    taken = tuple(_taken(part, document))
    kin = {each for origin in part.lineage.origins if document in origin.documents for each in origin.documents}
    return Folio(
        document=known[document].document,
        when=_when(known[document].document),
        sentences=sentences,
        voices=tuple(list_voices(part, document, claims)),
        taken=taken,
        given=() if derived is None else tuple(_given(derived, document)),
        kin=tuple(_by_day(_documents(connection, kin - {document}))),
        copied=_copied(connection, known[document].document, sentences, taken),
    )


def find_sentences(connection: Connection, document: Document) -> tuple[Span, ...]:
    """Where the sentences of a document are, as its reading found them; lines, where it has no reading."""
    table = tables.readings
    row = connection.execute(select(table.c.model, table.c.parse).where(table.c.document == document.id)).first()
    parse = None if row is None else unpack_parse(document, row.model, row.parse)
    if parse is not None and parse.sentences:
        return tuple(Span(each.start, each.end) for each in parse.sentences)
    return tuple(_lines(document.text))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line.rstrip()))
        start += len(line)


def _taken(part: Findings, document: str) -> Iterator[Taken]:
    documents = {reading.document.id: reading.document for reading in part.readings}
    for each in part.lineage.derivations:
        if each.document != document:
            continue
        source = documents.get(each.source or "")
        name = each.outlet or (None if source is None else source.outlet or source.uri)
        yield Taken(each, name, source, _find_there(documents[document], each.evidence, source))


def _find_there(document: Document, evidence: Span | None, source: Document | None) -> Span | None:
    """Where copied words stand in their source."""
    if evidence is None or source is None:
        return None
    at = source.text.find(document.quote(evidence))
    return None if at < 0 else Span(at, at + evidence.end - evidence.start)


def _copied(
    connection: Connection, document: Document, sentences: Sequence[Span], taken: Sequence[Taken]
) -> dict[int, tuple[Document, Span]]:
    """The sentences that stand in a source of the document in the same words."""
    found: dict[int, tuple[Document, Span]] = {}
    for source in (each.source for each in taken if each.source is not None):
        there = {_words(source, span): span for span in reversed(find_sentences(connection, source))}
        for span in sentences:
            words = _words(document, span)
            if len(words) >= FEWEST_WORDS and words in there:
                found.setdefault(span.start, (source, there[words]))
    return found


def _words(document: Document, span: Span) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", document.quote(span).casefold()))


def _given(part: Findings, document: str) -> Iterator[tuple[Derivation, Document]]:
    documents = {reading.document.id: reading.document for reading in part.readings}
    for each in part.lineage.derivations:
        if each.source == document and each.document in documents:
            yield each, documents[each.document]


def _documents(connection: Connection, ids: Iterable[str]) -> list[Document]:
    wanted = Wanted(documents=tuple(sorted(ids)[:MOST_KIN]))
    found = load_part(connection, wanted).readings if wanted.documents else ()
    return [reading.document for reading in found if reading.document.id in wanted.documents]


def _by_day(documents: Iterable[Document]) -> list[Document]:
    def day(each: Document) -> tuple[str, str]:
        return ("9999" if each.published is None else each.published.date.start.isoformat(), each.id)

    return sorted(documents, key=day)


def _when(document: Document) -> str | None:
    return None if document.published is None else render_days(document.published.date)
