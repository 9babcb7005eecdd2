"""Everything in a ledger that points at words."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from accordingto.model.document import Span
from accordingto.model.findings import Findings


class Pointer(NamedTuple):
    """A line of a ledger that points at words.

    Attributes:
        line: id of the line, or what it is where it has none.
        document, span: where it points.
        words: what stood there, where the ledger has it.
    """

    line: str
    document: str
    span: Span
    words: str | None = None


def find_pointers(findings: Findings) -> Iterator[Pointer]:
    """Every pointer of the findings, in their order."""
    return chain(_in_readings(findings), _in_claims(findings), _in_actors(findings), _in_events(findings))


def _in_readings(findings: Findings) -> Iterator[Pointer]:
    for reading in findings.readings:
        for segment in reading.document.segments:
            yield Pointer(f"segment {segment.zone.value}", reading.document.id, segment.span)
        for line in reading.attributions:
            for span in (*line.source, *line.cue, *line.content, *line.via):
                yield Pointer(line.id, line.document, span)


def _in_claims(findings: Findings) -> Iterator[Pointer]:
    at = {line.id: line.document for reading in findings.readings for line in reading.attributions}
    for claim in findings.claims:
        yield Pointer(claim.id, at.get(claim.attribution, ""), claim.evidence)
    for derivation in findings.lineage.derivations:
        if derivation.evidence is not None:
            yield Pointer("derivation", derivation.document, derivation.evidence)


def _in_actors(findings: Findings) -> Iterator[Pointer]:
    for actor in findings.resolution.actors:
        for mention in actor.mentions:
            yield Pointer(actor.id, mention.document, mention.span, mention.text)


def _in_events(findings: Findings) -> Iterator[Pointer]:
    for event in findings.events:
        for told in event.mentions:
            yield Pointer(event.id, told.document, told.span)
            yield Pointer(event.id, told.document, told.trigger)
