"""Who says what where in a document: its attributions in text order, each with the claims that it makes."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from accordingto.model.attribution import Attribution, Form
from accordingto.model.claim import Claim
from accordingto.model.document import Document
from accordingto.model.findings import Findings
from accordingto.query.words import render_question, render_scope, render_value
from accordingto.store import tables


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


def list_claims(connection: Connection, document: str) -> dict[str, str | None]:
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


def list_voices(part: Findings, document: str, questions: dict[str, str | None]) -> Iterator[Voiced]:
    """The attributions of a document in text order, narration among them.

    Args:
        part: the document with its attributions and claims.
        document: id.
        questions: its claims, with the question that each answers.
    """
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
