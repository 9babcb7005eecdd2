"""One stretch of a text that was parsed by itself: spaCy's words under the numbers that they have in the document."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from accordingto.model.document import Zone
from accordingto.model.parse import Entity, Sentence, Token
from accordingto.stages.parse.forms import Form

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Part


class Block:
    """The words of a stretch, but for white space, with what the parser says of them.

    Args:
        doc: as spaCy parsed it.
        forms: of all its words.
        start: where the stretch begins in the document.
        first: the number that its first word has in the document.
    """

    def __init__(self, doc: "Doc", forms: Sequence[Form], start: int, first: int) -> None:
        columns = doc.to_array(["LENGTH", "SPACY", "HEAD", "IS_SPACE"]).astype("int64").T.tolist()
        self._lengths, spaced, self._steps, is_space = columns  # a head is given as the steps to it
        self._starts: list[int] = []
        for length, space in zip(self._lengths, spaced, strict=True):
            self._starts.append(start)
            start += length + space
        self._words = [at for at, space in enumerate(is_space) if not space]
        self._index = {at: first + number for number, at in enumerate(self._words)}  # spaCy's number -> ours
        self._doc, self._forms, self._first = doc, forms, first

    def sentences(self, number: int, zone: Zone | None) -> Iterator[Sentence]:
        """The sentences that have words, counted from a number."""
        for part in self._doc.sents:
            words = self._inside(part)
            if words:
                yield Sentence(number, *self._edges(words), zone)
                number += 1

    def tokens(self, sentences: Iterable[Sentence]) -> Iterator[Token]:
        """The words of these sentences, which are all of the stretch."""
        for sentence in sentences:
            for at in self._words[sentence.first - self._first : sentence.last - self._first]:
                yield self._token(at, sentence.index)

    def entities(self) -> Iterator[Entity]:
        """The names that the recogniser found."""
        for part in self._doc.ents:
            words = self._inside(part)
            if words:
                yield Entity(*self._edges(words), part.label_)

    def _token(self, at: int, sentence: int) -> Token:
        index, start, form = self._index[at], self._starts[at], self._forms[at]
        return Token(
            index=index,
            start=start,
            end=start + self._lengths[at],
            text=form.text,
            lemma=form.lemma,
            pos=form.pos,
            tag=form.tag,
            dep=form.dep,
            head=self._head(at, index),
            morph=form.morph,
            sentence=sentence,
        )

    def _inside(self, part: "Part") -> list[int]:
        """The words of a sentence or a name."""
        return self._words[bisect_left(self._words, part.start) : bisect_left(self._words, part.end)]

    def _edges(self, words: Sequence[int]) -> tuple[int, int, int, int]:
        """The numbers of the first word and of the one after the last; where the first begins and the last ends."""
        first, last = words[0], words[-1]
        return self._index[first], self._index[last] + 1, self._starts[first], self._starts[last] + self._lengths[last]

    def _head(self, at: int, index: int) -> int:
        """The word that governs a word, past white space; the word itself at the top."""
        head = at + self._steps[at]
        while head not in self._index and self._steps[head]:
            head += self._steps[head]
        return self._index.get(head, index)
