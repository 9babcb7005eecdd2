"""Reports -> groups that tell one story: the likest groups are joined first, until none are like enough."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from accordingto.stages.stories.likeness import Group, Pile, compare_groups, merge_groups

Pair = tuple[int, int]


def link_groups(groups: Sequence[Group], pairs: Iterable[Pair], pile: Pile, *, threshold: float) -> list[Group]:
    """The groups joined; what joins first depends on likeness alone, not on the order they come in.

    Args:
        groups: in order of document ids.
        pairs: positions of those worth comparing.
        pile: what they are compared before.
        threshold: the least likeness of one story.
    """
    linking = _Linking(groups, pile, threshold)
    linking.begin(pairs)
    while linking.heap:
        negative, pair = heappop(linking.heap)
        if linking.scores.get(pair) == -negative:
            linking.join(pair)
    return [linking.groups[at] for at in sorted(linking.groups)]


class _Linking:
    """Groups on their way to stories, with the scores of the pairs worth comparing."""

    def __init__(self, groups: Sequence[Group], pile: Pile, threshold: float) -> None:
        self.groups = dict(enumerate(groups))
        self.pile = pile
        self.threshold = threshold
        self.near: dict[int, set[int]] = defaultdict(set)
        self.scores: dict[Pair, float] = {}
        self.heap: list[tuple[float, Pair]] = []

    def begin(self, pairs: Iterable[Pair]) -> None:
        """Compare each pair once."""
        for pair in pairs:
            self._compare(pair)
        heapify(self.heap)

    def _compare(self, pair: Pair) -> None:
        left, right = pair
        score = compare_groups(self.groups[left], self.groups[right], self.pile, least=self.threshold)
        self.near[left].add(right)
        self.near[right].add(left)
        self.scores[pair] = score
        if score >= self.threshold:
            heappush(self.heap, (-score, pair))

    def join(self, pair: Pair) -> None:
        """Let the first of a pair take in the second, and compare it anew with all either was compared with."""
        left, right = pair
        self.groups[left] = merge_groups(self.groups[left], self.groups.pop(right))
        others = (self.near.pop(left) | self.near.pop(right)) - {left, right}
        for old in pair:
            for other in others:
                self.near[other].discard(old)
                self.scores.pop((min(old, other), max(old, other)), None)
        del self.scores[pair]
        for other in sorted(others):
            self._compare((min(left, other), max(left, other)))
