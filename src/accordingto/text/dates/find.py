"""Finds the dates of a text and works out which days they mean."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.text.dates.calendar import Stretch, Unit, make_span
from accordingto.text.dates.context import Basis, Context, DayOrder, Relation, Rule
from accordingto.text.dates.phase import find_phase, narrow
from accordingto.text.dates.search import find_expressions
from accordingto.text.openings import words_of
from accordingto.text.phrases import last_word

# 'Earlier' dates further back than this many are forgotten: 'the next day' never means one of them.
_REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression of a text and the days it means.

    Attributes:
        span: the words: 'early on Thursday', 'more than two years ago'.
        date: the days in which the thing dated lies, as precise as the words are.
        precision: what stretch of the calendar the words name.
        basis: stated in the words, counted from publication, or counted from a date named before.
        relation: 'since', 'until', 'before', 'after' where such a word governs the expression, else 'in'.
        timex: the value as TIMEX3 writes it.
        rule: which rule read it.
    """

    span: Span
    date: DateRange
    precision: Unit
    basis: Basis
    relation: Relation
    timex: str
    rule: str


def find_dates(
    text: str, anchor: DateRange | None, *, order: DayOrder | None = None, reference: DateRange | None = None
) -> list[FoundDate]:
    """The dates of a text, in text order.

    Args:
        text: running text; a whole document lets 'the next day' find the day it counts from.
        anchor: when the text was published; without it only dates that stand in the words themselves are found.
        order: how the outlet writes 4/6, where known; the weekday decides where one stands beside it.
        reference: the day that 'three days earlier' counts from while the text has named none.

    Example:
        >>> day = date(2023, 6, 5)
        >>> [str(found.date.start) for found in find_dates("It began on Sunday (4/6).", DateRange(day, day))]
        ['2023-06-04']
    """
    return list(_find(text, anchor, order, reference))


# What a document tells is asked by several, one after the other.
@lru_cache(maxsize=8)
def _find(
    text: str, anchor: DateRange | None, order: DayOrder | None, reference: DateRange | None
) -> tuple[FoundDate, ...]:
    earlier = [] if reference is None else [Stretch(reference, Unit.SPAN)]
    last = None if anchor is None else anchor.end
    found: list[FoundDate] = []
    for match, rule in find_expressions(text):
        context = Context(last, order, tuple(earlier[-_REMEMBERED:]), text, *match.span())
        value = _read(match, rule, context, anchor)
        if value is None:
            continue
        phase = find_phase(text, match.start())
        if phase is not None:
            value = narrow(value, phase[0])
        found.append(_found(match.start() if phase is None else phase[1], match.end(), rule, value, context))
        if rule.basis is not Basis.DISCOURSE or earlier:
            earlier.append(value)
    return tuple(found)


def _read(match: re.Match[str], rule: Rule, context: Context, anchor: DateRange | None) -> Stretch | None:
    """The days meant; where publication is only known to a month, all the days that it may mean."""
    first = rule.read(match, context)
    if not isinstance(first, Stretch) or anchor is None or anchor.start == anchor.end:
        return first if isinstance(first, Stretch) else None
    second = rule.read(match, replace(context, anchor=anchor.start))
    if not isinstance(second, Stretch) or second == first:
        return first
    return make_span(min(first.days.start, second.days.start), max(first.days.end, second.days.end))


def _found(start: int, end: int, rule: Rule, value: Stretch, context: Context) -> FoundDate:
    relation = _relation(context if start == context.start else replace(context, start=start))
    return FoundDate(
        Span(start, end), value.days, value.unit, rule.basis, relation, value.timex, f"dates.{rule.name}.v1"
    )


_RELATIONS = re.compile(
    r"\b(since|until|till|before|after|by|ahead\s+of|prior\s+to)\s+(?:the\s+|early\s+|late\s+)?$", re.IGNORECASE
)


def _relation(context: Context) -> Relation:
    governed = last_word(context.before) in words_of(_RELATIONS)
    match = _RELATIONS.search(context.before) if governed else None
    if match is None:
        return Relation.IN
    word = match.group(1).lower()
    if word in {"since", "until", "after"}:
        return Relation(word)
    return Relation.UNTIL if word in {"till", "by"} else Relation.BEFORE
