"""JSON lines: a document a line, with its text and what is known of it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from accordingto.errors import InputRefused
from accordingto.intake.names import show_name
from accordingto.intake.pieces import LARGEST_FILE, Piece, Pieces
from accordingto.model.dates import DateRange
from accordingto.stages.read import Known
from accordingto.stages.read.days import parse_day

# What other programs call the same thing; the first that is there counts.
_TEXT = ("text", "content", "body")
_NAMES = {
    "url": ("url", "uri", "link"),
    "publisher": ("publisher", "outlet", "source", "sitename"),
    "title": ("title", "headline"),
    "author": ("author", "byline"),
    "published": ("published", "date", "date_publish"),
    "id": ("id", "file"),
}
_REMEDY = 'write one object a line, as {"text": "…", "url": "…"}'
_BLANK = b" \t\r\n\0\xef\xbb\xbf"


def read_lines(path: Path, *, uri: str, name: str) -> Pieces:
    """The documents of a file of JSON lines; a line that cannot be used comes as the error itself."""
    try:
        with path.open("rb") as stream:
            is_empty = True
            for number, line in enumerate(_split(stream), 1):
                if line.strip(_BLANK):
                    is_empty = False
                    yield _read_line(line, uri=uri, name=f"{name} line {number}", number=number)
            if is_empty:
                yield InputRefused(name, "the file is empty", _REMEDY)
    except OSError as error:
        yield InputRefused(name, f"it cannot be opened ({error.strerror})", "check its permissions")


def _split(stream: IO[bytes]) -> Iterator[bytes]:
    """Lines; of one that is too long for memory the beginning, which is refused."""
    while line := stream.readline(LARGEST_FILE + 1):
        yield line
        while line and not line.endswith(b"\n"):
            line = stream.readline(LARGEST_FILE)


def _read_line(line: bytes, *, uri: str, name: str, number: int) -> Piece | InputRefused:
    if len(line) > LARGEST_FILE:
        return InputRefused(name, f"the line has more than {LARGEST_FILE // 1_000_000} MB", "split it")
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return InputRefused(name, "this is not JSON", _REMEDY)
    if not isinstance(fields, dict):
        return InputRefused(name, "this is no object", _REMEDY)
    text = next((fields[each] for each in _TEXT if isinstance(fields.get(each), str) and fields[each].strip()), None)
    if text is None:
        return InputRefused(name, "there is no text in it", 'put the article\'s text in the field "text"')
    told = {field: _find(fields, names) for field, names in _NAMES.items()}
    day = _day(told["published"])
    if told["published"] is not None and day is None:
        return InputRefused(name, f"published is no date: {told['published'][:40]!r}", "write it as 2023-06-05")
    known = Known(
        f"{uri}#{show_name(told['id'] or str(number))}",
        name,
        url=told["url"],
        outlet=told["publisher"],
        title=told["title"],
        author=told["author"],
        published=day,
    )
    return Piece(text.encode("utf-8", "replace"), known, "text")


def _find(fields: dict[str, Any], names: tuple[str, ...]) -> str | None:
    """The first of these fields that says something; a list of authors is joined."""
    for each in names:
        value = fields.get(each)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = ", ".join(value)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _day(words: str | None) -> DateRange | None:
    return None if words is None else parse_day(words)
