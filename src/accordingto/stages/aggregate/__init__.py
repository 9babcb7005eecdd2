"""Several reports of an event -> one number of each kind, under declared rules that stand side by side."""

from accordingto.stages.aggregate.aggregate import Line, aggregate
from accordingto.stages.aggregate.disagree import Spread, find_spreads
from accordingto.stages.aggregate.plan import Aggregation, Column, Kind, Plan, Report
from accordingto.stages.aggregate.rules import Rule, find_rule

__all__ = [
    "Aggregation",
    "Column",
    "Kind",
    "Line",
    "Plan",
    "Report",
    "Rule",
    "Spread",
    "aggregate",
    "find_rule",
    "find_spreads",
]
