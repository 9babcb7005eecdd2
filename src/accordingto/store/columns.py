"""What several tables share, to columns and back: days, spans, traces, values, scopes, subjects."""

import json
from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from accordingto.model.claim import (
    ActorValue,
    DateValue,
    NumberValue,
    PlaceValue,
    Scope,
    Subject,
    TextValue,
    Value,
)
from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.model.trace import Trace

Row = RowMapping
Columns = dict[str, Any]


def put_days(days: DateRange | None, name: str) -> Columns:
    """Columns ``NAME_start`` and ``NAME_end``."""
    start, end = (None, None) if days is None else (days.start.isoformat(), days.end.isoformat())
    return {f"{name}_start": start, f"{name}_end": end}


def take_days(row: Row, name: str) -> DateRange | None:
    """The days in columns ``NAME_start`` and ``NAME_end``."""
    start, end = row[f"{name}_start"], row[f"{name}_end"]
    return None if start is None else DateRange(date.fromisoformat(start), date.fromisoformat(end))


def put_span(span: Span | None) -> Columns:
    """Columns ``begins`` and ``ends``."""
    return {"begins": None, "ends": None} if span is None else {"begins": span.start, "ends": span.end}


def take_span(row: Row) -> Span:
    """The span in columns ``begins`` and ``ends``."""
    return Span(row["begins"], row["ends"])


def take_span_or_none(row: Row) -> Span | None:
    """The span in columns ``begins`` and ``ends``, where there is one."""
    return None if row["begins"] is None else take_span(row)


def put_trace(trace: Trace) -> Columns:
    """Columns ``rule``, ``rule_inputs`` and ``rule_note``."""
    inputs = json.dumps(trace.inputs, ensure_ascii=False) if trace.inputs else None
    return {"rule": trace.rule, "rule_inputs": inputs, "rule_note": trace.note or None}


def take_trace(row: Row) -> Trace:
    """The trace in columns ``rule``, ``rule_inputs`` and ``rule_note``."""
    inputs = tuple(json.loads(row["rule_inputs"])) if row["rule_inputs"] else ()
    return Trace(row["rule"], inputs, row["rule_note"] or "")


def put_subject(subject: Subject) -> Columns:
    """Columns ``event`` and ``actor``."""
    return {"event": subject.event, "actor": subject.actor}


def take_subject(row: Row) -> Subject:
    """The subject in columns ``event`` and ``actor``."""
    return Subject(row["event"], row["actor"])


def put_value(value: Value, scope: Scope) -> Columns:
    """``value_kind``, the columns that hold a value of each kind, and the scope."""
    columns: Columns = {
        "number_low": None,
        "number_high": None,
        **put_days(None, "date"),
        "value_actor": None,
        "value_place": None,
        "value_text": None,
        "scope_who": scope.who,
        "scope_place": scope.place,
        **put_days(scope.as_of, "as_of"),
    }
    if isinstance(value, NumberValue):
        return columns | {"value_kind": "number", "number_low": value.low, "number_high": value.high}
    if isinstance(value, DateValue):
        return columns | {"value_kind": "date", **put_days(value.date, "date")}
    if isinstance(value, ActorValue):
        return columns | {"value_kind": "actor", "value_actor": value.actor}
    if isinstance(value, PlaceValue):
        return columns | {"value_kind": "place", "value_place": value.place}
    return columns | {"value_kind": "text", "value_text": value.text}


def take_value(row: Row) -> Value:
    """The value that ``put_value`` wrote."""
    match row["value_kind"]:
        case "number":
            return NumberValue(row["number_low"], row["number_high"])
        case "date":
            days = take_days(row, "date")
            if days is None:
                raise ValueError("a date without days")
            return DateValue(days)
        case "actor":
            return ActorValue(row["value_actor"])
        case "place":
            return PlaceValue(row["value_place"])
        case _:
            return TextValue(row["value_text"])


def take_scope(row: Row) -> Scope:
    """The scope that ``put_value`` wrote."""
    return Scope(row["scope_who"], row["scope_place"], take_days(row, "as_of"))
