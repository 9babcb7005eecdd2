"""From tokens to pieces of text: noun phrases without their clauses, contents without their fringe."""

from collections.abc import Iterable

from accordingto.model.document import Span, Spans
from accordingto.stages.attribute.page import Page

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
_FRINGE = frozenset(",.;:—–-… \t\n")
_OPENERS = frozenset({"that", "which", "who", "whom", "whose"})


def pieces(page: Page, indexes: Iterable[int]) -> Spans:
    """The unbroken pieces that tokens cover; punctuation alone makes no piece."""
    runs: list[list[int]] = []
    for index in sorted(set(indexes)):
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    spans = (page.parse.span(run[0], run[-1]) for run in runs if any(_is_word(page, i) for i in run))
    return tuple(spans)


def _is_word(page: Page, index: int) -> bool:
    return page.tokens[index].pos not in {"PUNCT", "SPACE"}


def noun_phrase(page: Page, head: int) -> list[int]:
    """The tokens of the noun phrase that a token heads, without relative and participial clauses.

    It is one run: what follows a removed clause is left out too.
    """
    kept: set[int] = {head}
    todo = [head]
    while todo:
        at = todo.pop()
        for child in page.parse.children[at]:
            if _belongs(page, at, child):
                kept.add(child)
                todo.append(child)
    first = last = head
    while first - 1 in kept and page.tokens[first - 1].text != ":":
        first -= 1  # 'Kelm: ministry says'
    while last + 1 in kept:
        last += 1
    return _without_edges(page, range(first, last + 1))


def _belongs(page: Page, parent: int, child: int) -> bool:
    token = page.tokens[child]
    if token.dep in _CLAUSES or token.dep in {"nsubj", "nsubjpass", "aux", "auxpass", "cop", "mark"}:
        return False
    # 'the army and fled': a verb joined to a noun is a slip of the parser.
    return not (token.dep == "conj" and token.pos in {"VERB", "AUX"} and page.tokens[parent].pos not in {"VERB", "AUX"})


def _without_edges(page: Page, indexes: Iterable[int]) -> list[int]:
    found = list(indexes)
    while found and (page.tokens[found[-1]].dep == "cc" or not _is_word(page, found[-1])):
        if page.tokens[found[-1]].text in {")", "”", '"', "’", "'"} and len(found) > 1:
            break
        found.pop()
    while found and (page.tokens[found[0]].dep == "cc" or page.tokens[found[0]].text in _FRINGE):
        found.pop(0)
    return found


def filled(indexes: Iterable[int], without: Iterable[int]) -> list[int]:
    """Every token from the first to the last, save those named: small holes are slips of the parser."""
    inside = sorted(set(indexes) - set(without))
    if not inside:
        return []
    gone = set(without)
    return [index for index in range(inside[0], inside[-1] + 1) if index not in gone]


def trim(page: Page, spans: Iterable[Span]) -> Spans:
    """Pieces without leading 'that', commas and final stops; what stands in quotation marks keeps them."""
    found = (_trim_piece(page, span) for span in spans)
    return tuple(span for span in found if span is not None)


def _trim_piece(page: Page, span: Span) -> Span | None:
    tokens = page.parse.covered(span)
    start, end = span
    while tokens and not _is_mark(page, tokens[0].index) and _is_leading_fringe(page, tokens[0].index):
        tokens = tokens[1:]
    while tokens and not _is_mark(page, tokens[-1].index) and tokens[-1].text in _FRINGE | {"--", "---", "..."}:
        tokens = tokens[:-1]
    while tokens and tokens[-1].dep == "cc" and tokens[-1].lemma in {"and", "but", "or"}:
        tokens = tokens[:-1]
    if not any(_is_word(page, token.index) for token in tokens):
        return None
    return Span(max(start, tokens[0].start), min(end, tokens[-1].end))


def _is_mark(page: Page, index: int) -> bool:
    """Whether a token is, or stands in, a quotation."""
    return page.quote_index(index) >= 0


def _is_leading_fringe(page: Page, index: int) -> bool:
    token = page.tokens[index]
    if token.text in _FRINGE or token.text in {"--", "---"}:
        return True
    if token.lemma == "that" and token.dep == "mark":
        return True
    # 'a raid which officials said left two dead': the pronoun belongs to the raid.
    return token.lemma in _OPENERS and token.tag in {"WDT", "WP"} and token.dep in {"nsubj", "nsubjpass", "dobj"}


def covered_share(span: Span, spans: Iterable[Span]) -> float:
    """Which part of a span's characters lies inside the others (these may not overlap)."""
    inside = sum(max(0, min(span.end, s.end) - max(span.start, s.start)) for s in spans)
    return inside / (span.end - span.start) if span.end > span.start else 0.0


def join(spans: Iterable[Span]) -> Spans:
    """Overlapping or touching pieces made one, in text order."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
