"""What the report says in its own voice: every sentence, or piece of one, that is given to nobody."""

from collections.abc import Iterator, Sequence

from accordingto.model.attribution import Attribution, Form, Stance, with_id
from accordingto.model.document import Span, Spans, Zone
from accordingto.model.parse import Sentence, Token
from accordingto.model.trace import Trace
from accordingto.stages.attribute.hedges import is_hedged_words
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import join, trim

# A headline tells in the report's own voice what it gives to nobody: 'Five wounded in Orvel'.
_TOLD = frozenset({None, Zone.TITLE})
_SAYING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
# A piece left of a sentence says something when it has a verb or a number, and this many words of content.
_LEAST_WORDS, _LEAST_UNFINISHED = 2, 4
# Words that say nothing without the noun they stand before.
_LEANING = frozenset({"det", "amod", "nummod", "quantmod", "compound", "poss", "case", "nmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def narrate(page: Page, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """One narration a sentence of the report that still says something outside what it gives to others."""
    taken = join(span for each in attributions for span in (*each.source, *each.cue, *each.content, *each.via))
    at = 0
    for sentence in page.parse.sentences:
        if sentence.zone not in _TOLD:
            continue
        while at < len(taken) and taken[at].end <= sentence.start:
            at += 1
        content = _left(page, sentence, taken, at)
        if content:
            yield _make(page, sentence, content)


def _left(page: Page, sentence: Sentence, taken: Spans, at: int) -> Spans:
    """The pieces of a sentence that no attribution covers and that say something."""
    covering: list[Span] = []
    while at < len(taken) and taken[at].start < sentence.end:
        covering.append(taken[at])
        at += 1
    runs: list[list[Token]] = [[]]
    number = 0
    for token in page.parse.words(sentence):
        while number < len(covering) and covering[number].end <= token.start:
            number += 1
        if number < len(covering) and covering[number].start < token.end:
            if runs[-1]:
                runs.append([])
        else:
            runs[-1].append(token)
    whole = not covering
    spans = [
        Span(run[0].start, run[-1].end) for run in runs if run and (_says_something(run) or _is_whole(run, whole=whole))
    ]
    return tuple(span for span in (_without_loose_end(page, each) for each in trim(page, spans)) if span is not None)


def _without_loose_end(page: Page, span: Span) -> Span | None:
    """'It fled despite [reports of …]': words that lean on what was given away go with it."""
    tokens = page.parse.covered(span)
    last = len(tokens) - 1
    while last >= 0 and _leans_on(page, tokens[last], span.end):
        last -= 1
    return Span(span.start, tokens[last].end) if last >= 0 else None


def _leans_on(page: Page, token: Token, end: int) -> bool:
    """Whether a word's noun stands after the end of the piece."""
    if token.dep in _LEANING:
        return page.tokens[token.head].start >= end
    objects = page.children(token.index, "pobj", "pcomp")
    return token.dep in {"prep", "agent"} and bool(objects) and page.tokens[objects[0]].start >= end


def _is_whole(run: Sequence[Token], *, whole: bool) -> bool:
    return whole and any(token.pos in _SAYING for token in run)


def _says_something(run: Sequence[Token]) -> bool:
    words = [token for token in run if token.pos in _SAYING]
    if any((token.tag in _FINITE and token.pos == "VERB") or token.pos == "NUM" for token in words):
        return len(words) >= _LEAST_WORDS
    return any(token.pos == "VERB" for token in words) and len(words) >= _LEAST_UNFINISHED


def _make(page: Page, sentence: Sentence, content: Spans) -> Attribution:
    return with_id(
        Attribution(
            id="",
            document=page.document.id,
            source=(),
            cue=(),
            content=content,
            form=Form.NARRATION,
            stance=Stance.ASSERTS,
            hedged=is_hedged_words(page, page.parse.root(sentence)),
            trace=Trace("attribute.narration.v1"),
        )
    )
