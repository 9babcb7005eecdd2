"""Which actors the words at a place name."""

from bisect import bisect_right
from collections.abc import Sequence

from accordingto.model.actor import Actor, Resolution
from accordingto.model.document import Span


class WhoIndex:
    """The actor mentions of one document, found by place."""

    def __init__(self, mentions: Sequence[tuple[Span, str]]) -> None:
        self._mentions = sorted(mentions)
        self._starts = [span.start for span, _ in self._mentions]
        self._longest = max((span.end - span.start for span, _ in self._mentions), default=0)

    def at(self, start: int, end: int) -> tuple[str, ...]:
        """The actor named by the tightest mention around some characters, or nobody."""
        best: tuple[int, str] | None = None
        for at in range(bisect_right(self._starts, start) - 1, -1, -1):
            span, actor = self._mentions[at]
            if span.start < start - self._longest:
                break
            if span.end >= end and (best is None or (span.end - span.start, actor) < best):
                best = (span.end - span.start, actor)
        return () if best is None else (best[1],)


def index_actors(resolution: Resolution) -> dict[str, WhoIndex]:
    """Document id -> its actor mentions."""
    mentions: dict[str, list[tuple[Span, str]]] = {}
    for actor in resolution.actors:
        for mention in actor.mentions:
            mentions.setdefault(mention.document, []).append((mention.span, actor.id))
    return {document: WhoIndex(found) for document, found in mentions.items()}


def name_actors(resolution: Resolution) -> dict[str, Actor]:
    """Actor id -> actor."""
    return {actor.id: actor for actor in resolution.actors}
