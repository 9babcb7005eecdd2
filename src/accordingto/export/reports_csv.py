"""Aggregated reports as three tables: the events, the rules that made their values, and what each report said."""

from collections.abc import Iterable

from accordingto.export.cells import Value, render_cell, render_csv
from accordingto.stages.aggregate import Aggregation, Kind, Line, Plan, Spread, find_rule

FIRST = ("event", "aggregation", "reports", "origins")

_MADE = {
    Kind.SUM: ("aggregate.sum.v1", "the sum of the values of: {parts}"),
    Kind.REPORTS: ("aggregate.count.v1", "how many reports there are; lineage-adjusted, how many origins"),
    Kind.FIXED: ("aggregate.fixed.v1", "the same in every line"),
    Kind.INITIATOR: ("aggregate.initiator.v1", "1 for the only actor that most reports name as initiator"),
    Kind.PERPETRATOR: ("aggregate.perpetrator.v1", "1 where a report says so and none calls the actor a bystander"),
    Kind.INTERVENER: ("aggregate.intervener.v1", "1 where a report says so and the actor is not the initiator"),
    Kind.BYSTANDER: ("aggregate.bystander.v1", "1 where a report says so and the actor has no other role"),
}

_SHARED = "; the reports of one origin share one vote"
# Rules in which no vote is counted are the same with and without lineage.
_VOTED = ("mode", "initiator")


def render_lines(lines: Iterable[Line], plan: Plan) -> str:
    """One line an event and aggregation."""
    columns = [column.name for column in plan.columns]
    rows: Iterable[dict[str, Value]] = (
        {
            **line.values,
            "event": line.event,
            "aggregation": line.aggregation.value,
            "reports": line.reports,
            "origins": line.origins,
        }
        for line in lines
    )
    return render_csv([*FIRST, *(name for name in columns if name not in FIRST)], rows)


def render_rules(plan: Plan) -> str:
    """The rule of each column under each aggregation."""
    rows: list[dict[str, Value]] = []
    for column in plan.columns:
        for aggregation in Aggregation:
            rule = find_rule(column, aggregation)
            name, words = (rule.id, rule.words) if rule is not None else _MADE[column.kind]
            is_shared = aggregation is Aggregation.LINEAGE and any(each in name for each in _VOTED)
            rows.append(
                {
                    "column": column.name,
                    "kind": column.kind.value,
                    "aggregation": aggregation.value,
                    "rule": name,
                    "words": words.format(parts=", ".join(column.parts)) + (_SHARED if is_shared else ""),
                }
            )
    return render_csv(["column", "kind", "aggregation", "rule", "words"], rows)


def render_answers(spreads: Iterable[Spread]) -> str:
    """What was said: each value of each column of each event, with the origins that give it."""
    rows: Iterable[dict[str, Value]] = (
        {
            "event": spread.event,
            "column": spread.column,
            "status": spread.status.value,
            "value": render_cell(value),
            "origins": len(origins),
            "who": "; ".join(origin or "nobody named" for origin in origins),
        }
        for spread in spreads
        if spread.status is not None
        for value, origins in spread.values.items()
    )
    return render_csv(["event", "column", "status", "value", "origins", "who"], rows)
