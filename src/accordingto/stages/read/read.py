"""Bytes and what we know of them -> Document."""

import re
from collections.abc import Callable
from functools import partial

from accordingto.errors import InputRefused
from accordingto.model.document import DateBasis, Document, Published
from accordingto.model.keys import make_id
from accordingto.stages.read.address import choose_address, find_host
from accordingto.stages.read.clean import clean_text
from accordingto.stages.read.decode import decode
from accordingto.stages.read.html import read_fragment, read_html
from accordingto.stages.read.known import Known, Page
from accordingto.stages.read.language import find_language
from accordingto.stages.read.markdown import read_markdown
from accordingto.stages.read.pdf import PDF, read_pdf
from accordingto.stages.read.plain import read_plain
from accordingto.stages.read.zones import mark_zones
from accordingto.text.dates import infer_published

# File name ending -> format. '' is a file without an ending: it is read as what its beginning looks like.
FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    "": "unknown",
}

# A long book has about a million characters, and the parser needs about 1 GB of memory and five minutes for three.
LONGEST_TEXT = 3_000_000

_HTML = re.compile(
    r"\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100})?<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_bytes(data: bytes, known: Known, *, form: str = "unknown") -> Document:
    """Read one document.

    Args:
        data: the file or the page as it is.
        known: where it is from and what was said of it.
        form: ``text``, ``markdown``, ``html``, ``fragment`` (the article alone, in HTML), ``pdf``, or ``unknown`` to
            look at the beginning.

    Raises:
        InputRefused: it is empty, no text, without an article, or too long.
    """
    if form == "pdf" or data.startswith(PDF):
        return _make_document(read_pdf(data, name=known.name), known)
    words = decode(data, name=known.name, charset=known.charset)
    readers: dict[str, Callable[[str], Page]] = {
        "text": read_plain,
        "markdown": read_markdown,
        "html": partial(read_html, name=known.name),
        "fragment": partial(read_fragment, name=known.name),
    }
    page = readers["html" if _HTML.match(words) else "text" if form == "unknown" else form](words)
    return _make_document(page, known)


def _make_document(page: Page, known: Known) -> Document:
    text = clean_text(page.text)
    if not text:
        raise InputRefused(known.name, "there is no text in it", "leave it out or save the article's text in it")
    if len(text) > LONGEST_TEXT:
        reason = f"the text has {len(text):,} characters, and {LONGEST_TEXT:,} is the most that is read as one document"
        raise InputRefused(known.name, reason, "split it into one file an article")
    # What a table says is cleaned too: half a character or a colour in a title would stop whoever writes it out.
    told = known.metadata or Page("")
    url = _clean(known.url) or _clean(choose_address(known.address, page.url))
    title = _clean(known.title) or _clean(page.title) or _clean(told.title)
    author = _clean(known.author) or _clean(page.author) or _clean(told.author)
    outlet = _clean(known.outlet) or _clean(page.outlet) or _clean(told.outlet) or _find_site(known, url)
    return Document(
        id=make_id("doc", known.uri, url, text),
        uri=known.uri,
        text=text,
        outlet=outlet,
        title=title,
        author=author,
        language=find_language(text),
        url=url,
        published=_published(page, known) or _inferred(text),
        segments=mark_zones(
            text,
            title=title,
            author=author,
            headings=page.headings,
            captions=page.captions,
            asides=page.asides,
        ),
    )


def _published(page: Page, known: Known) -> Published | None:
    if known.published is not None:
        return Published(known.published, DateBasis.GIVEN)
    days = page.published or (known.metadata.published if known.metadata else None)
    return None if days is None else Published(days, DateBasis.METADATA)


def _find_site(known: Known, url: str | None) -> str | None:
    """The site's own name for a page from the web that names no publisher."""
    return find_host(url or known.address or "") or None if known.address else None


def _inferred(text: str) -> Published | None:
    """The days of publication that the text's own words show: a dateline, or a weekday beside its date."""
    days = infer_published(text)
    return None if days is None else Published(days, DateBasis.INFERRED)


def _clean(words: str | None) -> str | None:
    return " ".join(clean_text(words).split()) or None if words else None
