"""Which questions may stand otherwise when lines of provenance change: those with a claim whose origin may."""

from collections.abc import Iterable, Sequence

from accordingto.model.actor import ActorKind, Resolution
from accordingto.model.claim import Claim, Subject
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.lineage import Lineage
from accordingto.stages.reconcile.provenance import Provenance, line_of, name_lines

Asked = tuple[Subject, str]  # what a question is about, and which attribute of it


def find_touched(
    claims: Sequence[Claim], readings: Sequence[Reading], resolution: Resolution, *, before: Lineage, after: Lineage
) -> set[Asked]:
    """What the questions are about that have a claim whose origin may be another after a change of lineage.

    One too many costs time, one too few a wrong ledger; so everything is taken that a changed line may reach.
    """
    documents = [reading.document for reading in readings]
    reached = find_reached(documents, before=before, after=after)
    known = {document.id: document for document in documents}
    old, new = name_lines(before, known), name_lines(after, known)
    changed = set(before.derivations) ^ set(after.derivations)
    credited = {line_of(each.outlet) for each in changed if each.outlet is not None}
    renamed = (set(old.values()) ^ set(new.values())) | credited
    provenance = Provenance(readings, resolution, after)
    return {
        (claim.subject, claim.attribute)
        for claim in claims
        if _is_in(claim, reached, provenance) or _is_of(claim, renamed, provenance)
    }


def find_reached(documents: Iterable[Document], *, before: Lineage, after: Lineage) -> set[str]:
    """The documents whose line of provenance is another, and those that took something from one of them."""
    known = {document.id: document for document in documents}
    old, new = name_lines(before, known), name_lines(after, known)
    moved = {each for each in known if old.get(each) != new.get(each)}
    changed = set(before.derivations) ^ set(after.derivations)
    derived = {each.document for each in (*before.derivations, *after.derivations) if each.source in moved}
    return moved | derived | {each.document for each in changed}


def _is_in(claim: Claim, documents: set[str], provenance: Provenance) -> bool:
    attribution = provenance.attribution(claim)
    return attribution is not None and attribution.document in documents


def _is_of(claim: Claim, lines: set[str], provenance: Provenance) -> bool:
    """Whether it was said by an outlet one of whose names is such a line."""
    root = provenance.root(claim) if lines else None
    if root is None or root.kind is not ActorKind.OUTLET:
        return False
    return any(line_of(name) in lines for name in (root.name, *root.names))
