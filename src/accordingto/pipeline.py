"""The whole story on one page: the stages in order.

    read -> lineage -> parse -> attribute -> resolve -> align -> reconcile

Reading one document (parse, attribute) needs no other; everything after compares documents with each other.
"""

from collections.abc import Iterable, Iterator, Sequence

from accordingto.model.actor import Judgement
from accordingto.model.attribution import Attribution
from accordingto.model.document import Document
from accordingto.model.findings import Findings, Reading
from accordingto.model.trace import Issue
from accordingto.stages.align import align
from accordingto.stages.attribute import attribute
from accordingto.stages.lineage import trace_lineage
from accordingto.stages.parse import DEFAULT_MODEL, parse
from accordingto.stages.reconcile import reconcile
from accordingto.stages.resolve import resolve

# Raise it when parse or attribute would read the same document differently: kept readings are then made anew.
RULES = "parse.v1+attribute.v1"


def read_documents(documents: Iterable[Document], *, model: str = DEFAULT_MODEL) -> Iterator[Reading]:
    """Read each document on its own, in the order given.

    Raises:
        ModelMissing: there is no such spaCy model.
    """
    for document in documents:
        yield read_document(document, model=model)


def read_document(document: Document, *, model: str = DEFAULT_MODEL) -> Reading:
    """The grammar and the attributions of one document; a stage that it defeats is recorded as an issue."""
    parsed = parse(document, model=model)
    attributions: tuple[Attribution, ...] = ()
    issues: tuple[Issue, ...] = ()
    try:
        attributions = tuple(attribute(document, parsed))
    except Exception as error:  # noqa: BLE001  one hostile text must not cost the others their ledger
        issues = (Issue(document.id, "attribute", f"{document.uri}: {type(error).__name__}: {error}"),)
    return Reading(document, parsed, attributions, f"{RULES}+{model}", issues)


def compare_readings(readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Findings:
    """Join actors and events across documents and settle which answers contradict each other.

    Args:
        readings: in any order; the result does not depend on it.
        judgements: persons' judgements of who is who, which outrank every rule.
    """
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    lineage = trace_lineage([reading.document for reading in ordered])
    resolution = resolve(ordered, judgements)
    alignment = align(ordered, resolution)
    settled = reconcile(alignment.claims, ordered, resolution=resolution, lineage=lineage)
    return Findings(
        readings=tuple(ordered),
        lineage=lineage,
        resolution=resolution,
        events=alignment.events,
        claims=settled.claims,
        questions=settled.questions,
        issues=tuple(issue for reading in ordered for issue in reading.issues),
    )
