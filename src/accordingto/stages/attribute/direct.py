"""Words in quotation marks: which cue they belong to, and contents snapped to the marks."""

from collections.abc import Sequence
from dataclasses import replace

from accordingto.model.document import Span, Spans
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.cues import Frame, frame_of, is_speech
from accordingto.stages.attribute.nearby import Nearby
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import join, pieces
from accordingto.stages.attribute.stance import settle
from accordingto.stages.attribute.subjects import source_phrase, subject_of
from accordingto.stages.attribute.verbs import cue_spans
from accordingto.text.quotes import Quote

_ENDS_SPEECH = frozenset(",.?!…-—–")
# Words between a quotation and its verb: 'the region's deputy governor, Ana Oro, told reporters'.
_LONGEST_GAP = 45


def attach_quotes(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with whole quotations, and new ones for quotations that no clause rule reached."""
    found = [_snap(page, each) for each in candidates]
    taken = {each.anchor: number for number, each in enumerate(found) if each.anchor >= 0}
    near = Nearby(found)
    for number, quote in enumerate(page.quotes):
        if any(_holds(page, each, number, quote) for each in near.at(quote.span)):
            continue
        verb = _find_verb(page, quote)
        if verb is None or not page.has_grammar(verb):
            continue
        if verb in taken:
            found[taken[verb]] = _with_quote(page, found[taken[verb]], quote)
            near.add(found[taken[verb]])
        else:
            made = _make(page, verb, quote)
            if made is not None:
                taken[verb] = len(found)
                found.append(made)
    return [_reach_back(page, each) for each in found]


def _holds(page: Page, candidate: Candidate, number: int, quote: Quote) -> bool:
    inside = any(span.start <= quote.inner.start and quote.inner.end <= span.end for span in candidate.content)
    return inside and not _cued_inside(page, candidate, number)


def _cued_inside(page: Page, candidate: Candidate, number: int) -> bool:
    return candidate.anchor >= 0 and page.quote_index(candidate.anchor) == number


def _snap(page: Page, candidate: Candidate) -> Candidate:
    """Extend a content over the quotations it touches; one cued inside a quotation stays inside it."""
    if candidate.anchor >= 0 and page.quote_index(candidate.anchor) >= 0:
        inner = page.quotes[page.quote_index(candidate.anchor)].inner
        clipped = [Span(max(s.start, inner.start), min(s.end, inner.end)) for s in candidate.content]
        kept = tuple(span for span in clipped if span.start < span.end)
        return replace(candidate, content=kept) if kept else candidate
    touched = {page.quote_index(t.index) for span in candidate.content for t in page.parse.covered(span)} - {-1}
    if not touched:
        return candidate
    spans = list(candidate.content)
    for number in sorted(touched):
        quote = page.quotes[number].span
        if not any(quote.overlaps(own) for own in (*candidate.source, *candidate.cue)):
            spans.append(quote)
    return replace(candidate, content=join(spans))


def _with_quote(page: Page, candidate: Candidate, quote: Quote) -> Candidate:
    """A candidate's content with a quotation beside it; far-off clauses make way for the quotation."""
    if any(quote.span.overlaps(own) for own in (*candidate.source, *candidate.cue)):
        return candidate
    kept = [span for span in candidate.content if page.same_line(*sorted((span.start, quote.span.start)))]
    return replace(candidate, content=_close_gaps(page, join([*kept, quote.span])))


def _close_gaps(page: Page, spans: Spans) -> Spans:
    """Pieces with only punctuation between them are one."""
    found = [spans[0]]
    for span in spans[1:]:
        between = page.document.text[found[-1].end : span.start]
        if any(letter.isalnum() for letter in between) or "\n" in between:
            found.append(span)
        else:
            found[-1] = Span(found[-1].start, span.end)
    return tuple(found)


def _reach_back(page: Page, candidate: Candidate) -> Candidate:
    """'It was “done by them. We left,” he said': a quotation begun in an earlier sentence takes that sentence along."""
    if candidate.anchor < 0 or not candidate.content:
        return candidate
    start = candidate.content[0].start
    sentence, own = page.sentence_at(start), page.sentence_of(candidate.anchor)
    if sentence is None or sentence.index >= own.index or start <= sentence.start:
        return candidate
    before = page.parse.covered(Span(sentence.start, start))
    if len(before) > _LONGEST_GAP or any(is_speech(t.lemma) and t.pos == "VERB" for t in before):
        return candidate
    return replace(candidate, content=join([Span(sentence.start, start), *candidate.content]))


def _find_verb(page: Page, quote: Quote) -> int | None:
    """The cue verb of a quotation: the one right after it, or the last one before it."""
    return _verb_after(page, quote) or _verb_before(page, quote)


def _verb_after(page: Page, quote: Quote) -> int | None:
    text = page.document.text
    last = text[quote.inner.end - 1 : quote.inner.end]
    following = text[quote.span.end : quote.span.end + 2].lstrip()[:1]
    if last not in _ENDS_SPEECH and following not in {",", "-", "–", "—"}:
        return None
    covered = page.parse.covered(quote.span)
    if not covered:
        return None
    verb = _scan_forward(page, quote, covered[-1].index + 1)
    if verb is None or page.tokens[verb].dep == "relcl":
        return None
    if page.tokens[verb].sentence != covered[-1].sentence and (last not in "?!," or not is_sentence(page, quote)):
        return None
    subject = subject_of(page, verb)
    if subject is None or subject > verb or page.tokens[subject].start >= quote.span.end:
        return verb
    return verb if _positional_subject(page, covered[-1].index + 1, verb) is not None else None


def _positional_subject(page: Page, first: int, verb: int) -> int | None:
    """The noun between a quotation and its verb, where the parser tied it to the words in the quotation."""
    for index in range(first, verb):
        token = page.tokens[index]
        if token.pos in {"NOUN", "PROPN", "PRON"} and not first <= token.head < verb:
            return index
    return None


def _scan_forward(page: Page, quote: Quote, start: int) -> int | None:
    """The first speech verb after a quotation, in its sentence or in a short one that follows at once."""
    if start >= len(page.tokens) or not page.same_line(quote.span.end, page.tokens[start].start):
        return None
    sentence = page.sentence_of(start)
    for index in range(start, min(sentence.last, start + _LONGEST_GAP)):
        token = page.tokens[index]
        if page.quote_index(index) >= 0:
            return None
        if is_speech(token.lemma) and token.tag.startswith("VB") and token.dep not in {"amod", "acl", "compound"}:
            opens_clause = any(c > index for c in page.children(index, "ccomp"))
            return None if opens_clause and sentence.start >= quote.span.end else index
        if token.text in {";", ":"}:
            return None
    return None


def _verb_before(page: Page, quote: Quote) -> int | None:
    covered = page.parse.covered(quote.span)
    if not covered or covered[0].index == 0:
        return None
    before = page.tokens[covered[0].index - 1]
    if before.text != ":" and not page.same_line(before.end, quote.span.start):
        return None
    sentence = page.sentence_of(before.index)
    if before.sentence != covered[0].sentence and before.text not in {":", ","}:
        return None
    gap = _LONGEST_GAP if before.text in {":", ","} else 12
    for index in range(before.index, max(sentence.first, before.index - gap) - 1, -1):
        token = page.tokens[index]
        if page.quote_index(index) >= 0:
            return None
        if token.tag.startswith("VB") and is_speech(token.lemma) and token.dep not in {"amod", "compound"}:
            return index if before.text in {":", ","} or _is_speechlike(page, quote) else None
    return None


def _is_speechlike(page: Page, quote: Quote) -> bool:
    """Whether a quotation says something by itself: it has a verb and is more than a label."""
    words = page.words(quote.inner)
    return len(words) >= 3 and any(word.pos in {"VERB", "AUX"} for word in words)  # noqa: PLR2004


def is_sentence(page: Page, quote: Quote) -> bool:
    """Whether a quotation stands by itself: it opens a sentence, has a verb, and ends one (or runs on)."""
    sentence = page.sentence_at(quote.inner.start)
    opens = sentence is not None and (quote.span.start <= sentence.start or page.starts_line(quote.span.start))
    last = page.document.text[quote.inner.end - 1 : quote.inner.end]
    ends = not quote.closed or last in _ENDS_SPEECH or page.document.text[quote.span.end : quote.span.end + 1] == "."
    return opens and ends and _is_speechlike(page, quote)


def _make(page: Page, verb: int, quote: Quote) -> Candidate | None:
    lemma = page.tokens[verb].lemma
    frame = frame_of(lemma, "clause") or frame_of(lemma, "quotation")
    if frame is None or frame.made_things:
        return None
    frame = Frame(frame.name, frame.stance, frame.score)
    settled = settle(page, verb, frame)
    if settled is None:
        return None
    subject = subject_of(page, verb)
    covered = page.parse.covered(quote.span)
    if (
        subject is not None
        and subject < verb
        and covered
        and page.tokens[subject].start < quote.span.end <= page.tokens[verb].start
    ):
        subject = _positional_subject(page, covered[-1].index + 1, verb)
    if subject is None or quote.span.start <= page.tokens[subject].start < quote.span.end:
        subject = next((c for c in page.children(verb, "dobj", "attr", "npadvmod", "oprd") if c > verb), None)
    phrase = [i for i in source_phrase(page, subject) if page.quote_index(i) < 0]
    return Candidate(
        anchor=verb,
        source=pieces(page, phrase),
        source_head=subject if phrase else None,
        cue=cue_spans(page, verb),
        content=(quote.span,),
        head=covered[0].index if covered else None,
        stance=settled.stance,
        hedged=settled.hedged,
        score=0.9 if phrase else 0.6,
        rule="attribute.quoted.v1",
    )


def share_in_quotes(page: Page, spans: Spans) -> float:
    """Which part of a content's words stands in quotation marks."""
    words = [word for span in spans for word in page.words(span)]
    inside = sum(page.quote_index(word.index) >= 0 for word in words)
    return inside / len(words) if words else 0.0
