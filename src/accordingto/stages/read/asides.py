"""What a page's markup sets apart from its article: lines that are links, and boxes by the names of their classes."""

import re
from typing import Any

from lxml.etree import XPath

_SPACE = re.compile(r"\s+")
# Names of boxes, as whole words of a class or an id: 'c-newsletter', 'related_links', 'cookie-banner'.
_BOX = re.compile(
    r"(?:^|[\s_-])(?:teasers?|newsletters?|promos?|related|recirc|recirculation|most-?(?:read|viewed)|next-story|paywall|"
    r"subscribe|subscription|cookies?|consent|author-?bio|shar(?:e|ing)|outbrain|taboola|sponsored|advert\w{0,12}|"
    r"comments?|audio-player|signup|sign-up)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LEAVES = ("p", "a", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "li", "td", "div", "blockquote")
_HOLDERS = frozenset(
    {"p", "div", "section", "ul", "ol", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
)
# A page may call itself 'related' or 'comments-on' at its root: a box with more than this of the page's words is none.
_SHARE = 0.3
_STOPS = (".", "!", "?", "”", '"')
_LONGEST_LINK = 30  # words; a paragraph that is one link is still a paragraph
_MOST_BOXES = 500
_MOST_NAMES = 100  # each is looked for in the whole page

# A page has a thousand elements and more; what can be asked in XPath is not asked of each of them in Python.
_names = XPath("//*/@class | //*/@id", smart_strings=False)
_named = XPath("//*[@class = $name or @id = $name]")
_aside = XPath("//aside")
_linked = XPath("//a//text()", smart_strings=False)
_paragraphs = XPath("//p")
_size = XPath("string-length(.)")
_title = XPath("boolean(.//h1)")


def find_asides(tree: Any) -> frozenset[str]:
    """Lines that are a link and nothing else, and lines in boxes; none that also stands outside of them."""
    boxes = _find_boxes(tree)
    apart = {_line(each) for box in boxes for each in box.iter(_LEAVES) if _is_leaf(each)}
    links = {_SPACE.sub(" ", each).strip() for each in _linked(tree)}
    apart |= {line for line in links if not line.endswith(_STOPS) and len(line.split()) <= _LONGEST_LINK}
    apart.discard("")
    if not apart:
        return frozenset()
    inside = {each for box in boxes for each in box.iter("p")}
    own = {_line(each) for each in _paragraphs(tree) if each not in inside and each.find(".//a") is None}
    return frozenset(apart - own)


def _find_boxes(tree: Any) -> list[Any]:
    """Elements whose names say that they hold no part of the article."""
    names = [each for each in dict.fromkeys(_names(tree)) if _BOX.search(each)]
    found = [each for name in names[:_MOST_NAMES] for each in _named(tree, name=name)]
    found.extend(_aside(tree))
    most = _SHARE * _size(tree)
    return [each for each in found[:_MOST_BOXES] if _size(each) <= most and not _title(each)]


def _is_leaf(element: Any) -> bool:
    """Whether an element is one line, not a holder of several."""
    return not any(child.tag in _HOLDERS for child in element)


def _line(element: Any) -> str:
    return _SPACE.sub(" ", element.text_content()).strip()
