"""Finds what overlaps a place without looking at everything: a long document has thousands of attributions."""

from collections.abc import Iterable, Iterator

from accordingto.model.document import Span
from accordingto.stages.attribute.candidate import Candidate

# Characters a drawer; most contents fit into one or two.
_DRAWER = 2048


class Nearby:
    """Candidates in drawers by place; a drawer holds all that has a piece in it."""

    def __init__(self, candidates: Iterable[Candidate] = ()) -> None:
        self._drawers: dict[int, dict[int, Candidate]] = {}
        self._count = 0
        for candidate in candidates:
            self.add(candidate)

    def add(self, candidate: Candidate) -> None:
        """Put a candidate where its content, source and cue are."""
        pieces = (*candidate.content, *candidate.source, *candidate.cue)
        for drawer in sorted({d for piece in pieces for d in _drawers(piece)}):
            self._drawers.setdefault(drawer, {})[self._count] = candidate
        self._count += 1

    def at(self, span: Span) -> Iterator[Candidate]:
        """Those that may overlap a stretch, each once, in the order they were added."""
        found: dict[int, Candidate] = {}
        for drawer in _drawers(span):
            found |= self._drawers.get(drawer, {})
        return (found[number] for number in sorted(found))


def _drawers(span: Span) -> range:
    return range(span.start // _DRAWER, span.end // _DRAWER + 1)
