"""What is right and wrong in the reading of saved pages."""

import re
from dataclasses import dataclass

from accordingto.model.document import Document, Span
from accordingto.model.findings import Reading
from accordingto.stages.read import Known, read_bytes
from tests.pages.layouts import Saved

_SPACE = re.compile(r"\s+")
_WORDS = 6  # consecutive words of a sentence are enough to know it again


@dataclass(frozen=True)
class Score:
    """How one page was read.

    Attributes:
        lost: paragraphs of the article that are not in the text, or are marked as something else.
        doubled: paragraphs that stand twice in what attribution reads.
        read: boilerplate sentences that stand in the text outside marked stretches.
        wrong: what the page says of itself and was read otherwise.
    """

    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    read: tuple[str, ...]
    wrong: tuple[str, ...]


def read_page(saved: Saved) -> Document:
    """The document of a page."""
    return read_bytes(saved.data, Known(f"{saved.name}.html", saved.name), form="html")


def score_page(saved: Saved, document: Document) -> Score:
    """Compare what was read with what the page holds."""
    own = _own_text(document)
    article = saved.article
    return Score(
        lost=tuple(each for each in article.paragraphs if _flat(each) not in own),
        doubled=tuple(each for each in article.paragraphs if own.count(_flat(each)) > 1),
        read=tuple(each for each in saved.boilerplate if _flat(each) in own),
        wrong=tuple(f"{name}: {found}" for name, found in _metadata(saved, document).items()),
    )


def attributed_boilerplate(saved: Saved, reading: Reading) -> list[str]:
    """Boilerplate sentences of which an attribution, narration included, holds some words."""
    spans = [span for line in reading.attributions for span in (*line.source, *line.cue, *line.content)]
    return [each for each in saved.boilerplate if any(_overlaps(each, span, reading.document) for span in spans)]


def _own_text(document: Document) -> str:
    """The report's own sentences: the text without marked stretches."""
    pieces, at = [], 0
    for segment in document.segments:
        pieces.append(document.text[at : segment.span.start])
        at = segment.span.end
    pieces.append(document.text[at:])
    return _flat("\n".join(pieces))


def _flat(words: str) -> str:
    return _SPACE.sub(" ", words).strip()


def _overlaps(sentence: str, span: Span, document: Document) -> bool:
    start = document.text.find(sentence)
    return start >= 0 and span.overlaps(Span(start, start + len(sentence)))


def _metadata(saved: Saved, document: Document) -> dict[str, str | None]:
    found = {
        "title": document.title,
        "author": document.author,
        "publisher": document.outlet,
        "published": None if document.published is None else document.published.date.start.isoformat(),
    }
    return {name: found[name] for name in sorted(saved.told) if found[name] != getattr(saved.article, name)}
