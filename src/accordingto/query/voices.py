"""The voices behind an answer, gathered into the origins that the two-source rule counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.model.findings import Findings
from accordingto.query.account import Account, Said
from accordingto.stages.reconcile.provenance import Provenance

# Each is compared with each.
MOST_CREDITED = 120


@dataclass(frozen=True, slots=True)
class Voices:
    """Voices that count once, because they are one side or one line of provenance.

    Attributes:
        origin: what the two-source rule calls it; equal strings are one origin.
        said: who says so, in which words.
    """

    origin: str
    said: tuple[Said, ...]

    @property
    def documents(self) -> int:
        """In how many documents these voices stand."""
        return len({place.document.id for said in self.said for quoted in said.quoted for place in quoted.places})


class Origins:
    """Tells the origin of every claim of some questions.

    Args:
        findings: the questions with all of their claims.
    """

    def __init__(self, findings: Findings) -> None:
        self._claims = {claim.id: claim for claim in findings.claims}
        self._provenance = Provenance(findings.readings, findings.resolution, findings.lineage)

    def credit(self, account: Account) -> None:
        """Look at all claims of a question at once: some only hand on another's figure.

        Where there are very many it would take long; the number of origins that stands with each answer is exact.
        """
        ids = {each for answer in account.question.answers for each in answer.claims}
        if len(ids) > MOST_CREDITED:
            return
        self._provenance.credit([self._claims[each] for each in sorted(ids) if each in self._claims])

    def gather(self, said: Sequence[Said]) -> tuple[Voices, ...]:
        """Voices by origin, in the order in which the first of each spoke."""
        found: dict[str, list[Said]] = {}
        for each in said:
            found.setdefault(self._origin(each), []).append(each)
        return tuple(Voices(origin, tuple(some)) for origin, some in found.items())

    def _origin(self, said: Said) -> str:
        claim = self._claims.get(said.quoted[0].claims[0])
        return "" if claim is None else self._provenance.origin(claim)
