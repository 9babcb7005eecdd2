"""A document's text cut into pieces, each with the marks that lie on it: source, cue, content, zone, copy.

The pieces joined are the text, letter by letter, so that nothing can be hidden or added by marking.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.model.document import Document, Span
from accordingto.query.folio import Folio
from accordingto.query.voiced import Voiced

# What a reader should notice first, where marks lie on each other.
PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters with the same marks.

    Attributes:
        text: the letters.
        classes: names of the marks, for the style sheet.
        voice: number of the innermost attribution whose words these are, 0 for none.
        opens: numbers of attributions whose content begins here.
        is_first: whether the words that the address asks for begin here.
    """

    text: str
    classes: str
    voice: int
    opens: tuple[int, ...]
    is_first: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or what stands between two.

    Attributes:
        span: where it stands; ``None`` for what stands between.
        pieces: its letters.
        source, there: the document that it was copied from, and where it stands there.
    """

    span: Span | None
    pieces: tuple[Piece, ...]
    source: Document | None = None
    there: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences of one line, and what the line is."""

    zone: str | None
    sentences: tuple[Sentence, ...]


def mark(folio: Folio, at: Span | None) -> list[Paragraph]:
    """The text in paragraphs.

    Args:
        folio: the document with its attributions.
        at: words that the reader was sent to.
    """
    text = folio.document.text
    marks = _Marks(folio, at)
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            sentences = tuple(_sentences(folio, Span(start, end), marks))
            paragraphs.append(Paragraph(_zone(folio, Span(start, start + len(line.rstrip()))), sentences))
        start = end + 1
    return paragraphs


def _zone(folio: Folio, line: Span) -> str | None:
    """What a line is, when the whole of it is not the report's own sentences."""
    zone = folio.document.zone_at(line.start)
    same = zone is not None and folio.document.zone_at(line.end - 1) is zone
    return zone.value if same and zone is not None else None


def _sentences(folio: Folio, line: Span, marks: "_Marks") -> Iterator[Sentence]:
    """The sentences of a line with what stands between them; none crosses a line's end."""
    start, spans, text = line.start, folio.sentences, folio.document.text
    for each in spans[bisect_right(spans, line.start, key=lambda span: span.end) :]:
        if each.start >= line.end:
            break
        span = Span(max(each.start, start), min(each.end, line.end))
        if start < span.start:
            yield Sentence(None, tuple(marks.cut(text, Span(start, span.start))))
        if span.start < span.end:
            yield Sentence(span, tuple(marks.cut(text, span)), *folio.copied.get(each.start, (None, None)))
            start = span.end
    if start < line.end:
        yield Sentence(None, tuple(marks.cut(text, Span(start, line.end))))


class _Marks:
    """Where marks begin and end."""

    def __init__(self, folio: Folio, at: Span | None) -> None:
        self.at = at
        self._starts: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        self._ends: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        self._opens: defaultdict[int, list[int]] = defaultdict(list)
        for voice in folio.voices:
            if not voice.is_narration:
                self._add_voice(voice)
        for segment in folio.document.segments:
            self._add(segment.span, f"zone zone-{segment.zone.value}", 0)
        for taken in folio.taken:
            if taken.derivation.evidence is not None:
                self._add(taken.derivation.evidence, "taken", 0)
        if at is not None and at.start < at.end:
            self._add(at, "at", 0)
        self._cuts = sorted({*self._starts, *self._ends})
        self._next = 0
        self._active: list[tuple[str, int]] = []

    def _add_voice(self, voice: Voiced) -> None:
        line = voice.attribution
        for name, spans in zip(PARTS, (line.source, line.cue, line.content), strict=True):
            for span in spans:
                self._add(span, f"{name} {line.stance.value}" if name == "content" else name, voice.number)
        if line.content:
            self._opens[line.content[0].start].append(voice.number)
        for stated in voice.stated:
            self._add(stated.claim.evidence, "evidence", voice.number)

    def _add(self, span: Span, name: str, number: int) -> None:
        if span.start < span.end:
            self._starts[span.start].append((name, number))
            self._ends[span.end].append((name, number))

    def cut(self, text: str, span: Span) -> Iterator[Piece]:
        """The letters of a span in pieces with the same marks; spans come in text order."""
        self._advance(span.start)
        start = span.start
        while self._next < len(self._cuts) and self._cuts[self._next] < span.end:
            cut = self._cuts[self._next]
            yield self._piece(text, Span(start, cut))
            self._advance(cut)
            start = cut
        yield self._piece(text, Span(start, span.end))

    def _advance(self, offset: int) -> None:
        while self._next < len(self._cuts) and self._cuts[self._next] <= offset:
            cut = self._cuts[self._next]
            for ended in self._ends.get(cut, ()):
                self._active.remove(ended)
            self._active.extend(self._starts.get(cut, ()))
            self._next += 1

    def _piece(self, text: str, span: Span) -> Piece:
        names = dict.fromkeys(each for name, _ in self._active for each in name.split())
        numbers = [number for _, number in self._active if number]
        return Piece(
            text[span.start : span.end],
            " ".join(names),
            max(numbers, default=0),
            tuple(self._opens.get(span.start, ())),
            self.at is not None and span.start == self.at.start,
        )
