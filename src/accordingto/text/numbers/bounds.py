"""Words around a number that bound it: 'more than', 'up to', 'or more'."""

import re
from dataclasses import dataclass
from functools import cache

from accordingto.lexicon.load import load_table
from accordingto.model.document import Span

# The longest bounding phrase with room for an article; looking further back finds other numbers' words.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Bound:
    """A bounding phrase.

    Attributes:
        side: ``above``, ``at_least``, ``at_most``, ``below`` or ``about``.
        span: where the phrase stands.
        rough: it also says that the number is rough.
    """

    side: str
    span: Span
    rough: bool


@cache
def _phrases(name: str) -> tuple[dict[str, str], re.Pattern[str]]:
    table = load_table("en", "numbers")[name]
    sides = {" ".join(phrase.split()): side for side, phrases in table.items() for phrase in phrases}
    ordered = sorted(sides, key=lambda phrase: (-len(phrase), phrase))
    choices = "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in ordered)
    if name == "bounds":
        filler = r"(?:\s+(?:a|an|the|another|other|estimated|total\s+of|about|some))?"
        return sides, re.compile(rf"(?<![\w-])({choices}){filler}\s*$", re.IGNORECASE)
    return sides, re.compile(rf"\s*-?\s*({choices})(?!\w)", re.IGNORECASE)


def bound_before(text: str, start: int) -> Bound | None:
    """The phrase that ends right before a number and bounds it."""
    sides, pattern = _phrases("bounds")
    offset = max(0, start - _REACH)
    match = pattern.search(text[offset:start])
    if match is None:
        return None
    phrase = " ".join(match.group(1).lower().split())
    return _bound(sides[phrase], phrase, Span(offset + match.start(1), start))


def bound_after(text: str, end: int) -> Bound | None:
    """The phrase that directly follows a number and bounds it: '200 or more', '200+'."""
    if text[end : end + 1] == "+":
        return Bound("at_least", Span(end, end + 1), rough=False)
    sides, pattern = _phrases("bounds_after")
    match = pattern.match(text[end : end + _REACH])
    if match is None:
        return None
    phrase = " ".join(match.group(1).lower().split())
    return _bound(sides[phrase], phrase, Span(end + match.start(1), end + match.end(1)))


def _bound(side: str, phrase: str, span: Span) -> Bound:
    return Bound(side, span, rough=side == "about" or phrase in load_table("en", "numbers")["rough"])
