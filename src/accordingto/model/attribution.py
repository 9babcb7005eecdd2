"""A passage that a document gives to somebody, or narrates in its own voice."""

from dataclasses import dataclass, replace
from enum import StrEnum

from accordingto.model.document import Span, Spans
from accordingto.model.keys import make_id
from accordingto.model.trace import Trace


class Form(StrEnum):
    """How the words are given: all in quotation marks, partly, reported, or the document's own voice."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NARRATION = "narration"


class Stance(StrEnum):
    """How the claimer stands to the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    CANNOT_VERIFY = "cannot_verify"
    PROMISES = "promises"
    DEMANDS = "demands"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content at spans. Who the source *is*, is a judgement and lives elsewhere (``Resolution``).

    Attributes:
        id: derived from document, spans and stance; a changed mind about the claimer leaves it alone.
        document: document id.
        source: the words that name the claimer at this place ('he', 'a security official'); may stand in an
            earlier sentence for a continued quotation; ``()`` in narration and for 'reportedly'.
        cue: the words that make it an attribution ('said', 'according to'); ``()`` in narration.
        content: what is claimed.
        via: spans of the words that name who relays it, outermost first ('citing Y', 'told the BBC', 'on Telegram').
        form, stance, hedged: see the enums; hedged when the claim is weakened ('may have', 'reportedly').
        parent: id of the attribution that this one is nested in.
        score: 0 to 1, how sure the rule or model is.
        trace: which rule made it.
    """

    id: str
    document: str
    source: Spans
    cue: Spans
    content: Spans
    form: Form
    stance: Stance
    via: Spans = ()
    hedged: bool = False
    parent: str | None = None
    score: float = 1.0
    trace: Trace = Trace("unset.v0")

    @property
    def extent(self) -> Span:
        """From the content's first to its last character."""
        return Span(self.content[0].start, self.content[-1].end)


def with_id(attribution: Attribution) -> Attribution:
    """The same attribution with the id that its document, spans and stance give it."""
    spans = tuple(
        tuple(tuple(span) for span in part) for part in (attribution.source, attribution.cue, attribution.content)
    )
    return replace(attribution, id=make_id("att", attribution.document, *spans, attribution.stance))


@dataclass(frozen=True, slots=True)
class Variant:
    """The same claimer's words between quotation marks, given differently in two documents.

    Attributes:
        attribution, span: one wording, the words alone, and where they stand in that attribution's document.
        other, other_span: the other wording; its attribution's id sorts after the first's.
        likeness: 0 to 1, the share of the shorter wording's words that both have in the same order.
        trace: the rule that compared them.
    """

    attribution: str
    span: Span
    other: str
    other_span: Span
    likeness: float
    trace: Trace
