"""Invented reports taken through all stages, and their questions as short lines that a test can name."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from accordingto.model.claim import ActorValue, DateValue, NumberValue, TextValue
from accordingto.model.findings import Findings
from accordingto.pipeline import compare_readings, read_document
from tests.factory import make_document

DAY = date(2031, 6, 12)  # a Thursday


@dataclass(frozen=True)
class Line:
    """An answer: its value as words, who says, denies and could not check it, on how many origins."""

    value: str
    says: frozenset[str] = frozenset()
    denies: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()
    origins: int = 0
    who: str | None = None


@cache
def read(text, outlet, day):
    """One report read, once a run."""
    return read_document(make_document(text, f"{outlet}.txt", outlet=outlet, published=day))


def compare(*reports) -> Findings:
    """Reports of outlets 'Post 1', 'Post 2' … of one day; a pair gives outlet or day of its own."""
    readings = []
    for number, each in enumerate(reports, 1):
        text, outlet, day = each if isinstance(each, tuple) else (each, f"Post {number}", DAY)
        readings.append(read(text, outlet, day))
    return compare_readings(readings, one_story=True)


def answers(findings, attribute) -> list[Line]:
    """The answers to all questions of one attribute, sorted by value."""
    return sorted(
        (_line(findings, answer) for q in findings.questions if q.attribute == attribute for answer in q.answers),
        key=lambda line: (line.value, str(line.who)),
    )


def statuses(findings, attribute) -> list[str]:
    """How the questions of one attribute stand."""
    return sorted(str(q.status) for q in findings.questions if q.attribute == attribute)


def values(findings, attribute) -> list[str]:
    """The values that somebody asserts."""
    return [line.value for line in answers(findings, attribute) if line.says]


def _line(findings, answer):
    claims = {each.id: each for each in findings.claims}
    names = {each.id: each.name for each in findings.resolution.actors}
    attributions = {each.id: each for reading in findings.readings for each in reading.attributions}
    outlets = {reading.document.id: reading.document.outlet for reading in findings.readings}
    said: dict[str, set[str]] = {"asserts": set(), "denies": set(), "cannot_verify": set()}
    for claim in (claims[each] for each in answer.claims):
        claimer = findings.resolution.claimers.get(claim.attribution)
        said[claim.stance].add(names.get(claimer) or outlets[attributions[claim.attribution].document])
    says, denies, doubts = (frozenset(said[each]) for each in ("asserts", "denies", "cannot_verify"))
    return Line(_render(answer.value, names), says, denies, doubts, answer.origins, answer.scope.who)


def _render(value, names):
    if isinstance(value, ActorValue):
        return names[value.actor]
    if isinstance(value, NumberValue):
        low, high = (("" if each is None else str(each)) for each in (value.low, value.high))
        return low if low == high else f"{low}-{high}"
    return value.text if isinstance(value, TextValue) else str(value.date if isinstance(value, DateValue) else value)
