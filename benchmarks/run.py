"""``make bench``: print every measure beside its floor; fail when one falls below.

    python -m benchmarks.run [--only NAME | --all] [--raise | --lower] [--write]

``--raise`` lifts floors to what was measured, ``--lower`` also lets them sink: a lowered floor is a decision that
belongs in a commit message. ``--write`` writes what was measured to docs/measures.md, and times and memory to
docs/performance.md; with ``--only`` to the latter alone. A floor holds for the gold files it was set on; with others
the measure is printed but not judged.
"""

import argparse
import importlib
import json
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.page import render_page, renew_performance
from benchmarks.shared import Skipped, digest

FLOORS = Path(__file__).with_name("floors.json")
PAGE = Path(__file__).resolve().parents[1] / "docs" / "measures.md"
PERFORMANCE = PAGE.with_name("performance.md")
MEASURES = (
    "stories",
    "invented",
    "polnear",
    "outside_sentence",
    "speed",
    "chain",
    "saved_pages",
    "lineage",
    "maverick",
    "tempeval3",
    "geoparsing",
    "name_pairs",
    "conflict_pairs",
    "newswcl50",
    "np4e",
    "muc4",
    "cost",
)
# Minutes each: only measured when named with ``--only``, or all with ``--all``.
SLOW = (
    "incidents",
    "story_grouping",
    "resolve_growth",
    "lineage_growth",
    "reading_room",
    "kills",
    "queries",
    "archive",
    "archive_whole",
)

# Scores are kept to three digits; one attribution more or less moves the small stories by 0.01.
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One figure beside its bound; ``bound`` is ``None`` for a new figure."""

    name: str
    value: float
    bound: float | None
    is_ceiling: bool

    @property
    def has_fallen(self) -> bool:
        """Whether the figure is on the wrong side of its bound."""
        if self.bound is None:
            return False
        return self.value > self.bound if self.is_ceiling else round(self.value, DIGITS) < self.bound


def main() -> int:
    """Measure, print, judge; 0 when every floor holds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="one of: " + ", ".join((*MEASURES, *SLOW)))
    parser.add_argument("--all", action="store_true", help="the slow ones too: " + ", ".join(SLOW))
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to what was measured")
    parser.add_argument("--lower", action="store_true", help="set floors to what was measured, lower ones too")
    parser.add_argument(
        "--write", action="store_true", help="write what was measured to docs/measures.md and docs/performance.md"
    )
    options = parser.parse_args()
    table: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    names = [options.only] if options.only else [*MEASURES, *(SLOW if options.all else ())]
    measured = {name: _run(name, table.setdefault(name, {}), options) for name in names}
    fallen = [line for lines in measured.values() for line in lines if line.has_fallen]
    if options.write:
        if not options.only:  # one measure alone would leave nothing of the others
            PAGE.write_text(render_page(measured), encoding="utf-8")
        PERFORMANCE.write_text(renew_performance(PERFORMANCE.read_text(encoding="utf-8"), measured), encoding="utf-8")
    if options.lift or options.lower:
        FLOORS.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    for line in fallen:
        print(f"fell: {line.name}: {line.value:.3f}, floor {line.bound}", file=sys.stderr)
    return 1 if fallen else 0


def _run(name: str, table: dict[str, Any], options: argparse.Namespace) -> list[Line]:
    module = importlib.import_module(f"benchmarks.{name}")
    print(f"== {name}: {(module.__doc__ or '').splitlines()[0]}")
    try:
        found = digest(module.gold_files())
        figures: dict[str, float] = module.measure()
    except Skipped as skipped:
        print(f"   skipped: {skipped}")
        return []
    is_judged = table.setdefault("gold", found) == found
    ceilings = table.setdefault("ceilings", {})
    lines = [_line(figure, value, table, is_ceiling=figure in ceilings) for figure, value in figures.items()]
    for line in lines:
        print(f"   {_mark(line, is_judged=is_judged)} {line.name}: {line.value:.3f} ({_bound(line)})")
    if options.lift or options.lower:
        table["gold"] = found
        _set_floors(lines, table, lower=options.lower)
    return lines if is_judged else []


def _line(name: str, value: float, table: dict[str, Any], *, is_ceiling: bool) -> Line:
    bounds = table["ceilings"] if is_ceiling else table.setdefault("floors", {})
    return Line(name, value, bounds.get(name), is_ceiling)


def _set_floors(lines: list[Line], table: dict[str, Any], *, lower: bool) -> None:
    for line in lines:
        if not line.is_ceiling and (lower or line.bound is None or line.value > line.bound):
            table["floors"][line.name] = math.floor(line.value * 10**DIGITS) / 10**DIGITS


def _mark(line: Line, *, is_judged: bool) -> str:
    if not is_judged:
        return "?"
    return "-" if line.has_fallen else "+"


def _bound(line: Line) -> str:
    if line.bound is None:
        return "no floor yet"
    return f"{'ceiling' if line.is_ceiling else 'floor'} {line.bound}"


if __name__ == "__main__":
    sys.exit(main())
