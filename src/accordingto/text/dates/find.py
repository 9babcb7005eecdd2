"""Finds the dates of a text and works out which days they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.text.dates import absolute, discourse, holidays, numeric, period, relative, seasons
from accordingto.text.dates.calendar import Stretch, Unit, make_span
from accordingto.text.dates.context import Basis, Context, DayOrder, Relation, Rule
from accordingto.text.dates.patterns import table
from accordingto.text.dates.phase import find_phase, narrow

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


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, those that read more words first."""
    return (
        *absolute.RULES,
        *numeric.RULES,
        *period.RULES,
        *holidays.RULES,
        *relative.RULES,
        *seasons.RULES,
        *discourse.RULES,
    )


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
    earlier = [] if reference is None else [Stretch(reference, Unit.SPAN)]
    found: list[FoundDate] = []
    for match, rule in _chosen(text):
        context = Context(None, order, tuple(earlier[-_REMEMBERED:]), text, *match.span())
        value = _read(match, rule, context, anchor)
        if value is None:
            continue
        phase = find_phase(text, match.start())
        if phase is not None:
            value = narrow(value, phase[0])
        found.append(_found(match.start() if phase is None else phase[1], match.end(), rule, value, context))
        if rule.basis is not Basis.DISCOURSE or earlier:
            earlier.append(value)
    return found


def _read(match: re.Match[str], rule: Rule, context: Context, anchor: DateRange | None) -> Stretch | None:
    """The days meant; where publication is only known to a month, all the days that it may mean."""
    if anchor is None:
        value = rule.read(match, context)
        return value if isinstance(value, Stretch) else None
    first = rule.read(match, replace(context, anchor=anchor.end))
    if not isinstance(first, Stretch) or anchor.start == anchor.end:
        return first if isinstance(first, Stretch) else None
    second = rule.read(match, replace(context, anchor=anchor.start))
    if not isinstance(second, Stretch) or second == first:
        return first
    return make_span(min(first.days.start, second.days.start), max(first.days.end, second.days.end))


def _found(start: int, end: int, rule: Rule, value: Stretch, context: Context) -> FoundDate:
    relation = _relation(replace(context, start=start))
    return FoundDate(
        Span(start, end), value.days, value.unit, rule.basis, relation, value.timex, f"dates.{rule.name}.v1"
    )


_RELATIONS = re.compile(
    r"\b(since|until|till|before|after|by|ahead\s+of|prior\s+to)\s+(?:the\s+|early\s+|late\s+)?$", re.IGNORECASE
)


def _relation(context: Context) -> Relation:
    match = _RELATIONS.search(context.before)
    if match is None:
        return Relation.IN
    word = match.group(1).lower()
    if word in {"since", "until", "after"}:
        return Relation(word)
    return Relation.UNTIL if word in {"till", "by"} else Relation.BEFORE


# Every rule needs a figure or one of these words; the words that go with it stand no further off than this.
_AROUND = 60


@cache
def _hint() -> re.Pattern[str]:
    lists = ("months", "weekdays", "short_weekdays", "units", "seasons", "day_parts", "holidays")
    words = {word.split()[0].split("'")[0] for name in lists for word in table(name)}
    words |= {"today", "yesterday", "tomorrow", "tonight", "overnight", "half"}
    return re.compile(rf"[0-9]|\b(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})\b", re.IGNORECASE)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which a date may stand, cut at white space: most of a text is in none."""
    start = end = 0
    for match in _hint().finditer(text):
        if match.start() - _AROUND > end:
            if end:
                yield start, end
            start = max(end, _space_before(text, match.start() - _AROUND))
        end = _space_after(text, match.end() + _AROUND)
    if end:
        yield start, end


def _space_before(text: str, at: int) -> int:
    space = text.rfind(" ", max(0, at - _AROUND), max(0, at))
    return space if space >= 0 else max(0, at)


def _space_after(text: str, at: int) -> int:
    space = text.find(" ", at, at + _AROUND)
    return min(space if space >= 0 else at, len(text))


# Events and claims ask for the dates of the same text one after the other; a story of more documents than this is rare.
@lru_cache(maxsize=256)
def _chosen(text: str) -> tuple[tuple[re.Match[str], Rule], ...]:
    """The longest expressions that do not overlap, in text order; of equal ones the earlier rule's."""
    candidates: list[tuple[int, int, int, re.Match[str], Rule]] = []
    windows = list(_windows(text))
    for rank, rule in enumerate(rules()):
        if rule.marked_only:
            continue
        for match in (found for start, end in windows for found in rule.pattern.finditer(text, start, end)):
            context = Context(text=text, start=match.start(), end=match.end())
            if rule.accept(match, context):
                candidates.append((match.start(), -match.end(), rank, match, rule))
    end, chosen = 0, []
    for start, negative_end, _, match, rule in sorted(candidates, key=lambda each: each[:3]):
        if start >= end:
            end = -negative_end
            chosen.append((match, rule))
    return tuple(chosen)
