"""Which claims of a page stand in words that a later version of the page has changed."""

from collections.abc import Mapping
from functools import lru_cache

from accordingto.model.document import Document, Span
from accordingto.model.lineage import Lineage
from accordingto.text.changes import Change, find_changes

# Pairs of versions whose changes are remembered: a live page has dozens of versions, a pile has many such pages.
_REMEMBERED = 256


class Corrections:
    """What later versions of pages changed.

    Args:
        lineage: its derivations tell which documents are versions of one page.
        documents: by id.
    """

    def __init__(self, lineage: Lineage, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._earlier = {each.document: each.source for each in lineage.derivations if each.is_revision}
        self._changes = lru_cache(_REMEMBERED)(self._compare)

    def is_revision(self, document: str) -> bool:
        """Whether a document is a later version of another."""
        return document in self._earlier

    def has_changed(self, later: tuple[str, Span], earlier: tuple[str, Span]) -> bool:
        """Whether words of an earlier version gave way to words of a later one: both stand in one changed stretch.

        Args:
            later: document id of the later version, and where the words stand in it.
            earlier: the same of the earlier version.
        """
        (new, after), (old, before) = later, earlier
        if not self._revises(new, old):
            return False
        return any(
            change.before is not None
            and change.after is not None
            and change.before.overlaps(before)
            and change.after.overlaps(after)
            for change in self._changes(new, old)
        )

    def _revises(self, new: str, old: str) -> bool:
        """Whether a document is a later version of the other; a chain of versions may lead in a circle by no rule."""
        at: str | None = new
        seen = set[str]()
        while at is not None and at not in seen:
            seen.add(at)
            at = self._earlier.get(at)
            if at == old:
                return True
        return False

    def _compare(self, new: str, old: str) -> list[Change]:
        later, earlier = self._documents.get(new), self._documents.get(old)
        return [] if later is None or earlier is None else find_changes(earlier.text, later.text)
