"""The lines of a text as paragraphs, and what their shape alone says of them."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from accordingto.model.document import Segment, Span, Zone

# Ends of a sentence; a closing quotation mark, bracket or footnote number may follow.
_FINAL = re.compile(r"[.!?…:;,][\"'”’»)\]]{0,3}\s?(?:\[\d{1,3}\])?$")
_QUOTED = re.compile(r"^[-–—\s]{0,4}[\"'“”‘’«»]")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

# A paragraph of prose; shorter ones without a final stop are labels, list entries or headlines.
PROSE_WORDS = 14


@dataclass(frozen=True)
class Paragraph:
    """One line that is not blank.

    Attributes:
        index: its place among the paragraphs.
        span: its characters, without white space around them.
        text: the words.
    """

    index: int
    span: Span
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return tuple(_WORD.findall(self.text.lower()))

    @cached_property
    def is_final(self) -> bool:
        """Whether it ends as a sentence or an introduction ends."""
        return _FINAL.search(self.text[-12:]) is not None

    @cached_property
    def is_quoted(self) -> bool:
        """Whether it begins with a quotation mark."""
        return _QUOTED.match(self.text) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it has the shape of a report's own paragraph."""
        return len(self.words) >= PROSE_WORDS or (self.is_final and len(self.words) >= 4)  # noqa: PLR2004

    def mark(self, zone: Zone, rule: str, within: tuple[int, int] | None = None) -> Segment:
        """A segment over the whole paragraph, or over characters ``within`` it."""
        start, end = within or (0, len(self.text))
        return Segment(Span(self.span.start + start, self.span.start + end), zone, rule)


def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Every line that is not blank, in text order."""
    found: list[Paragraph] = []
    for line in re.finditer(r"[^\n]+", text):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words)
            found.append(Paragraph(len(found), Span(start, start + len(words)), words))
    return tuple(found)


def renumber(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The same paragraphs, counted anew after some were left out."""
    return tuple(replace(each, index=index) for index, each in enumerate(paragraphs))
