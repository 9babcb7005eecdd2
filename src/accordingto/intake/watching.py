"""Feeds read again and again: which of their entries are new to a ledger."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from accordingto.errors import InputRefused
from accordingto.intake.feed import Entry
from accordingto.intake.names import show_name
from accordingto.intake.pieces import Pieces, Taken, read_piece
from accordingto.intake.web import Fetch, IsWanted, is_address, read_feed_at, read_feeds
from accordingto.model.custody import Capture
from accordingto.stages.read.address import tidy_address

# A page that cannot be read is asked for this often, then only when its entry changes.
PATIENCE = 3


class Seen:
    """What a ledger has read of the web, and when it did so last.

    Args:
        captures: those of the ledger.

    Attributes:
        now: the time of this round; a feed that gives a later one has a wrong clock, and is not believed.
    """

    def __init__(self, captures: Iterable[Capture]) -> None:
        self.now = ""
        self._times: dict[str, str] = {}
        self._failed: Counter[tuple[str, str | None]] = Counter()
        for each in captures:
            self.note(each)

    def note(self, capture: Capture) -> None:
        """Remember that an address was read."""
        for each in (capture.address, capture.asked):
            if each is not None:
                address = tidy_address(each) or each
                self._times[address] = max(capture.time or "", self._times.get(address, ""))

    def note_failure(self, entry: Entry) -> None:
        """Remember that the page of an entry could not be read."""
        self._failed[entry.address, entry.updated] += 1

    def is_wanted(self, entry: Entry) -> bool:
        """Whether an entry is new, or was changed after its page was read."""
        if self._failed[entry.address, entry.updated] >= PATIENCE:
            return False
        last = self._times.get(entry.address)
        return last is None or (entry.updated is not None and last < entry.updated <= self.now)


def take_feeds(feeds: Iterable[str], seen: Seen, fetch: Fetch) -> Iterator[Taken | InputRefused]:
    """The documents of entries that are new.

    Args:
        feeds: addresses of feeds or of lists of feeds (OPML), or files that hold one.
        seen: what was read before; what is read now is noted.
        fetch: gets a page.
    """
    asked: list[Entry] = []

    def is_wanted(entry: Entry) -> bool:
        is_new = seen.is_wanted(entry)
        if is_new:
            asked.append(entry)
        return is_new

    for each in feeds:
        for piece in _read_feed(each, fetch, is_wanted):
            taken = piece if isinstance(piece, InputRefused) else read_piece(piece)
            if isinstance(taken, Taken):
                seen.note(taken.capture)
            yield taken
    for entry in asked:
        if seen.is_wanted(entry):
            seen.note_failure(entry)


def _read_feed(feed: str, fetch: Fetch, is_wanted: IsWanted) -> Pieces:
    if is_address(feed):
        yield from read_feed_at(feed, fetch, is_wanted=is_wanted)
        return
    name = show_name(feed)
    try:
        data = Path(feed).read_bytes()
    except OSError as error:
        yield InputRefused(name, f"it cannot be opened ({error.strerror})", "give a feed's address or a list of feeds")
        return
    yield from read_feeds(data, name=name, fetch=fetch, is_wanted=is_wanted)
