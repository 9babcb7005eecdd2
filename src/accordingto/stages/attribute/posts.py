"""Posts quoted as blocks: 'Text of the post. — Name (@handle) October 13, 2016'."""

import re
from collections.abc import Collection, Iterator

from accordingto.model.attribution import Stance
from accordingto.model.document import Span
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.page import Page

_SIGNATURE = re.compile(r"[—–-]{1,3} ?(?P<name>[^\n()—]{2,60}?) ?\((?P<handle>@\w{1,30})\)")
# What a page leaves around a post: a picture's address at its end, a counter ('1/2') at its start.
_TAIL = re.compile(r"(?:\s{0,3}(?:https?://|pic\.twitter\.com/|t\.co/)\S{1,200}){1,4}$")
_COUNTER = re.compile(r"\s*\d{1,2}/\d{0,2}\s+")
# A post that is also quoted in the running text is quoted this near above it.
_NEAR = 1500
# A line longer than this is no post.
_LONGEST = 4000
# So many of the last quotations and lines above a signature are compared: a post is short.
_MOST = 12


def find_posts(page: Page) -> Iterator[Candidate]:
    """Candidates of signed posts; the signature's name is the source, and there is no cue."""
    text = page.document.text
    for match in _SIGNATURE.finditer(text):
        if not page.is_read_at(match.start()):
            continue
        start = text.rfind("\n", max(0, match.start() - _LONGEST), match.start()) + 1
        if start == 0 and match.start() > _LONGEST:
            continue
        near = [text[q.inner.start : q.inner.end] for q in page.quotes_in(Span(start - _NEAR, start))][-_MOST:]
        body = _trim(text, Span(_reach_back(text, start, near), match.start()))
        if body is not None:
            yield Candidate(
                anchor=-1,
                source=(Span(*match.span("name")),),
                source_head=next((t.index for t in reversed(page.parse.covered(Span(*match.span("name"))))), None),
                cue=(),
                content=(body,),
                head=None,
                stance=Stance.ASSERTS,
                rule="attribute.post.v1",
                score=0.95,
            )


def _trim(text: str, span: Span) -> Span | None:
    counter = _COUNTER.match(text, span.start, span.end)
    start = counter.end() if counter else span.start
    body = _TAIL.sub("", text[start : span.end].rstrip()).rstrip()
    return Span(start, start + len(body)) if len(body.split()) > 1 else None


def _reach_back(text: str, start: int, quoted: Collection[str]) -> int:
    """The first character of a post that a page broke into lines: those lines were quoted before, whole."""
    for _ in range(_MOST):
        if start <= 1:
            break
        line = text.rfind("\n", 0, start - 1) + 1
        words = text[line : start - 1].strip()
        if not words or not any(words in quote for quote in quoted):
            return start
        start = line
    return start
