"""What changed between two versions of a text, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from accordingto.model.document import Span

# A sentence ends at its stop, with marks that close it, before a capital, a figure or an opening mark; or with a line.
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s+(?=[\"'“‘«(\[]{0,2}[A-Z0-9])|\n+")
# Comparing costs the product of the lengths at worst; beyond this the whole middle counts as changed.
_MOST = 4_000_000


class Change(NamedTuple):
    """One stretch that is other in the later text; one of the two is ``None`` where words were only added or taken."""

    before: Span | None
    after: Span | None


def find_changes(before: str, after: str) -> list[Change]:
    """The stretches of whole sentences in which two texts differ, in text order.

    Example:
        >>> before, after = "Nine died. Rain fell.", "Two died. Rain fell."
        >>> [(before[b.start:b.end], after[a.start:a.end]) for b, a in find_changes(before, after)]
        [('Nine died.', 'Two died.')]
    """
    left, right = _split(before), _split(after)
    olds, news = [before[s:e] for s, e in left], [after[s:e] for s, e in right]
    start = _shared(zip(olds, news, strict=False))
    end = min(_shared(zip(reversed(olds), reversed(news), strict=False)), min(len(olds), len(news)) - start)
    middle_left, middle_right = left[start : len(left) - end], right[start : len(right) - end]
    if not middle_left and not middle_right:
        return []
    if len(middle_left) * len(middle_right) > _MOST:
        return [Change(_cover(middle_left), _cover(middle_right))]
    matcher = SequenceMatcher(None, olds[start : len(left) - end], news[start : len(right) - end], autojunk=False)
    return [
        Change(_cover(middle_left[i:j]), _cover(middle_right[k:m]))
        for kind, i, j, k, m in matcher.get_opcodes()
        if kind != "equal"
    ]


def _split(text: str) -> list[Span]:
    """The sentences of a text, without the space between them."""
    return list(_pieces(text))


def _pieces(text: str) -> Iterator[Span]:
    start = 0
    for end in [*(found.end() for found in _ENDS.finditer(text)), len(text)]:
        words = text[start:end]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            yield Span(first, first + len(words.strip()))
        start = end


def _shared(pairs: Iterator[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _cover(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None
