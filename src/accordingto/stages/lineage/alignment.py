"""Two documents sentence by sentence: what of the one stands in the other, word for word or reworded.

Many pairs are looked at together: to begin with an array of a few hundred words costs more than to go through it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from accordingto.stages.lineage.passages import Wording, mark_repeated
from accordingto.stages.lineage.rows import Rows, count_up
from accordingto.stages.lineage.runs import find_runs

COPIED = 0.82  # Dice of words: a comma, a title or a number word apart
REWORDED = 0.55  # half of the words and their order kept; independent sentences on one event stay below
FEWEST_WORDS = 8  # outside quotation marks; shorter sentences are said by everybody
_RUN = 3  # words
_MOST_PLACES = 20  # of one run in a document: a refrain must not make this quadratic
_MOST_COUNTED = 100_000  # pairs of sentences; of books they are counted otherwise
_MOST = 5  # sentences of the other document that one is compared with
_APART = np.uint64(0x9E3779B97F4A7C15)  # odd: what is of one document and what is of another are never taken for one

Pairs = tuple["np.ndarray", "np.ndarray"]  # sentences of the one, and of the others


@dataclass(frozen=True, slots=True)
class Shared:
    """What two documents share.

    Attributes:
        copied: words in copied sentences, as a share of the shorter document's own words.
        shared: the same for copied and reworded ones.
        left, right: aligned sentences of the one and of the other, in the order of the one; four bytes each.
        alike: whether each is copied, else it is reworded; one byte each.
    """

    copied: float
    shared: float
    left: bytes
    right: bytes
    alike: bytes

    def is_whole(self) -> bool:
        """Whether the columns are of one length."""
        return len(self.left) == len(self.right) == 4 * len(self.alike)


def align(ones: Sequence[Wording], others: Sequence[Wording], against: Sequence[int]) -> list[Shared]:
    """Match sentences by their words outside quotation marks, each at most once, the most alike first.

    Args:
        ones: documents.
        others: documents that are held against them.
        against: for each of the others, which of the ones; they rise.
    """
    both = _Both(len(ones), np.array(against, np.int64), [*ones, *others])
    pairs = _most_shared(both)
    sizes = both.words.sizes()
    sums = sizes[pairs[0]] + sizes[pairs[1]]
    fit = 2 * np.minimum(sizes[pairs[0]], sizes[pairs[1]]) / sums >= REWORDED  # else too long to be like it
    pairs, sums = _only(pairs, fit), sums[fit]
    likeness = 2 * _count_common(Rows.join([each.marked for each in both.texts]), pairs, both.own) / sums
    fit = likeness >= REWORDED
    pairs, likeness = _only(pairs, fit), likeness[fit]
    fit = _same_facts(Rows.join([each.telling for each in both.texts]), pairs, both.own)
    pairs, likeness = _only(pairs, fit), likeness[fit]
    kept = _once(pairs, likeness, both)
    return _measure(_only(pairs, kept), likeness[kept] >= COPIED, both)


class _Both:
    """Documents and others that are held against them, their sentences in one row.

    Attributes:
        texts: all of them.
        words: of every sentence.
        ones: how many documents others are held against.
        lengths, begins: how many sentences each document has, and the number of its first.
        own: how many sentences are of the ones.
        document: which document each sentence is of.
        partner: which of the ones each document is held against; one of them, itself.
    """

    def __init__(self, ones: int, against: "np.ndarray", texts: Sequence[Wording]) -> None:
        self.texts = texts
        self.words = Rows.join([each.words for each in texts])
        self.ones = ones
        self.lengths = np.array([len(each.words) for each in texts])
        self.begins = np.cumsum(self.lengths) - self.lengths
        self.own = int(self.lengths[:ones].sum())
        self.document = np.repeat(np.arange(len(texts)), self.lengths)
        self.partner = np.concatenate((np.arange(ones), against))


def _only(pairs: Pairs, kept: "np.ndarray") -> Pairs:
    return pairs[0][kept], pairs[1][kept]


def _most_shared(both: _Both) -> Pairs:
    """Each sentence of the others with the few that share the most runs with it, at least two."""
    runs, owners = find_runs(both.words, _RUN, shortest=FEWEST_WORDS)
    runs ^= both.partner[both.document[owners]].astype(np.uint64) * _APART  # others meet their own partner only
    split = int(np.searchsorted(owners, both.own))
    known, places = _index_runs(runs[:split], owners[:split])
    first, times = _look_up(known, runs[split:])
    # Each other sentence has as many numbers as its partner has sentences.
    partners = both.partner[both.document[both.own :]]
    many = both.lengths[partners]
    begins = np.cumsum(many) - many
    shift = begins - both.begins[partners]
    numbers = np.repeat(shift[owners[split:] - both.own], times) + places[np.repeat(first, times) + count_up(times)]
    values, counts = _count(numbers, int(many.sum()))
    others = np.searchsorted(begins, values, side="right") - 1
    at = values - shift[others]
    order = np.lexsort((at, -counts, others))
    others = others[order]
    few = np.arange(len(others)) - np.searchsorted(others, others) < _MOST
    return at[order[few]], others[few] + both.own


def _index_runs(runs: "np.ndarray", owners: "np.ndarray") -> tuple["np.ndarray", "np.ndarray"]:
    """The runs of documents sorted, and the sentence of each."""
    order = np.argsort(runs, kind="stable")
    runs, owners = runs[order], owners[order]
    few = np.arange(len(runs)) - np.searchsorted(runs, runs) < _MOST_PLACES
    return runs[few], owners[few]


def _look_up(known: "np.ndarray", asked: "np.ndarray") -> tuple["np.ndarray", "np.ndarray"]:
    """Where each of the numbers that are asked for stands first among the known, which are sorted, and how often."""
    if not len(known):
        return np.zeros(len(asked), np.int64), np.zeros(len(asked), np.int64)
    first = np.minimum(np.searchsorted(known, asked), len(known) - 1)
    often = np.searchsorted(known, known, side="right") - np.arange(len(known))
    return first, np.where(known[first] == asked, often[first], 0)


def _count(values: "np.ndarray", size: int) -> tuple["np.ndarray", "np.ndarray"]:
    """The numbers that stand there more than once, sorted, and how often; all are below the size."""
    if size <= _MOST_COUNTED:
        counts = np.bincount(values, minlength=1)
        found = np.nonzero(counts > 1)[0]
        return found, counts[found]
    found, counts = np.unique(values, return_counts=True)
    return found[counts > 1], counts[counts > 1]


def _count_common(rows: Rows, pairs: Pairs, own: int) -> "np.ndarray":
    """How many numbers each pair of rows has in common; no row has one twice, the first of a pair is one of ``own``."""
    values, sizes = rows.all().astype(np.uint64), rows.sizes()
    ends = np.cumsum(sizes)
    split = int(ends[own - 1]) if own else 0
    known = np.sort(np.repeat(np.arange(own, dtype=np.uint64), sizes[:own]) << np.uint64(32) | values[:split])
    many = sizes[pairs[1]]
    asked = values[np.repeat(ends[pairs[1]] - many, many) + count_up(many)]
    asked |= np.repeat(pairs[0].astype(np.uint64), many) << np.uint64(32)
    if not len(known):
        return np.zeros(len(many), np.int64)
    same = known[np.minimum(np.searchsorted(known, asked), len(known) - 1)] == asked
    return np.bincount(np.repeat(np.arange(len(many)), many)[same], minlength=len(many))


def compare_words(left: Sequence[int], right: Sequence[int]) -> float:
    """Dice of two sentences' words, each counted as often as it stands."""
    if not left or not right:
        return 0.0
    return 2 * len(set(mark_repeated(left)).intersection(mark_repeated(right))) / (len(left) + len(right))


def _same_facts(telling: Rows, pairs: Pairs, own: int) -> "np.ndarray":
    """Whether names and figures agree: 'A boy of 12 was hurt in Ashgate' is told of many days in the same words."""
    sizes = telling.sizes()
    same: np.ndarray = 2 * _count_common(telling, pairs, own) >= np.minimum(sizes[pairs[0]], sizes[pairs[1]])
    return same


def _once(pairs: Pairs, likeness: "np.ndarray", both: _Both) -> "np.ndarray":
    """Which pairs to keep so that of each two documents no sentence is in two; in the order of the documents."""
    left, right, kept = set(), set(), []
    order = np.lexsort((pairs[1], pairs[0], -likeness))
    # A sentence of the ones may be matched once in each of the others.
    first = (both.document[pairs[1]] * both.own + pairs[0])[order].tolist()
    for at, one, other in zip(order.tolist(), first, pairs[1][order].tolist(), strict=True):
        if one not in left and other not in right:
            left.add(one)
            right.add(other)
            kept.append(at)
    chosen = np.array(kept, np.int64)
    return chosen[np.lexsort((pairs[0][chosen], both.document[pairs[1][chosen]]))]


def _measure(pairs: Pairs, alike: "np.ndarray", both: _Both) -> list[Shared]:
    """The pairs, and how much of the shorter text of each two documents they are."""
    sizes, count = both.words.sizes(), len(both.texts)
    other, partner = both.document[pairs[1]], both.partner
    words = np.maximum(1, np.bincount(both.document, sizes, count))
    lengths = np.where((words < words[partner])[other], sizes[pairs[1]], sizes[pairs[0]])
    fewest = np.minimum(words, words[partner])
    copied = (np.bincount(other, lengths * alike, count) / fewest).tolist()
    shared = (np.bincount(other, lengths, count) / fewest).tolist()
    left = (pairs[0] - both.begins[partner[other]]).astype(np.uint32).tobytes()
    right = (pairs[1] - both.begins[other]).astype(np.uint32).tobytes()
    marks = alike.astype(np.uint8).tobytes()
    ends = np.cumsum(np.bincount(other, minlength=count)).tolist()
    return [
        Shared(copied[at], shared[at], left[4 * first : 4 * end], right[4 * first : 4 * end], marks[first:end])
        for at, first, end in zip(range(both.ones, count), ends[both.ones - 1 :], ends[both.ones :], strict=False)
    ]
