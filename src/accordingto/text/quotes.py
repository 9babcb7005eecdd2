"""Finds quoted passages: curly, straight, doubled or single marks, unbalanced ones, and quotations over paragraphs.

Out of scope: quotations within quotations (only the outer one is a passage), and block quotations without marks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.model.document import Span

_LINE = re.compile(r"[^\n]+")
# Two single marks in a row are a double mark that a keyboard or a converter split ('’’', "''", '``').
_MARK = re.compile(r"``|''|‘‘|’’|[“”„‟\"«»‘’']")
_DOUBLE_OPEN = frozenset({"“", "„", "‟", "``", "‘‘", "«"})
_DOUBLE_CLOSE = frozenset({"”", "’’", "»"})
_DOUBLE_EITHER = frozenset({'"', "''"})
_SINGLE = frozenset({"‘", "’", "'"})
_BEFORE_OPENING = frozenset(' \t\u00a0([{-–—/:,…“"')

# A single-marked passage longer than this is an apostrophe mistaken for a mark.
_LONGEST_SINGLE = 1500
# So many apostrophes stand in no quotation; it keeps a text of nothing but marks readable in time.
_MOST_MARKS = 24


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted passage.

    Attributes:
        span: with its marks.
        inner: without them.
        closed: whether its closing mark was found; a passage that runs on in the next paragraph has none.
    """

    span: Span
    inner: Span
    closed: bool


def find_quotes(text: str) -> list[Quote]:
    """Every outer quoted passage in text order; none crosses a line end.

    Example:
        >>> [text[q.inner.start : q.inner.end] for text in ['“We left,” he said.'] for q in find_quotes(text)]
        ['We left,']
    """
    lines = [Span(*line.span()) for line in _LINE.finditer(text) if line.group().strip()]
    found: list[Quote] = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        found.extend(_find_in_line(text, line, continued=following is not None and _opens(text, following)))
    return found


def _find_in_line(text: str, line: Span, *, continued: bool) -> Iterator[Quote]:
    marks = [match.span() for match in _MARK.finditer(text, line.start, line.end)]
    position = 0
    while position < len(marks):
        opening = Span(*marks[position])
        closing = _find_closing(text, line, marks, position)
        if closing is not None:
            end = Span(*marks[closing])
            yield Quote(Span(opening.start, end.end), Span(opening.end, end.start), closed=True)
            position = closing
        elif _runs_on(text, line, marks, position, continued=continued):
            end_of_line = line.start + len(text[line.start : line.end].rstrip())
            yield Quote(Span(opening.start, end_of_line), Span(opening.end, end_of_line), closed=False)
            return
        position += 1


def _find_closing(text: str, line: Span, marks: list[tuple[int, int]], position: int) -> int | None:
    """Index into ``marks`` of the mark that closes the one at ``position``; ``None`` when it opens nothing."""
    opening = Span(*marks[position])
    mark = text[opening.start : opening.end]
    if not _can_open(text, line, opening):
        return None
    if mark in _SINGLE:
        return _find_single_closing(text, line, marks, position)
    for at in range(position + 1, len(marks)):
        other = text[marks[at][0] : marks[at][1]]
        if other in _DOUBLE_CLOSE | _DOUBLE_EITHER | _DOUBLE_OPEN and _can_close(text, Span(*marks[at]), mark):
            return at
        if other not in _SINGLE and _can_open(text, line, Span(*marks[at])):
            return None  # a second opening mark: the first one is a stray
    return None


def _find_single_closing(text: str, line: Span, marks: list[tuple[int, int]], position: int) -> int | None:
    """The first single mark that ends a word; one after a plural 's' only when no better one follows."""
    fallback = None
    for at in range(position + 1, min(len(marks), position + _MOST_MARKS)):
        start, end = marks[at]
        other = text[start:end]
        if end - marks[position][0] > _LONGEST_SINGLE or other in _DOUBLE_OPEN:
            break
        if other not in {"’", "'", "’’", "''"} or not _ends_word(text, line, start, end):
            continue
        if text[start - 1] != "s":
            return at
        fallback = at if fallback is None else fallback
    return fallback


def _ends_word(text: str, line: Span, start: int, end: int) -> bool:
    after = text[end] if end < line.end else " "
    return not text[start - 1].isspace() and not after.isalnum()


def _can_open(text: str, line: Span, mark: Span) -> bool:
    shape = text[mark.start : mark.end]
    before = text[mark.start - 1] if mark.start > line.start else " "
    after = text[mark.end] if mark.end < line.end else " "
    if shape in _DOUBLE_OPEN:
        return True
    if shape in _DOUBLE_CLOSE:  # a line may open with the wrong one of the pair
        return shape == "”" and mark.start == line.start and not after.isspace()
    if after.isspace() or (before not in _BEFORE_OPENING and not before.isspace()):
        return False
    # '’tis' and '’90s' are apostrophes; '‘' is always a mark, "'" one before a letter.
    return shape != "’" and not (shape == "'" and after.isdigit())


def _can_close(text: str, mark: Span, opening: str) -> bool:
    """A straight mark closes when no space stands before it; a curly one closes wherever it stands."""
    shape = text[mark.start : mark.end]
    if shape in _DOUBLE_CLOSE:
        return True
    if shape in _DOUBLE_OPEN:
        return opening in {"„", "«"} and shape in {"“", "«"}  # German „…“ and »…«
    return not text[mark.start - 1].isspace() or text[mark.end : mark.end + 1] in {"", " ", ".", ",", "\n"}


def _runs_on(text: str, line: Span, marks: list[tuple[int, int]], position: int, *, continued: bool) -> bool:
    """Whether an unclosed mark still quotes the rest of its line: the next line goes on, or it began this one."""
    opening = Span(*marks[position])
    if text[opening.start : opening.end] in _SINGLE or not _can_open(text, line, opening):
        return False
    later = (marks[at] for at in range(position + 1, len(marks)))
    if any(text[start:end] not in _SINGLE for start, end in later):
        return False
    return continued or not text[line.start : opening.start].strip()


def _opens(text: str, line: Span) -> bool:
    first = line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
    match = _MARK.match(text, first, line.end)
    return match is not None and _can_open(text, line, Span(*match.span()))
