"""Mentions -> bundles: first within a document, as a reader goes through it, then across documents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from accordingto.stages.align.bundle import Bundle, add_mention, make_bundle, merge_bundles
from accordingto.stages.align.families import Words
from accordingto.stages.align.likeness import NEVER, compare_bundles, main_family
from accordingto.stages.align.told import Told
from accordingto.stages.align.wording import Vector, Wording, cosine

WITHIN = 1.4  # from this score on, two mentions of one document are one event
ACROSS = 1.7  # the same for two documents, which share no thread of telling
WORDING = 3.0  # weight of the words around
ABOUT = 5.0  # weight of what the reports are about; ALIKE is the likeness that says nothing either way
ALIKE = 0.25
# A mention looks back over so many events of its sort; a reader would not look further either.
MEMORY = 60
# More bundles than this under one key make the key too common to compare under.
CROWD = 60


def join_within(mentions: Sequence[Told], words: Words) -> list[Bundle]:
    """The events of one document, from its mentions in text order."""
    bundles: list[Bundle] = []
    recent: dict[str, list[Bundle]] = defaultdict(list)
    for told in mentions:
        seen = {id(b): b for group in sorted(words.families[told.family].joins) for b in recent[group][-MEMORY:]}
        best = _best(told, list(seen.values()), words)
        if best is None:
            best = make_bundle([told], words)
            bundles.append(best)
        else:
            add_mention(best, told, words)
        for group in words.families[told.family].joins:
            recent[group] = [each for each in recent[group] if each is not best] + [best]
    return bundles


def _best(told: Told, bundles: Iterable[Bundle], words: Words) -> Bundle | None:
    alone = make_bundle([told], words)
    scored = [(_within_score(told, alone, bundle, words), at, bundle) for at, bundle in enumerate(bundles)]
    good = [each for each in scored if each[0] >= WITHIN]
    return max(good, key=lambda each: each[:2])[2] if good else None


def _within_score(told: Told, alone: Bundle, bundle: Bundle, words: Words) -> float:
    """Likeness, and the thread of the telling: 'the raid' looks back, 'another raid' does not."""
    score = compare_bundles(alone, bundle, words).score
    if score <= NEVER:
        return score
    last = bundle.mentions[-1]
    away = told.sentence - last.sentence
    if told.fresh and not told.lead:
        score -= 2.0
    if told.definite and not told.plural:
        score += 1.2 if told.family in bundle.families else 0.6
    if told.plural != (last.plural and not last.telling.main.verbal) and told.generic:
        score -= 0.5
    if away <= 1:
        score += 0.3
    if told.lead and bundle.mentions[0].lead:
        score += 0.4
    return score


class Across:
    """Bundles of several documents on their way to events."""

    def __init__(self, bundles: Sequence[Bundle], words: Words, wording: Wording) -> None:
        self.words, self.wording = words, wording
        self.current = dict(enumerate(sorted(bundles, key=lambda bundle: bundle.key)))
        self.vectors = {index: self._vector(bundle) for index, bundle in self.current.items()}

    def _vector(self, bundle: Bundle) -> Vector:
        return self.wording.around((told.document, told.sentence) for told in bundle.mentions)

    def score(self, pair: tuple[int, int]) -> float:
        """Likeness by what is said, by the words around it, and by what the two reports are about."""
        left, right = self.current[pair[0]], self.current[pair[1]]
        score = compare_bundles(left, right, self.words).score
        if score <= NEVER:
            return score
        around = cosine(self.vectors[pair[0]], self.vectors[pair[1]])
        reports = [self.wording.documents(a, b) for a in sorted(_documents(left)) for b in sorted(_documents(right))]
        about = sum(reports) / len(reports)
        return score + WORDING * around + max(-1.0, min(1.0, ABOUT * (about - ALIKE)))

    def merge(self, left: int, right: int) -> None:
        """Let one bundle take in another."""
        self.current[left] = merge_bundles(self.current[left], self.current.pop(right), self.words)
        self.vectors[left] = self._vector(self.current[left])
        del self.vectors[right]


def join_across(bundles: Sequence[Bundle], words: Words, wording: Wording) -> list[Bundle]:
    """Bundles of several documents joined, the likest first, until nothing is like enough."""
    state = Across(bundles, words, wording)
    scores = {pair: state.score(pair) for pair in sorted(_candidates(state.current, words))}
    heap = [(-score, pair) for pair, score in scores.items() if score >= ACROSS]
    heapify(heap)
    near: dict[int, set[int]] = defaultdict(set)
    for left, right in scores:
        near[left].add(right)
        near[right].add(left)
    while heap:
        score, pair = heappop(heap)
        if scores.get(pair) != -score:
            continue
        left, right = pair
        state.merge(left, right)
        others = (near.pop(left) | near.pop(right)) - {left, right}
        for old in (left, right):
            for other in others:
                scores.pop((min(old, other), max(old, other)), None)
        scores.pop(pair)
        near[left] = others
        for other in sorted(others):
            near[other].discard(right)
            near[other].add(left)
            fresh = (min(left, other), max(left, other))
            scores[fresh] = state.score(fresh)
            if scores[fresh] >= ACROSS:
                heappush(heap, (-scores[fresh], fresh))
    return list(state.current.values())


def _candidates(current: dict[int, Bundle], words: Words) -> set[tuple[int, int]]:
    """Pairs of different documents that share something rare enough to be worth comparing."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, bundle in current.items():
        for key in _keys(bundle, words):
            blocks[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= CROWD:
            pairs.update(
                pair
                for pair in combinations(members, 2)
                if _documents(current[pair[0]]).isdisjoint(_documents(current[pair[1]]))
            )
    return pairs


def _documents(bundle: Bundle) -> set[str]:
    return {told.document for told in bundle.mentions}


def _keys(bundle: Bundle, words: Words) -> Iterable[tuple[str, str]]:
    """What a bundle may be found by: its sort of event together with a place, a party, a number or a month."""
    for group in words.families[main_family(bundle, words)].joins:
        for value in (*bundle.places, *bundle.patients, *bundle.agents, *map(str, bundle.counts)):
            yield group, value
        for days in (*bundle.dates, *bundle.reported):
            yield group, f"{days.start:%Y-%m}"
            yield group, f"{days.end:%Y-%m}"
