"""Runs the two trained networks on windows: words to vectors and cue chances, then cue by word to classes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from accordingto.stages.attribute.model.pieces import PIECES, Vocabulary
from accordingto.stages.attribute.model.relations import SIZES, relate
from accordingto.stages.attribute.model.windows import Window

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).parents[1] / "weights"

# Words (with padding) read at once: enough to keep the core busy, few enough to stay in its cache.
WORDS_AT_ONCE = 1500
PAIRS_AT_ONCE = 24

# Windows of reports have four or five; a megabyte of 'said' has eighty in each, and every one is held against all
# words of its window.
MOST_CUES = 16

NOTHING, SOURCE, CUE, CONTENT = range(4)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A likely cue in a window.

    Attributes:
        first: the window's first token in ``Parse.tokens``; rows count from it.
        cue: the row of the word.
        likely: chance that the word is a cue, seen without its arguments.
        holds: chance that it is one, seen with them.
        classes: one row a word: chances of nothing, source, cue, content for this cue.
        tags: the same for any cue.
    """

    first: int
    cue: int
    likely: float
    holds: float
    classes: Floats
    tags: Floats


@dataclass(frozen=True, slots=True)
class Networks:
    """The loaded weights."""

    encoder: "InferenceSession"
    reader: "InferenceSession"
    vocabulary: Vocabulary


@cache
def load_networks(folder: Path = WEIGHTS) -> Networks:
    """Load the weights, once a process. One thread: documents are read side by side, not words."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    encoder, reader = (
        InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
        for name in ("encoder.onnx", "reader.onnx")
    )
    words = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return Networks(encoder, reader, Vocabulary(words))


def find_sightings(windows: Sequence[Window], networks: Networks, *, least: float) -> Iterator[Sighting]:
    """Every word whose chance of being a cue is at least ``least``; order follows the windows' lengths."""
    for batch in _batches(windows):
        pieces, columns, mask = _collate(batch)
        words, cue, tags = networks.encoder.run(None, {"pieces": pieces, "columns": columns, "mask": mask})
        rows, anchors = np.nonzero(_likeliest(cue * (mask > 0)) & (cue >= least) & (mask > 0))
        for start in range(0, len(rows), PAIRS_AT_ONCE):
            part = slice(start, start + PAIRS_AT_ONCE)
            pairs = list(zip(rows[part].tolist(), anchors[part].tolist(), strict=True))
            classes, holds = _read(batch, networks, words, mask, pairs)
            for at, (row, anchor) in enumerate(pairs):
                window = batch[row]
                yield Sighting(
                    first=window.first,
                    cue=anchor,
                    likely=float(cue[row, anchor]),
                    holds=float(holds[at]),
                    classes=classes[at, : window.size],
                    tags=tags[row, : window.size],
                )


def _likeliest(chances: Floats) -> NDArray[np.bool_]:
    """Which words are among the likeliest cues of their window."""
    found = np.zeros(chances.shape, np.bool_)
    np.put_along_axis(found, np.argsort(-chances, axis=1, kind="stable")[:, :MOST_CUES], values=True, axis=1)
    return found


def _read(
    batch: list[Window], networks: Networks, words: Floats, mask: Floats, pairs: list[tuple[int, int]]
) -> tuple[Floats, Floats]:
    """Each pair of window and cue against the window's words: classes, and whether the cue holds."""
    relations = np.zeros((len(pairs), words.shape[1], len(SIZES)), np.int64)
    for at, (row, anchor) in enumerate(pairs):
        relations[at, : batch[row].size] = relate(batch[row], anchor)
    rows, anchors = np.array(pairs, np.int64).T
    classes, holds = networks.reader.run(
        None, {"words": words[rows], "cue": anchors, "relations": relations, "mask": mask[rows]}
    )
    return classes, holds


def _batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    batch: list[Window] = []
    for window in sorted(windows, key=lambda w: (w.size, w.first)):
        if batch and (len(batch) + 1) * window.size > WORDS_AT_ONCE:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _collate(batch: list[Window]) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    longest = max(window.size for window in batch)
    pieces = np.zeros((len(batch), longest, PIECES), np.int64)
    columns = np.zeros((len(batch), longest, 7), np.int64)
    mask = np.zeros((len(batch), longest), np.float32)
    for row, w in enumerate(batch):
        pieces[row, : w.size] = w.pieces
        columns[row, : w.size] = np.stack([w.pos, w.tag, w.dep, w.ent, w.quote > 0, w.place, w.head], axis=1)
        mask[row, : w.size] = 1
    return pieces, columns, mask
