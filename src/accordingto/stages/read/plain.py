"""Plain text: what it says is what it is, but lines that an editor wrapped are joined to paragraphs again."""

import re
from itertools import pairwise

from accordingto.stages.read.known import Page

_FEWEST_LINES = 8
_WIDEST = 100  # characters; wrapped text is 60 to 80 wide
_WRAPPED_SHARE = 0.5  # of the lines, at least, go on in the next one
_NEAR_WIDTH = 0.6  # of the widest: a shorter line ends its paragraph
_SENTENCE_END = re.compile(r"[.!?:;\"”’)]\s{0,3}$")
_ENTRY = re.compile(r"\s{0,8}(?:[-–—•*·‣>#]|\(?\d{1,3}[.)])\s")


def read_plain(text: str) -> Page:
    """A plain text as a page; joined lines keep their length, a space for each line end."""
    lines = text.splitlines()
    if not _is_wrapped(lines):
        return Page("\n".join(lines))
    width = max(len(line.rstrip()) for line in lines)
    out = [lines[0]]
    for above, line in pairwise(lines):
        goes_on = above.strip() and line.strip() and not _ENTRY.match(line)
        joined = goes_on and len(above.rstrip()) >= _NEAR_WIDTH * width
        out.append(f"{' ' if joined else chr(10)}{line}")
    return Page("".join(out))


def _is_wrapped(lines: list[str]) -> bool:
    """Whether most lines break off in the middle of a sentence, none of them long."""
    full = [line for line in lines if line.strip()]
    if len(full) < _FEWEST_LINES or max(map(len, full)) > _WIDEST:
        return False
    broken = sum(
        bool(line.strip() and below.strip()) and not _SENTENCE_END.search(line[-4:]) and len(line) > _WIDEST // 3
        for line, below in pairwise(lines)
    )
    return broken >= _WRAPPED_SHARE * len(full)
