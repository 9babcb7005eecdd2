"""Quotations without a cue of their own: they go on from the attribution before them, in this paragraph or the last."""

from bisect import bisect_right
from collections.abc import Sequence

from accordingto.model.attribution import Stance
from accordingto.model.document import Span
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import is_speech
from accordingto.stages.attribute.direct import is_sentence
from accordingto.stages.attribute.nearby import Nearby
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import trim
from accordingto.text.quotes import Quote


def continue_quotes(page: Page, accepted: Sequence[Candidate]) -> list[Candidate]:
    """Candidates for quotations that nothing reached, with the claimer of the attribution before them."""
    near = Nearby(accepted)
    earlier = sorted((each for each in accepted if each.source), key=lambda each: each.extent.end)
    ends = [each.extent.end for each in earlier]
    found: list[Candidate] = []
    for quote in page.quotes:
        if any(_reaches(each, quote) for each in near.at(quote.span)):
            continue
        last = bisect_right(ends, quote.span.start)
        before = _before(page, quote, earlier[max(0, last - _LOOK_BACK) : last], near)
        if found and (before is None or found[-1].extent.start > before.extent.start):
            before = found[-1] if _is_near(page, found[-1].extent.end, quote.span.start) else before
        made = None if before is None else _continue(page, quote, before)
        if made is not None:
            found.append(made)
    return found


# Characters between an attribution and the quotation that goes on from it.
_FARTHEST = 600
# How many attributions before a quotation are looked at.
_LOOK_BACK = 5


def _reaches(candidate: Candidate, quote: Quote) -> bool:
    """Whether an attribution covers some of a quotation from outside; '“I think so”' still wants its speaker."""
    if candidate.cue and all(quote.inner.contains(piece) for piece in (*candidate.cue, *candidate.content)):
        return False
    return any(quote.span.overlaps(span) for span in (*candidate.content, *candidate.source, *candidate.cue))


def _before(page: Page, quote: Quote, earlier: Sequence[Candidate], near: Nearby) -> Candidate | None:
    """The last attribution that ends before a quotation, not nested in another, and near."""
    for each in reversed(earlier):
        if each.anchor >= 0 and page.quote_index(each.anchor) >= 0:
            continue  # somebody quoted by the speaker; the speaker goes on
        end = max(each.extent.end, each.cue[-1].end if each.cue else 0)
        if _is_near(page, end, quote.span.start):
            outer = [o for o in near.at(each.extent) if o.source and _is_outer(o, each)]
            return outer[0] if outer else each
    return None


def _is_outer(outer: Candidate, inner: Candidate) -> bool:
    return outer is not inner and outer.extent.contains(inner.extent) and outer.extent != inner.extent


def _is_near(page: Page, left: int, right: int) -> bool:
    """In the same paragraph or the one before, with no other sentence of the report between them."""
    if not 0 <= right - left < _FARTHEST:
        return False
    between = page.document.text[left:right]
    paragraphs = [line for line in between.split("\n") if line.strip()]
    return len(paragraphs) <= 2  # noqa: PLR2004


def _continue(page: Page, quote: Quote, before: Candidate) -> Candidate | None:
    if is_sentence(page, quote):
        return _make(before, (quote.span,), "attribute.continued.v1", 0.85)
    return _free(page, quote, before)


def _free(page: Page, quote: Quote, before: Candidate) -> Candidate | None:
    """'… she said. Then some were “given” away.': a sentence with quoted words right after reported speech goes on."""
    sentence = page.sentence_at(quote.span.start)
    if sentence is None or sentence.first == 0 or page.tokens[sentence.first - 1].end < before.extent.end:
        return None
    previous = page.tokens[sentence.first - 1]
    reported = Span(before.extent.start, max(before.extent.end, before.cue[-1].end if before.cue else 0))
    if previous.sentence != page.sentence_of(max(before.anchor, 0)).index or not page.same_line(
        reported.end, sentence.start
    ):
        return None
    if before.anchor < 0 or before.cue[-1].end < before.extent.end or page.document.text[quote.span.start] not in '“"':
        return None
    if any(is_speech(token.lemma) and token.pos == "VERB" for token in page.parse.words(sentence)):
        return None
    content = trim(page, [Span(sentence.start, sentence.end)])
    return _make(before, content, "attribute.free-continuation.v1", 0.6) if content else None


def _make(before: Candidate, content: tuple[Span, ...], rule: str, score: float) -> Candidate:
    return Candidate(
        anchor=-1,
        source=before.source,
        source_head=before.source_head,
        cue=(),
        content=content,
        head=None,
        stance=Stance.ASSERTS,
        via=before.via,
        rule=rule,
        score=score * before.score,
    )
