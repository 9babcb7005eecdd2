"""Reports -> groups that tell one story: the likest groups are joined first, until none are like enough."""

from heapq import heapify, heappop, heappush

import numpy as np

from accordingto.stages.stories.candidates import Pairs
from accordingto.stages.stories.likeness import Comparing, Group

_GONE = -1


def link_groups(count: int, pairs: Pairs, comparing: Comparing, *, threshold: float) -> list[Group]:
    """The groups joined; what joins first depends on likeness alone, not on the order they come in.

    Args:
        count: how many groups there are, in order of document ids.
        pairs: positions of those worth comparing.
        comparing: compares them.
        threshold: the least likeness of one story.
    """
    linking = _Linking(count, pairs, comparing, threshold)
    linking.begin(pairs)
    while linking.heap:
        _, left, right, *turns = heappop(linking.heap)
        if [linking.turns[left], linking.turns[right]] == turns:
            linking.join(left, right)
    return [comparing.group(at) for at, turn in enumerate(linking.turns) if turn != _GONE]


class _Linking:
    """Groups on their way to stories.

    A group is known by its first report. Each time that it takes another in its turn counts one up, so that the scores
    of what it was before are known to be old.
    """

    def __init__(self, count: int, pairs: Pairs, comparing: Comparing, threshold: float) -> None:
        self.turns = [0] * count
        self.heap: list[tuple[float, int, int, int, int]] = []
        self._comparing, self._threshold = comparing, threshold
        self._group_of = np.arange(count)
        self._near = _neighbours(pairs, count)

    def begin(self, pairs: Pairs) -> None:
        """Compare each pair once."""
        left, right = pairs
        starts = np.searchsorted(left, np.arange(len(self.turns) + 1)).tolist()
        for at in range(len(self.turns)):
            if starts[at] < starts[at + 1]:
                self._compare(at, right[starts[at] : starts[at + 1]])
        heapify(self.heap)

    def _compare(self, one: int, others: "np.ndarray") -> None:
        for other, score in self._comparing.compare(one, others):
            if score >= self._threshold:
                left, right = min(one, other), max(one, other)
                heappush(self.heap, (-score, left, right, self.turns[left], self.turns[right]))

    def join(self, left: int, right: int) -> None:
        """Let the first of a pair take in the second, and compare it anew with all either was compared with."""
        self._group_of[list(self._comparing.reports(right))] = left
        self._comparing.join(left, right)
        self.turns[left], self.turns[right] = self.turns[left] + 1, _GONE
        near = np.unique(self._group_of[np.concatenate((self._near[left], self._near.pop(right)))])
        self._near[left] = near[near != left]
        if len(self._near[left]):
            self._compare(left, self._near[left])


def _neighbours(pairs: Pairs, count: int) -> dict[int, "np.ndarray"]:
    """With which others each is compared; who was taken in since stands for the group that took it."""
    left, right = (np.concatenate(each).astype(np.int32) for each in (pairs, pairs[::-1]))
    order = np.argsort(left, kind="stable")
    ends = np.searchsorted(left[order], np.arange(1, count))
    return dict(enumerate(np.split(right[order], ends)))
