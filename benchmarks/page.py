"""docs/measures.md: what ``make bench`` measured, as a page."""

import importlib
from collections.abc import Mapping, Sequence
from typing import Protocol

HEAD = """# Measures

Written by `python -m benchmarks.run --write`; no figure here was typed by hand. Scores lie between 0 and 1 unless a
line names a unit. The stories and corpora stand outside this repository: real articles whose answers were written by
people. The stories were read while the rules were written, so expect less on others. Of
PolNeAR's development set only the misses of the slice 'named outside the sentence' were read.
"""


# Measures of time, memory, growth and faults have a page of their own, below what docs/performance.md says itself.
PERFORMANCE = (
    "speed",
    "chain",
    "archive",
    "archive_whole",
    "lineage_growth",
    "resolve_growth",
    "queries",
    "reading_room",
    "kills",
)
MARK = "<!-- Written by python -m benchmarks.run --write; what was not measured this time stays as it was. -->"


class Figure(Protocol):
    """One measured figure with its name."""

    @property
    def name(self) -> str:
        """What was measured."""

    @property
    def value(self) -> float:
        """What came out."""


def render_page(measured: Mapping[str, Sequence[Figure]]) -> str:
    """The page: a table a measure; figures named 'set: figure' stand in a row a figure, a column a set."""
    return HEAD + "".join(_section(name, figures) for name, figures in measured.items() if figures)


def renew_performance(page: str, measured: Mapping[str, Sequence[Figure]]) -> str:
    """The page of performance with the sections that were measured written anew, in their order."""
    words, _, below = page.partition(MARK)
    titles = {_title(name): name for name in PERFORMANCE}
    older = {
        titles[title]: f"\n## {each}" for each in below.split("\n## ")[1:] if (title := each.splitlines()[0]) in titles
    }
    fresh = {name: _section(name, figures) for name, figures in measured.items() if figures and name in PERFORMANCE}
    sections = {name: text.rstrip() + "\n" for name, text in (older | fresh).items()}
    return f"{words}{MARK}\n" + "".join(sections[name] for name in PERFORMANCE if name in sections)


def _title(name: str) -> str:
    return (importlib.import_module(f"benchmarks.{name}").__doc__ or name).splitlines()[0]


def _section(name: str, figures: Sequence[Figure]) -> str:
    pairs = {_split(each.name): each.value for each in figures}
    columns = list(dict.fromkeys(column for column, _ in pairs))
    rows = list(dict.fromkeys(row for _, row in pairs))
    lines = ["", f"## {_title(name)}", "", "| | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns)]
    for row in rows:
        cells = [f"{pairs[column, row]:.3f}" if (column, row) in pairs else "" for column in columns]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _split(name: str) -> tuple[str, str]:
    column, _, row = name.partition(": ")
    return (column, row) if row else ("", name)
