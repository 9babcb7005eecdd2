"""A document's sentences and words with their grammar, independent of the parser that found them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from msgspec import Struct

from accordingto.model.document import Span, Zone

# No name is longer than this many words; what is, is a parse gone wrong.
LONGEST_NAME = 30


# A ledger of thousands of documents has millions of words, and each is made anew whenever its grammar is looked at: a
# struct is made in a tenth of the time that a dataclass takes, and the collector of circles never looks at it.
class Token(Struct, frozen=True, gc=False):
    """One word or mark; ``msgspec.structs.replace`` makes another of it.

    Attributes:
        index: position in ``Parse.tokens``.
        start, end: code points in the document's text.
        text, lemma: surface form; lower-case dictionary form.
        pos, tag, dep: Universal part of speech, fine tag (Penn for English), dependency label (ClearNLP for English).
        head: index of the head token; its own index for a root.
        morph: ``Tense=Past|VerbForm=Fin``.
        sentence: index into ``Parse.sentences``.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    morph: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first`` to ``last`` (end exclusive) and the characters they cover.

    ``zone`` is that of the marked segment it stands in, ``None`` in the report's own sentences.
    """

    index: int
    first: int
    last: int
    start: int
    end: int
    zone: Zone | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that the parser's recogniser found: tokens ``first`` to ``last`` (end exclusive), OntoNotes label."""

    first: int
    last: int
    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Parse:
    """The grammar of one document. No sentence crosses a line end or the border of a marked segment.

    Attributes:
        document: id of the document.
        tokens, sentences, entities: in text order.
        model: name and version of the parser, for the trace.
    """

    document: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    model: str

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Indexes of each token's direct dependents, in text order."""
        below: defaultdict[int, list[int]] = defaultdict(list)
        for index, head in enumerate([token.head for token in self.tokens]):
            if head != index:
                below[head].append(index)
        # Most words have no dependents, and share one empty tuple.
        found: list[tuple[int, ...]] = [()] * len(self.tokens)
        for head, each in below.items():
            found[head] = tuple(each)
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        forms = [token.text.lower() for token in self.tokens]
        for index, lemma in enumerate([token.lemma.lower() for token in self.tokens]):
            found[lemma].append(index)
            if forms[index] != lemma:
                found[forms[index]].append(index)
        return found

    def find_words(self, words: AbstractSet[str]) -> list[Token]:
        """The tokens that are one of some words by their lemma or as they stand, in lower case, in text order.

        An index answers, so that rules look at the few words that may concern them instead of at each.
        """
        at = {index for word in self._by_word.keys() & words for index in self._by_word[word]}
        return [self.tokens[index] for index in sorted(at)]

    def words_among(self, words: AbstractSet[str]) -> AbstractSet[str]:
        """Which of some words, in lower case, any token is by its lemma or as it stands."""
        return self._by_word.keys() & words

    @cached_property
    def names(self) -> dict[int, Entity]:
        """The name that each token is part of, the first of several; of a name as long as a page, its first words."""
        found: dict[int, Entity] = {}
        for entity in self.entities:
            for index in range(entity.first, min(entity.last, entity.first + LONGEST_NAME + 1)):
                found.setdefault(index, entity)
        return found

    def has_word(self, word: str) -> bool:
        """Whether any token is a word, in lower case, by its lemma or as it stands."""
        return word in self._by_word

    def subtree(self, index: int) -> list[int]:
        """Indexes of a token and everything below it, in text order."""
        found, todo = [], [index]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.children[at])
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """Indexes of the head, the head's head, and so on up to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def root(self, sentence: Sentence) -> int:
        """Index of the first root token of a sentence."""
        for token in self.tokens[sentence.first : sentence.last]:
            if token.head == token.index:
                return token.index
        return sentence.first

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def covered(self, span: Span) -> list[Token]:
        """The tokens that share a character with a span."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end)
        return list(self.tokens[first:last])

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)
