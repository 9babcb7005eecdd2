"""Cuts a parse into windows that the model reads at once: the sentences of one paragraph, as columns of numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.model.parse import Parse, Sentence
from accordingto.stages.attribute.model.pieces import PIECES, Vocabulary
from accordingto.stages.attribute.model.tables import DEPS, ENTS, POS, TAGS

Ints = NDArray[np.int32]

# Paragraphs of news are rarely longer; a longer one is cut between sentences, a longer sentence between words.
LONGEST_WINDOW = 160

OPENING = {"“", "``", "«"}
CLOSING = {"”", "''", "»"}


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``first`` to ``last`` (end exclusive) of a parse with their features, one row a token.

    Attributes:
        pieces: word-piece ids, padded with 0, ``PIECES`` a token.
        pos, tag, dep, ent, quote, place, head, sentence: see ``cut_windows``; ``head`` counts from ``first``.
    """

    first: int
    last: int
    pieces: Ints
    pos: Ints
    tag: Ints
    dep: Ints
    ent: Ints
    quote: Ints
    place: Ints
    head: Ints
    sentence: Ints

    @property
    def size(self) -> int:
        """How many tokens."""
        return self.last - self.first


def cut_windows(text: str, parse: Parse, vocabulary: Vocabulary) -> Iterator[Window]:
    """The windows of a document in text order.

    ``quote`` numbers the quotation a token stands in from 1 (0 outside, marks count as inside), ``place`` is the
    paragraph's number in the document up to 3, ``sentence`` the sentence's number in the window.
    """
    ents = [0] * len(parse.tokens)
    for entity in parse.entities:
        ents[entity.first : entity.last] = [ENTS.get(entity.label, 0)] * (entity.last - entity.first)
    for number, sentences in enumerate(_paragraphs(text, parse)):
        for first, last in _cut(sentences):
            yield _window(parse, (first, last), ents, place=min(number, 3), vocabulary=vocabulary)


def _paragraphs(text: str, parse: Parse) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in parse.sentences:
        if group and "\n" in text[group[-1].end : sentence.start]:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _cut(sentences: list[Sentence]) -> Iterator[tuple[int, int]]:
    first = sentences[0].first
    for sentence in sentences:
        if sentence.last - first > LONGEST_WINDOW and sentence.first > first:
            yield first, sentence.first
            first = sentence.first
        while sentence.last - first > LONGEST_WINDOW:
            yield first, first + LONGEST_WINDOW
            first += LONGEST_WINDOW
    if first < sentences[-1].last:
        yield first, sentences[-1].last


def _window(parse: Parse, part: tuple[int, int], ents: list[int], *, place: int, vocabulary: Vocabulary) -> Window:
    first, last = part
    tokens = parse.tokens[first:last]
    size = last - first
    pieces = np.zeros((size, PIECES), np.int32)
    for row, token in enumerate(tokens):
        found = vocabulary.pieces(token.text)
        pieces[row, : len(found)] = found
    heads = [token.head - first if first <= token.head < last else row for row, token in enumerate(tokens)]
    return Window(
        first=first,
        last=last,
        pieces=pieces,
        pos=_column(POS.get(token.pos, 0) for token in tokens),
        tag=_column(TAGS.get(token.tag, 0) for token in tokens),
        dep=_column(DEPS.get(token.dep, 0) for token in tokens),
        ent=_column(ents[first:last]),
        quote=_column(_quotations([token.text for token in tokens])),
        place=np.full(size, place, np.int32),
        head=_column(heads),
        sentence=_column(token.sentence - tokens[0].sentence for token in tokens),
    )


def _column(values: Iterable[int]) -> Ints:
    return np.array(list(values), np.int32)


def _quotations(words: list[str]) -> list[int]:
    """The number of the quotation that each word stands in; an unclosed one runs to the end of the window."""
    found, count, inside = [], 0, False
    for word in words:
        opens = word in OPENING or (word == '"' and not inside)
        closes = inside and (word in CLOSING or word == '"')
        if opens and not closes:
            count += 1
            inside = True
        found.append(count if inside else 0)
        if closes:
            inside = False
    return found
