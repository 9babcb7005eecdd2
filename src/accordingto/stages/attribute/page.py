"""What every family of rules looks at: the document, its grammar, its quotations and where its sentences end."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from accordingto.model.document import Document, Span, Zone
from accordingto.model.parse import Entity, Parse, Sentence, Token
from accordingto.text.quotes import Quote, find_quotes

# A "sentence" of more words is a list or a hostile text; its grammar means nothing, and rules that climb it would
# take as many steps for each of its words.
LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Clauses that belong elsewhere than the parser has them.

    Attributes:
        owners: cue verb -> the cue verb whose subject it shares.
        cuts: cue verb -> heads of the subtrees that are no part of its content.
    """

    owners: dict[int, int] = field(default_factory=dict)
    cuts: dict[int, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """One document as the rules see it."""

    document: Document
    parse: Parse
    regrouping: Regrouping = field(default_factory=Regrouping)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words and marks of the document."""
        return self.parse.tokens

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that rules read: outside marked segments, and short enough to have a grammar."""
        short = (each for each in self.parse.sentences if each.last - each.first <= LONGEST_SENTENCE)
        return tuple(each for each in short if self.is_read_at(each.start))

    @cached_property
    def quotes(self) -> list[Quote]:
        """Its outer quoted passages outside marked segments, in text order; a headline's count too."""
        return [q for q in find_quotes(self.document.text) if self.is_read_at(q.span.start)]

    def quotes_in(self, span: Span) -> list[Quote]:
        """The quotations that begin and end within a stretch of the text, in text order."""
        first = bisect_left(self.quotes, span.start, key=lambda quote: quote.span.start)
        last = bisect_right(self.quotes, span.end, key=lambda quote: quote.span.start)
        return [quote for quote in self.quotes[first:last] if quote.span.end <= span.end]

    @cached_property
    def quote_of(self) -> list[int]:
        """For each token the index of the quote it stands in, or -1."""
        found = [-1] * len(self.tokens)
        for number, quote in enumerate(self.quotes):
            for token in self.parse.covered(quote.span):
                found[token.index] = number
        return found

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.parse.sentences]

    @cached_property
    def _segment_starts(self) -> list[int]:
        return [segment.span.start for segment in self.document.segments]

    def is_read_at(self, offset: int) -> bool:
        """Whether attribution reads this place: the report's own sentences and its headline."""
        at = bisect_right(self._segment_starts, offset) - 1
        if at < 0:
            return True
        segment = self.document.segments[at]
        return offset >= segment.span.end or segment.zone is Zone.TITLE

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character or, between two, the one before."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.parse.sentences[at] if at >= 0 else None

    def sentence_of(self, index: int) -> Sentence:
        """The sentence of a token."""
        return self.parse.sentences[self.tokens[index].sentence]

    def has_grammar(self, index: int) -> bool:
        """Whether a token stands in a sentence that is no list and no hostile text."""
        sentence = self.sentence_of(index)
        return sentence.last - sentence.first <= LONGEST_SENTENCE

    def entity_at(self, index: int) -> Entity | None:
        """The name that a token stands in."""
        at = bisect_right(self.parse.entities, index, key=lambda entity: entity.first) - 1
        return self.parse.entities[at] if at >= 0 and index < self.parse.entities[at].last else None

    def children(self, index: int, *labels: str) -> list[int]:
        """Direct dependents with one of these labels, in text order."""
        return [child for child in self.parse.children[index] if self.tokens[child].dep in labels]

    def child(self, index: int, *labels: str) -> int | None:
        """The first direct dependent with one of these labels."""
        return next((child for child in self.parse.children[index] if self.tokens[child].dep in labels), None)

    def is_infinitive(self, verb: int) -> bool:
        """Whether 'to' stands before a verb: 'to leave'."""
        return any(self.tokens[aux].lemma == "to" for aux in self.children(verb, "aux"))

    def preposition(self, index: int, lemmas: frozenset[str]) -> int | None:
        """The first preposition below a token that is one of these words and governs something."""
        for child in self.children(index, "prep", "dative", "agent", "prt", "mark"):
            if self.tokens[child].lemma in lemmas and self.child(child, "pobj", "pcomp") is not None:
                return child
        return None

    def quote_index(self, index: int) -> int:
        """The quote that a token stands in, or -1."""
        return self.quote_of[index]

    def words(self, span: Span) -> list[Token]:
        """The tokens of a span that are no punctuation."""
        return [token for token in self.parse.covered(span) if token.pos not in {"PUNCT", "SPACE", "SYM"}]

    def starts_line(self, offset: int) -> bool:
        """Whether nothing but white space stands before this place in its paragraph."""
        text = self.document.text
        while offset > 0 and text[offset - 1].isspace() and text[offset - 1] != "\n":
            offset -= 1
        return offset == 0 or text[offset - 1] == "\n"

    def same_line(self, left: int, right: int) -> bool:
        """Whether no line ends between two places."""
        return "\n" not in self.document.text[left:right]
