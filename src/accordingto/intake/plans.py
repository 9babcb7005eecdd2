"""Mappings: what the columns of a user's table of reports measure, as YAML."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from accordingto.errors import UsageError
from accordingto.stages.aggregate import Column, Kind, Plan

# A mapping of six hundred columns has about 50 KB.
LARGEST = 1_000_000
_FIELDS = frozenset({"kind", "precision", "of", "parts", "value"})
_KEYS = frozenset({"event", "source", "trust", "repeat", "columns"})


def load_plan(name: str) -> Plan:
    """The plan of a mapping that comes with the package ('eventreport'), or of a file.

    Raises:
        UsageError: it cannot be read, or says something that no mapping says.
    """
    packaged = files("accordingto.intake.maps").joinpath(f"{name}.yaml") if name.isidentifier() else None
    try:
        if packaged is not None and packaged.is_file():
            text = packaged.read_text(encoding="utf-8")
        else:
            text = _read(Path(name))
        content = yaml.safe_load(text)
    except (OSError, UnicodeDecodeError, ValueError, RecursionError, yaml.YAMLError) as error:
        reason = " ".join(str(getattr(error, "strerror", None) or error).split())
        raise UsageError(f"{name}: this mapping cannot be read ({reason}); see docs/aggregation.md") from error
    return make_plan(content, name)


def _read(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST or b"&" in content:
        # An anchor that is repeated ten times in ten levels fills any memory.
        raise ValueError(f"it is larger than {LARGEST:,} bytes, or has anchors (&)")
    return content.decode("utf-8-sig")


def make_plan(content: Any, name: str) -> Plan:
    """The plan that a mapping's content describes.

    Args:
        content: as YAML has it.
        name: of the mapping, for messages.

    Raises:
        UsageError: it says something that no mapping says.
    """
    if not isinstance(content, dict) or not isinstance(content.get("columns"), dict):
        raise UsageError(f"{name}: there are no columns in this mapping; see docs/aggregation.md")
    unknown = sorted(str(key) for key in content if key not in _KEYS)
    if unknown:
        raise UsageError(f"{name}: no mapping has {unknown[0]!r}; use one of {', '.join(sorted(_KEYS))}")
    if not isinstance(content.get("event"), str):
        raise UsageError(f"{name}: say which column names the event, as event: event_id")
    source, trust = content.get("source"), content.get("trust", [])
    if (source is not None and not isinstance(source, str)) or not _are_names(trust):
        raise UsageError(f"{name}: source is the name of a column, and trust a list of such names")
    columns = tuple(_make_columns(content["columns"], content.get("repeat") or {}, name))
    return Plan(content["event"], columns, source, tuple(trust))


def _are_names(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(each, str) for each in given)


def _make_columns(columns: Mapping[Any, Any], repeat: Any, name: str) -> Iterator[Column]:
    """Columns with a repeated mark come once for each of its values, those of one value together."""
    if not isinstance(repeat, dict) or not all(isinstance(each, list) for each in repeat.values()):
        raise UsageError(f"{name}: write repeat as {{N: [1, 2, 3]}}")
    waiting: list[tuple[str, Any]] = []
    mark: str | None = None
    for column, given in [*((str(key), value) for key, value in columns.items()), ("", None)]:
        found = next((str(each) for each in repeat if str(each) in column), None)
        if found != mark and mark is not None:
            for value in repeat[mark]:
                yield from (_make_column(key, given_, (mark, str(value)), name) for key, given_ in waiting)
            waiting = []
        mark = found
        if mark is not None:
            waiting.append((column, given))
        elif column:
            yield _make_column(column, given, None, name)


def _make_column(column: str, given: Any, repeated: tuple[str, str] | None, name: str) -> Column:
    fields = {"kind": given} if isinstance(given, str) else given
    if not isinstance(fields, dict) or not set(fields) <= _FIELDS or not isinstance(fields.get("kind"), str):
        raise UsageError(f"{name}: column {column}: write it as {column}: count, or as {{kind: text, of: actor}}")
    try:
        kind = Kind(fields["kind"])
    except ValueError as error:
        kinds = ", ".join(Kind)
        raise UsageError(f"{name}: column {column}: there is no kind {fields['kind']!r}; use one of {kinds}") from error
    parts = fields.get("parts", [])
    texts = [fields.get(each) for each in ("precision", "of", "value")]
    if not _are_names(parts) or not all(each is None or isinstance(each, str) for each in texts):
        raise UsageError(f"{name}: column {column}: precision, of and value are texts, parts a list of them")

    def fill(text: str) -> str:
        return text if repeated is None else text.replace(*repeated)

    precision, of, value = (None if each is None else fill(each) for each in texts)
    return Column(fill(column), kind, precision, of, tuple(fill(each) for each in parts), value or "")
