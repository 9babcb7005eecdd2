"""Words around a number that bound it: 'more than', 'up to', 'or more'."""

import re
from dataclasses import dataclass
from functools import cache

from accordingto.lexicon.load import load_table
from accordingto.model.document import Span
from accordingto.text.phrases import begins_with, plain_letters

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


# What may stand between the phrase and the number: 'up to another 20'.
_FILLERS = ("a", "an", "the", "another", "other", "estimated", r"total\s+of", "about", "some")


@cache
def _phrases(name: str) -> tuple[dict[str, str], re.Pattern[str]]:
    table = load_table("en", "numbers")[name]
    sides = {" ".join(phrase.split()): side for side, phrases in table.items() for phrase in phrases}
    ordered = sorted(sides, key=lambda phrase: (-len(phrase), phrase))
    choices = "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in ordered)
    if name == "bounds":
        filler = rf"(?:\s+(?:{'|'.join(_FILLERS)}))?"
        return sides, re.compile(rf"(?<![\w-])({choices}){filler}\s*$", re.IGNORECASE)
    return sides, re.compile(rf"\s*-?\s*{begins_with(sides)}({choices})(?!\w)", re.IGNORECASE)


@cache
def _last_words() -> tuple[str, ...]:
    """With what the words before a bounded number end: most numbers are told by this to have no bound."""
    fillers = (each.rpartition("+")[2] for each in _FILLERS)
    return tuple(sorted({*fillers, *(phrase.split()[-1] for phrase in _phrases("bounds")[0])}))


def bound_before(text: str, start: int) -> Bound | None:
    """The phrase that ends right before a number and bounds it."""
    offset = max(0, start - _REACH)
    before = text[offset:start]
    if not plain_letters(before).rstrip().lower().endswith(_last_words()):
        return None
    sides, pattern = _phrases("bounds")
    match = pattern.search(before)
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
