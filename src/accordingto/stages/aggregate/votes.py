"""What the reports of one event say in one column: a vote each, with its weight, trust and precision."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from accordingto.stages.aggregate.plan import DATES, NUMERIC, Column, Plan, Report
from accordingto.text.outlets import find_outlet

Cell = str | float | None

# What a text says when no value wins; a number is missing then.
INDETERMINATE = "Indeterminate"


@dataclass(frozen=True, slots=True)
class Vote:
    """One report's value.

    Attributes:
        value: ``None`` when it is missing; an empty text is a value ('of no party').
        origin: whose report it is.
        weight: 1, or the report's share in the one vote of its origin.
        trust: what settles ties; ``None`` when nothing is known of the report.
        precision: how precise the report is here; ``None`` when it does not say.
    """

    value: Cell
    origin: str = ""
    weight: Fraction | int = 1
    trust: tuple[float, ...] | None = ()
    precision: float | None = None


def read_origin(report: Report, plan: Plan) -> str:
    """Whose report it is: the outlet's usual name; all reports of nobody are one origin, for nobody vouches for two."""
    name = report.get(plan.source or "", "")
    return find_outlet(name).casefold()


def read_number(cell: str) -> float | None:
    """The number that a cell holds; ``None`` when it is empty."""
    return float(cell) if cell.strip() else None


def read_cell(report: Report, column: Column, silent: frozenset[str]) -> Cell:
    """A report's value for a column.

    Args:
        report: the row.
        column: what is asked for.
        silent: columns that are empty in the whole table.
    """
    cell = report.get(column.name, "")
    if column.kind in NUMERIC:
        return read_number(cell)
    if cell.strip():
        return cell
    is_absent = column.of is not None and not report.get(column.of, "").strip()
    return None if is_absent or column.name in silent or column.kind in DATES else ""


class Ballot:
    """The votes of one event's reports, column by column; what all columns share is read once."""

    def __init__(self, reports: Sequence[Report], plan: Plan, silent: frozenset[str]) -> None:
        """Count the origins and read what settles ties.

        Args:
            reports: of one event, in the order of the table.
            plan: how the table is read.
            silent: columns that are empty in the whole table.
        """
        self.reports = reports
        self.origins = [read_origin(report, plan) for report in reports]
        self._trust = [
            tuple(_or_lowest(read_number(report.get(each, ""))) for each in plan.trust) for report in reports
        ]
        self._silent = silent
        self._cast: dict[str, list[Vote]] = {}

    def votes(self, column: Column) -> list[Vote]:
        """A vote for each report."""
        if column.name not in self._cast:
            self._cast[column.name] = [
                Vote(
                    read_cell(report, column, self._silent),
                    origin,
                    trust=trust,
                    precision=None if column.precision is None else read_number(report.get(column.precision, "")),
                )
                for report, origin, trust in zip(self.reports, self.origins, self._trust, strict=True)
            ]
        return self._cast[column.name]

    def shared_votes(self, column: Column) -> list[Vote]:
        """The same, but the reports of one origin share one vote."""
        votes, numbers = self.votes(column), Counter(self.origins)
        if len(numbers) == len(votes):
            return votes
        return [replace(vote, weight=Fraction(1, numbers[vote.origin])) for vote in votes]


def _or_lowest(number: float | None) -> float:
    return float("-inf") if number is None else number


def weigh(votes: Sequence[Vote]) -> dict[Cell, Fraction | int]:
    """How much each value has, in the order in which they were first given."""
    weights: dict[Cell, Fraction | int] = {}
    for vote in votes:
        weights[vote.value] = weights.get(vote.value, 0) + vote.weight
    return weights


def find_modes(votes: Sequence[Vote]) -> list[Cell]:
    """The values that have most, in the order in which they were first given."""
    if len(votes) == 1:
        return [votes[0].value]
    weights = weigh(votes)
    most = max(weights.values(), default=0)
    return [value for value, weight in weights.items() if weight == most]


def settle_mode(votes: Sequence[Vote]) -> tuple[Cell, ...]:
    """The value that has most as a tuple of one; of tied ones that of the most trusted report; else none or several."""
    tied = find_modes(votes)
    for rank in _ranks(votes):
        if len(tied) == 1:
            break
        among = [vote for vote in votes if vote.value in tied]
        if any(vote.trust is None for vote in among):
            return ()  # a report of which nothing is known may be more trusted than all others
        best = max((rank(vote) for vote in among), default=0.0)
        tied = list(dict.fromkeys(vote.value for vote in among if rank(vote) == best))
    return tuple(tied)


def _ranks(votes: Sequence[Vote]) -> Iterator[Callable[[Vote], float]]:
    depth = max((len(vote.trust) for vote in votes if vote.trust is not None), default=0)
    for level in range(depth):
        yield lambda vote, level=level: vote.trust[level] if vote.trust else 0.0  # type: ignore[misc]


def keep_least_precise(votes: Sequence[Vote]) -> list[Vote]:
    """The votes of the lowest precision; one of unknown precision may be one of them and counts as a missing value."""
    lowest = min((vote.precision for vote in votes if vote.precision is not None), default=None)
    if lowest is None:
        return []
    blank = [Vote(None, vote.origin, vote.weight, None) if vote.precision is None else vote for vote in votes]
    return [vote for vote in blank if vote.precision is None or vote.precision == lowest]


def keep_most_precise(votes: Sequence[Vote]) -> list[Vote]:
    """The votes of the highest precision; what is of unknown precision is not the most precise."""
    highest = max((vote.precision for vote in votes if vote.precision is not None), default=None)
    return [vote for vote in votes if vote.precision is not None and vote.precision == highest]


def find_silent(reports: Sequence[Report], plan: Plan) -> frozenset[str]:
    """Columns in which no report says anything."""
    names = {column.name for column in plan.columns}
    spoken = {name for report in reports for name in names if report.get(name, "").strip()}
    return frozenset(names - spoken)
