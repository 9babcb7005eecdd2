"""Tables in the layout of a data set, and beside them the rule that made each value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.export.cells import Value, render_cell, render_csv

RULE_COLUMNS = ("event", "column", "value", "rule", "why", "claims")


@dataclass(frozen=True, slots=True)
class Coded:
    """A value and how it came about.

    Attributes:
        value: ``None`` where the ledger cannot fill the column.
        rule: id and version.
        why: a phrase for a reader; of an empty value, why it is empty.
        claims: ids of the claims that it rests on.
    """

    value: Value
    rule: str
    why: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One event as a line of a table, or the reason why it has none.

    Attributes:
        event: id in the ledger.
        cells: column -> value; ``None`` for an event that the data set does not hold.
        left_out: why it has no line.
    """

    event: str
    cells: Mapping[str, Coded] | None
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """What is written.

    Attributes:
        content: the file.
        rules: the companion file, where the format has one.
    """

    content: bytes
    rules: bytes | None = None


def empty(why: str) -> Coded:
    """A column that the ledger cannot fill."""
    return Coded(None, "export.empty.v1", why)


def render_table(columns: Sequence[str], rows: Sequence[Row], *, mark: bool = False) -> Export:
    """The table and its companion.

    Args:
        columns: their names, in order.
        rows: one an event.
        mark: begin with a byte-order mark, as ACLED's files do.
    """
    lines = [{name: row.cells[name].value for name in columns} for row in rows if row.cells is not None]
    content = render_csv(columns, lines).encode()
    return Export((b"\xef\xbb\xbf" if mark else b"") + content, _render_rules(columns, rows).encode())


def _render_rules(columns: Sequence[str], rows: Sequence[Row]) -> str:
    lines: list[dict[str, Value]] = []
    for row in rows:
        if row.cells is None:
            lines.append({"event": row.event, "rule": "export.left-out.v1", "why": row.left_out})
            continue
        for name in columns:
            made = row.cells[name]
            lines.append(
                {
                    "event": row.event,
                    "column": name,
                    "value": render_cell(made.value),
                    "rule": made.rule,
                    "why": made.why,
                    "claims": " ".join(made.claims),
                }
            )
    return render_csv(RULE_COLUMNS, lines)
