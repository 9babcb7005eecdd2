"""Two documents sentence by sentence: what of the one stands in the other, word for word or reworded."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.stages.lineage.passages import Passage

COPIED = 0.82  # Dice of words: a comma, a title or a number word apart
REWORDED = 0.55  # half of the words and their order kept; independent sentences on one event stay below
_FEWEST_WORDS = 8  # outside quotation marks; shorter sentences are said by everybody
_MOST = 5  # sentences of the other document that one is compared with


@dataclass(frozen=True, slots=True)
class Aligned:
    """One sentence of each document and how alike they are, 0 to 1."""

    left: int
    right: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two documents share.

    Attributes:
        pairs: aligned sentences, in the order of the left document.
        copied: words in copied sentences, as a share of the shorter document's own words.
        shared: the same for copied and reworded ones.
        shorter: 0 when the left document has fewer own words, else 1.
    """

    pairs: tuple[Aligned, ...]
    copied: float
    shared: float
    shorter: int


def align(left: Sequence[Passage], right: Sequence[Passage]) -> Alignment:
    """Match sentences by their words outside quotation marks, each at most once, the most alike first."""
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at, passage in enumerate(right):
        if len(passage.words) >= _FEWEST_WORDS:
            for run in _runs(passage.words):
                places[run].append(at)
    found = []
    for at, passage in enumerate(left):
        if len(passage.words) >= _FEWEST_WORDS:
            hits = Counter(other for run in _runs(passage.words) if run in places for other in places[run][:_MOST])
            for other, _ in hits.most_common(_MOST):
                likeness = compare_words(passage.words, right[other].words)
                if likeness >= REWORDED:
                    found.append(Aligned(at, other, likeness))
    return _measure(left, right, _once(found))


def compare_words(left: Sequence[int], right: Sequence[int]) -> float:
    """Dice of two sentences' words, each counted as often as it stands."""
    if not left or not right:
        return 0.0
    rest = Counter(right)
    shared = 0
    for word in left:
        if rest[word] > 0:
            rest[word] -= 1
            shared += 1
    return 2 * shared / (len(left) + len(right))


def _runs(words: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    return zip(words, words[1:], words[2:], strict=False)


def _once(found: list[Aligned]) -> list[Aligned]:
    left, right, kept = set(), set(), []
    for each in sorted(found, key=lambda each: (-each.likeness, each.left, each.right)):
        if each.left not in left and each.right not in right:
            left.add(each.left)
            right.add(each.right)
            kept.append(each)
    return sorted(kept, key=lambda each: each.left)


def _measure(left: Sequence[Passage], right: Sequence[Passage], pairs: list[Aligned]) -> Alignment:
    sizes = [max(1, sum(len(each.words) for each in side)) for side in (left, right)]
    shorter = int(sizes[1] < sizes[0])
    lengths = [(each.likeness, len(right[each.right].words if shorter else left[each.left].words)) for each in pairs]
    copied = sum(length for likeness, length in lengths if likeness >= COPIED)
    return Alignment(
        tuple(pairs), copied / sizes[shorter], sum(length for _, length in lengths) / sizes[shorter], shorter
    )
