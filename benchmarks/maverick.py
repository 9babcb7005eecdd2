"""Hand-coded reports, aggregated: share of events that equal what the R package eventreport makes of them."""

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from accordingto.errors import InputRefused
from accordingto.intake.plans import load_plan
from accordingto.intake.reports import read_reports
from accordingto.stages.aggregate import Aggregation, Line, aggregate, find_spreads
from benchmarks.shared import DATA, need

FOLDER = DATA / "maverick"
TABLE = FOLDER / "maverick_event_report.csv.gz"
EXPECTED = {
    Aggregation.CONSERVATIVE: FOLDER / "expected" / "con.csv.gz",
    Aggregation.INFORMATIVE: FOLDER / "expected" / "inf.csv.gz",
    Aggregation.REPRESENTATIVE: FOLDER / "expected" / "rep.csv.gz",
}
DSCORE = FOLDER / "expected" / "dscore.csv.gz"


def gold_files() -> list[Path]:
    """The reports and the package's own output."""
    need(TABLE, DSCORE, *EXPECTED.values())
    return [TABLE, DSCORE, *EXPECTED.values()]


def measure() -> dict[str, float]:
    """``aggregation: events equal in every column``, and the lowest column's share."""
    plan = load_plan("eventreport")
    reports = [row for row in read_reports(TABLE, plan) if not isinstance(row, InputRefused)]
    lines = list(aggregate(reports, plan))
    figures: dict[str, float] = {}
    for aggregation, path in EXPECTED.items():
        made = {line.event: line for line in lines if line.aggregation is aggregation}
        columns = _compare(made, _read(path))
        whole = [all(equal) for equal in zip(*columns.values(), strict=True)]
        figures[f"{aggregation}: events equal in every column"] = sum(whole) / len(whole)
        figures[f"{aggregation}: columns equal in every event"] = sum(map(all, columns.values())) / len(columns)
    distinct = {(each.event, each.column): each.distinct - 1 for each in find_spreads(reports, plan)}
    scores = list(_compare_dscores(distinct))
    figures["distinct values (dscore) equal"] = sum(scores) / len(scores)
    return figures


def _read(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _compare(made: dict[str, Line], expected: list[dict[str, str]]) -> dict[str, list[bool]]:
    """Column -> whether each event's value equals the expected one."""
    columns = [name for name in expected[0] if name != "event_id"]
    return {
        name: [_plain(_value(made, row["event_id"], name)) == _plain(row[name]) for row in expected] for name in columns
    }


def _value(made: dict[str, Line], event: str, column: str) -> object:
    if event not in made:
        return "no such event"
    line = made[event]
    return line.aggregation.value if column == "aggregation" else line.values.get(column, "no such column")


def _compare_dscores(distinct: dict[tuple[str, str], int]) -> Iterator[bool]:
    for row in _read(DSCORE):
        for name, score in row.items():
            if name.startswith("dscore_"):
                yield distinct.get((row["event_id"], name.removeprefix("dscore_")), 0) == int(score)


def _plain(value: object) -> str:
    """A number as a number, and what is missing as an empty text, in which the tables do not differ."""
    if value is None or value in ("", "NA"):
        return ""
    try:
        return repr(float(str(value)))
    except ValueError:
        return str(value)
