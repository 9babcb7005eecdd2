"""How much a ledger holds."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, func, select

from accordingto.model.attribution import Form
from accordingto.model.claim import Status
from accordingto.model.findings import Findings
from accordingto.store import tables


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of lines; ``narrated`` are those of the attributions that are an outlet's own words."""

    documents: int
    origins: int
    attributions: int
    narrated: int
    actors: int
    events: int
    claims: int
    questions: int
    statuses: dict[Status, int]
    issues: int


def count_lines(findings: Findings) -> Counts:
    """Count what was found."""
    lines = [line for reading in findings.readings for line in reading.attributions]
    statuses = Counter(question.status for question in findings.questions)
    return Counts(
        documents=len(findings.readings),
        origins=len(findings.lineage.origins),
        attributions=len(lines),
        narrated=sum(line.form is Form.NARRATION for line in lines),
        actors=len(findings.resolution.actors),
        events=len(findings.events),
        claims=len(findings.claims),
        questions=len(findings.questions),
        statuses={status: statuses[status] for status in Status},
        issues=len(findings.issues),
    )


def count_kept(connection: Connection) -> Counts:
    """Count what a ledger holds, without reading it."""

    def count(table: Table, *conditions: ColumnElement[bool]) -> int:
        return int(connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())

    narrated = tables.attributions.c.form == Form.NARRATION.value
    return Counts(
        documents=count(tables.documents),
        origins=count(tables.origins),
        attributions=count(tables.attributions),
        narrated=count(tables.attributions, narrated),
        actors=count(tables.actors),
        events=count(tables.events),
        claims=count(tables.claims),
        questions=count(tables.questions),
        statuses={each: count(tables.questions, tables.questions.c.status == each.value) for each in Status},
        issues=count(tables.issues),
    )
