"""How far the reports of an event disagree in each column: no aggregation may hide it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.model.claim import Status
from accordingto.stages.aggregate.aggregate import group_by_event
from accordingto.stages.aggregate.plan import Kind, Plan, Report
from accordingto.stages.aggregate.votes import Ballot, Cell, Vote, find_silent, weigh

# These are not stated by a report about the event.
UNASKED = frozenset({Kind.SUM, Kind.REPORTS, Kind.FIXED, Kind.JOINED})


@dataclass(frozen=True, slots=True)
class Spread:
    """What the reports of an event say in one column.

    Attributes:
        event, column: where.
        status: ``single`` when one origin gives a value, ``agreed`` when several give the same, else ``contested``;
            ``None`` when none gives any.
        values: value -> the origins that give it, the most supported first.
        distinct: how many values there are, a missing one counted as one.
        modal_share: share of the most frequent value among the reports.
    """

    event: str
    column: str
    status: Status | None
    values: dict[Cell, tuple[str, ...]]
    distinct: int
    modal_share: float


def find_spreads(reports: Sequence[Report], plan: Plan) -> Iterator[Spread]:
    """What the reports of each event say, column by column; columns that are empty throughout are left out."""
    silent = find_silent(reports, plan)
    columns = [column for column in plan.columns if column.kind not in UNASKED and column.name not in silent]
    for event, group in group_by_event(reports, plan).items():
        ballot = Ballot(group, plan, silent)
        for column in columns:
            yield _spread(event, column.name, ballot.votes(column))


def _spread(event: str, column: str, votes: Sequence[Vote]) -> Spread:
    weights = weigh(votes)
    values: dict[Cell, tuple[str, ...]] = {}
    for vote in votes:
        if vote.value not in (None, ""):
            values[vote.value] = tuple(sorted({*values.get(vote.value, ()), vote.origin}))
    ordered = dict(sorted(values.items(), key=lambda each: (-len(each[1]), str(each[0]))))
    return Spread(
        event=event,
        column=column,
        status=_decide(ordered),
        values=ordered,
        distinct=len(weights),
        modal_share=float(max(weights.values()) / len(votes)),
    )


def _decide(values: dict[Cell, tuple[str, ...]]) -> Status | None:
    origins = {each for held in values.values() for each in held}
    if len(origins) <= 1:
        return Status.SINGLE if origins else None
    return Status.AGREED if len(values) == 1 else Status.CONTESTED
