"""Words that two documents quote from one claimer, and quote differently.

'“We will hold the bridge to the end”' in one report and '“We will hold the bridge at any price”' in another cannot
both be what was said. A shorter cut of the same words is no variant, nor are other sentences of the same speaker.
Out of scope: claimers without a name, who are not the same person from one document to the next.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from accordingto.model.actor import Resolution
from accordingto.model.attribution import Attribution, Form, Variant
from accordingto.model.document import Document, Span
from accordingto.model.findings import Reading
from accordingto.model.trace import Trace
from accordingto.text.quotes import find_quotes

# Four words in a row of one speaker are seldom the same by chance; fewer are a label ('“terrorists”').
LEAST_WORDS = 4
# So much of the shorter wording must stand in the other, in order: below it they are two sentences.
LEAST_LIKE = 0.6
# A word that this many quotations of one claimer share tells none of them apart.
_COMMON = 40
_SENTENCE = re.compile(r"[^.!?…]+")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class Said:
    """One quoted sentence: where it stands, and its words without case and marks, one space between."""

    attribution: str
    document: str
    span: Span
    wording: str

    @property
    def words(self) -> tuple[str, ...]:
        """Its words."""
        return tuple(self.wording.split(" "))


def compare_wordings(said: Iterable[Said], resolution: Resolution) -> tuple[Variant, ...]:
    """Every pair of unlike wordings of one claimer's quoted sentence in two documents, sorted."""
    named = {actor.id for actor in resolution.actors if not actor.described}
    by_claimer: defaultdict[str, list[Said]] = defaultdict(list)
    for each in sorted(said, key=lambda each: (each.document, each.span, each.attribution)):
        claimer = resolution.claimers.get(each.attribution)
        if claimer in named:
            by_claimer[str(claimer)].append(each)
    found = (variant for claimer in sorted(by_claimer) for variant in _compare(by_claimer[claimer]))
    return tuple(sorted(set(found), key=lambda each: (each.attribution, each.span, each.other, each.other_span)))


def find_quoted(reading: Reading) -> Iterator[Said]:
    """The sentences inside quotation marks, each under the innermost attribution that holds it."""
    lines = [each for each in reading.attributions if each.form in {Form.DIRECT, Form.MIXED}]
    inner: dict[Span, Attribution] = {}
    for line in sorted(lines, key=lambda each: (each.extent.start - each.extent.end, each.id)):
        for piece in line.content:
            for span in _sentences(reading.document, piece):
                inner[span] = line
    for span, line in sorted(inner.items()):
        words = [word.lower() for word in _WORD.findall(reading.document.quote(span))]
        if len(words) >= LEAST_WORDS:
            yield Said(line.id, reading.document.id, span, " ".join(words))


def _sentences(document: Document, piece: Span) -> Iterator[Span]:
    words = document.quote(piece)
    for quote in find_quotes(words):
        for match in _SENTENCE.finditer(words, quote.inner.start, quote.inner.end):
            start = piece.start + match.start() + len(match.group()) - len(match.group().lstrip())
            end = piece.start + match.start() + len(match.group().rstrip(" ,;:\n\t"))
            if start < end:
                yield Span(start, end)


def _compare(said: Sequence[Said]) -> Iterator[Variant]:
    for left, right in _likely(said):
        shorter, longer = sorted((left.words, right.words), key=len)
        if _holds(longer, shorter):
            continue
        likeness = LCSseq.similarity(shorter, longer) / len(shorter)
        if likeness >= LEAST_LIKE and not _goes_on(shorter, longer):
            first, other = sorted((left, right), key=lambda each: (each.attribution, each.span))
            trace = Trace("reconcile.wordings.v1", (first.attribution, other.attribution))
            yield Variant(first.attribution, first.span, other.attribution, other.span, round(likeness, 3), trace)


def _likely(said: Sequence[Said]) -> Iterable[tuple[Said, Said]]:
    """Pairs of two documents that share long words, so that not every sentence meets every other."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(said):
        for word in sorted(set(each.words)):
            if len(word) >= _LONG_WORD:
                holding[word].append(number)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for _, numbers in sorted(holding.items()):
        if len(numbers) <= _COMMON:
            for at, one in enumerate(numbers):
                for two in numbers[at + 1 :]:
                    shared[one, two] += 1
    for (one, two), count in sorted(shared.items()):
        if count > 1 and said[one].document != said[two].document:
            yield said[one], said[two]


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether the shorter wording is an unbroken cut of the longer."""
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))


def _goes_on(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether one ends with the words that the other begins with: two cuts of one longer sentence."""
    for one, two in ((shorter, longer), (longer, shorter)):
        for size in range(min(len(one), len(two)) - 1, LEAST_WORDS - 1, -1):
            if one[-size:] == two[:size]:
                return True
    return False
