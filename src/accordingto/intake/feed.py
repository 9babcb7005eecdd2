"""Feeds (RSS, Atom) and lists of feeds (OPML): what they say, without fetching anything."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from lxml import etree
from lxml import html as lxml_html

from accordingto.errors import InputRefused
from accordingto.intake.names import show_name
from accordingto.model.dates import DateRange
from accordingto.stages.read.address import tidy_address
from accordingto.stages.read.days import LATEST_YEAR

# Words; an entry that carries more carries its whole text, fewer are a teaser.
WHOLE = 150
_FEED_TYPES = ("application/rss+xml", "application/atom+xml")
_GIVE_FEED = "give the address of the feed itself"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Attributes:
        address: of its page.
        title, author, published: as the feed gives them.
        updated: when the entry was changed, ISO 8601 in UTC; the time it was published when nothing else is said.
        content: its whole text as HTML, where the feed carries it.
        fault: why it cannot be got, if so.
    """

    address: str
    title: str | None
    author: str | None
    published: DateRange | None
    updated: str | None
    content: str | None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: who publishes it, its entries, and what is wrong with it, if anything."""

    title: str | None
    entries: tuple[Entry, ...]
    fault: str | None = None


def looks_like_feed(data: bytes) -> bool:
    """Whether bytes begin as a feed or a list of feeds."""
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf", b"<opml", b"<!--")) and any(
        mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf", b"<opml")
    )


def parse_feed(data: bytes, *, name: str, address: str | None = None, media: str = "") -> Feed:
    """What a feed says.

    Raises:
        InputRefused: it is none.
    """
    import feedparser

    headers = {"content-location": address or "", "content-type": media or "application/xml"}
    try:
        parsed = feedparser.parse(BytesIO(data), response_headers=headers)
    except Exception as error:  # a feed is hostile; what it breaks in a library is this input's fault
        raise InputRefused(name, f"the feed could not be read ({type(error).__name__})", _GIVE_FEED) from error
    if not parsed.get("version") and not parsed.entries:
        raise InputRefused(name, *_explain(data, address))
    entries: dict[str, Entry] = {}
    for number, each in enumerate(parsed.entries, 1):
        entry = _read_entry(each, number)
        entries.setdefault(entry.address, entry)
    fault = parsed.get("bozo_exception")
    is_broken = (
        fault is not None and "encod" not in type(fault).__name__.lower() and "ContentType" not in str(type(fault))
    )
    reason = (
        f"the feed is damaged; {sum(each.fault is None for each in entries.values())} of its entries could be read"
        if is_broken
        else None
    )
    return Feed(_words(parsed.feed.get("title")), tuple(entries.values()), reason)


def parse_opml(data: bytes, *, name: str) -> tuple[str, ...]:
    """The addresses of the feeds that a list names, in its order; odd ones as they stand there.

    Raises:
        InputRefused: it is no such list, or names none.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputRefused(name, "this is no list of feeds (OPML)", "export it again from your reader") from error
    found = [] if root is None else root.xpath("//outline/@xmlUrl | //outline/@xmlurl")
    feeds = tuple(dict.fromkeys(tidy_address(each) or str(each).strip() for each in found))
    if not feeds:
        raise InputRefused(name, "the list names no feed", "export it again from your reader")
    return feeds


def is_opml(data: bytes) -> bool:
    """Whether bytes begin as a list of feeds."""
    return b"<opml" in data[:2000].lower()


def _explain(data: bytes, address: str | None) -> tuple[str, str]:
    """Why it is no feed; of a page, which feed it names."""
    if b"<html" not in data[:5000].lower() and b"<!doctype html" not in data[:5000].lower():
        return "this is no feed", "give the address of an RSS or Atom feed"
    try:
        page = lxml_html.document_fromstring(data[:500_000])
        links = [each.get("href") for each in page.xpath("//link[@rel='alternate']") if each.get("type") in _FEED_TYPES]
    except (etree.LxmlError, ValueError, AssertionError):
        links = []
    named = next((show_name(urljoin(address or "", each)) for each in links if each), None)
    return "this is a page, no feed", _GIVE_FEED if named is None else f"its feed is {named}"


def _read_entry(entry: Any, number: int) -> Entry:
    link = str(entry.get("link") or "").strip()
    address = tidy_address(link)
    fault = None if address else "its address is of a kind that is not fetched" if link else "it has no address"
    # Not ``entry.get``: feedparser would give the one for the other, with a warning.
    published, updated = dict.get(entry, "published_parsed"), dict.get(entry, "updated_parsed")
    content = next((str(each.get("value")) for each in entry.get("content") or () if each.get("value")), None)
    return Entry(
        address or link or f"entry {number}",
        _words(entry.get("title")),
        _words(entry.get("author")),
        _day(published or updated),
        _moment(updated or published),
        content if content is not None and len(content.split()) >= WHOLE else None,
        fault,
    )


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _day(moment: Any) -> DateRange | None:
    try:
        day = date(*moment[:3])
    except (TypeError, ValueError):
        return None
    return DateRange(day, day) if day.year <= LATEST_YEAR else None


def _moment(moment: Any) -> str | None:
    try:
        year, month, day, hour, minute, second = moment[:6]
    except (TypeError, ValueError):
        return None
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
