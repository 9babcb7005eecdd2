"""Joins two numbers that name a range: '10-15', 'between 10 and 15', '200 to 300'."""

import re
from dataclasses import replace
from functools import cache

from accordingto.lexicon.load import load_table
from accordingto.model.document import Span
from accordingto.text.numbers.quantity import Quantity, QuantityKind
from accordingto.text.phrases import join_phrases

_JOINT = re.compile(r"\s*[-\u2010-\u2015]\s*|\s+(?:to|or)\s+(?:as\s+many\s+as\s+|even\s+|perhaps\s+|maybe\s+)?")
_BETWEEN = re.compile(r"\b(?:between|anywhere from|from|anything from)\s+$", re.IGNORECASE)
_CHANGE_REACH = 60
_SAME_SCALE = 1000
_WIDEST_GAP = 30


def join_ranges(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The same numbers with each two that are ends of one range made one."""
    joined: list[Quantity] = []
    for quantity in quantities:
        both = _join(text, joined[-1], quantity) if joined else None
        if both is None:
            joined.append(quantity)
        else:
            joined[-1] = both
    return joined


def _join(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    between = text[first.number.end : second.number.start]
    if len(between) > _WIDEST_GAP or first.low is None or second.high is None or first.low != first.high:
        return None
    low = _same_scale(text, first, second)
    opening = _BETWEEN.search(text[max(0, first.number.start - 20) : first.number.start])
    is_and = opening is not None and opening.group().lower().startswith("between") and between.strip() == "and"
    gap = text[first.span.end : second.number.start] if first.span.end <= second.number.start else between
    if not (is_and or _JOINT.fullmatch(between) or _JOINT.fullmatch(gap)):
        return None
    if low >= second.high or not _same_kind(first, second) or _is_change(text, first):
        return None
    start = min(first.span.start, second.span.start)
    if opening is not None:
        start = min(start, max(0, first.number.start - 20) + opening.start())
    return replace(
        second,
        span=Span(start, second.span.end),
        number=Span(first.number.start, second.number.end),
        low=low,
        high=second.high,
        kind=first.kind if second.kind is QuantityKind.COUNT else second.kind,
        unit=second.unit or first.unit,
        vague=first.vague or second.vague,
    )


def _same_scale(text: str, first: Quantity, second: Quantity) -> int:
    """'2 to 3 million' means two million; '2 to 3,000' does too, in thousands, only when it says the word."""
    low = first.low or 0
    words = text[second.number.start : second.number.end].lower()
    for word, scale in load_table("en", "numbers")["scales"].items():
        if word in words and low < _SAME_SCALE and scale >= _SAME_SCALE:
            return int(low * scale)
    return low


def _same_kind(first: Quantity, second: Quantity) -> bool:
    # The unit usually stands once, after the second number: '10 to 15 per cent'.
    either = {first.kind, second.kind}
    return len(either) == 1 or first.kind is QuantityKind.COUNT or either == {QuantityKind.AGE, QuantityKind.COUNT}


@cache
def _changes() -> re.Pattern[str]:
    words = join_phrases(load_table("en", "numbers")["changes"])
    return re.compile(rf"\b(?:{words})\b[^.;]{{0,40}}\bfrom\s+$", re.IGNORECASE)


def _is_change(text: str, first: Quantity) -> bool:
    before = text[max(0, first.span.start - _CHANGE_REACH) : first.span.start]
    return _changes().search(before) is not None
