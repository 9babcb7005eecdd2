"""Any frozen line of the model as JSON and back: fields by name, enums by value, days in ISO 8601, spans as pairs.

For lines that are kept whole and seldom looked at: what a review says, and what it overruled. What is asked for often
has columns of its own.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Line = TypeVar("Line")


def dump_line(line: Any) -> str:
    """A line as JSON; fields that have their default value are left out."""
    return json.dumps(_dump(line), ensure_ascii=False, separators=(",", ":"))


def load_line(kind: type[Line], text: str) -> Line:
    """The line that ``dump_line`` wrote.

    Raises:
        ValueError: it is no such line.
    """
    try:
        loaded = _load(kind, json.loads(text))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error
    return cast("Line", loaded)


def _dump(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        held = ((each, getattr(value, each.name)) for each in fields(value))
        return {each.name: _dump(inner) for each, inner in held if inner != _default(each)}
    if isinstance(value, tuple):
        return [_dump(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _load(kind: Any, value: Any) -> Any:
    if get_origin(kind) in {Union, UnionType}:
        return _load_one_of(get_args(kind), value)
    if get_origin(kind) is tuple:
        return tuple(_load(get_args(kind)[0], each) for each in _checked(value, list))
    return _load_fields(kind, _checked(value, dict)) if is_dataclass(kind) else _load_plain(kind, value)


def _load_plain(kind: Any, value: Any) -> Any:
    if issubclass(kind, tuple):  # a span
        return kind(*(_checked(each, int) for each in _checked(value, list)))
    if issubclass(kind, date):
        return date.fromisoformat(_checked(value, str))
    if issubclass(kind, StrEnum):
        return kind(_checked(value, str))
    return _checked(value, float if kind is float else kind)


def _load_fields(kind: Any, value: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    if not set(value) <= set(hints):
        raise ValueError(f"{kind.__name__} has no {min(set(value) - set(hints))!r}")
    return kind(**{name: _load(hints[name], inner) for name, inner in value.items()})


def _load_one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    """The first kind that has such fields; the kinds of a value differ by the names of theirs."""
    if value is None and NoneType in kinds:
        return None
    for kind in kinds:
        if kind is not NoneType and (not is_dataclass(kind) or (isinstance(value, dict) and _fits(kind, value))):
            return _load(kind, value)
    raise ValueError("no value of a kind known here")


def _fits(kind: Any, value: Mapping[str, Any]) -> bool:
    needed = {each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING}
    return needed <= set(value) <= set(_hints(kind))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _checked(value: Any, kind: Any) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError(f"{str(value)[:40]!r} is no {kind.__name__}")
    return value
