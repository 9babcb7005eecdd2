"""A document as a reader sees it: its text in sentences, who says what where, and what was taken from elsewhere."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from accordingto.model.attribution import Attribution, Form
from accordingto.model.claim import Claim
from accordingto.model.document import Document, Span
from accordingto.model.findings import Findings
from accordingto.model.lineage import Derivation
from accordingto.query.words import render_days, render_question, render_scope, render_value
from accordingto.store import tables
from accordingto.store.packed_parse import unpack_parse
from accordingto.store.part import Wanted, load_part, read_in


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim that stands in the document, and the question that it answers.

    Attributes:
        claim: the line.
        value: with its scope, in words.
        asks: the attribute as a question; ``question`` is its id, where the claim answers one.
    """

    claim: Claim
    value: str
    asks: str
    question: str | None


@dataclass(frozen=True, slots=True)
class Voiced:
    """One attribution of the document.

    Attributes:
        number: its place among those that are not narration, from 1; 0 for narration.
        attribution: the line.
        claimer: name; ``None`` for a sourceless 'reportedly' and for narration of an unknown outlet.
        actor: id of the claimer.
        via: names of those who relay it, outermost first.
        stated: the claims that it makes.
    """

    number: int
    attribution: Attribution
    claimer: str | None
    actor: str | None
    via: tuple[str, ...]
    stated: tuple[Stated, ...]

    @property
    def is_narration(self) -> bool:
        """Whether the document says it in its own voice."""
        return self.attribution.form is Form.NARRATION


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
    claims = _claims_in(connection, document)
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
        voices=tuple(_voices(part, document, claims)),
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


def _claims_in(connection: Connection, document: str) -> dict[str, str | None]:
    """Claims of a document, and the question that each answers."""
    claims, lines, held = tables.claims.c, tables.attributions.c, tables.answer_claims.c
    statement = (
        select(claims.id, held.question)
        .select_from(
            tables.attributions.join(tables.claims, claims.attribution == lines.id).outerjoin(
                tables.answer_claims, held.claim == claims.id
            )
        )
        .where(lines.document == document)
        .order_by(claims.id, held.question)
    )
    found: dict[str, str | None] = {}
    for claim, question in connection.execute(statement):
        found.setdefault(claim, question)
    return found


def _voices(part: Findings, document: str, questions: dict[str, str | None]) -> Iterator[Voiced]:
    reading = next(each for each in part.readings if each.document.id == document)
    names = {actor.id: actor.name for actor in part.resolution.actors}
    number = 0
    for line in sorted(reading.attributions, key=lambda each: (_first(each), each.id)):
        is_narration = line.form is Form.NARRATION
        number += not is_narration
        actor = part.resolution.claimers.get(line.id)
        narrator = reading.document.outlet if is_narration else None
        yield Voiced(
            0 if is_narration else number,
            line,
            names.get(actor or "", narrator),
            actor,
            tuple(names.get(each, each) for each in part.resolution.via.get(line.id, ())),
            tuple(
                _stated(claim, reading.document, names, questions.get(claim.id))
                for claim in sorted(part.claims, key=lambda each: each.evidence)
                if claim.attribution == line.id
            ),
        )


def _first(line: Attribution) -> int:
    """Where the first word of an attribution stands."""
    return min(span.start for span in (*line.source, *line.cue, *line.content))


def _stated(claim: Claim, document: Document, names: dict[str, str], question: str | None) -> Stated:
    value = render_value(claim.value, names, [document.quote(claim.evidence)])
    words = " ".join(each for each in (value, render_scope(claim.scope)) if each)
    return Stated(claim, words, render_question(claim.attribute), question)


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


# Shorter sentences ('He declined to comment.') stand in many reports without having been copied.
FEWEST_WORDS = 6
# More documents of one origin are a list of their own, on the page of its lineage.
MOST_KIN = 24


def _by_day(documents: Iterable[Document]) -> list[Document]:
    def day(each: Document) -> tuple[str, str]:
        return ("9999" if each.published is None else each.published.date.start.isoformat(), each.id)

    return sorted(documents, key=day)


def _when(document: Document) -> str | None:
    return None if document.published is None else render_days(document.published.date)
