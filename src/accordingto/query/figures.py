"""The figures of a ledger's events: what each origin says, and whose dead, injured or captured it counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accordingto.lexicon import load_table
from accordingto.model.claim import Claim, ClaimStance, NumberValue
from accordingto.model.event import Event
from accordingto.model.findings import Findings
from accordingto.query.sides import Cast, Group, Sides
from accordingto.stages.reconcile.handed import is_one_sentence
from accordingto.stages.reconcile.provenance import Provenance
from accordingto.text.counted import is_increment


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that an origin asserts and has not replaced.

    Attributes:
        claim: id of the claim.
        origin: whose it is, as the two-source rule counts.
        speaker: the claimer's name.
        group: whose dead, injured or captured are counted.
        least, most: bounds; the same for an exact figure.
        rough: what ACLED counts vague words for ('dozens' is 12); ``None`` where the words are not vague.
        day: until when it counts.
        is_weak: hedged, or the outlet that relays it could not verify it.
    """

    claim: str
    origin: str
    speaker: str
    group: Group
    least: int
    most: int
    rough: int | None
    day: date | None
    is_weak: bool


class Tallies:
    """Finds the figures of events."""

    def __init__(self, findings: Findings) -> None:
        self.cast = Cast(findings)
        self._provenance = Provenance(findings.readings, findings.resolution, findings.lineage)
        self._superseded = {old for claim in findings.claims for old in claim.supersedes}
        self._claims: dict[tuple[str, str], list[Claim]] = {}
        for claim in findings.claims:
            if claim.subject.event is not None and isinstance(claim.value, NumberValue):
                self._claims.setdefault((claim.subject.event, claim.attribute), []).append(claim)

    def figures(self, event: Event, attribute: str, sides: Sides | None = None) -> list[Figure]:
        """The figures that stand: asserted, not replaced, and not a part of a larger one of the same sentence."""
        known = sides or self.cast.find_sides(event)
        claims = sorted(self._claims.get((event.id, attribute), ()), key=lambda each: each.id)
        doubted = {(self._home(claim), claim.value) for claim in claims if claim.stance is ClaimStance.CANNOT_VERIFY}
        live = [c for c in claims if c.stance is ClaimStance.ASSERTS and c.id not in self._superseded]
        # 'Three more died' is no total, unless nobody gives one.
        live = [claim for claim in live if not is_increment(claim.scope.who)] or live
        groups = self._find_groups(live, known)
        kept = [claim for claim in live if not any(self._is_part(claim, other, groups) for other in live)]
        made = (
            self._figure(claim, groups[claim.id], is_doubted=(self._home(claim), claim.value) in doubted)
            for claim in kept
        )
        return [figure for figure in made if figure is not None]

    def _find_groups(self, live: Sequence[Claim], sides: Sides) -> dict[str, Group]:
        """Whose dead each figure counts; a bare '31' of one who said '31 soldiers' elsewhere counts the same ones."""
        groups = {claim.id: self.cast.find_group(claim, sides) for claim in live}
        said: dict[tuple[str, int], set[Group]] = {}
        for claim in live:
            if groups[claim.id] is not Group.UNKNOWN:
                said.setdefault((self._provenance.origin(claim), _least(claim)), set()).add(groups[claim.id])
        for claim in live:
            same = said.get((self._provenance.origin(claim), _least(claim)), set())
            if groups[claim.id] is Group.UNKNOWN and claim.scope.who is None and len(same) == 1:
                groups[claim.id] = next(iter(same))
        return groups

    def _home(self, claim: Claim) -> str:
        document = self._provenance.document(claim)
        return "" if document is None else document.id

    def _is_part(self, claim: Claim, other: Claim, groups: Mapping[str, Group]) -> bool:
        """'Raised the toll to 14 after five died in hospital': the five are among the 14."""
        if _least(claim) >= _least(other) or groups[claim.id] not in (groups[other.id], Group.UNKNOWN):
            return False
        is_mine = self._provenance.origin(claim) == self._provenance.origin(other)
        if self._home(claim) != self._home(other) or not (is_mine or self._provenance.is_narrated(claim)):
            return False
        document = self._provenance.document(claim)
        return document is not None and is_one_sentence(document.text, claim.evidence, other.evidence)

    def _figure(self, claim: Claim, group: Group, *, is_doubted: bool) -> Figure | None:
        value, document = claim.value, self._provenance.document(claim)
        if not isinstance(value, NumberValue) or (value.low is None and value.high is None):
            return None
        attribution, until = self._provenance.attribution(claim), self._provenance.as_of(claim)
        words = "" if document is None else document.quote(claim.evidence)
        least = _least(claim)
        return Figure(
            claim=claim.id,
            origin=self._provenance.origin(claim),
            speaker=self._provenance.who_says(claim),
            group=group,
            least=least,
            most=least if value.high is None else value.high,
            rough=_read_rough(words, least),
            day=None if until is None else until.end,
            is_weak=is_doubted or (attribution is not None and attribution.hedged),
        )


def _least(claim: Claim) -> int:
    """The least that a figure says; 'up to 40' says no least, so it stands for its most."""
    if not isinstance(claim.value, NumberValue):
        return 0
    return claim.value.low if claim.value.low is not None else claim.value.high or 0


def _read_rough(words: str, least: int) -> int | None:
    """What ACLED counts for 'dozens' and the like."""
    rough: Mapping[str, int] = load_table("en", "acled")["rough"]
    scales: Mapping[str, int] = load_table("en", "numbers")["plural_scales"]
    found = [word for word in rough if word in words.lower().split() and scales.get(word) == least]
    return rough[found[0]] if found else None
