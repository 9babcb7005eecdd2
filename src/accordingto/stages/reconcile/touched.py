"""Which questions may stand otherwise when lines of provenance change: those with a claim whose origin may."""

from collections.abc import Sequence

from accordingto.model.actor import ActorKind, Resolution
from accordingto.model.claim import Claim, Subject
from accordingto.model.findings import Reading
from accordingto.model.lineage import Lineage, Origin
from accordingto.stages.reconcile.provenance import Provenance, line_of, name_lines

Asked = tuple[Subject, str]  # what a question is about, and which attribute of it


def find_touched(
    claims: Sequence[Claim], readings: Sequence[Reading], resolution: Resolution, *, before: Lineage, after: Lineage
) -> set[Asked]:
    """What the questions are about that have a claim whose origin may be another after a change of lineage.

    One too many costs time, one too few a wrong ledger; so everything is taken that a changed line may reach.
    """
    documents = {reading.document.id: reading.document for reading in readings}
    old, new = name_lines(before, documents), name_lines(after, documents)
    was, now = _origins(before), _origins(after)
    moved = {each for each in documents if old.get(each) != new.get(each) or was.get(each) != now.get(each)}
    changed = set(before.derivations) ^ set(after.derivations)
    reached = moved | {each.document for each in changed}
    reached |= {each.document for each in (*before.derivations, *after.derivations) if each.source in moved}
    credited = {line_of(each.outlet) for each in changed if each.outlet is not None}
    renamed = (set(old.values()) ^ set(new.values())) | credited
    provenance = Provenance(readings, resolution, after)
    return {
        (claim.subject, claim.attribute)
        for claim in claims
        if _is_in(claim, reached, provenance) or _is_of(claim, renamed, provenance)
    }


def _origins(lineage: Lineage) -> dict[str, Origin]:
    return {each: origin for origin in lineage.origins for each in origin.documents}


def _is_in(claim: Claim, documents: set[str], provenance: Provenance) -> bool:
    attribution = provenance.attribution(claim)
    return attribution is not None and attribution.document in documents


def _is_of(claim: Claim, lines: set[str], provenance: Provenance) -> bool:
    """Whether it was said by an outlet one of whose names is such a line."""
    root = provenance.root(claim) if lines else None
    if root is None or root.kind is not ActorKind.OUTLET:
        return False
    return any(line_of(name) in lines for name in (root.name, *root.names))
