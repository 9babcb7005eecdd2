"""One number for an event under declared rules, side by side: what the answers of a ledger come to.

The rules are explained in docs/aggregation.md. None hides another, and each total names the claims that it rests on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from accordingto.lexicon import load_table
from accordingto.model.claim import Claim, ClaimStance, NumberValue
from accordingto.model.event import Event
from accordingto.model.findings import Findings
from accordingto.query.sides import Cast, Group, Sides
from accordingto.stages.reconcile.provenance import Provenance


class Measure(StrEnum):
    """Ways to make one number of several figures."""

    CONSERVATIVE = "most conservative (ACLED)"
    LOW = "low (UCDP)"
    BEST = "best (UCDP)"
    HIGH = "high (UCDP)"
    RECENT = "most recent of each origin"
    LINEAGE = "lineage-adjusted most representative"


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


@dataclass(frozen=True, slots=True)
class Total:
    """One number, and why.

    Attributes:
        measure: which rule made it.
        rule: id and version.
        number: ``None`` where no figure is given.
        why: a phrase that a reader can check against the claims.
        claims: ids of the claims that it rests on.
    """

    measure: Measure
    rule: str
    number: int | None
    why: str
    claims: tuple[str, ...] = ()


class Tallies:
    """The figures of a ledger's events, and what they come to."""

    def __init__(self, findings: Findings) -> None:
        self.cast = Cast(findings)
        self._provenance = Provenance(findings.readings, findings.resolution, findings.lineage)
        self._superseded = {old for claim in findings.claims for old in claim.supersedes}
        self._sentences = {
            reading.document.id: [(each.start, each.end) for each in reading.parse.sentences]
            for reading in findings.readings
        }
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
        groups = self._find_groups(live, known)
        kept = [claim for claim in live if not any(self._is_part(claim, other, groups) for other in live)]
        made = (
            self._figure(claim, groups[claim.id], is_doubted=(self._home(claim), claim.value) in doubted)
            for claim in kept
        )
        return [figure for figure in made if figure is not None]

    def totals(self, event: Event, attribute: str) -> dict[Measure, Total]:
        """Every measure of an event's attribute, each the sum over the groups of those counted."""
        figures = self.figures(event, attribute)
        return {measure: add_up(figures, measure).total for measure in Measure}

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
        places = self._sentences.get(self._home(claim), [])
        return any(start <= claim.evidence.start < end and start <= other.evidence.start < end for start, end in places)

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


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the groups that it adds up."""

    total: Total
    groups: Mapping[Group, Total]


def add_up(figures: Sequence[Figure], measure: Measure) -> Sum:
    """The sides' and the civilians' totals added up; a figure for everybody counts where it is larger than the sum."""
    rule = RULES[measure][1]
    groups = {group: _settle(figures, group, measure) for group in Group}
    known = [groups[group] for group in Group if group is not Group.UNKNOWN and groups[group].number is not None]
    apart = sum(each.number or 0 for each in known)
    everybody = groups[Group.UNKNOWN]
    if not known:
        return Sum(everybody, groups)
    if everybody.number is not None and everybody.number >= apart:
        return Sum(everybody, groups)
    why = known[0].why if len(known) == 1 else " + ".join(f"{each.number} ({each.why})" for each in known)
    claims = tuple(sorted({claim for each in known for claim in each.claims}))
    return Sum(Total(measure, rule, apart, why, claims), groups)


def _settle(figures: Sequence[Figure], group: Group, measure: Measure) -> Total:
    settle, rule = RULES[measure]
    of_group = [figure for figure in figures if figure.group is group]
    if not of_group:
        return Total(measure, rule, None, "no figure is given")
    number, why, used = settle(of_group)
    return Total(measure, rule, number, why, tuple(sorted({figure.claim for figure in used})))


Settled = tuple[int, str, Sequence[Figure]]


def find_current(figures: Sequence[Figure]) -> list[Figure]:
    """The most recent figure of each origin, the largest of one day; an undated one counts as the earliest."""

    def rank(figure: Figure) -> tuple[date, int, bool, int, str]:
        return figure.day or date.min, figure.least, not figure.is_weak, figure.most, figure.claim

    by_origin = {figure.origin: figure for figure in sorted(figures, key=rank)}
    return [by_origin[origin] for origin in sorted(by_origin)]


def _settle_conservative(figures: Sequence[Figure]) -> Settled:
    current = find_current(figures)
    least = min(figure.least if figure.rough is None else figure.rough for figure in current)
    used = [each for each in current if (each.least if each.rough is None else each.rough) == least]
    return least, f"the lowest of {_origins(current)}, each by its latest figure; said by {_names(used)}", used


def _settle_low(figures: Sequence[Figure]) -> Settled:
    current = find_current(figures)
    sure = [figure for figure in current if not figure.is_weak] or current
    best, _, held = _settle_best(figures)
    least = min([best, *(figure.least for figure in sure)])
    used = [each for each in [*sure, *held] if each.least == least]
    kind = "figure" if len(sure) == len(current) else "figure that is neither hedged nor doubted, or the best one,"
    return least, f"the lowest {kind} of {_origins(current)}; said by {_names(used)}", used


def _settle_best(figures: Sequence[Figure]) -> Settled:
    current = find_current(figures)
    held = {each.least: [other for other in current if other.least == each.least] for each in current}

    def rank(number: int) -> tuple[int, bool, int, int]:
        last = max((each.day or date.min).toordinal() for each in held[number])
        return -len(held[number]), all(each.is_weak for each in held[number]), -last, number

    best = min(held, key=rank)
    said = f"said by {len(held[best])} of {_origins(current)} ({_names(held[best])})"
    return best, f"{said}; of equals the latest, then the lower", held[best]


def _settle_high(figures: Sequence[Figure]) -> Settled:
    most = max(figure.most for figure in figures)
    used = [each for each in figures if each.most == most]
    return most, f"the highest figure that anybody asserts, doubted ones included; said by {_names(used)}", used


def _settle_recent(figures: Sequence[Figure]) -> Settled:
    current = find_current(figures)
    last = max((each.day or date.min for each in current), default=date.min)
    used = [each for each in current if (each.day or date.min) == last]
    number = min(each.least for each in used)
    listed = "; ".join(f"{each.speaker}: {each.least}" for each in current)
    return number, f"{listed}; the latest, of one day the lower", [each for each in used if each.least == number]


def _settle_lineage(figures: Sequence[Figure]) -> Settled:
    numbers = {origin: sum(each.origin == origin for each in figures) for origin in {each.origin for each in figures}}
    weights: dict[int, Fraction] = {}
    for each in figures:
        weights[each.least] = weights.get(each.least, Fraction(0)) + Fraction(1, numbers[each.origin])
    most = max(weights.values())
    number = min(value for value, weight in weights.items() if weight == most)
    used = [each for each in figures if each.least == number]
    share = f"{float(most):.2g} of {len(numbers)} {'vote' if len(numbers) == 1 else 'votes'}"
    return number, f"{share}, one an origin, which its figures share; of equals the lower", used


def _origins(current: Sequence[Figure]) -> str:
    return "1 origin" if len(current) == 1 else f"{len(current)} origins"


def _names(figures: Sequence[Figure]) -> str:
    return ", ".join(sorted({figure.speaker for figure in figures}))


RULES: dict[Measure, tuple[Callable[[Sequence[Figure]], Settled], str]] = {
    Measure.CONSERVATIVE: (_settle_conservative, "totals.acled-most-conservative.v1"),
    Measure.LOW: (_settle_low, "totals.ucdp-low.v1"),
    Measure.BEST: (_settle_best, "totals.ucdp-best.v1"),
    Measure.HIGH: (_settle_high, "totals.ucdp-high.v1"),
    Measure.RECENT: (_settle_recent, "totals.most-recent-of-each-origin.v1"),
    Measure.LINEAGE: (_settle_lineage, "totals.lineage-adjusted-representative.v1"),
}
