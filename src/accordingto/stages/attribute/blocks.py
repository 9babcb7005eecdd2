"""Quotations set apart: '“…” — Ana Oro, teacher' signed after a dash; 'The governor added:' and then a paragraph.

Out of scope: posts with a handle (``posts``), transcripts and headlines (``colons``).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from accordingto.model.attribution import Stance
from accordingto.model.document import Span
from accordingto.model.parse import Sentence
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.complement import make_candidate
from accordingto.stages.attribute.cues import frame_of, is_speech
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import pieces
from accordingto.stages.attribute.subjects import source_phrase, subject_of
from accordingto.text.quotes import Quote

_SIGNED = re.compile(r"[ \t\u00a0]{0,3}\n?[ \t\u00a0]{0,3}(?P<dash>[—–―]|--?)[ \t\u00a0]{0,2}(?P<name>[^\n,;(]{2,60})")
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "NUM", "X"})


def find_signed(page: Page) -> Iterator[Candidate]:
    """Candidates of a paragraph in quotation marks with a dash and a name after it."""
    for quote in page.quotes:
        match = _SIGNED.match(page.document.text, quote.span.end)
        if match is not None and page.starts_line(quote.span.start):
            found = _signed(page, quote, Span(*match.span("dash")), Span(*match.span("name")))
            if found is not None:
                yield found


def _signed(page: Page, quote: Quote, dash: Span, name: Span) -> Candidate | None:
    words = page.parse.covered(name)
    anchors = page.parse.covered(dash)
    named = words and all(word.pos in _NAMING for word in words) and any(word.pos == "PROPN" for word in words)
    if not named or not anchors or not words[0].text[:1].isupper():
        return None
    return Candidate(
        anchor=anchors[0].index,
        source=pieces(page, [word.index for word in words]),
        source_head=words[-1].index,
        cue=(dash,),
        content=(quote.span,),
        head=None,
        stance=Stance.ASSERTS,
        rule="attribute.signed.v1",
        score=0.9,
    )


def find_introduced(page: Page) -> Iterator[Candidate]:
    """Candidates of 'The governor added:' at the end of a paragraph, without marks around the next one."""
    for sentence, following in pairwise(page.sentences):
        colon = page.tokens[sentence.last - 1]
        is_next = sentence.index + 1 == following.index and not page.same_line(colon.end, following.start)
        if colon.text == ":" and is_next:
            found = _introduced(page, sentence, following)
            if found is not None:
                yield found


def _introduced(page: Page, sentence: Sentence, following: Sentence) -> Candidate | None:
    verb = page.parse.root(sentence)
    frame = frame_of(page.tokens[verb].lemma, "clause")
    subject = subject_of(page, verb)
    if frame is None or not is_speech(page.tokens[verb].lemma) or subject is None or subject > verb:
        return None
    if any(page.child(verb, label) is not None for label in ("ccomp", "xcomp", "neg")) or _is_quoted(page, following):
        return None
    last = _end_of_line(page, following)
    found = make_candidate(page, verb, frame, list(range(following.first, last)), head=None, rule="attribute.block.v1")
    source = source_phrase(page, subject)
    return None if found is None or not source else replace(found, source=pieces(page, source), source_head=subject)


def _is_quoted(page: Page, sentence: Sentence) -> bool:
    return any(page.quote_index(index) >= 0 for index in range(sentence.first, min(sentence.first + 2, sentence.last)))


def _end_of_line(page: Page, sentence: Sentence) -> int:
    """The token after the last of the paragraph that a sentence opens."""
    end = page.document.text.find("\n", sentence.end)
    inside = page.parse.covered(Span(sentence.start, len(page.document.text) if end < 0 else end))
    return inside[-1].index + 1
