"""The headline, where the text repeats it, the label of the section above it, and labels between paragraphs."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from accordingto.model.document import Segment, Zone
from accordingto.stages.read.zones.paragraphs import Paragraph

# 'Rebels free ten, officials say' against 'Rebels free ten, officials say - The Ostrel Times': alike is enough.
_ALIKE = 88
_LAST_TITLE_LINE = 4  # a kicker, a byline and a date may stand above the headline
_LONGEST_LABEL = 10  # words; longer lines without a full stop are captions or list entries as often as labels
_LONGEST_TITLE = 30
_SHORTEST_TITLE = 4
_SECTION_WORDS = 3  # 'Middle East and Africa' without its 'and'

# '- Not an exchange -', '* * *', '___': a rule of dashes or stars round words, or alone.
_DASHED = re.compile(r"^[-–—*_•=#]{1,5}\s?[^-–—*]{0,60}\s?[-–—*_•=#]{1,5}$")
_SENTENCE_INSIDE = re.compile(r"[a-z]{3}[.!?]\s")
_RULE = re.compile(r"^[\W_]{1,80}$")
_LIST_ENTRY = re.compile(r"^(?:[-–—•*·‣]|\(?\d{1,3}[.)]|\w[.)])\s")
_CLOCK = re.compile(r"^\d{1,2}[:.]\d\d|\d{1,2}\s?[ap]\.?m\.?", re.IGNORECASE)


def find_title(paragraphs: tuple[Paragraph, ...], title: str | None) -> Iterator[Segment]:
    """The headline among the first lines, and short labels above it."""
    at = _title_line(paragraphs, title)
    if at is None:
        return
    yield paragraphs[at].mark(Zone.TITLE, "read.title.v1")
    for above in paragraphs[:at]:
        if not above.is_final and len(above.words) <= _SECTION_WORDS:
            yield above.mark(Zone.HEADING, "read.section-label.v1")


def _title_line(paragraphs: tuple[Paragraph, ...], title: str | None) -> int | None:
    first = paragraphs[:_LAST_TITLE_LINE]
    if title:
        plain = title.strip().lower()
        for each in first:
            words = each.text.lower()
            if fuzz.ratio(words, plain) >= _ALIKE or (len(each.words) >= _SHORTEST_TITLE and plain.startswith(words)):
                return each.index
        return None
    if len(paragraphs) > 1 and _looks_like_title(paragraphs[0]) and any(each.is_prose for each in paragraphs[1:4]):
        return 0
    return None


def _looks_like_title(line: Paragraph) -> bool:
    if _SENTENCE_INSIDE.search(line.text):
        return False
    return not line.is_final and not line.is_quoted and _SHORTEST_TITLE <= len(line.words) <= _LONGEST_TITLE


def find_headings(paragraphs: tuple[Paragraph, ...]) -> Iterator[Segment]:
    """Labels between paragraphs: short, without a final stop, with prose after them and before."""
    for each in paragraphs:
        if _RULE.match(each.text) or (_DASHED.match(each.text) and len(each.words) <= _LONGEST_LABEL):
            yield each.mark(Zone.HEADING, "read.dashed-label.v1")
        elif _is_label(each) and _stands_between(paragraphs, each.index):
            yield each.mark(Zone.HEADING, "read.label.v1")


def _is_label(line: Paragraph) -> bool:
    """Few words, no stop, not an entry of a list, not a quotation that goes on."""
    if line.is_final or not 1 <= len(line.words) <= _LONGEST_LABEL or _LIST_ENTRY.match(line.text):
        return False
    if line.is_quoted and not line.text.endswith(tuple("\"'”’»")):
        return False
    return line.text[:1].isupper() or line.text[:1] in "#\"'“‘«" or _CLOCK.match(line.text) is not None


def _stands_between(paragraphs: tuple[Paragraph, ...], index: int) -> bool:
    after = paragraphs[index + 1 : index + 2]
    before = paragraphs[max(0, index - 2) : index]
    return bool(after) and after[0].is_prose and any(each.is_prose for each in before)
