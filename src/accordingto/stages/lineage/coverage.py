"""How much of a document stands in others: what was put together from others has little of its own."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.stages.lineage.alignment import FEWEST_WORDS, Alignment
from accordingto.stages.lineage.passages import Passages


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents by their positions, and which of their sentences are alike."""

    left: int
    right: int
    found: Alignment


class Coverage:
    """Which sentences of each document stand in which others."""

    def __init__(self, texts: Sequence[Passages], compared: Sequence[Compared]) -> None:
        self._texts = texts
        self._shared: Mapping[int, dict[int, set[int]]] = defaultdict(dict)
        for each in compared:
            if each.found.pairs:
                self._shared[each.left][each.right] = {pair.left for pair in each.found.pairs}
                self._shared[each.right][each.left] = {pair.right for pair in each.found.pairs}

    def measure(self, document: int, other: int) -> float:
        """The share of a document's words, 0 to 1, that stand in another, or in strangers to what the two share.

        A text mixed of two has both of them to account for it; neither of the two has. A third document that repeats
        some of what the two share is of their line and tells nothing about which of them was first.
        """
        partners = self._shared.get(document, {})
        common = partners.get(other, set())
        strangers = (met for each, met in partners.items() if each != other and not met & common)
        sizes = [size if size >= FEWEST_WORDS else 0 for size in self._texts[document].words.sizes().tolist()]
        return sum(sizes[at] for at in common.union(*strangers)) / max(1, sum(sizes))

    def goes_on(self, document: int, other: int) -> bool:
        """Whether a document has sentences after the last that the other repeats: a copy is cut from the end."""
        common = self._shared.get(document, {}).get(other)
        if not common:
            return False
        # Sentences too short or too much quoted to be aligned may still stand in both as they are.
        same = set(self._texts[other].list_keys())
        return any(key not in same for key in self._texts[document].list_keys()[max(common) + 1 :])
