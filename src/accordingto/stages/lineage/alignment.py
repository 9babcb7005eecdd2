"""Two documents sentence by sentence: what of the one stands in the other, word for word or reworded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from accordingto.stages.lineage.passages import Passages, mark_repeated
from accordingto.stages.lineage.runs import find_runs

COPIED = 0.82  # Dice of words: a comma, a title or a number word apart
REWORDED = 0.55  # half of the words and their order kept; independent sentences on one event stay below
FEWEST_WORDS = 8  # outside quotation marks; shorter sentences are said by everybody
_RUN = 3  # words
_MOST_PLACES = 20  # of one run in a document: a refrain must not make this quadratic
_MOST_COUNTED = 100_000  # pairs of sentences of two documents; of books they are counted otherwise
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


Sentence = tuple[frozenset[int], frozenset[int]]


class Text:
    """A document's sentences, ready to be compared.

    Attributes:
        passages: as they are held.
        sizes: how many words outside quotation marks each has.
        runs, owners: runs of three words in the order of the text, and the sentence of each.
    """

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
        self.sizes: list[int] = passages.words.sizes().tolist()
        self.runs, self.owners = find_runs(passages.words, _RUN, shortest=FEWEST_WORDS)
        self._sentences: dict[int, Sentence] = {}

    def sentence(self, at: int) -> Sentence:
        """Its words outside quotation marks, repeated ones marked, and those that are names and figures."""
        found = self._sentences.get(at)
        if found is None:
            found = frozenset(self.passages.marked.row(at)), frozenset(self.passages.telling.row(at))
            self._sentences[at] = found
        return found


@dataclass(frozen=True, slots=True)
class Places:
    """Where each run of three words stands in a document.

    Attributes:
        runs: sorted.
        owners: the sentence of each.
        sentences: how many there are.
    """

    runs: "np.ndarray"
    owners: "np.ndarray"
    sentences: int


def index_runs(text: Text) -> Places:
    """Where its runs stand: made once, used for every document it is compared with."""
    order = np.argsort(text.runs, kind="stable")
    runs, owners = text.runs[order], text.owners[order]
    few = np.arange(len(runs)) - np.searchsorted(runs, runs) < _MOST_PLACES
    return Places(runs[few], owners[few], len(text.sizes))


def align(left: Text, right: Text, places: Places) -> Alignment:
    """Match sentences by their words outside quotation marks, each at most once, the most alike first.

    Args:
        left: the one document.
        right: the other.
        places: ``index_runs(left)``.
    """
    found = []
    for at, others in _most_shared(right, places):
        size, (words, telling) = right.sizes[at], right.sentence(at)
        for other in others:
            fewest, both = min(left.sizes[other], size), left.sizes[other] + size
            if 2 * fewest / both < REWORDED:  # too long to be like it
                continue
            others_words, others_telling = left.sentence(other)
            likeness = 2 * len(words & others_words) / both
            if likeness >= REWORDED and _same_facts(telling, others_telling):
                found.append(Aligned(other, at, likeness))
    return _measure(left, right, _once(found))


def _most_shared(text: Text, places: Places) -> Iterator[tuple[int, list[int]]]:
    """Each sentence with the few of the indexed document that share the most runs with it, at least two."""
    first = np.searchsorted(places.runs, text.runs)
    times = np.searchsorted(places.runs, text.runs, side="right") - first
    met = np.repeat(first - np.cumsum(times) + times, times) + np.arange(times.sum())
    both = np.repeat(text.owners, times) * places.sentences + places.owners[met]
    values, counts = _count(both, len(text.sizes) * places.sentences)
    hits: dict[int, list[tuple[int, int]]] = {}
    for value, count in zip(values.tolist(), counts.tolist(), strict=True):
        at, other = divmod(value, places.sentences)
        hits.setdefault(at, []).append((-count, other))
    for at, others in hits.items():
        yield at, [other for _, other in sorted(others)[:_MOST]]


def _count(values: "np.ndarray", size: int) -> tuple["np.ndarray", "np.ndarray"]:
    """The numbers that stand there more than once, sorted, and how often; all are below the size."""
    if size <= _MOST_COUNTED:
        counts = np.bincount(values, minlength=1)
        found = np.nonzero(counts > 1)[0]
        return found, counts[found]
    found, counts = np.unique(values, return_counts=True)
    return found[counts > 1], counts[counts > 1]


def compare_words(left: Sequence[int], right: Sequence[int]) -> float:
    """Dice of two sentences' words, each counted as often as it stands."""
    if not left or not right:
        return 0.0
    return 2 * len(set(mark_repeated(left)).intersection(mark_repeated(right))) / (len(left) + len(right))


def _same_facts(left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether names and figures agree: 'A boy of 12 was hurt in Ashgate' is told of many days in the same words."""
    return 2 * len(left & right) >= min(len(left), len(right))


def _once(found: list[Aligned]) -> list[Aligned]:
    left, right, kept = set(), set(), []
    for each in sorted(found, key=lambda each: (-each.likeness, each.left, each.right)):
        if each.left not in left and each.right not in right:
            left.add(each.left)
            right.add(each.right)
            kept.append(each)
    return sorted(kept, key=lambda each: each.left)


def _measure(left: Text, right: Text, pairs: list[Aligned]) -> Alignment:
    sizes = [max(1, sum(side.sizes)) for side in (left, right)]
    shorter = int(sizes[1] < sizes[0])
    lengths = [(each.likeness, right.sizes[each.right] if shorter else left.sizes[each.left]) for each in pairs]
    copied = sum(length for likeness, length in lengths if likeness >= COPIED)
    return Alignment(
        tuple(pairs), copied / sizes[shorter], sum(length for _, length in lengths) / sizes[shorter], shorter
    )
