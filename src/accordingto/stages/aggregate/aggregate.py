"""One line an event and aggregation, from the reports of the events."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.stages.aggregate.plan import ROLES, Aggregation, Column, Kind, Plan, Report
from accordingto.stages.aggregate.roles import settle_roles
from accordingto.stages.aggregate.rules import find_rule
from accordingto.stages.aggregate.votes import Ballot, Cell, find_silent


@dataclass(frozen=True, slots=True)
class Line:
    """One event under one aggregation.

    Attributes:
        event: its name in the table.
        aggregation: which rules made the values.
        reports, origins: how many there are.
        values: column -> value, in the plan's order; ``None`` when it is missing.
    """

    event: str
    aggregation: Aggregation
    reports: int
    origins: int
    values: Mapping[str, Cell]


def aggregate(reports: Sequence[Report], plan: Plan) -> Iterator[Line]:
    """Every event under every aggregation, events in the order in which the table first names them.

    Args:
        reports: rows of the table.
        plan: what its columns measure.
    """
    silent = find_silent(reports, plan)
    for event, group in group_by_event(reports, plan).items():
        ballot = Ballot(group, plan, silent)
        for aggregation in Aggregation:
            values = _settle(ballot, plan, aggregation)
            yield Line(event, aggregation, len(group), len(set(ballot.origins)), values)


def group_by_event(reports: Sequence[Report], plan: Plan) -> dict[str, list[Report]]:
    """The reports of each event, in the table's order."""
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(report[plan.event], []).append(report)
    return groups


def _settle(ballot: Ballot, plan: Plan, aggregation: Aggregation) -> dict[str, Cell]:
    share = aggregation is Aggregation.LINEAGE
    values: dict[str, Cell] = {}
    for column in plan.columns:
        rule = find_rule(column, aggregation)
        if rule is not None:
            values[column.name] = rule.settle(ballot.shared_votes(column) if share else ballot.votes(column))
    values |= settle_roles(ballot, plan, values, share=share)
    voices = len(set(ballot.origins)) if share else len(ballot.reports)
    for column in plan.columns:
        if column.kind not in ROLES and column.name not in values:
            values[column.name] = _make(column, values, voices)
    return {column.name: values[column.name] for column in plan.columns}


def _make(column: Column, values: Mapping[str, Cell], voices: int) -> Cell:
    """A value that no vote decides."""
    if column.kind is Kind.FIXED:
        return column.value
    if column.kind is Kind.REPORTS:
        return float(voices)
    given = [value for value in (values.get(part) for part in column.parts) if isinstance(value, float)]
    return sum(given) if given else None
