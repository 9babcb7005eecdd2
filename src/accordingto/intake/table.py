"""``documents.jsonl``: what the user knows of the files beside it, a line a file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from accordingto.errors import InputRefused
from accordingto.intake.folder import TABLE
from accordingto.intake.names import show_name
from accordingto.model.dates import DateRange
from accordingto.stages.read.days import parse_day

_FIELDS = ("file", "url", "publisher", "title", "author", "published")
_LARGEST = 50_000_000  # bytes; about 200,000 lines


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, checked.

    Attributes:
        file: path of the file, relative to the table.
        line: number of the line, for messages.
    """

    file: str
    line: int
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    published: DateRange | None = None


def read_table(folder: Path) -> Iterator[Row | InputRefused]:
    """The lines of a folder's table; a line that cannot be used comes as the error itself."""
    path = folder / TABLE
    name = show_name(Path(folder.name) / TABLE)
    try:
        if path.stat().st_size > _LARGEST:
            yield InputRefused(name, f"the table is larger than {_LARGEST // 1_000_000} MB", "split the folder")
            return
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        return
    except OSError as error:
        yield InputRefused(name, f"the table cannot be opened ({error.strerror})", "check its permissions")
        return
    except UnicodeDecodeError:
        yield InputRefused(name, "the table is not UTF-8", "save it as UTF-8")
        return
    told: dict[str, Row] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            row = _check(line, number, folder, f"{name} line {number}")
            first = told.setdefault(row.file, row) if isinstance(row, Row) else row
            if isinstance(row, Row) and isinstance(first, Row) and replace(row, line=first.line) != first:
                reason = f"line {first.line} says something else of {show_name(row.file)}"
                row = InputRefused(f"{name} line {number}", reason, "keep one of the two lines")
            yield row


def _check(line: str, number: int, folder: Path, name: str) -> Row | InputRefused:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return InputRefused(name, "this is not JSON", 'write one object a line, as {"file": "a.txt"}')
    if not isinstance(fields, dict) or not isinstance(fields.get("file"), str) or not fields["file"].strip():
        return InputRefused(name, "there is no file in it", 'name the file, as {"file": "a.txt"}')
    given = {key: fields[key] for key in _FIELDS if fields.get(key) not in (None, "")}
    wrong = [key for key, value in given.items() if not isinstance(value, str)]
    if wrong:
        return InputRefused(name, f"{wrong[0]} is not a text", "write it in quotation marks")
    if not _is_beside(folder, given["file"]):
        return InputRefused(name, f"there is no file {show_name(given['file'])}", "correct the name or drop the line")
    day = given.pop("published", None)
    published = None if day is None else parse_day(day)
    if day is not None and published is None:
        return InputRefused(name, f"published is no date: {show_name(day[:40])}", "write it as 2023-06-05")
    return Row(line=number, published=published, **given)


def _is_beside(folder: Path, file: str) -> bool:
    """Whether the file is there, inside the folder: a table must not reach for files elsewhere."""
    try:
        relative = Path(file)
        inside = not relative.is_absolute() and ".." not in relative.parts
        return inside and (folder / relative).is_file()
    except (OSError, ValueError):
        return False
