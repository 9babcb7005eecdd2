"""How alike the words around two mentions are, and the reports that they stand in: rare shared words weigh most."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from accordingto.model.findings import Reading
from accordingto.model.parse import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
# Words beyond this many of a report say nothing new of what it is about.
LONGEST = 1500

Vector = Mapping[str, float]


class Wording:
    """The words of a ledger's documents, weighed by how few documents have them."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        bags = {r.document.id: Counter(_lemmas(r.parse.tokens[:LONGEST])) for r in readings}
        spread = Counter(lemma for bag in bags.values() for lemma in bag)
        self._rarity = {lemma: log(1 + len(bags) / count) for lemma, count in spread.items()}
        self._documents = {document: self._weigh(bag) for document, bag in bags.items()}
        self._readings = {r.document.id: r for r in readings}
        self._likeness: dict[tuple[str, str], float] = {}

    def _weigh(self, bag: Mapping[str, int]) -> Vector:
        return {lemma: (1 + log(count)) * self._rarity.get(lemma, 1.0) for lemma, count in sorted(bag.items())}

    def around(self, places: Iterable[tuple[str, int]]) -> Vector:
        """The words of some sentences (document id, index), each counted once a sentence."""
        bag: Counter[str] = Counter()
        for document, index in sorted(set(places)):
            parse = self._readings[document].parse
            bag.update(set(_lemmas(parse.words(parse.sentences[index])[:120])))
        return self._weigh(bag)

    def documents(self, left: str, right: str) -> float:
        """How alike two documents are, 0 to 1."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self._likeness:
            self._likeness[pair] = 1.0 if left == right else cosine(self._documents[left], self._documents[right])
        return self._likeness[pair]


def _lemmas(tokens: Iterable[Token]) -> list[str]:
    return [t.lemma.lower() for t in tokens if t.pos in CONTENT and t.text[:1].isalnum()]


def cosine(left: Vector, right: Vector) -> float:
    """The angle between two vectors, 0 to 1; summed in a fixed order, so that it is the same on every run."""
    if not left or not right:
        return 0.0
    shared = sum(left[word] * right[word] for word in sorted(left.keys() & right.keys()))
    lengths = sqrt(sum(v * v for v in left.values())) * sqrt(sum(v * v for v in right.values()))
    return shared / lengths if lengths else 0.0
