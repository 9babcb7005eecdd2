"""Two documents sentence by sentence: what of the one stands in the other, word for word or reworded."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.stages.lineage.passages import Passage

COPIED = 0.82  # Dice of words: a comma, a title or a number word apart
REWORDED = 0.55  # half of the words and their order kept; independent sentences on one event stay below
FEWEST_WORDS = 8  # outside quotation marks; shorter sentences are said by everybody
_MOST_PLACES = 20  # of one run in a document: a refrain must not make this quadratic
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


Places = Mapping[tuple[int, ...], Sequence[int]]


def index_runs(passages: Sequence[Passage]) -> Places:
    """Where each run of three words stands in a document: made once, used for every document it is compared with."""
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at, passage in enumerate(passages):
        if len(passage.words) >= FEWEST_WORDS:
            for run in _runs(passage.words):
                if len(places[run]) < _MOST_PLACES:
                    places[run].append(at)
    return dict(places)


def align(left: Sequence[Passage], right: Sequence[Passage], places: Places | None = None) -> Alignment:
    """Match sentences by their words outside quotation marks, each at most once, the most alike first.

    Args:
        left: sentences of the one document.
        right: sentences of the other.
        places: ``index_runs(left)``, where it is at hand.
    """
    places = index_runs(left) if places is None else places
    found = []
    for at, passage in enumerate(right):
        if len(passage.words) >= FEWEST_WORDS:
            for other in _most_shared(passage, places):
                likeness = compare_words(left[other].words, passage.words)
                if likeness >= REWORDED and _same_facts(left[other], passage):
                    found.append(Aligned(other, at, likeness))
    return _measure(left, right, _once(found))


def _most_shared(passage: Passage, places: Places) -> list[int]:
    """The few sentences of the indexed document that share the most runs, at least two."""
    hits: dict[int, int] = {}
    for run in filter(places.__contains__, _runs(passage.words)):
        for other in places[run]:
            hits[other] = hits.get(other, 0) + 1
    if not hits:
        return []
    ranked = sorted((-count, other) for other, count in hits.items() if count > 1)
    return [other for _, other in ranked[:_MOST]]


def compare_words(left: Sequence[int], right: Sequence[int]) -> float:
    """Dice of two sentences' words, each counted as often as it stands."""
    if not left or not right:
        return 0.0
    first = set(left)
    common = first.intersection(right)
    shared = len(common)
    if common and len(first) < len(left):  # a word that stands in both twice counts twice
        again = list(left)
        for word in first:
            again.remove(word)
        shared += sum([min(times, right.count(word) - 1) for word, times in Counter(again).items() if word in common])
    return 2 * shared / (len(left) + len(right))


def _same_facts(left: Passage, right: Passage) -> bool:
    """Whether names and figures agree: 'A boy of 12 was hurt in Ashgate' is told of many days in the same words."""
    fewest = min(len(left.telling), len(right.telling))
    return 2 * len(left.telling & right.telling) >= fewest


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
