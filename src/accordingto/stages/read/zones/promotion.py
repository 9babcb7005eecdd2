"""Invitations, links to other articles, and the lists of them that end a page."""

import re
from collections.abc import Iterator
from functools import cache

from accordingto.model.document import Segment, Zone
from accordingto.stages.read.zones.paragraphs import Paragraph
from accordingto.text.phrases import join_phrases, starts_with, words

_LONGEST_LINK = 20  # words; a headline in a list of links
_LONGEST_SENTENCE = 14  # words; a headline that ends with a full stop
_LONGEST_NOTICE = 8  # words
_LONGEST_LIST = 15  # entries
_LONGEST_INVITATION = 200  # characters
_FEWEST_BEFORE = 4  # paragraphs: a page that begins with 'Up next' has no article above it
_BRACKETED = re.compile(r"^\[([^\[\]]{3,200})\]$")
_ADDRESS = re.compile(
    r"^(?:https?://|www\.)\S{3,300}$|^\S{1,60}@\S{1,60}\.\w{2,6}$|^(?:pic\.twitter|t\.co)/\S{3,30}$", re.IGNORECASE
)


def find_promotion(paragraphs: tuple[Paragraph, ...]) -> Iterator[Segment]:
    """Lines that sell or lead elsewhere, and the links that follow an opener such as 'Read more:'."""
    for each in paragraphs:
        rule = _promotion_rule(each)
        notice = starts_with("zones", "advertisement_words").match(each.text)
        if rule is not None:
            yield each.mark(Zone.PROMOTION, rule)
        elif notice is not None:
            # 'Advertisement' runs into the paragraph below it on some pages: then only the word goes.
            report = each.is_final and len(each.words) > _LONGEST_NOTICE
            yield each.mark(Zone.PROMOTION, "read.advertisement.v1", notice.span() if report else None)
        if _next_article().fullmatch(each.text) and each.index >= _FEWEST_BEFORE:
            yield from (other.mark(Zone.PROMOTION, "read.next-article.v1") for other in paragraphs[each.index :])
            return
        if rule == "read.related-opener.v1":
            for link in _links_after(paragraphs, each.index):
                yield link.mark(Zone.PROMOTION, "read.link-list.v1")


def _promotion_rule(line: Paragraph) -> str | None:
    if _related().match(line.text):
        return "read.related-opener.v1" if len(line.words) <= 4 else "read.related.v1"  # noqa: PLR2004
    if starts_with("zones", "promotion_starts").match(line.text):
        return "read.promotion.v1"
    if len(line.text) <= _LONGEST_INVITATION and _invites(line.text.lower()):
        return "read.promotion-phrase.v1"
    if _ADDRESS.match(line.text):
        return "read.address.v1"
    bracket = _BRACKETED.match(line.text)
    if bracket and (_bracket_opener().match(bracket.group(1)) or bracket.group(1)[-1] not in '.!?"”’…'):
        return "read.bracket-link.v1"
    return None


def _invites(text: str) -> bool:
    return any(phrase in text for phrase in words("zones", "promotion_phrases"))


def _links_after(paragraphs: tuple[Paragraph, ...], index: int) -> Iterator[Paragraph]:
    """Headlines after an opener: to the end of the text if nothing else comes, else while none ends as a sentence."""
    rest = paragraphs[index + 1 :]
    headlines = sum(not each.is_final for each in rest[:_LONGEST_LIST])
    short = len(rest) <= _LONGEST_LIST and all(len(each.words) <= _LONGEST_LINK for each in rest)
    ends_page = short and 2 * headlines > len(rest)
    for each in rest[:_LONGEST_LIST]:
        most = _LONGEST_SENTENCE if each.is_final else _LONGEST_LINK
        if len(each.words) > most or (each.is_final and not ends_page):
            return
        yield each


@cache
def _related() -> re.Pattern[str]:
    """'READ MORE: …', 'Read more: …', 'Related Stories …', and an opener that stands alone.

    Capitals show an opener only in a line that is not all in capitals.
    """
    phrases = words("zones", "related_starts")
    upper = join_phrases({each.upper() for each in phrases})
    titled = join_phrases(each for each in phrases if each.istitle() and " " in each)
    written = join_phrases(phrases)
    return re.compile(
        rf"^[^\w\"'“”‘’]{{0,3}}(?:(?:{upper})(?!\w)(?=[^\n]*[a-z]|\W*$)|(?:{titled})(?!\w)|(?:{written})\s?(?:[:|»>]|$))"
    )


@cache
def _next_article() -> re.Pattern[str]:
    return re.compile(rf"(?:{join_phrases(words('zones', 'next_article'))})\W{{0,3}}", re.IGNORECASE)


@cache
def _bracket_opener() -> re.Pattern[str]:
    return re.compile(rf"(?:{join_phrases(words('zones', 'bracket_links'))})\b", re.IGNORECASE)
