"""Bundles of several documents -> events: the likest pair is joined first, until nothing is like enough."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from accordingto.stages.align.bundle import Bundle, merge_bundles
from accordingto.stages.align.families import Words
from accordingto.stages.align.likeness import are_elsewhere, compare_bundles, main_family
from accordingto.stages.align.wording import Vector, Wording, cosine

ACROSS = 1.7  # from this score on, bundles of two documents are one event
WORDING = 3.0  # weight of the words around
ABOUT = 5.0  # weight of what the reports are about; ALIKE is the likeness that says nothing either way
ALIKE = 0.2
UNLIKE = 15.0  # the same where they are less alike than that
# So much the words around, and what the reports are about, can add at most, and a little for rounding.
MOST = WORDING + 1.0 + 0.01
# A report that tells of both has kept them apart, and most clearly so in two places.
APART, ELSEWHERE = -0.5, -5.0
# More bundles than this under one key make the key too common to compare under.
CROWD = 60
# What few reports tell of at their top is compared on that alone: a story has one rising, one crash, one flood.
SELDOM = frozenset({"rising", "accident", "disaster"})

Pair = tuple[int, int]


def join_across(bundles: Sequence[Bundle], words: Words, wording: Wording) -> list[Bundle]:
    """Bundles of several documents joined; the order they come in changes nothing."""
    joining = _Joining(bundles, words, wording)
    while joining.heap:
        negative, pair = heappop(joining.heap)
        if joining.scores.get(pair) == -negative:
            joining.join(pair)
    return list(joining.bundles.values())


class _Joining:
    """Bundles on their way to events, with the scores of the pairs worth comparing."""

    def __init__(self, bundles: Sequence[Bundle], words: Words, wording: Wording) -> None:
        self.words, self.wording = words, wording
        self.bundles = dict(enumerate(sorted(bundles, key=lambda bundle: bundle.key)))
        self.vectors: dict[int, Vector] = {}
        self.near: dict[int, set[int]] = defaultdict(set)
        self.scores: dict[Pair, float] = {}
        self.heap: list[tuple[float, Pair]] = []
        for pair in sorted(_candidates(self.bundles, words)):
            self._compare(pair)
        heapify(self.heap)

    def _around(self, index: int) -> Vector:
        """The words around a bundle's mentions."""
        if index not in self.vectors:
            places = ((told.document, told.sentence) for told in self.bundles[index].mentions)
            self.vectors[index] = self.wording.around(places)
        return self.vectors[index]

    def _compare(self, pair: Pair) -> None:
        left, right = pair
        self.near[left].add(right)
        self.near[right].add(left)
        score = self.scores[pair] = self._score(left, right)
        if score >= ACROSS:
            heappush(self.heap, (-score, pair))

    def _score(self, left: int, right: int) -> float:
        """Likeness by what is said, by the words around it, and by what the reports are about."""
        mine, theirs = self.bundles[left], self.bundles[right]
        score = compare_bundles(mine, theirs, self.words)
        if score + MOST < ACROSS:
            return score  # no words around can make up for it
        about = self.wording.reports(_documents(mine), _documents(theirs))
        if not mine.singles_done_to.keys().isdisjoint(theirs.singles_done_to):
            about = max(about, ALIKE)  # rival reports of one ship's fate need not be alike
        around = cosine(self._around(left), self._around(right))
        apart = self._apart(mine, theirs) if not _documents(mine).isdisjoint(_documents(theirs)) else 0.0
        return round(score + WORDING * around + _about(about) + apart, 6)

    def _apart(self, mine: Bundle, theirs: Bundle) -> float:
        """What it counts that a report which tells of both has kept them apart: more, where it has them elsewhere."""
        return ELSEWHERE if are_elsewhere(mine, theirs, self.words) else APART

    def join(self, pair: Pair) -> None:
        """Let the first of a pair take in the second, and compare it anew with all either was compared with."""
        left, right = pair
        self.bundles[left] = merge_bundles(self.bundles[left], self.bundles.pop(right), self.words)
        for old in pair:
            self.vectors.pop(old, None)
        others = (self.near.pop(left) | self.near.pop(right)) - {left, right}
        for old in pair:
            for other in others:
                self.near[other].discard(old)
                self.scores.pop((min(old, other), max(old, other)), None)
        del self.scores[pair]
        for other in sorted(others):
            self._compare((min(left, other), max(left, other)))


def _about(likeness: float) -> float:
    """Unlike reports seldom tell of one event; like ones often tell of several."""
    return min(1.0, ABOUT * (likeness - ALIKE)) if likeness >= ALIKE else UNLIKE * (likeness - ALIKE)


def _documents(bundle: Bundle) -> set[str]:
    return {told.document for told in bundle.mentions}


def _candidates(bundles: dict[int, Bundle], words: Words) -> set[Pair]:
    """Pairs of different documents that share something rare enough to be worth comparing."""
    documents = {index: _documents(bundle) for index, bundle in bundles.items()}
    if len(set().union(*documents.values())) < 2:  # noqa: PLR2004  nothing to compare with
        return set()
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, bundle in bundles.items():
        for key in sorted(set(_keys(bundle, words))):
            blocks[key].append(index)
    pairs: set[Pair] = set()
    for members in blocks.values():
        if len(members) <= CROWD:
            pairs.update(pair for pair in combinations(members, 2) if documents[pair[0]].isdisjoint(documents[pair[1]]))
    return pairs


def _keys(bundle: Bundle, words: Words) -> Iterator[tuple[str, str]]:
    """What a bundle may be found by: its sort of event together with a place, a party, a number, a day or a month.

    Who there is only one of is found whatever the sort.
    """
    yield from (("one", each) for each in sorted(bundle.singles_done_to))
    joins = words.families[main_family(bundle, words)].joins
    if any(told.lead for told in bundle.mentions):
        yield from (("top", group) for group in sorted(joins & SELDOM))
    for group in joins:
        for value in (*bundle.places, *bundle.patients, *bundle.agents, *map(str, bundle.counts)):
            yield group, value
        for day in sorted({days.start for days in (*bundle.dates, *bundle.reported, *bundle.set_days)}):
            yield group, f"{day}"
        for spot in sorted({*bundle.spots, *bundle.set_towns}):
            yield group, f"{spot[0]:.1f} {spot[1]:.1f}"
        for days in (*bundle.dates, *bundle.reported):
            yield group, f"{days.start:%Y-%m}"
            yield group, f"{days.end:%Y-%m}"
