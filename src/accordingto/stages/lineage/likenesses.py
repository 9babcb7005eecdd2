"""What documents share, sentence by sentence: for every two that are worth comparing, and not found out twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby, islice
from operator import itemgetter
from typing import Protocol

from accordingto.model.document import Document
from accordingto.stages.lineage.alignment import Shared, align
from accordingto.stages.lineage.blocking import find_pairs
from accordingto.stages.lineage.compared import Compared
from accordingto.stages.lineage.passages import Passages, Wording

_SOME = 500  # documents are compared with others before what was found is kept
_MOST_BYTES = 100_000  # of the words of documents that are looked at together: not more than of a short book
_KEY_BYTES = 16  # of any number of texts no two have one key

Pair = tuple[int, int]  # positions of documents
Group = tuple[int, list[int]]  # a document, and those after it that it is worth comparing with
Batch = tuple[list[Wording], list[Wording], list[int]]  # what ``align`` is given


@dataclass(frozen=True, slots=True)
class Likenesses:
    """What one document was found to share with others.

    Attributes:
        document: its id.
        others: the key of each other's text.
        found: what they share.
    """

    document: str
    others: tuple[bytes, ...]
    found: tuple[Shared, ...]

    def is_whole(self) -> bool:
        """Whether it holds as much of each as of the others; what was altered since it was kept may not."""
        return len(self.others) == len(self.found) and all(each.is_whole() for each in self.found)


class Known(Protocol):
    """Where likenesses are kept, each under the key of its document's text, and who finds out about others."""

    def recall(self, keys: Mapping[str, bytes]) -> Mapping[str, Likenesses]:
        """Those of some documents, where their texts are what they were."""
        ...

    def remember(self, keys: Mapping[str, bytes], made: Iterable[Likenesses]) -> None:
        """Keep some, in place of what was kept of these documents."""
        ...

    def find(self, batches: Iterable[Batch], count: int) -> Iterator[list[Shared]]:
        """What documents share that were not compared before, so many pairs in all; batch by batch, in their order."""
        ...


class Unknown:
    """Nothing was found before, and nothing is kept."""

    def recall(self, keys: Mapping[str, bytes]) -> Mapping[str, Likenesses]:
        """None."""
        del keys
        return {}

    def remember(self, keys: Mapping[str, bytes], made: Iterable[Likenesses]) -> None:
        """Nothing is kept."""

    def find(self, batches: Iterable[Batch], count: int) -> Iterator[list[Shared]]:
        """Found out here."""
        del count
        yield from align_batches(batches, None)


def align_batches(batches: Iterable[Batch], context: None) -> list[list[Shared]]:
    """What the documents of each batch share."""
    del context
    return [align(*each) for each in batches]


UNKNOWN = Unknown()


def compare_all(documents: Sequence[Document], texts: Sequence[Passages], known: Known = UNKNOWN) -> Compared:
    """Every pair worth comparing, sentence by sentence; those that share no sentence are left out.

    Args:
        documents: sorted by id.
        texts: their sentences, in the same order.
        known: what was found before.
    """
    compared, keys = Compared(), _Keys(texts)
    for some in _cut_groups(texts):
        own = {documents[left].id: keys.of(left) for left, _ in some}
        recalled = known.recall(own)
        found = dict(_pick(some, [recalled.get(name) for name in own], keys))
        missing = [(left, right) for left, rights in some for right in rights if (left, right) not in found]
        found.update(_find(missing, texts, known))
        for pair in ((left, right) for left, rights in some for right in rights):
            compared.add(*pair, found[pair])
        touched = {left for left, _ in missing}
        fresh = (each for each in some if each[0] in touched)
        known.remember(own, (_note(documents[each[0]].id, each, found, keys) for each in fresh))
    return compared


class _Keys:
    """What is the same for two texts only if they share the same with any other."""

    def __init__(self, texts: Sequence[Passages]) -> None:
        self._texts = texts
        self._made: dict[int, bytes] = {}

    def of(self, at: int) -> bytes:
        """The key of one."""
        found = self._made.get(at)
        if found is None:
            found = self._made[at] = _make_key(self._texts[at])
        return found


def _make_key(text: Passages) -> bytes:
    made = blake2b(len(text).to_bytes(8, "big"), digest_size=_KEY_BYTES)
    for rows in (text.words, text.telling):
        made.update(rows.ends)
        made.update(rows.values)
    return made.digest()


def _cut_groups(texts: Sequence[Passages]) -> Iterator[list[Group]]:
    """Some documents at a time, with those that each is worth comparing with."""
    groups = ((left, [right for _, right in pairs]) for left, pairs in groupby(find_pairs(texts), key=itemgetter(0)))
    while some := list(islice(groups, _SOME)):
        yield some


def _pick(some: Iterable[Group], recalled: Iterable[Likenesses | None], keys: _Keys) -> Iterator[tuple[Pair, Shared]]:
    """What is known of pairs of which both texts are what they were."""
    for (left, rights), kept in zip(some, recalled, strict=True):
        if kept is not None and kept.is_whole():
            before = dict(zip(kept.others, kept.found, strict=True))
            yield from (((left, right), before[keys.of(right)]) for right in rights if keys.of(right) in before)


def _note(name: str, group: Group, found: Mapping[Pair, Shared], keys: _Keys) -> Likenesses:
    left, rights = group
    return Likenesses(name, tuple(map(keys.of, rights)), tuple(found[left, right] for right in rights))


def _find(pairs: Sequence[Pair], texts: Sequence[Passages], known: Known) -> Iterator[tuple[Pair, Shared]]:
    """What the documents of each pair share; pairs rise."""
    shares = list(_cut(pairs, texts))
    found = known.find((_make_batch(share, texts) for share in shares), len(pairs))
    for share, each in zip(shares, found, strict=True):
        yield from zip(share, each, strict=True)


def _make_batch(pairs: Sequence[Pair], texts: Sequence[Passages]) -> Batch:
    at = {left: number for number, left in enumerate(dict.fromkeys(left for left, _ in pairs))}
    others = [texts[right].wording() for _, right in pairs]
    return [texts[each].wording() for each in at], others, [at[left] for left, _ in pairs]


def _cut(pairs: Iterable[Pair], texts: Sequence[Passages]) -> Iterator[list[Pair]]:
    """Pairs in shares that are looked at together."""
    share: list[Pair] = []
    held = 0
    for left, right in pairs:
        new = () if share and share[-1][0] == left else (left,)
        held += sum(len(texts[each].words.values) for each in (*new, right))
        share.append((left, right))
        if held > _MOST_BYTES:
            yield share
            share, held = [], 0
    if share:
        yield share
