"""From the keys of judgements to owners: by the very mention, else by the one that shares most of its characters.

A rule that gets better may draw a mention's borders anew ('the MRC' for 'MRC');
a person's judgement on it still counts.
"""

from collections import defaultdict
from collections.abc import Iterable

from accordingto.model.document import Span


class MentionIndex:
    """Who owns the mention that a key names.

    Args:
        owners: (key, owner), the key as ``mention_key`` makes it; of two on one key the first counts.
    """

    def __init__(self, owners: Iterable[tuple[str, str]]) -> None:
        self._owners: dict[str, str] = {}
        for key, owner in owners:
            self._owners.setdefault(key, owner)
        self._spans: dict[str, list[tuple[Span, str]]] | None = None

    def find(self, key: str) -> str | None:
        """The owner, if any mention is at, or overlaps, these characters."""
        known = self._owners.get(key)
        return self._nearest(key) if known is None else known

    def _nearest(self, key: str) -> str | None:
        span = parse_span(key)
        if span is None:
            return None
        here = self._by_document().get(key.rpartition(":")[0], ())
        shared = [
            (min(each.end, span.end) - max(each.start, span.start), -each.start, owner)
            for each, owner in here
            if each.overlaps(span)
        ]
        return max(shared)[2] if shared else None

    def _by_document(self) -> dict[str, list[tuple[Span, str]]]:
        """Made when a key is met that no mention has; few ledgers need it."""
        if self._spans is None:
            spans: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
            for key, owner in self._owners.items():
                span = parse_span(key)
                if span is not None:
                    spans[key.rpartition(":")[0]].append((span, owner))
            self._spans = dict(spans)
        return self._spans


def parse_span(key: str) -> Span | None:
    """The characters that a key names; ``None`` for the outlet of the metadata, which has no words."""
    start, _, end = key.rpartition(":")[2].partition("-")
    return Span(int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
