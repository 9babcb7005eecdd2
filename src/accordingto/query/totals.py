"""One number for an event under declared rules, side by side: what the answers of a ledger come to.

The rules are explained in docs/aggregation.md. None hides another, and each total names the claims that it rests on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from accordingto.query.figures import Figure
from accordingto.query.sides import Group


class Measure(StrEnum):
    """Ways to make one number of several figures."""

    CONSERVATIVE = "most conservative (ACLED)"
    LOW = "low (UCDP)"
    BEST = "best (UCDP)"
    HIGH = "high (UCDP)"
    RECENT = "most recent of each origin"
    LINEAGE = "lineage-adjusted most representative"


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


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the groups that it adds up."""

    total: Total
    groups: Mapping[Group, Total]


def find_totals(figures: Sequence[Figure]) -> dict[Measure, Total]:
    """Every measure of an event's figures."""
    return {measure: add_up(figures, measure).total for measure in Measure}


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
