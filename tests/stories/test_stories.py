"""Whole stories, read from their documents: what expected.tsv says a person would find, the ledger has found."""

import csv
from pathlib import Path

import pytest

from accordingto.intake import read_inputs
from accordingto.model.claim import ActorValue, ClaimStance, DateValue, NumberValue
from accordingto.model.document import Document
from accordingto.pipeline import compare_readings, read_documents

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
NOBODY = "-"


def _rows():
    for table in sorted(HERE.glob("*/expected.tsv")):
        with table.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                yield pytest.param(table.parent.name, row, id=f"{table.parent.name}: {' '.join(row.values())}")


@pytest.fixture(scope="module")
def ledgers():
    """Each story's findings, made once."""
    made = {}

    def find(story):
        if story not in made:
            beside = HERE / story / "documents"
            folder = beside if beside.is_dir() else EXAMPLES / story
            documents = [each for each in read_inputs([folder]) if isinstance(each, Document)]
            made[story] = compare_readings(list(read_documents(documents)))
        return made[story]

    return find


@pytest.mark.parametrize(("story", "row"), list(_rows()))
def test_the_ledger_has_what_a_person_finds(ledgers, story, row):
    """An answer stands under its question with its status, those who hold it, deny it or could not verify it."""
    findings = ledgers(story)
    found = [
        (question, answer)
        for question in findings.questions
        if question.attribute == row["attribute"] and row["about"] in _about(findings, question)
        for answer in question.answers
        if _show(findings, answer.value) == row["value"]
    ]
    assert found, "no such answer"
    said = [_held(findings, answer) for _, answer in found]
    assert any(
        question.status == row["status"] and all(_wanted(row[column]) <= held[stance] for column, stance in COLUMNS)
        for (question, _), held in zip(found, said, strict=True)
    ), (found[0][0].status, said)


COLUMNS = (
    ("said by", ClaimStance.ASSERTS),
    ("denied by", ClaimStance.DENIES),
    ("not verified by", ClaimStance.CANNOT_VERIFY),
)


def _wanted(cell):
    return set() if cell == NOBODY else set(cell.split("; "))


def _names(findings, actor):
    return next((a.names for a in findings.resolution.actors if a.id == actor), ())


def _about(findings, question):
    """Every word a reader may know the subject by: names of an actor; an event's words in all documents."""
    if question.subject.actor is not None:
        return _names(findings, question.subject.actor)
    text = {reading.document.id: reading.document for reading in findings.readings}
    event = next(e for e in findings.events if e.id == question.subject.event)
    return " | ".join(text[m.document].quote(m.span) for m in event.mentions)


def _show(findings, value):
    if isinstance(value, NumberValue):
        return str(value.low) if value.low == value.high else f"{value.low or ''}..{value.high or ''}"
    if isinstance(value, ActorValue):
        return max(_names(findings, value.actor), key=len, default="")
    return f"{value.date.start}..{value.date.end}" if isinstance(value, DateValue) else str(value)


def _held(findings, answer):
    """Stance -> every name of those who hold the answer so; narration is held by 'narration'."""
    claims = {claim.id: claim for claim in findings.claims}
    attributions = {each.id: each for reading in findings.readings for each in reading.attributions}
    held: dict[ClaimStance, set[str]] = {stance: set() for stance in ClaimStance}
    for each in answer.claims:
        claim = claims[each]
        attribution = attributions[claim.attribution]
        names = _names(findings, findings.resolution.claimers.get(attribution.id))
        held[claim.stance] |= {"narration"} if attribution.form == "narration" else set(names)
    return held
