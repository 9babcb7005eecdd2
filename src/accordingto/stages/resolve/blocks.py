"""What the comparisons across documents share: pairs within a block, chains of equals, names that meet."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.local import LocalActor

# A block with more distinct names than this is compared with its neighbours in the alphabet only.
LARGEST_BLOCK = 40
NEIGHBOURS = 6
# How many letters two words of one stem share at least: 'free' and 'freedom', 'republic' and 'republican'.
STEM = 4


def chain(clusters: Clusters, groups: Iterable[Sequence[LocalActor]], *, score: float, reason: str, rule: str) -> None:
    """Join the local actors of each group one after the other."""
    for group in groups:
        for left, right in pairwise(sorted(group, key=lambda actor: actor.key)):
            clusters.join(left.key, right.key, score=score, reason=reason.format(left.name, right.name), rule=rule)


def pairs(block: Sequence[tuple[str, ...]]) -> Iterable[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of names to compare: all of a small block, neighbours in the alphabet of a large one."""
    if len(block) <= LARGEST_BLOCK:
        return combinations(block, 2)
    return ((block[i], block[j]) for i in range(len(block)) for j in range(i + 1, min(len(block), i + NEIGHBOURS)))
