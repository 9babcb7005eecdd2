"""Any frozen line of the model as JSON and back: fields by name, enums by value, days in ISO 8601, spans as pairs.

For lines that are kept whole and seldom looked at: what a review says, and what it overruled. What is asked for often
has columns of its own.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

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


def load_own(kind: type[Line], text: str) -> Line:
    """The line of a row that nobody else writes: as ``load_line``, but several times as fast.

    A field of which the line knows nothing is passed over.

    Raises:
        ValueError: it is no such line.
    """
    try:
        return cast("Line", _own(cast("Hashable", kind)).decode(text))
    except msgspec.MsgspecError as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error


@cache
def _own(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def _dump(value: Any) -> Any:
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_dump(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        held = ((name, getattr(value, name), default) for name, default in _defaults(type(value)))
        return {name: _dump(inner) for name, inner, default in held if inner != default}
    return value.isoformat() if isinstance(value, date) else value


_PLAIN = frozenset({str, int, float, bool})


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a kind of line, each with its default."""
    return tuple((each.name, _default(each)) for each in fields(kind))


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


# A ledger has millions of lines: what a kind of line is made of is looked up once, not at each of them.
Loader = Callable[[Any], Any]


def _load(kind: Any, value: Any) -> Any:
    return _loader(kind)(value)


@cache
def _loader(kind: Any) -> Loader:
    """What makes a value of a kind out of what JSON holds."""
    if get_origin(kind) in {Union, UnionType}:
        return _one_of(get_args(kind))
    if get_origin(kind) is tuple:
        return _tuple_of(get_args(kind)[0])
    return _fields_of(kind) if is_dataclass(kind) else _plain(kind)


def _tuple_of(kind: Any) -> Loader:
    load = _loader(kind)
    return lambda value: tuple([load(each) for each in _checked(value, list)])


def _plain(kind: Any) -> Loader:
    if issubclass(kind, tuple):  # a span
        return lambda value: kind(*[_checked(each, int) for each in _checked(value, list)])
    if issubclass(kind, date):
        return lambda value: date.fromisoformat(_checked(value, str))
    if issubclass(kind, StrEnum):
        members = {each.value: each for each in kind}
        return lambda value: members[value] if value in members else kind(_checked(value, str))
    return lambda value: value if type(value) is kind else _checked(value, kind)


def _fields_of(kind: Any) -> Loader:
    loaders = {name: _loader(hint) for name, hint in _hints(kind).items()}

    def load(value: Any) -> Any:
        given = _checked(value, dict)
        if not given.keys() <= loaders.keys():
            raise ValueError(f"{kind.__name__} has no {min(given.keys() - loaders.keys())!r}")
        return kind(**{name: loaders[name](inner) for name, inner in given.items()})

    return load


def _one_of(kinds: tuple[Any, ...]) -> Loader:
    """The first kind that has such fields; the kinds of a value differ by the names of theirs."""
    loaders = [(each, _loader(each)) for each in kinds if each is not NoneType]
    is_optional = NoneType in kinds

    def load(value: Any) -> Any:
        if value is None and is_optional:
            return None
        for kind, load_it in loaders:
            if not is_dataclass(kind) or (isinstance(value, dict) and _fits(kind, value)):
                return load_it(value)
        raise ValueError("no value of a kind known here")

    return load


def _fits(kind: Any, value: Mapping[str, Any]) -> bool:
    return _needed(kind) <= value.keys() <= _hints(kind).keys()


@cache
def _needed(kind: Any) -> frozenset[str]:
    """The fields without a default."""
    held = fields(kind)
    return frozenset(each.name for each in held if each.default is MISSING and each.default_factory is MISSING)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _checked(value: Any, kind: Any) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError(f"{str(value)[:40]!r} is no {kind.__name__}")
    return value
