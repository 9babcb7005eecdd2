"""Lines and brackets that say who wrote the text, where it came from and when."""

import re
from collections.abc import Iterator

from accordingto.model.document import Segment, Zone
from accordingto.stages.read.zones.paragraphs import Paragraph
from accordingto.text import credit_shapes as patterns
from accordingto.text.phrases import starts_with

_LONGEST_CREDIT = 40  # words; 'Reporting by …' with a dozen places
_TOP, _BOTTOM = 6, 6  # bylines stand among the first paragraphs, sign-offs among the last
_LONGEST_SIGN_OFF = 300  # characters
_BRACKETED = re.compile(r"^[(\[]([^()\[\]]{2,400})[)\]]\W{0,2}$")


def find_credits(paragraphs: tuple[Paragraph, ...]) -> Iterator[Segment]:
    """Credit lines whole, and the credit at the head or the end of a paragraph of the report."""
    for each in paragraphs:
        rule = _line_rule(each, edge=each.index < _TOP or each.index >= len(paragraphs) - _BOTTOM)
        if rule is not None and len(each.words) <= _LONGEST_CREDIT:
            yield each.mark(Zone.CREDIT, rule)
        else:
            yield from _find_inside(each)


def _find_inside(line: Paragraph) -> Iterator[Segment]:
    start = 0
    dateline = patterns.dateline(shouting=line.text.isupper()).match(line.text)
    if dateline and dateline.end() < len(line.text):
        yield line.mark(Zone.CREDIT, "read.dateline.v1", dateline.span())
        start = dateline.end()
    sign_off = patterns.sign_off().search(line.text, max(start, len(line.text) - _LONGEST_SIGN_OFF))
    if sign_off and sign_off.start() > start:
        yield line.mark(Zone.CREDIT, "read.sign-off.v1", sign_off.span())


def _line_rule(line: Paragraph, *, edge: bool) -> str | None:
    inner = _BRACKETED.match(line.text)
    text = inner.group(1) if inner else line.text
    by_team = starts_with("credits", "byline_starts").match(text) or starts_with("credits", "share_starts").match(text)
    rules = (
        ("read.source-line.v1", patterns.source_line().match(text)),
        ("read.byline.v1", by_team and (edge or not line.is_prose)),
        ("read.contributed.v1", patterns.contributed().search(text[-60:])),
        ("read.byline.v1", edge and (patterns.byline().match(text) or patterns.only_outlets().match(text))),
        ("read.copyright.v1", patterns.copyright_notice().match(text)),
        ("read.time-line.v1", edge and patterns.time_line().match(text)),
    )
    return next((rule for rule, holds in rules if holds), None)
