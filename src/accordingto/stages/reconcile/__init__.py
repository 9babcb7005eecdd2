"""Claims + Origins -> Questions: compatible, contested, superseded, denied, unverified."""

from collections.abc import Sequence

from accordingto.model.actor import Resolution
from accordingto.model.claim import Claim
from accordingto.model.findings import Reading, Reconciliation
from accordingto.model.lineage import Lineage


def reconcile(
    claims: Sequence[Claim], readings: Sequence[Reading], *, resolution: Resolution, lineage: Lineage
) -> Reconciliation:
    """Group claims into questions with their answers, origins and status, each with its reason."""
    return Reconciliation(tuple(claims), ())
