"""Measures which days expressions mean: TIMEX3 values of TempEval-3's two sets, given the marked words.

Only DATE and DURATION are scored. A value is exact when it is the annotators' string. It is
the same when it is so after undoing spellings of one value: unknown places ('196X' and '196', '1998-10-XX' and
'1998-10') and weeks without a zero. It is compatible when it is the same, or one interval of days contains the other,
or two lengths differ only in that one
leaves the number open. Run as ``python -m benchmarks.tempeval3 [--show] [SET]``.
"""

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.text.dates.calendar import Unit, containing, make_half, make_quarter, make_season, make_week
from accordingto.text.dates.context import Length, Value
from accordingto.text.dates.length import render_length
from accordingto.text.dates.marked import read_marked
from benchmarks.shared import DATA, Skipped, load_rows, need

FOLDER = DATA / "tempeval3"
SETS = ("timebank", "aquaint")


def normal(value: str) -> str:
    """One spelling of each TIMEX3 value."""
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    if value.startswith("P"):
        return value
    value = re.sub(r"(?:-XX)+$", "", value)
    return re.sub(r"(?<=\d)X+$|(?<=\d)\*$", "", value)


def interval(value: str) -> DateRange | None:
    """The days of a TIMEX3 date, ``None`` for lengths and references."""
    value = normal(value).split("T")[0]
    for pattern, make in _FORMS:
        match = re.fullmatch(pattern, value)
        if match is not None:
            try:
                return make(*match.groups())
            except ValueError:
                return None
    return None


def _day(unit: Unit, year: str, month: str = "1", day: str = "1") -> DateRange:
    return containing(unit, date(int(year), int(month), int(day))).days


_FORMS: list[tuple[str, Callable[..., DateRange]]] = [
    (r"(\d{4})-(\d\d)-(\d\d)", lambda y, m, d: _day(Unit.DAY, y, m, d)),
    (r"(\d{4})-(\d\d)", lambda y, m: _day(Unit.MONTH, y, m)),
    (r"(\d{4})", lambda y: _day(Unit.YEAR, y)),
    (r"(\d{4})-W(\d\d)", lambda y, w: make_week(date.fromisocalendar(int(y), int(w), 1)).days),
    (
        r"(\d{4})-W(\d\d)-WE",
        lambda y, w: DateRange(date.fromisocalendar(int(y), int(w), 6), date.fromisocalendar(int(y), int(w), 7)),
    ),
    (r"(\d{4})-[WQ]X*", lambda y: _day(Unit.YEAR, y)),
    (r"(\d{4})-Q(\d)", lambda y, q: make_quarter(int(y), int(q)).days),
    (r"(\d{4})-H(\d)", lambda y, h: make_half(int(y), int(h)).days),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda y, s: make_season(int(y), s).days),
    (r"(\d{3})", lambda y: _day(Unit.DECADE, y + "0")),
    (r"(\d{2})", lambda y: _day(Unit.CENTURY, y + "00")),
]


def compatible(found: str, gold: str) -> bool:
    """Equal up to precision, or one interval inside the other."""
    if normal(found) == normal(gold):
        return True
    one, other = interval(found), interval(gold)
    if one is not None and other is not None:
        return one.contains(other) or other.contains(one)
    if found.startswith("P") and gold.startswith("P"):
        return bool(re.fullmatch(r"PT?X[A-Z]", found) or re.fullmatch(r"PT?X[A-Z]", gold)) and found[-1] == gold[-1]
    return False


def render(value: Value | None) -> str:
    """Ours as TIMEX3 writes it."""
    if value is None:
        return ""
    return render_length(value) if isinstance(value, Length) else value.timex


def dateparser_alone(words: str, anchor: date) -> str:
    """What dateparser makes of the words (English, past preferred, month first)."""
    import dateparser

    settings: Any = {
        "RELATIVE_BASE": datetime(anchor.year, anchor.month, anchor.day),  # noqa: DTZ001  news dates have no zone
        "PREFER_DATES_FROM": "past",
        "DATE_ORDER": "MDY",
        "RETURN_TIME_AS_PERIOD": True,
    }
    data = dateparser.date.DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    if data is None or data.date_obj is None:
        return ""
    unit = {"year": Unit.YEAR, "month": Unit.MONTH, "week": Unit.WEEK}.get(str(data.period), Unit.DAY)
    return containing(unit, data.date_obj.date()).timex


def gold_files() -> list[Path]:
    """The two sets."""
    found = [FOLDER / f"{name}.jsonl.gz" for name in SETS]
    need(*found)
    return found


def measure() -> dict[str, float]:
    """Exact and compatible values of each set, and what dateparser alone gets exactly."""
    return {f"{name}: {kind}": share for name in SETS for kind, share in measure_set(name).items()}


def measure_set(name: str, *, show: bool = False, baseline: bool = True) -> dict[str, float]:
    """Shares of exact and compatible values, ours and, if asked, dateparser's."""
    total, hits = 0, {"exact": 0, "same": 0, "compatible": 0, "dateparser exact": 0}
    for document in load_rows(FOLDER / f"{name}.jsonl.gz"):
        anchor = date.fromisoformat(document["dct"][:10])
        marks = sorted(document["timex"], key=lambda mark: int(mark["start"]))
        values = read_marked(document["text"], [Span(m["start"], m["end"]) for m in marks], DateRange(anchor, anchor))
        for mark, value in zip(marks, values, strict=True):
            if mark["type"] not in {"DATE", "DURATION"}:
                continue
            found = render(value)
            total += 1
            exact, fits = found == mark["value"], compatible(found, mark["value"])
            hits["exact"] += exact
            hits["same"] += normal(found) == normal(mark["value"])
            hits["compatible"] += fits
            if baseline:
                hits["dateparser exact"] += dateparser_alone(mark["text"], anchor) == mark["value"]
            if show and not exact:
                left = document["text"][max(0, mark["start"] - 60) : mark["start"]]
                right = document["text"][mark["end"] : mark["end"] + 30]
                line = (
                    f"{'~' if fits else 'X'} {anchor} {found!r} for {mark['value']!r}: {left}[[{mark['text']}]]{right}"
                )
                print(" ".join(line.split()))
    return {kind: hit / total for kind, hit in hits.items()}


def main() -> int:
    """Print the figures of each set."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sets", nargs="*", default=SETS)
    arguments.add_argument("--show", action="store_true")
    arguments.add_argument("--no-baseline", action="store_true")
    options = arguments.parse_args()
    try:
        gold_files()
    except Skipped as skipped:
        print(f"tempeval3: skipped: {skipped}")
        return 0
    for name in options.sets or SETS:
        found = measure_set(name, show=options.show, baseline=not options.no_baseline)
        print(f"tempeval3 {name}: " + ", ".join(f"{key} {value:.3f}" for key, value in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
