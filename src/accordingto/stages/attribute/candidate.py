"""A possible attribution: what a family of rules proposes and ``accept`` decides about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from accordingto.model.attribution import Stance
from accordingto.model.document import Span, Spans
from accordingto.stages.attribute.page import Page


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution.

    Attributes:
        anchor: index of the token that cues it; -1 where there is none (a continued quotation).
        source: tokens that name the claimer; ``source_head`` the head of that noun phrase, ``None`` if nobody is named.
        cue: tokens of the cue.
        content: pieces of the text, trimmed.
        head: index of the token that heads the content, for modality; ``None`` where unknown.
        stance, hedged, score: what the rule thinks of it.
        via: pieces of the text that name who relays it.
        rule: id and version of the rule.
    """

    anchor: int
    source: Spans
    source_head: int | None
    cue: Spans
    content: Spans
    head: int | None
    stance: Stance
    rule: str
    hedged: bool = False
    score: float = 0.9
    via: Spans = ()

    @property
    def extent(self) -> Span:
        """From the content's first to its last character."""
        return Span(self.content[0].start, self.content[-1].end)


class Rule(Protocol):
    """A family of rules: proposes candidates for a page."""

    def __call__(self, page: Page) -> Iterator[Candidate]:
        """Every candidate the family sees, in text order."""
        ...
