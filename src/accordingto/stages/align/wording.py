"""How alike the words around two mentions are, and the reports that they stand in: rare shared words weigh most."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from accordingto.model.findings import Reading
from accordingto.model.parse import Token

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
# Words beyond this many of a report say nothing new of what it is about; a longer sentence is a list.
LONGEST = 1500
LONGEST_SENTENCE = 120
# Of an event told in a hundred reports, a few stand for what they are about.
SAMPLE = 8


@dataclass(frozen=True, slots=True)
class Vector:
    """Weighed words with their length."""

    weights: Mapping[str, float]
    length: float


class Wording:
    """The words of a ledger's documents, weighed by how few documents have them."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._parses = {r.document.id: r.parse for r in readings}
        self._likeness: dict[tuple[str, str], float] = {}
        self._said: dict[tuple[str, int], frozenset[str]] = {}

    # What follows is worked out when somebody asks: most stories are told by one document, of which nobody does.

    @cached_property
    def _bags(self) -> dict[str, Counter[str]]:
        return {document: Counter(_lemmas(parse.tokens[:LONGEST])) for document, parse in self._parses.items()}

    @cached_property
    def _rarity(self) -> dict[str, float]:
        spread = Counter(lemma for bag in self._bags.values() for lemma in bag)
        return {lemma: log(1 + len(self._bags) / count) for lemma, count in spread.items()}

    @cached_property
    def _documents(self) -> dict[str, Vector]:
        return {document: self._weigh(bag) for document, bag in self._bags.items()}

    def _weigh(self, bag: Mapping[str, int]) -> Vector:
        weights = {lemma: (1 + log(count)) * self._rarity.get(lemma, 1.0) for lemma, count in sorted(bag.items())}
        return Vector(weights, sqrt(sum(weight * weight for weight in weights.values())))

    def around(self, places: Iterable[tuple[str, int]]) -> Vector:
        """The words of some sentences (document id, index), each counted once a sentence."""
        bag: Counter[str] = Counter()
        for place in sorted(set(places)):
            bag.update(self._sentence(place))
        return self._weigh(bag)

    def _sentence(self, place: tuple[str, int]) -> frozenset[str]:
        """The words of a sentence; bundles that are joined tell of it again."""
        if place not in self._said:
            parse = self._parses[place[0]]
            words = parse.words(parse.sentences[place[1]])
            self._said[place] = frozenset(_lemmas(words[:LONGEST_SENTENCE]))
        return self._said[place]

    def reports(self, left: Iterable[str], right: Iterable[str]) -> float:
        """How alike the reports of two sets of document ids are, 0 to 1, by the first few of each."""
        mine, theirs = sorted(set(left))[:SAMPLE], sorted(set(right))[:SAMPLE]
        found = [self._reports(a, b) for a in mine for b in theirs]
        return sum(found) / len(found)

    def _reports(self, left: str, right: str) -> float:
        pair = (left, right) if left < right else (right, left)
        if pair not in self._likeness:
            self._likeness[pair] = 1.0 if left == right else cosine(self._documents[left], self._documents[right])
        return self._likeness[pair]


def _lemmas(tokens: Iterable[Token]) -> list[str]:
    return [t.lemma.lower() for t in tokens if t.pos in CONTENT and t.text[:1].isalnum()]


def cosine(left: Vector, right: Vector) -> float:
    """The angle between two vectors, 0 to 1; summed in a fixed order, so that it is the same on every run."""
    if len(right.weights) < len(left.weights):
        left, right = right, left
    lengths = left.length * right.length
    if not lengths:
        return 0.0
    theirs = right.weights
    return sum(weight * theirs[word] for word, weight in left.weights.items() if word in theirs) / lengths
