"""Tables that are imported: coded reports with their mappings, reference data, judgements. First byte: which."""

import gzip
import tempfile
from collections.abc import Callable
from pathlib import Path

from accordingto.errors import InputRefused, JudgementRefused, UsageError
from accordingto.export.reports_csv import render_answers, render_lines, render_rules
from accordingto.intake.entities import read_entities
from accordingto.intake.plans import load_plan, make_plan
from accordingto.intake.reports import read_reports
from accordingto.judging.exchange import read_judgements
from accordingto.stages.aggregate import Plan, aggregate, find_spreads
from benchmarks.fuzz.watching import check_line

_COLUMNS = {"town": "text", "deaths": "count", "cost": "number", "day": "start", "last": "end", "hit": "flag"}
_GIVEN = {"event": "event", "source": "outlet", "trust": ["deaths"], "columns": _COLUMNS}
_CSV = b"""event,outlet,deaths,cost,day,last,town,hit
e1,Harbour Wire,9,1.5,2031-05-13,2031-05-14,Orlec,1
e1,Radio Sarn,31,,2031-05-13,,"=Or
lec",0
e2,,NA,-1e300,,,,
"""
_MAP = b"""event: event
source: outlet
trust: [deaths]
repeat: {N: [1, 2]}
columns: {townN: {kind: text, of: outlet, parts: [a, b]}, deaths: count, day: {kind: start, precision: p}}
"""
_ENTITY = b"""{"id": "x-1", "caption": "Orlec Co", "schema": "Company", "properties": {"name": ["Orlec Co"],
 "country": "gb-sct"}}"""
_ENTITIES = _ENTITY.replace(b"\n", b"") + b"\n"
_JUDGED = b"""{"left": "doc-1:0-5", "right": "doc-2:3-9", "verdict": "same", "by": "Ada", "because": "one channel",
 "made": "2031-05-14T09:00:00Z"}""".replace(b"\n", b"")

SEEDS = (
    b"\x00" + _CSV,
    b"\x01" + gzip.compress(_CSV, mtime=0),
    b"\x02" + _MAP,
    b"\x03" + _ENTITIES * 2,
    b"\x04" + _JUDGED + b"\n",
    b"\x05" + _CSV,
)
# Parted by marks that none of them holds.
_MARKS = rb"""e1,|,|"|""|=1+1|NA|nan|inf|1e400|-0|9|31|2031-05-13|2031-02-30|0000-00-00|
event: |columns: |{|}|[|]|- |kind: |text|count|start|repeat: |&a |*a|!!python/object|? |: |trust: |
{"id": "|"schema": "Person"|"properties": {|"name": [|"]|\ud800|null|"left": "|"verdict": "|"made": "|1e9"""
PIECES = (*_MARKS.replace(b"\n", b"").split(b"|"), b"\n", b"\r", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf")


def check(data: bytes) -> None:
    """Read one table; what cannot be used is refused in one line."""
    name, read = _READERS[data[0] % len(_READERS) if data else 0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data[1:])
        try:
            read(path)
        except (UsageError, JudgementRefused) as refused:
            check_line(refused)


def _read_judgements(path: Path) -> None:
    list(read_judgements(path.read_bytes().decode("utf-8", "replace"), "a.jsonl"))


def _aggregate(path: Path, plan: Plan) -> None:
    rows = list(read_reports(path, plan))
    reports = [row for row in rows if not isinstance(row, InputRefused)]
    assert not any("\n" in str(row) for row in rows if isinstance(row, InputRefused))
    if reports:
        spreads = list(find_spreads(reports, plan))
        made = render_lines(aggregate(reports, plan), plan) + render_rules(plan) + render_answers(spreads)
        made.encode()


_READERS: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("a.csv", lambda path: _aggregate(path, make_plan(_GIVEN, "options"))),
    ("a.csv.gz", lambda path: _aggregate(path, make_plan(_GIVEN, "options"))),
    ("a.yaml", lambda path: load_plan(str(path))),
    ("a.jsonl", lambda path: list(read_entities(path))),
    ("a.jsonl", _read_judgements),
    ("a.csv", lambda path: _aggregate(path, load_plan("eventreport"))),
)
