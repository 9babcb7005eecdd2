"""Which events the words at a place speak of: for whoever reads numbers, dates and names off the same clauses."""

from bisect import bisect_right
from collections.abc import Iterable

from accordingto.model.document import Span
from accordingto.model.event import Event, EventMention


class EventIndex:
    """The event mentions of a ledger, found by document and place."""

    def __init__(self, events: Iterable[Event]) -> None:
        found: dict[str, list[tuple[Span, EventMention, Event]]] = {}
        for event in events:
            for mention in event.mentions:
                found.setdefault(mention.document, []).append((mention.span, mention, event))
        self._mentions = {doc: sorted(each, key=lambda m: (m[0], m[2].id)) for doc, each in found.items()}
        self._starts = {doc: [m[0].start for m in each] for doc, each in self._mentions.items()}
        self._longest = {doc: max(m[0].end - m[0].start for m in each) for doc, each in self._mentions.items()}

    def at(self, document: str, span: Span) -> list[tuple[EventMention, Event]]:
        """Mentions that share a character with a span, the tightest first."""
        found = []
        starts = self._starts.get(document, [])
        for at in range(bisect_right(starts, span.end) - 1, -1, -1):
            if starts[at] < span.start - self._longest[document]:
                break
            around, mention, event = self._mentions[document][at]
            if around.overlaps(span):
                found.append((mention, event))
        return sorted(found, key=lambda each: (each[0].span.end - each[0].span.start, each[0].trigger, each[1].id))

    def before(self, document: str, offset: int, *, reach: int = 600) -> list[tuple[EventMention, Event]]:
        """Mentions that begin at or before a character, the nearest first, as far back as ``reach`` characters."""
        found = []
        starts = self._starts.get(document, [])
        for at in range(bisect_right(starts, offset) - 1, -1, -1):
            if starts[at] < offset - reach:
                break
            _, mention, event = self._mentions[document][at]
            found.append((mention, event))
        return found
