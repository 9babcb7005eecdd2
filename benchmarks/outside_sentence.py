"""PolNeAR attributions whose claimer is named outside the sentence: is the right source still found?

The slice: every sentence of a gold content that lies wholly outside the sentences of its gold source. It holds what a
rule that looks only inside one sentence can never get: quotations that run over sentences and paragraphs, quotations
without a cue of their own, 'The plan is simple. They will wait.' after 'she laid it out'. ``whole`` is the stricter
part in which no sentence of the content holds the source at all. Sentences are the stage's own; gold attributions
without a source (PolNeAR marks them) are left out.

A sentence counts as right when an attribution of the stage covers at least half of its attributed words and its own
source span shares a word with the gold source, stop words left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.model.attribution import Attribution, Form
from accordingto.model.document import Span
from accordingto.model.findings import Reading
from accordingto.pipeline import read_documents
from benchmarks.polnear import GOLD, load_documents
from benchmarks.shared import load_rows, need

STOP = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "her", "his", "in", "its", "of", "on", "or", "that", "the"}
)
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """One sentence whose claimer is named outside it.

    Attributes:
        words: the attributed words in it, as starting offsets.
        source: words of the gold source.
        whole: no sentence of the content holds the source.
    """

    words: frozenset[int]
    source: frozenset[str]
    whole: bool


def gold_files() -> list[Path]:
    """The gold file."""
    need(GOLD)
    return [GOLD]


def measure() -> dict[str, float]:
    """Share of the sentences with the right source, of all and of the stricter part, and how many were asked."""
    gold_files()
    rows = [
        (asked.whole, _is_right(asked, reading))
        for row, reading in zip(load_rows(GOLD), read_documents(load_documents(GOLD)), strict=True)
        for asked in find_asked(row["attributions"], reading)
    ]
    return {
        "polnear dev: right source, named outside the sentence": _share([right for _, right in rows]),
        "polnear dev: right source, named outside every sentence": _share([right for whole, right in rows if whole]),
        "polnear dev: sentences asked": float(len(rows)),
    }


def find_asked(attributions: list[dict[str, Any]], reading: Reading) -> Iterator[Asked]:
    """The slice of one document."""
    for row in attributions:
        source = {_sentence(reading, at) for start, end in row["source"] for at in _words(reading, Span(start, end))}
        by_sentence: dict[int, set[int]] = {}
        for start, end in row["content"]:
            for at in _words(reading, Span(start, end)):
                by_sentence.setdefault(_sentence(reading, at), set()).add(at)
        outside = [number for number in sorted(by_sentence) if number not in source]
        if source:
            named = frozenset(word for start, end in row["source"] for word in _said(reading, Span(start, end)))
            for number in outside:
                yield Asked(frozenset(by_sentence[number]), named, len(outside) == len(by_sentence))


def _is_right(asked: Asked, reading: Reading) -> bool:
    return any(
        (asked.source - STOP) & _source_words(reading, each)
        for each in reading.attributions
        if each.form is not Form.NARRATION and len(_covered(reading, each) & asked.words) >= HALF * len(asked.words)
    )


def _covered(reading: Reading, attribution: Attribution) -> frozenset[int]:
    return frozenset(at for span in attribution.content for at in _words(reading, span))


def _source_words(reading: Reading, attribution: Attribution) -> frozenset[str]:
    return frozenset(word for span in attribution.source for word in _said(reading, span))


def _words(reading: Reading, span: Span) -> list[int]:
    return [token.start for token in reading.parse.covered(span) if token.text[:1].isalnum()]


def _said(reading: Reading, span: Span) -> list[str]:
    return re.findall(r"\w+", reading.document.quote(span).lower())


def _sentence(reading: Reading, at: int) -> int:
    return reading.parse.covered(Span(at, at + 1))[0].sentence


def _share(right: list[bool]) -> float:
    return sum(right) / len(right) if right else 0.0
