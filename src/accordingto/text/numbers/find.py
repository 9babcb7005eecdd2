"""Finds the numbers of a text with the words that bound them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from accordingto.lexicon.load import load_table
from accordingto.model.document import Span
from accordingto.text.numbers.bounds import Bound, bound_after, bound_before
from accordingto.text.numbers.kinds import is_no_count, kind_of
from accordingto.text.numbers.quantity import Quantity, QuantityKind
from accordingto.text.numbers.ranges import join_ranges
from accordingto.text.numbers.words import WordNumber, number_pattern, parse_number
from accordingto.text.phrases import plain_letters

# A larger number is a serial number or a phone number.
_LARGEST = 10**15


def find_numbers(text: str) -> list[Quantity]:
    """The numbers of a text, in text order, ranges joined ('10 to 15'), each with its kind and its bounds.

    Example:
        >>> [(q.low, q.high) for q in find_numbers("more than 70 fighters and up to 4,000 others")]
        [(71, None), (None, 4000)]
    """
    return list(_found(text))


# Every kind of claim asks for the numbers of the same text, one after the other.
@lru_cache(maxsize=256)
def _found(text: str) -> tuple[Quantity, ...]:
    return tuple(join_ranges(text, _with_ages(text, list(_find(text)))))


# 'ages 24, 20, and 19': what stands between two ages of one list.
_AGE_LIST = re.compile(r"\s?,?\s(?:and\s)?")


def _with_ages(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The same numbers with those that go on a list of ages made ages."""
    found: list[Quantity] = []
    for each in quantities:
        before = found[-1] if found else None
        goes_on = (
            before is not None
            and before.kind is QuantityKind.AGE
            and each.kind is QuantityKind.COUNT
            and _AGE_LIST.fullmatch(text, before.number.end, each.number.start) is not None
            and _NOUN_AFTER.match(text, each.span.end) is None
        )
        found.append(replace(each, kind=QuantityKind.AGE, unit="years") if goes_on else each)
    return found


_NOUN_AFTER = re.compile(r"\s+(?!and\b|or\b|years?\b|respectively\b|were\b|was\b|who\b)[a-z]+")


def _find(text: str) -> Iterator[Quantity]:
    for match in number_pattern().finditer(plain_letters(text).lower()):
        start, end = match.span()
        if text[end - 1] in _SHORT and text[start].isdigit():
            end = _without_metres(text, start, end)
        value = parse_number(text[start:end])
        pieces = [(Span(start, end), value)] if value is not None else _pieces(text, start, end)
        for piece, worth in pieces:
            if worth.low < _LARGEST and not is_no_count(text, piece):
                yield _bounded(text, piece, worth)


_MONEY_BEFORE = re.compile(r"[$€£¥₦₹₽₴₪₺₩]\s?$")
_SHORT = frozenset("mMbB")
_COUNTED_AFTER = re.compile(r"\s+([a-z]+)\b")


def _without_metres(text: str, start: int, end: int) -> int:
    """Where a number ends without a trailing 'm' or 'b' unless money or people show that it means a million."""
    counted = _COUNTED_AFTER.match(text[end : end + 24])
    people = counted is not None and counted.group(1) in load_table("en", "numbers")["counted"]
    if people or _MONEY_BEFORE.search(text[max(0, start - 3) : start]):
        return end
    return end - (2 if text[end - 2].isspace() else 1)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[Span, WordNumber]]:
    """Each word of a run that is no number as a whole ('five six')."""
    for word in re.finditer(r"[^\s\u2010\u2011-]+", text[start:end]):
        value = parse_number(word.group())
        if value is not None and word.group().lower() not in {"a", "an", "half"}:
            yield Span(start + word.start(), start + word.end()), value


_UNBOUNDED = frozenset({QuantityKind.LABEL, QuantityKind.TIME, QuantityKind.ORDINAL})


def _bounded(text: str, number: Span, value: WordNumber) -> Quantity:
    kind, unit, shown = kind_of(text, number, value)
    plain = Quantity(shown, number, value.low, value.high, kind, unit=unit)
    if kind in _UNBOUNDED:
        return plain
    before = bound_before(text, shown.start)
    after = bound_after(text, shown.end)
    bound = before or after
    if kind is QuantityKind.YEAR and bound is not None and bound.side == "above" and plain.low == plain.high:
        bound = None
    if not value.exact:
        plain = replace(plain, high=None, vague=True)
    if bound is None:
        return plain
    return _apply(bound, plain)


def _apply(bound: Bound, plain: Quantity) -> Quantity:
    span = Span(min(bound.span.start, plain.span.start), max(bound.span.end, plain.span.end))
    low, high = plain.low, plain.high
    if bound.side == "above" and low is not None:
        low, high = (low if high is None else low + 1), None
    elif bound.side == "at_least":
        high = None
    elif bound.side == "at_most":
        low = None
    elif bound.side == "below" and low is not None:
        high = low - 1
        low = None
    vague = plain.vague or bound.rough
    return replace(plain, span=span, low=low, high=high, vague=vague)
