"""Pages that were read at several times: what changed, and which claims gave way to which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.model.claim import Claim
from accordingto.model.document import Document, Span
from accordingto.model.findings import Findings
from accordingto.text.changes import find_changes


@dataclass(frozen=True, slots=True)
class Revised:
    """One page at two times.

    Attributes:
        earlier, later: the two documents.
        note: how it is known which came later.
        changes: words that were taken out and words that stand there now; ``None`` where there are none.
        corrections: claims of the earlier document, each with the one that supersedes it.
    """

    earlier: Document
    later: Document
    note: str
    changes: tuple[tuple[str | None, str | None], ...]
    corrections: tuple[tuple[Claim, Claim], ...]


def find_revised(findings: Findings) -> tuple[Revised, ...]:
    """Every revision, by address and then in time."""
    documents = {reading.document.id: reading.document for reading in findings.readings}
    found = [
        Revised(
            earlier=documents[each.source],
            later=documents[each.document],
            note=each.trace.note,
            changes=tuple(_words(documents[each.source], documents[each.document])),
            corrections=_corrections(findings, documents[each.source], documents[each.document]),
        )
        for each in findings.lineage.derivations
        if each.is_revision and each.source is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.later.url or each.later.uri, each.note, each.later.id)))


def _words(earlier: Document, later: Document) -> Iterator[tuple[str | None, str | None]]:
    for before, after in find_changes(earlier.text, later.text):
        yield _quote(earlier, before), _quote(later, after)


def _quote(document: Document, span: Span | None) -> str | None:
    return None if span is None else document.quote(span)


def _corrections(findings: Findings, earlier: Document, later: Document) -> tuple[tuple[Claim, Claim], ...]:
    at = {line.id: line.document for reading in findings.readings for line in reading.attributions}
    old = _of(findings.claims, earlier, at)
    new = _of(findings.claims, later, at)
    return tuple((old[each], claim) for claim in new.values() for each in claim.supersedes if each in old)


def _of(claims: Sequence[Claim], document: Document, at: dict[str, str]) -> dict[str, Claim]:
    return {claim.id: claim for claim in claims if at.get(claim.attribution) == document.id}
