"""A document as the sentences that a copier would take over: its own words, what it quotes set apart."""

import re
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from accordingto.model.document import Document, Span
from accordingto.stages.lineage.rows import Rows
from accordingto.text.quotes import find_quotes

_ENDING = re.compile(r"[.!?…][\"'”’)\]]{0,3}(?=\s+[\"'“‘(\[]?[A-Z0-9])")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
# 'Gen. Ostrel', 'Lt. Col.', 'J. Harrow': a full stop after so few letters ends no sentence.
_SHORT = re.compile(r"(?:\b[A-Za-z]|\bMrs?|\bMs|\bDr|\bGen|\bCol|\bLt|\bSgt|\bCapt|\bMaj|\bSen|\bRep|\bGov|\bSt|\bNo)$")
_WORD = re.compile(r"\w+")
_LONGEST_SENTENCE = 2_000  # characters; a longer one is a list or a table
_LONGEST_LINE = 20_000  # characters
_FEWEST_WORDS = 5
_NUMBERS, _AGAIN = 2**32, 0x9E3779B9
_PLURAL = 4  # letters, at least, before an 's' goes: 'girls', not 'gas'


@dataclass(frozen=True, slots=True)
class Wording:
    """As much of the sentences of a document as tells how alike they are to others, as in ``Passages``."""

    words: Rows
    marked: Rows
    telling: Rows


@dataclass(frozen=True, slots=True)
class Passages:
    """The sentences of a document, by their positions.

    Attributes:
        spans: where each stands.
        words: its words outside quotation marks, in lower case, as numbers that compare fast.
        marked: the same, where one that comes again has a number of its own, so that a set of them has it twice.
        every: all its words.
        telling: those outside quotation marks that are names or figures, the first word of the sentence apart; sorted.
        keys: a number for each, the same where all words are; eight bytes each.
    """

    spans: Rows
    words: Rows
    marked: Rows
    every: Rows
    telling: Rows
    keys: bytes

    def __len__(self) -> int:
        """How many sentences."""
        return len(self.keys) // 8

    def span(self, at: int) -> Span:
        """Where a sentence stands."""
        return Span(*self.spans.row(at))

    def wording(self) -> Wording:
        """What is compared of it."""
        return Wording(self.words, self.marked, self.telling)

    def list_keys(self) -> list[int]:
        """The keys of all sentences."""
        return list(array("Q", self.keys))

    def without(self, keys: AbstractSet[int]) -> "Passages":
        """The other sentences."""
        own = self.list_keys()
        if keys.isdisjoint(own):
            return self
        kept = np.array([key not in keys for key in own])
        return Passages(
            spans=self.spans.only(kept),
            words=self.words.only(kept),
            marked=self.marked.only(kept),
            every=self.every.only(kept),
            telling=self.telling.only(kept),
            keys=np.frombuffer(self.keys, np.uint64)[kept].tobytes(),
        )


@dataclass(frozen=True, slots=True)
class _Passage:
    """One sentence, as in ``Passages``."""

    span: Span
    words: Sequence[int]
    every: Sequence[int]
    telling: AbstractSet[int]


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    """The same number for the same word on every machine, a plural's 's' forgiven."""
    stem = word.lower()
    stem = stem.removesuffix("s") if len(stem) >= _PLURAL else stem
    return zlib.crc32(stem.encode("utf-8", "surrogatepass"))


def read_passages(document: Document) -> Passages:
    """The sentences of the report with their words; statements that are quoted are anybody's, so they stand apart.

    Marked segments are left out: every outlet writes its own headline, and credits and captions are no report.
    """
    text = document.text
    quoted = _Stretches(_find_quoted(text))
    apart = _Stretches([segment.span for segment in document.segments])
    found = []
    for span in _find_sentences(text):
        if apart.holds(span.start) and apart.holds(span.end - 1):
            continue
        mixed = apart.touches(span) or quoted.touches(span)
        passage = _read_mixed(text, span, quoted, apart) if mixed else _read_plain(text, span)
        if len(passage.every) >= _FEWEST_WORDS:
            found.append(passage)
    every = Rows.of(each.every for each in found)
    plain = all(each.every is each.words for each in found)
    return Passages(
        spans=Rows.of(each.span for each in found),
        words=every if plain else Rows.of(each.words for each in found),
        marked=Rows.of(mark_repeated(each.words) for each in found),
        every=every,
        telling=Rows.of(sorted(each.telling) for each in found),
        keys=b"".join([blake2b(array("I", each.every).tobytes(), digest_size=8).digest() for each in found]),
    )


def mark_repeated(words: Sequence[int]) -> list[int]:
    """The words, each different: the second time that one stands there it gets another number, and so on."""
    marked = list(words)
    if len(set(marked)) < len(marked):
        seen: dict[int, int] = {}
        for at, word in enumerate(words):
            if word in seen:
                marked[at] = (word + seen[word] * _AGAIN) % _NUMBERS
            seen[word] = seen.get(word, 0) + 1
    return marked


def _read_plain(text: str, span: Span) -> _Passage:
    """A sentence that quotes nothing, as most do."""
    words = _WORD.findall(text, span.start, span.end)
    numbers = tuple(map(_number, words))
    telling = [number for number, word in zip(numbers, words, strict=True) if not word[0].islower()]
    if telling and text.startswith(words[0], span.start) and not words[0][0].islower():
        del telling[0]  # its first word has a capital, name or not
    return _Passage(span, numbers, numbers, frozenset(telling))


def _read_mixed(text: str, span: Span, quoted: "_Stretches", apart: "_Stretches") -> _Passage:
    """A sentence of which some stands in quotation marks, or in a marked segment."""
    places = [(_number(word.group()), word.start()) for word in _WORD.finditer(text, span.start, span.end)]
    words = [each for each in places if not apart.holds(each[1])]
    own = [each for each in words if not quoted.holds(each[1])]
    telling = frozenset(number for number, at in own if not text[at].islower() and at > span.start)
    return _Passage(span, tuple(number for number, _ in own), tuple(number for number, _ in words), telling)


def _find_quoted(text: str) -> list[Span]:
    """What stands inside quotation marks; a line of a book's length is no paragraph, and its marks pair at random."""
    longest = max(map(len, text.split("\n")))
    return [quote.inner for quote in find_quotes(text)] if longest <= _LONGEST_LINE else []


class _Stretches:
    """Spans that do not overlap, asked fast whether they hold a character."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def holds(self, at: int) -> bool:
        """Whether one of them holds a character."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._spans[index].end

    def touches(self, span: Span) -> bool:
        """Whether one of them shares a character with a span."""
        index = bisect_right(self._starts, span.end - 1) - 1
        return index >= 0 and self._spans[index].end > span.start


def _find_sentences(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        start = line.start()
        for ending in _ENDING.finditer(text, line.start(), line.end()):
            if not _SHORT.search(text, max(start, ending.start() - 6), ending.start()):
                yield from _cut(start, ending.end())
                start = ending.end() + 1
        if start < line.end():
            yield from _cut(start, line.end())


def _cut(start: int, end: int) -> Iterator[Span]:
    for at in range(start, end, _LONGEST_SENTENCE):
        yield Span(at, min(end, at + _LONGEST_SENTENCE))
