"""From accepted candidates to attributions: form, stance by what the content does, hedging, chains and nesting."""

from collections.abc import Sequence
from dataclasses import replace

from accordingto.model.attribution import Attribution, Form, with_id
from accordingto.model.document import Span, Spans
from accordingto.model.trace import Trace
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.direct import share_in_quotes
from accordingto.stages.attribute.hedges import is_hedged
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.performative import stance_by_content
from accordingto.stages.attribute.spans import join, noun_phrase, pieces
from accordingto.stages.attribute.via import find_cited, find_cited_last, find_via

# Closing marks and stops outside the quotation may be lost and it is still all in quotation marks.
_ALL, _SOME = 0.97, 0.0
# A pronoun in somebody's words may be that somebody; then nobody relays anything.
_PERHAPS_THE_SAME = frozenset({"i", "we", "he", "she", "it", "who", "which"})


def finish(page: Page, accepted: Sequence[Candidate]) -> list[Attribution]:
    """The attributions of the accepted candidates with their parents, in text order."""
    made = [with_id(_attribution(page, each)) for each in accepted]
    unique = list({each.id: each for each in made}.values())
    return _nest(page, unique)


def _attribution(page: Page, candidate: Candidate) -> Attribution:
    via = candidate.via
    if candidate.anchor >= 0:
        via = join([*via, *find_via(page, candidate.anchor, candidate.content)])
        candidate, via = _cite(page, candidate, via)
    return Attribution(
        id="",
        document=page.document.id,
        source=candidate.source,
        cue=candidate.cue,
        content=candidate.content,
        form=_form(share_in_quotes(page, candidate.content)),
        stance=stance_by_content(page, candidate) or candidate.stance,
        via=via,
        hedged=candidate.hedged or is_hedged(page, candidate),
        score=round(candidate.score, 3),
        trace=Trace(candidate.rule),
    )


def _cite(page: Page, candidate: Candidate, via: Spans) -> tuple[Candidate, Spans]:
    """'X, citing Y, reported S': the claim is Y's, by way of X."""
    if not candidate.source or ".clause." not in candidate.rule:
        return candidate, via
    candidate, cited = _cited(page, candidate)
    if not cited:
        return candidate, via
    source = pieces(page, noun_phrase(page, cited[0]))
    if any(piece.overlaps(own) for piece in source for own in candidate.content):
        return candidate, via
    return replace(candidate, source=source, source_head=cited[0]), (*candidate.source[:1], *via)


def _cited(page: Page, candidate: Candidate) -> tuple[Candidate, list[int]]:
    """Who is cited; where the content ends with 'quoting Y', that is no part of what is claimed."""
    cited = find_cited(page, candidate.anchor)
    last = None if cited or candidate.head is None else find_cited_last(page, candidate.anchor, candidate.head)
    if last is None:
        return candidate, cited
    end = page.tokens[last[0] - 2].end  # the comma stands between
    content = tuple(Span(piece.start, min(piece.end, end)) for piece in candidate.content if piece.start < end)
    return replace(candidate, content=content), [last[1]]


def _form(share: float) -> Form:
    if share >= _ALL:
        return Form.DIRECT
    return Form.MIXED if share > _SOME else Form.INDIRECT


def _nest(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Each with the innermost other whose content holds its cue and content; the chain above comes before its via."""
    order = sorted(attributions, key=lambda each: (each.extent.start, -each.extent.end, each.id))
    parents: dict[str, Attribution] = {}
    open_: list[Attribution] = []
    for each in order:
        open_ = [outer for outer in open_ if outer.extent.end > each.extent.start]
        holders = [outer for outer in open_ if outer.id != each.id and _holds(outer, each)]
        if holders:
            parents[each.id] = min(holders, key=lambda outer: (outer.extent.end - outer.extent.start, outer.id))
        open_.append(each)
    return [_under(page, each, parents[each.id]) if each.id in parents else each for each in order]


def _under(page: Page, inner: Attribution, outer: Attribution) -> Attribution:
    """A nested attribution reached the page by way of whoever said the words around it."""
    own = page.parse.covered(inner.source[0]) if inner.source else []
    same = not own or (len(own) == 1 and own[0].lemma in _PERHAPS_THE_SAME)
    relayed = not same and bool(outer.source) and inner.source != outer.source
    chain = (*outer.via, *outer.source[:1]) if relayed else ()
    return replace(inner, parent=outer.id, via=(*chain, *(span for span in inner.via if span not in chain)))


def _holds(outer: Attribution, inner: Attribution) -> bool:
    inside = (*inner.cue, *inner.content) if inner.cue else ()
    return bool(inside) and all(any(piece.contains(span) for piece in outer.content) for span in inside)
