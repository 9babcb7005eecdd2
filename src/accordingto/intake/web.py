"""Addresses: fetched, and followed where they hold a feed or a list of feeds."""

from collections.abc import Callable
from dataclasses import replace

from accordingto.errors import InputRefused
from accordingto.fetch import Fetched
from accordingto.intake.feed import Entry, Feed, is_opml, looks_like_feed, parse_feed, parse_opml
from accordingto.intake.names import show_name
from accordingto.intake.pieces import Piece, Pieces
from accordingto.model.custody import Channel
from accordingto.stages.read import Known
from accordingto.stages.read.address import tidy_address
from accordingto.stages.read.known import Page

Fetch = Callable[[str], Fetched]
# Which entries are worth fetching; all of them unless somebody keeps watch.
IsWanted = Callable[[Entry], bool]

_FORMS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "markdown"}
_FORMS |= {"application/pdf": "pdf", "": "unknown", "application/octet-stream": "unknown"}
_PDF = b"%PDF-"
_GIVE_PAGE = "give an address that begins with https:// or http://"
_FETCH_IT = "give the feed's address, so that its pages are fetched"


def is_address(words: str) -> bool:
    """Whether an input is an address and not a path."""
    return words.lower().startswith(("http://", "https://"))


def refuse_scheme(words: str) -> InputRefused:
    """The refusal of an address of another kind, 'ftp://…'."""
    scheme = words.partition("://")[0].lower()
    remedy = "give the path alone" if scheme == "file" else f"{_GIVE_PAGE}, or save the page and give the file"
    return InputRefused(show_name(words), f"addresses with {show_name(scheme)}:// are not fetched", remedy)


def read_address(address: str, fetch: Fetch) -> Pieces:
    """The page at an address; of a feed the entries' pages, of a list of feeds those of all its feeds."""
    try:
        fetched = fetch(address)
    except InputRefused as refused:
        yield refused
        return
    if looks_like_feed(fetched.body):
        yield from read_feeds(fetched.body, name=show_name(address), fetch=fetch, address=fetched.address)
    else:
        yield _page(fetched)


def read_feeds(
    data: bytes, *, name: str, fetch: Fetch | None, address: str | None = None, is_wanted: IsWanted = lambda _: True
) -> Pieces:
    """The entries of a feed, or of the feeds of a list.

    Args:
        data: the feed or the list.
        name: of it, for messages.
        fetch: gets a page; without it only entries that carry their whole text are read.
        address: where it was got.
        is_wanted: tells which entries are to be read.
    """
    try:
        if not is_opml(data):
            yield from _read_entries(parse_feed(data, name=name, address=address), name, fetch, is_wanted)
            return
        feeds = parse_opml(data, name=name)
        if fetch is None:
            yield InputRefused(name, "a list of feeds inside a folder is not followed", "name it by itself")
            return
    except InputRefused as refused:
        yield refused
        return
    for each in feeds:
        if tidy_address(each) is None:
            reason = "the list names a feed whose address is of a kind that is not fetched"
            yield InputRefused(f"{name}: {show_name(each)}", reason, _GIVE_PAGE)
        else:
            yield from read_feed_at(each, fetch, is_wanted=is_wanted)


def read_feed_at(address: str, fetch: Fetch, *, is_wanted: IsWanted = lambda _: True) -> Pieces:
    """The entries of the feed at an address, which must be one, or of a list of feeds."""
    try:
        fetched = fetch(address)
        if is_opml(fetched.body):
            yield from read_feeds(fetched.body, name=show_name(address), fetch=fetch, is_wanted=is_wanted)
            return
        feed = parse_feed(fetched.body, name=show_name(address), address=fetched.address, media=fetched.media)
    except InputRefused as refused:
        yield refused
        return
    yield from _read_entries(feed, show_name(address), fetch, is_wanted)


def _read_entries(feed: Feed, name: str, fetch: Fetch | None, is_wanted: IsWanted) -> Pieces:
    if feed.fault is not None:
        yield InputRefused(name, feed.fault, "fetch it again later")
    for entry in feed.entries:
        if is_wanted(entry):
            yield _read_entry(entry, feed, name, fetch)


def _read_entry(entry: Entry, feed: Feed, name: str, fetch: Fetch | None) -> Piece | InputRefused:
    told = Page("", title=entry.title, author=entry.author, outlet=feed.title, published=entry.published)
    shown = f"{name}: {show_name(entry.address)}"
    if entry.fault is not None:
        return InputRefused(shown, entry.fault, _GIVE_PAGE)
    if entry.content is not None:
        known = Known(entry.address, shown, title=entry.title, address=entry.address, charset="utf-8", metadata=told)
        return Piece(entry.content.encode(), known, "fragment", Channel.FEED, time=entry.updated)
    if fetch is None:
        return InputRefused(shown, "the feed carries only the beginning of its text", _FETCH_IT)
    try:
        page = _page(fetch(entry.address))
    except InputRefused as refused:
        return refused
    return page if isinstance(page, InputRefused) else replace(page, known=replace(page.known, metadata=told))


def _page(fetched: Fetched) -> Piece | InputRefused:
    """The piece that a page is; of what it may be, only text and PDF are read."""
    form = "pdf" if fetched.body.startswith(_PDF) else _FORMS.get(fetched.media)
    name = show_name(fetched.asked)
    if form is None:
        reason = f"what is there is {show_name(fetched.media)[:60]}, no page"
        return InputRefused(name, reason, "give the address of an article, or save the file and give that")
    address = tidy_address(fetched.address) or fetched.address
    known = Known(address, name, address=address, charset=fetched.charset)
    asked = tidy_address(fetched.asked)
    return Piece(
        fetched.body,
        known,
        form,
        Channel.ADDRESS,
        asked=None if asked == address else asked,
        time=fetched.time,
        headers=fetched.headers,
    )
