"""In what manner somebody is held responsible: they claim it themselves, are accused of it, or it is told as fact."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from accordingto.model.claim import ActorValue, Claim, ClaimStance
from accordingto.model.findings import Findings
from accordingto.stages.reconcile.provenance import Provenance

# Rules of the claims room that read an accusation; see docs/reconciliation.md.
ACCUSING = ("claims.accused.", "claims.behind.", "claims.alleged.")
CLAIMING = ("claims.claimed-responsibility.",)


class Manner(StrEnum):
    """How a claim holds its value responsible, the strongest first."""

    CLAIMED = "claimed or admitted"
    ACCUSED = "suspected or accused"
    TOLD = "told as fact"


class Manners:
    """Tells the manner of the claims of one ledger."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    @cached_property
    def _provenance(self) -> Provenance:
        """Made when a question of responsibility is met; many readers ask other things."""
        return Provenance(self._findings.readings, self._findings.resolution, self._findings.lineage)

    def find(self, claim: Claim) -> Manner | None:
        """The manner of one claim; ``None`` where it holds nobody responsible."""
        if claim.attribute != "responsible" or claim.stance is not ClaimStance.ASSERTS:
            return None
        if not isinstance(claim.value, ActorValue):
            return None
        claimer, attribution = self._provenance.claimer(claim), self._provenance.attribution(claim)
        own = claimer is not None and self._provenance.related(claimer.id, claim.value.actor)
        if own or claim.trace.rule.startswith(CLAIMING):
            return Manner.CLAIMED
        is_hedged = attribution is not None and attribution.hedged
        return Manner.ACCUSED if is_hedged or claim.trace.rule.startswith(ACCUSING) else Manner.TOLD

    def strongest(self, claims: Iterable[Claim]) -> Manner | None:
        """The strongest manner of several claims: who claims a deed needs no accuser."""
        found = {self.find(claim) for claim in claims}
        return next((manner for manner in Manner if manner in found), None)
