"""How much of a document stands in others: what was put together from others has little of its own."""

from collections.abc import Mapping, Sequence

import numpy as np

from accordingto.stages.lineage.alignment import FEWEST_WORDS
from accordingto.stages.lineage.compared import Compared
from accordingto.stages.lineage.passages import Passages

_AT_HAND = 1000  # documents whose partners stay ready to be looked at


class Coverage:
    """Which sentences of each document stand in which others."""

    def __init__(self, texts: Sequence[Passages], compared: Compared) -> None:
        self._texts = texts
        self._compared = compared
        documents = np.concatenate([np.frombuffer(each, np.uint32) for each in (compared.left, compared.right)])
        self._order = np.argsort(documents, kind="stable")
        self._starts = np.searchsorted(documents[self._order], np.arange(len(texts) + 1, dtype=np.uint32))
        self._at_hand: dict[int, Mapping[int, frozenset[int]]] = {}

    def _partners(self, document: int) -> Mapping[int, frozenset[int]]:
        """The documents that one shares sentences with, and which of its own these are."""
        known = self._at_hand.get(document)
        if known is None:
            if len(self._at_hand) >= _AT_HAND:
                self._at_hand.clear()
            known = self._at_hand[document] = self._find_partners(document)
        return known

    def _find_partners(self, document: int) -> Mapping[int, frozenset[int]]:
        first, last = self._starts[document : document + 2].tolist()
        pairs = self._compared
        found = [each % len(pairs) for each in self._order[first:last].tolist()]
        return {
            pairs.left[at] if pairs.right[at] == document else pairs.right[at]: pairs.sentences_of(document, at)
            for at in found
        }

    def measure(self, document: int, other: int) -> float:
        """The share of a document's words, 0 to 1, that stand in another, or in strangers to what the two share.

        A text mixed of two has both of them to account for it; neither of the two has. A third document that repeats
        some of what the two share is of their line and tells nothing about which of them was first.
        """
        partners = self._partners(document)
        common = partners.get(other, frozenset())
        strangers = (met for each, met in partners.items() if each != other and not met & common)
        sizes = [size if size >= FEWEST_WORDS else 0 for size in self._texts[document].words.sizes().tolist()]
        return sum(sizes[at] for at in common.union(*strangers)) / max(1, sum(sizes))

    def goes_on(self, document: int, other: int) -> bool:
        """Whether a document has sentences after the last that the other repeats: a copy is cut from the end."""
        common = self._partners(document).get(other)
        if not common:
            return False
        # Sentences too short or too much quoted to be aligned may still stand in both as they are.
        same = set(self._texts[other].list_keys())
        return any(key not in same for key in self._texts[document].list_keys()[max(common) + 1 :])
