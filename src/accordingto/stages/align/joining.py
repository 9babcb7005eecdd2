"""Mentions -> bundles: first within a document, as a reader goes through it, then across documents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from accordingto.stages.align.bundle import Bundle, add_mention, make_bundle, merge_bundles
from accordingto.stages.align.families import Words
from accordingto.stages.align.likeness import NEVER, compare_bundles, main_family
from accordingto.stages.align.told import Told

WITHIN = 1.4  # from this score on, two mentions of one document are one event
ACROSS = 2.2  # the same for two documents, which share no thread of telling
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


def join_across(bundles: Sequence[Bundle], words: Words) -> list[Bundle]:
    """Bundles of several documents joined, the likest first, until nothing is like enough."""
    current = dict(enumerate(sorted(bundles, key=lambda bundle: bundle.key)))
    scores = {pair: _score(current, pair, words) for pair in _candidates(current, words)}
    while True:
        best = max(scores, key=lambda pair: (scores[pair], -pair[0], -pair[1]), default=None)
        if best is None or scores[best] < ACROSS:
            return list(current.values())
        _merge(current, scores, best, words)


def _score(current: dict[int, Bundle], pair: tuple[int, int], words: Words) -> float:
    return compare_bundles(current[pair[0]], current[pair[1]], words).score


def _merge(
    current: dict[int, Bundle], scores: dict[tuple[int, int], float], best: tuple[int, int], words: Words
) -> None:
    """Let the first of a pair take in the second, and compare it anew with everything either was compared with."""
    left, right = best
    current[left] = merge_bundles(current[left], current.pop(right), words)
    others = sorted({each for pair in scores if left in pair or right in pair for each in pair} - {left, right})
    for pair in [pair for pair in scores if left in pair or right in pair]:
        del scores[pair]
    for other in others:
        pair = (min(left, other), max(left, other))
        scores[pair] = _score(current, pair, words)


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
