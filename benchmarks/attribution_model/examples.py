"""Windows of PolNeAR with the answers: which word is a cue, and each word's class for it."""

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from accordingto.model.document import Span
from accordingto.model.parse import Parse
from accordingto.stages.attribute.model.pieces import Vocabulary
from accordingto.stages.attribute.model.windows import Ints, Window, cut_windows

NOTHING, SOURCE, CUE, CONTENT = range(4)


@dataclass(frozen=True, slots=True)
class Example:
    """A window, the rows of its cues, and a row of classes for each of them."""

    document: int
    window: Window
    cues: tuple[int, ...]
    classes: tuple[Ints, ...]


def load_examples(cached: Path, vocabulary: Vocabulary) -> tuple[list[tuple[dict[str, Any], Parse]], list[Example]]:
    """Documents with parses, as cached, and their examples."""
    documents = pickle.loads(cached.read_bytes())  # noqa: S301  our own file
    found = []
    for number, (document, parse) in enumerate(documents):
        answers = [answer for answer in map(lambda a: _answer(a, parse), document["attributions"]) if answer]
        for window in cut_windows(document["text"], parse, vocabulary):
            inside = [a for a in answers if window.first <= a[0] < window.last]
            cues, classes = [], []
            for anchor, parts in inside:
                row = np.zeros(window.last - window.first, np.int32)
                for kind in (CONTENT, SOURCE, CUE):
                    for token in parts[kind]:
                        if window.first <= token < window.last:
                            row[token - window.first] = kind
                cues.append(anchor - window.first)
                classes.append(row)
            found.append(Example(number, window, tuple(cues), tuple(classes)))
    return documents, found


def _answer(gold: dict[str, Any], parse: Parse) -> tuple[int, dict[int, list[int]]] | None:
    tokens = {
        kind: [t.index for s, e in gold[name] for t in parse.covered(Span(s, e))]
        for kind, name in ((SOURCE, "source"), (CUE, "cue"), (CONTENT, "content"))
    }
    if not tokens[CUE] or not tokens[CONTENT]:
        return None
    return find_anchor(tokens[CUE], parse), tokens


def find_anchor(cue: list[int], parse: Parse) -> int:
    """The one word that stands for a cue: its highest word in the parse, rather a full word than a mark."""
    inside = set(cue)
    roots = [t for t in cue if parse.tokens[t].head not in inside or parse.tokens[t].head == t]
    full = [t for t in roots if parse.tokens[t].pos not in ("PUNCT", "AUX", "PART", "DET")]
    return (full or roots or cue)[0]
