"""Tables of hand-coded reports: several rows an event, one file."""

import csv
import gzip
import io
import math
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from accordingto.errors import InputRefused, UsageError
from accordingto.intake.names import show_name
from accordingto.stages.aggregate import Plan, Report

# A table of a hundred thousand reports with a hundred columns has about 60 MB.
LARGEST_TABLE = 200_000_000
# Codes for 'no answer', as R and spreadsheets write them.
MISSING = frozenset({"", "NA", "N/A", "NaN", "NULL", "None"})


def read_reports(path: Path, plan: Plan) -> Iterator[Report | InputRefused]:
    """The rows of a table; a row that cannot be used comes as the error itself.

    Args:
        path: a CSV file, or one compressed with gzip (``.gz``).
        plan: which columns are needed and which hold numbers and days.

    Raises:
        UsageError: the table as a whole cannot be used.
    """
    name = show_name(path)
    rows = csv.DictReader(io.StringIO(_read_text(path, name), newline=""), strict=True)
    try:
        missing = [each for each in plan.needed if each not in (rows.fieldnames or ())]
        if missing:
            raise UsageError(
                f"{name}: there is no column {missing[0]!r}; correct the table's first line or the mapping"
            )
        for number, row in enumerate(rows, 1):
            yield _check({key: row.get(key) or "" for key in plan.needed}, plan, f"{name} row {number}")
    except csv.Error as error:
        raise UsageError(f"{name}: this is not CSV ({error}); save it as comma-separated UTF-8") from error


def _read_text(path: Path, name: str) -> str:
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as file:
            content = file.read(LARGEST_TABLE + 1)
        if len(content) > LARGEST_TABLE:
            raise UsageError(f"{name}: the table is larger than {LARGEST_TABLE // 1_000_000} MB; split it by event")
        return content.decode("utf-8-sig")
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{name}: the table cannot be opened ({reason}); check the path") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}: the table is not UTF-8; save it as UTF-8") from error


def _check(row: dict[str, str], plan: Plan, name: str) -> Report | InputRefused:
    if not row[plan.event].strip():
        return InputRefused(name, f"{plan.event} is empty", "say which event the report is of")
    for column in sorted(plan.numeric):
        row[column] = "" if row[column].strip() in MISSING else row[column]
        if not _is_number(row[column]):
            return InputRefused(name, f"{column} is no number: {show_name(row[column][:40])}", "correct it or empty it")
    for column in sorted(plan.dated):
        row[column] = "" if row[column].strip() in MISSING else row[column].strip()
        if not _is_day(row[column]):
            return InputRefused(name, f"{column} is no day: {show_name(row[column][:40])}", "write it as 2023-06-05")
    return row


def _is_number(cell: str) -> bool:
    try:
        return not cell or math.isfinite(float(cell))
    except ValueError:
        return False


def _is_day(cell: str) -> bool:
    try:
        return not cell or date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False
