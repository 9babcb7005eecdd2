"""The words around a piece of evidence, short enough to read at a glance."""

from dataclasses import dataclass

from accordingto.model.attribution import Attribution
from accordingto.model.document import Document, Span

# About three lines of a terminal.
LONGEST = 220

# Single marks are left alone: most of them are apostrophes.
OPENING = '"“„«'
CLOSING = '"”“»'
MARKS = set(OPENING + CLOSING)
MARKED = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document with the evidence in their midst.

    Attributes:
        before, evidence, after: joined they are the words, white space made one space each.
        is_cut_before, is_cut_after: whether words of the same passage were left out.
        span: where they stand in the document.
    """

    before: str
    evidence: str
    after: str
    is_cut_before: bool
    is_cut_after: bool
    span: Span


def find_passage(document: Document, evidence: Span, attribution: Attribution, *, with_cue: bool = False) -> Passage:
    """The attributed words around the evidence, cut at words when they are long.

    Args:
        document: where they stand.
        evidence: words that must be shown.
        attribution: whose content is shown around them.
        with_cue: show who says it with which word, too: 'any soldiers had been captured' is no denial without its
            'the colonel denied that'.
    """
    around = _without_marks(document.text, _find_around(document, evidence, attribution, with_cue=with_cue))
    shown = _shorten(document.text, around, evidence)
    inner = Span(min(max(evidence.start, shown.start), shown.end), max(min(evidence.end, shown.end), shown.start))
    return Passage(
        before=_flat(document.text[shown.start : inner.start]).lstrip(),
        evidence=_flat(document.quote(inner)),
        after=_flat(document.text[inner.end : shown.end]).rstrip(),
        is_cut_before=shown.start > around.start,
        is_cut_after=shown.end < around.end,
        span=shown,
    )


def _find_around(document: Document, evidence: Span, attribution: Attribution, *, with_cue: bool) -> Span:
    """The piece of content that holds the evidence, within the evidence's own lines."""
    pieces = [piece for piece in attribution.content if piece.overlaps(evidence)]
    if with_cue:
        near = Span(evidence.start - LONGEST // 2, evidence.end + LONGEST // 2)
        pieces += [each for each in (*attribution.source, *attribution.cue) if near.contains(each)]
    if not pieces:
        return evidence
    start = min(evidence.start, *(piece.start for piece in pieces))
    end = max(evidence.end, *(piece.end for piece in pieces))
    first_line = document.text.rfind("\n", start, evidence.start) + 1
    last_line = document.text.find("\n", evidence.end, end)
    return Span(max(start, first_line), end if last_line < 0 else last_line)


def _without_marks(text: str, around: Span) -> Span:
    """Without quotation marks around the whole: what shows the words will put its own."""
    words = text[around.start : around.end]
    start = around.start + len(words) - len(words.lstrip())
    end = around.end - (len(words) - len(words.rstrip(" \t\n,")))
    inner = text[start + 1 : end - 1]
    if end - start > MARKED and text[start] in OPENING and text[end - 1] in CLOSING and not set(inner) & MARKS:
        return Span(start + 1, end - 1)
    if end - start > MARKED and text[start] in OPENING and not set(text[start + 1 : end]) & MARKS:
        return Span(start + 1, end)
    return Span(start, end) if start < end else around


def _shorten(text: str, around: Span, evidence: Span) -> Span:
    if around.end - around.start <= LONGEST:
        return around
    if evidence.end - evidence.start >= LONGEST:
        return Span(evidence.start, _last_space(text, evidence.start, evidence.start + LONGEST))
    spare = LONGEST - (evidence.end - evidence.start)
    start = max(around.start, evidence.start - spare // 2)
    end = min(around.end, start + LONGEST)
    start = max(around.start, end - LONGEST)
    if start > around.start:
        space = text.find(" ", start, evidence.start)
        start = evidence.start if space < 0 else space + 1
    if end < around.end:
        end = max(_last_space(text, evidence.end, end), evidence.end)
    return Span(start, end)


def _last_space(text: str, start: int, end: int) -> int:
    space = text.rfind(" ", start, end)
    return end if space < 0 else space


def _flat(words: str) -> str:
    """White space made one space; a space at an end stays, for the words go on."""
    flat = " ".join(words.split())
    if not flat:
        return " " if words else ""
    return (" " if words[0].isspace() else "") + flat + (" " if words[-1].isspace() else "")
