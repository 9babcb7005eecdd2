"""What the columns of a table of reports measure: it decides which rule makes one value of several.

A plan is read from a mapping (docs/aggregation.md); the rules themselves are in ``rules.py``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# A row of a table: column -> what the cell holds, as it stands there.
Report = Mapping[str, str]


class Aggregation(StrEnum):
    """Ways to make one line of an event's reports; all of them are made, side by side."""

    CONSERVATIVE = "Most-conservative"
    INFORMATIVE = "Most-informative"
    REPRESENTATIVE = "Most-representative"
    LINEAGE = "Lineage-adjusted most-representative"


class Kind(StrEnum):
    """What a column measures."""

    TEXT = "text"  # a name or a category
    NUMBER = "number"  # a number that is not counted up: a latitude, a code
    COUNT = "count"  # of people: the dead, the injured
    START = "start"  # the first day
    END = "end"  # the last day
    FLAG = "flag"  # 0 or 1
    CERTAINTY = "certainty"  # 0 or 1: the report is sure of something
    SUM = "sum"  # of other columns' aggregated values
    LIST = "list"  # several categories in a cell, set apart by ';'
    JOINED = "joined"  # every report's value is kept
    INITIATOR = "initiator"  # roles of an actor, 0 or 1
    PERPETRATOR = "perpetrator"
    INTERVENER = "intervener"
    BYSTANDER = "bystander"
    REPORTS = "reports"  # how many reports, or lineage-adjusted origins, there are
    FIXED = "fixed"  # the same in every line


DATES = frozenset({Kind.START, Kind.END})
ROLES = frozenset({Kind.INITIATOR, Kind.PERPETRATOR, Kind.INTERVENER, Kind.BYSTANDER})
NUMERIC = frozenset({Kind.NUMBER, Kind.COUNT, Kind.FLAG, Kind.CERTAINTY}) | ROLES


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the result.

    Attributes:
        name: of the column, in the table and in the result.
        kind: what it measures.
        precision: column that grades how precise a report is here; the higher, the more precise.
        of: column that names whom this one describes: where that one is empty, this one is missing.
        parts: columns that a sum adds up.
        value: of a fixed column.
    """

    name: str
    kind: Kind
    precision: str | None = None
    of: str | None = None
    parts: tuple[str, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read a table of reports.

    Attributes:
        event: column that says which event a report is of.
        columns: those of the result, in its order.
        source: column that says whose report it is; reports of one source are one origin.
        trust: columns that settle ties: the report with the highest value of the first wins, then of the second.
    """

    event: str
    columns: tuple[Column, ...]
    source: str | None = None
    trust: tuple[str, ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        """Columns that the table must have, each once."""
        made = {Kind.SUM, Kind.REPORTS, Kind.FIXED}
        named = [self.event, self.source, *self.trust]
        for column in self.columns:
            named += [None if column.kind in made else column.name, column.precision, column.of]
        return tuple(dict.fromkeys(each for each in named if each is not None))

    @property
    def numeric(self) -> frozenset[str]:
        """Columns whose cells must be numbers."""
        graded = frozenset(column.precision for column in self.columns if column.precision is not None)
        return graded | frozenset(self.trust) | {column.name for column in self.columns if column.kind in NUMERIC}

    @property
    def dated(self) -> frozenset[str]:
        """Columns whose cells must be days."""
        return frozenset(column.name for column in self.columns if column.kind in DATES)
