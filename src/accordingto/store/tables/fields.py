"""Columns that many tables share.

Spans are two columns, ``begins`` and ``ends``: Unicode code points into ``documents.text``, the end not included
(``start`` and ``end`` would need quoting: END is a word of SQL).
"""

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, Text
from sqlalchemy.types import TypeEngine

TABLES = MetaData()

Kind = type[TypeEngine[Any]]


def key(name: str, comment: str, *, refers: str | None = None, kind: Kind = Text) -> Column[Any]:
    """A column of the table's key."""
    keys = [] if refers is None else [ForeignKey(refers, deferrable=True, initially="DEFERRED")]
    return Column(name, kind, *keys, primary_key=True, nullable=False, comment=comment, autoincrement=False)


def must(name: str, comment: str, *, refers: str | None = None, kind: Kind = Text) -> Column[Any]:
    """A column that is never empty."""
    keys = [] if refers is None else [ForeignKey(refers, deferrable=True, initially="DEFERRED")]
    return Column(name, kind, *keys, nullable=False, comment=comment)


def may(name: str, comment: str, *, refers: str | None = None, kind: Kind = Text) -> Column[Any]:
    """A column that may be empty."""
    keys = [] if refers is None else [ForeignKey(refers, deferrable=True, initially="DEFERRED")]
    return Column(name, kind, *keys, nullable=True, comment=comment)


def position(comment: str = "place in the list, from 0") -> Column[Any]:
    """The place in a list, part of the key."""
    return key("position", comment, kind=Integer)


def span(what: str) -> tuple[Column[Any], Column[Any]]:
    """Two columns that point at words."""
    return (
        must("begins", f"first character of {what}", kind=Integer),
        must("ends", f"character after the last of {what}", kind=Integer),
    )


def trace() -> tuple[Column[Any], Column[Any], Column[Any]]:
    """Three columns that say why the line is there."""
    return (
        must("rule", "id and version of the rule that made the line"),
        may("rule_inputs", "ids of the lines it was made from, as a JSON list"),
        may("rule_note", "a phrase that says why"),
    )


def value() -> tuple[Column[Any], ...]:
    """The columns that hold a value of any kind, and its scope."""
    return (
        must("value_kind", "number, date, actor, place or text: which of the next columns hold the value"),
        may("number_low", "least count that the words allow ('more than 70': 71)", kind=BigInteger),
        may("number_high", "greatest count that the words allow ('up to 4,000': 4000)", kind=BigInteger),
        may("date_start", "first day, ISO 8601"),
        may("date_end", "last day, ISO 8601"),
        may("value_actor", "the actor", refers="actors.id"),
        may("value_place", "the place's name"),
        may("value_text", "words, where nothing more exact fits"),
        may("scope_who", "who is counted: 'soldiers', 'children'"),
        may("scope_place", "where"),
        may("as_of_start", "until when: first day, ISO 8601"),
        may("as_of_end", "until when: last day, ISO 8601"),
    )


def subject() -> tuple[Column[Any], Column[Any], Column[Any]]:
    """What it is about, and which attribute of it."""
    return (
        may("event", "the event it is about, or empty", refers="events.id"),
        may("actor", "the actor it is about, or empty", refers="actors.id"),
        must("attribute", "which attribute: killed, responsible, leader ..."),
    )
