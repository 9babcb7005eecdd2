"""Reads expressions that somebody else has marked as times, lengths of time included."""

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.text.dates import (
    absolute,
    discourse,
    holidays,
    length,
    numeric,
    period,
    relative,
    seasons,
    spelled,
    vague,
)
from accordingto.text.dates.calendar import Stretch
from accordingto.text.dates.context import Context, Rule, Value
from accordingto.text.phrases import plain_letters

_REMEMBERED = 12


def marked_rules() -> tuple[Rule, ...]:
    """All rules in the order in which they are asked."""
    return (
        *absolute.RULES,
        *numeric.RULES,
        *period.RULES,
        *holidays.RULES,
        *relative.RULES,
        *seasons.RULES,
        *discourse.RULES,
        *spelled.RULES,
        *vague.RULES,
        *length.RULES,
    )


def read_marked(text: str, spans: list[Span], anchor: DateRange | None) -> list[Value | None]:
    """What each of these expressions means, in text order; ``None`` where no rule knows."""
    earlier: list[Stretch] = []
    values: list[Value | None] = []
    for span in spans:
        context = Context(None if anchor is None else anchor.end, None, tuple(earlier[-_REMEMBERED:]), text, *span)
        value = read_words(text[span.start : span.end], context)
        values.append(value)
        if isinstance(value, Stretch):
            earlier.append(value)
    return values


def read_words(words: str, context: Context) -> Value | None:
    """The meaning of the whole expression; where none reads it whole, of the longest part that one reads."""
    words = " ".join(plain_letters(words).split()).strip(" ,.;:'\"\u201c\u201d`()")
    for rule in marked_rules():
        match = rule.pattern.fullmatch(words)
        if match is not None:
            value = rule.read(match, context)
            if value is not None:
                return value
    found: list[tuple[int, int, Value]] = []
    for rank, rule in enumerate(marked_rules()):
        for match in rule.pattern.finditer(words):
            value = rule.read(match, context)
            if value is not None:
                found.append((match.start() - match.end(), rank, value))
    return min(found, key=lambda each: each[:2])[2] if found else None
