"""The record of what was run, as rows of a table in docs/faults.md."""

from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parents[2] / "docs" / "faults.md"
HEAD = "| target | engine | processor minutes | inputs | slowest input, s | findings |"


def render_row(row: dict[str, Any]) -> str:
    """One run as a row."""
    found = len(row["found"])
    return (
        f"| {row['target']} | {row['engine']} | {row['minutes']:.1f} | {row['inputs']:,} | {row['slowest']:.2f} "
        f"| {found or 'none'} |"
    )


def write_row(row: dict[str, Any]) -> None:
    """Put a run into the page, in the place of the last one of its target and engine."""
    lines = PAGE.read_text(encoding="utf-8").split("\n")
    first = lines.index(HEAD) + 2
    last = next(at for at in range(first, len(lines)) if not lines[at].startswith("|"))
    mark = f"| {row['target']} | {row['engine']} |"
    rows = [each for each in lines[first:last] if not each.startswith(mark)]
    lines[first:last] = sorted([*rows, render_row(row)])
    PAGE.write_text("\n".join(lines), encoding="utf-8")
