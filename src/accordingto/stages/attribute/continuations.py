"""Quotations without a cue of their own: they go on from the attribution before them, in this paragraph or the last."""

from bisect import bisect_left
from collections.abc import Sequence

from accordingto.model.attribution import Stance
from accordingto.model.document import Span
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import is_speech
from accordingto.stages.attribute.direct import is_sentence
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import trim
from accordingto.text.quotes import Quote


def continue_quotes(page: Page, accepted: Sequence[Candidate]) -> list[Candidate]:
    """Candidates for quotations that nothing reached, with the claimer of the attribution before them."""
    earlier = sorted((each for each in accepted if each.source), key=lambda each: each.extent.end)
    found: list[Candidate] = []
    for quote in page.quotes:
        if _is_reached(quote, accepted):
            continue
        before = _before(page, quote, earlier)
        if found and (before is None or found[-1].extent.start > before.extent.start):
            before = found[-1] if _is_near(page, found[-1].extent.end, quote.span.start) else before
        if before is None:
            continue
        made = _continue(page, quote, before)
        if made is not None:
            found.append(made)
    return found


def _is_reached(quote: Quote, accepted: Sequence[Candidate]) -> bool:
    return any(
        quote.span.overlaps(span)
        for each in accepted
        for span in (*each.content, *each.source, *each.cue)
        if span.end > quote.span.start
    )


def _before(page: Page, quote: Quote, earlier: Sequence[Candidate]) -> Candidate | None:
    """The last attribution that ends before a quotation, not nested in another, and near."""
    at = bisect_left([each.extent.end for each in earlier], quote.span.start)
    for each in reversed(earlier[max(0, at - 4) : at + 1]):
        if each.extent.start < quote.span.start and _is_near(
            page, max(each.extent.end, each.cue[-1].end if each.cue else 0), quote.span.start
        ):
            outer = [o for o in earlier if o is not each and o.extent.contains(each.extent) and o.extent != each.extent]
            return outer[0] if outer else each
    return None


def _is_near(page: Page, left: int, right: int) -> bool:
    """In the same paragraph or the one before, with no other sentence of the report between them."""
    between = page.document.text[left:right]
    paragraphs = [line for line in between.split("\n") if line.strip()]
    return left <= right and len(between) < 600 and len(paragraphs) <= 2  # noqa: PLR2004


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
