"""What the comparisons across documents share: names that meet in a block, chains of equals."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from accordingto.stages.resolve.cluster import Clusters
from accordingto.stages.resolve.local import LocalActor

Name = tuple[str, ...]
Key = tuple[str, ...]

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


def meet_in_blocks(keys: Mapping[Name, Sequence[Key]]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names that share a key, each pair once.

    Args:
        keys: for each name the blocks it stands in, the narrowest first.
    """
    blocks: dict[Key, list[Name]] = defaultdict(list)
    for name, own in keys.items():
        for key in dict.fromkeys(own):
            blocks[key].append(name)
    small = {key for key, block in blocks.items() if len(block) <= LARGEST_BLOCK}
    for key, block in blocks.items():
        for left, right in pairs(sorted(block)):
            if key == next((each for each in keys[left] if each in small and each in keys[right]), key):
                yield left, right


def pairs(block: Sequence[Name]) -> Iterable[tuple[Name, Name]]:
    """Pairs of names to compare: all of a small block, neighbours in the alphabet of a large one."""
    if len(block) <= LARGEST_BLOCK:
        return combinations(block, 2)
    return ((block[i], block[j]) for i in range(len(block)) for j in range(i + 1, min(len(block), i + NEIGHBOURS)))
