"""Who the author is: the last lines of many pages."""

import re
from collections.abc import Iterator
from functools import cache

from accordingto.model.document import Segment, Zone
from accordingto.stages.read.zones.paragraphs import Paragraph
from accordingto.text.phrases import join_phrases, words

_LAST = 5  # paragraphs from the end
_NAME = r"((?:[A-Z][\w'’.-]+\s){1,3}[A-Z][\w'’.-]+)"
_SURNAME = re.compile(r"[\w'’-]+$")


def find_biographies(paragraphs: tuple[Paragraph, ...], author: str | None) -> Iterator[Segment]:
    """Closing lines that present somebody whom the report itself does not speak of."""
    for each in paragraphs[1:][-_LAST:]:
        if _invites_contact(each) or _presents_author(paragraphs, each, author):
            yield each.mark(Zone.BIOGRAPHY, "read.biography.v1")


def _invites_contact(line: Paragraph) -> bool:
    """'Follow her on …', 'Reach him at dana@…'; a hotline that 'can be reached at' a number is news."""
    return _phrase().search(line.text) is not None and ("@" in line.text or "author" in line.text.lower())


def _presents_author(paragraphs: tuple[Paragraph, ...], line: Paragraph, author: str | None) -> bool:
    """'Dana Ostrel is a Harbour Times reporter …', unless the report has spoken of Ostrel: then she is news."""
    opening = _opening().match(line.text)
    if opening is None:
        return False
    name = opening.group(1)
    if author and name.lower() in author.lower():
        return True
    if _never().search(line.text) or _role().search(line.text, opening.end(), opening.end() + 90) is None:
        return False
    surname = _SURNAME.search(name)
    return surname is not None and not any(_names(each, surname.group(), name) for each in paragraphs[: line.index])


def _names(paragraph: Paragraph, surname: str, name: str) -> bool:
    """Whether a paragraph of the report speaks of somebody; a byline does not."""
    return surname in paragraph.text and len(paragraph.words) > len(name.split()) + 3


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"^\W{{0,2}}{_NAME}(?:\s\([^)]{{1,40}}\))?,?\s(?:is|was|has been|covers|writes|reports|joined|works)\b"
    )


@cache
def _never() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_phrases(words('zones', 'biography_never'))})\b", re.IGNORECASE)


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_phrases(words('zones', 'biography_roles'))})s?\b", re.IGNORECASE)


@cache
def _phrase() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{join_phrases(words('zones', 'biography_phrases'))})", re.IGNORECASE)
