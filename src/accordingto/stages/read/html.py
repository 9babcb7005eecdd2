"""HTML: the article without the page round it, and what the page says of itself."""

import re
import sys

from lxml import html as lxml_html
from lxml.etree import LxmlError, XPath

from accordingto.errors import InputRefused
from accordingto.stages.read.asides import find_asides
from accordingto.stages.read.days import parse_day
from accordingto.stages.read.known import Page
from accordingto.stages.read.layout_tables import open_layout_tables

# What no article stands in. Taken out first, since everything that follows walks the whole page several times; JSON
# in scripts is what the page says of itself.
_machinery = XPath(
    "//style | //svg | //noscript | //nav | //iframe | //template | //select | //button"
    " | //script[not(contains(@type, 'json'))]"
)
# schema.org in the elements themselves.
_PUBLISHER = "//*[@itemprop='publisher']//*[@itemprop='name']/@content"
_SPACE = re.compile(r"\s+")
# Characters that no XML may hold; a page brings them as they are or by their numbers, and nothing can be moved then.
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BY_NUMBER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?")
# htmldate's own default is today, and a ledger must not depend on the day it is built.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def read_html(text: str, *, name: str) -> Page:
    """The article of a saved page.

    Raises:
        InputRefused: there is no article in it.
    """
    from trafilatura import bare_extraction

    tree = _parse(text, name)
    for each in _machinery(tree):
        each.drop_tree()
    open_layout_tables(tree)
    headings = _texts(tree, "//h1 | //h2 | //h3 | //h4")
    asides = find_asides(tree)
    captions = _texts(tree, "//figcaption | //*[contains(@class, 'caption')]")
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), "").strip()
    publisher = next(iter(tree.xpath(_PUBLISHER)), "").strip() or None
    try:
        found = bare_extraction(
            tree, fast=True, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    except Exception as error:  # a page is hostile; what it breaks in a library is this input's fault
        raise InputRefused(name, f"the page could not be read ({type(error).__name__})", _REMEDY) from error
    if found is None or isinstance(found, dict) or not found.text or not found.text.strip():
        raise InputRefused(name, "no article was found in the page", _REMEDY)
    return Page(
        found.text,
        title=found.title,
        author=found.author,
        outlet=found.sitename or publisher,
        url=canonical or found.url,
        published=parse_day(found.date or ""),
        headings=headings,
        captions=captions,
        asides=asides,
    )


def read_fragment(text: str, *, name: str) -> Page:
    """An article alone, as feeds carry it: HTML without a page round it.

    Raises:
        InputRefused: there is no text in it.
    """
    return read_html(f"<html><body><article>{text}</article></body></html>", name=name)


_REMEDY = "save the article's text as a .txt file"


def _parse(text: str, name: str) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        return lxml_html.document_fromstring(_without_controls(text).encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise InputRefused(name, "the file holds no HTML page", _REMEDY) from error


def _without_controls(text: str) -> str:
    """The page without characters that no XML may hold."""

    def keep(found: re.Match[str]) -> str:
        code = int(found.group(1) or found.group(2), 16 if found.group(1) else 10)
        return "" if code <= sys.maxunicode and _NO_XML.match(chr(code)) else found.group()

    return _BY_NUMBER.sub(keep, _NO_XML.sub("", text))


def _texts(tree: lxml_html.HtmlElement, path: str) -> frozenset[str]:
    found = (_SPACE.sub(" ", "".join(each.itertext())).strip() for each in tree.xpath(path))
    return frozenset(each for each in found if each)
