"""One published text at one time, as read, and the stretches of it that are not the report itself."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from accordingto.model.dates import DateRange


class Span(NamedTuple):
    """Half-open range of Unicode code points of a document's text; a ``(start, end)`` tuple with names."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


# One span an unbroken piece, in text order. 'He said (…) that' makes two pieces.
Spans = tuple[Span, ...]


class Zone(StrEnum):
    """What a stretch of a document is, when it is not the report's own sentences."""

    TITLE = "title"  # the headline, repeated in the text; it may attribute
    HEADING = "heading"  # a section label: 'Other factions', '- Not a swap -'
    CAPTION = "caption"  # words under a picture, and its credit
    REPEATED = "repeated"  # a lead paragraph that stands twice
    CREDIT = "credit"  # 'Source: …', 'Reporting by …'
    BIOGRAPHY = "biography"  # who the author is
    PROMOTION = "promotion"  # newsletters, related links, 'send us your pictures'


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text that is kept but marked: shown greyed, left out of attribution.

    Attributes:
        span: where it is.
        zone: what it is.
        rule: id and version of the rule that marked it.
    """

    span: Span
    zone: Zone
    rule: str


class DateBasis(StrEnum):
    """Where a document's date comes from."""

    GIVEN = "given"  # the user wrote it (documents.jsonl)
    METADATA = "metadata"  # the page says so
    INFERRED = "inferred"  # worked out from the words of the documents


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, and how we know."""

    date: DateRange
    basis: DateBasis


@dataclass(frozen=True, slots=True)
class Document:
    """One published text at one time.

    Attributes:
        id: derived from ``uri``, ``url`` and ``text``.
        uri: path relative to the input it was read from, or its address; never a path of the machine.
        text: clean text, NFC, line ends LF; every span of the ledger points into it.
        outlet: who published it (metadata field ``publisher``).
        title, author, language, url: as given or read from the page; ``None`` when unknown.
        published: when, and how we know.
        segments: marked stretches in text order; they may not overlap.
    """

    id: str
    uri: str
    text: str
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    published: Published | None = None
    segments: tuple[Segment, ...] = ()

    def quote(self, span: Span) -> str:
        """The words at a span."""
        return self.text[span.start : span.end]

    def quotes(self, spans: Spans) -> str:
        """The words at several spans, joined by one space."""
        return " ".join(self.text[start:end] for start, end in spans)

    def zone_at(self, offset: int) -> Zone | None:
        """The zone of the marked segment that holds a character, or ``None`` in the report's own sentences."""
        at = bisect_right(self.segments, offset, key=lambda segment: segment.span.start) - 1
        return self.segments[at].zone if at >= 0 and offset < self.segments[at].span.end else None
