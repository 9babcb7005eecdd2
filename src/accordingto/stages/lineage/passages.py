"""A document as the sentences that a copier would take over: its own words, what it quotes set apart."""

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

from accordingto.model.document import Document, Span, Zone
from accordingto.text.quotes import find_quotes

# A headline and labels are written anew by every outlet; credits and captions are no report.
_LEFT_OUT = frozenset(Zone)
_SENTENCE = re.compile(
    r"[^\n]+?(?:(?<!\b[A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Gen)(?<!Col)(?<!Sen)(?<!St)[.!?…][\"'”’)\]]{0,3}(?=\s+[\"'“‘(\[]?[A-Z0-9])|(?=\n|$))"
)
_WORD = re.compile(r"\w+")
_LONGEST_SENTENCE = 2_000  # characters; a longer one is a list or a table
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence.

    Attributes:
        span: where it stands.
        words: its words outside quotation marks, in lower case, as numbers that compare fast.
        every: all its words.
    """

    span: Span
    words: tuple[int, ...]
    every: tuple[int, ...]


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    """The same number for the same word on every machine, a plural 's' or a possessive forgiven."""
    stem = word.lower()
    return zlib.crc32(stem.removesuffix("s").encode("utf-8", "surrogatepass") if len(stem) > 3 else stem.encode())  # noqa: PLR2004


def read_passages(document: Document) -> tuple[Passage, ...]:
    """The sentences of the report with their words; statements that are quoted are anybody's, so they stand apart."""
    quoted = [quote.inner for quote in find_quotes(document.text)]
    apart = [segment.span for segment in document.segments if segment.zone in _LEFT_OUT]
    found, at_quote, at_apart = [], 0, 0
    for start, end in _sentences(document.text):
        while at_quote < len(quoted) and quoted[at_quote].end <= start:
            at_quote += 1
        while at_apart < len(apart) and apart[at_apart].end <= start:
            at_apart += 1
        words = [(_number(word.group()), word.start()) for word in _WORD.finditer(document.text, start, end)]
        inside = quoted[at_quote : at_quote + 20]
        outside = apart[at_apart : at_apart + 20]
        kept = [(n, at) for n, at in words if not any(span.start <= at < span.end for span in outside)]
        own = tuple(n for n, at in kept if not any(span.start <= at < span.end for span in inside))
        if len(kept) >= _FEWEST_WORDS:
            found.append(Passage(Span(start, end), own, tuple(n for n, _ in kept)))
    return tuple(found)


def _sentences(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        start += len(match.group()) - len(match.group().lstrip())
        found.extend((at, min(end, at + _LONGEST_SENTENCE)) for at in range(start, end, _LONGEST_SENTENCE))
    return found
