"""From chances a word to the words of source, cue and content, in unbroken runs."""

from dataclasses import dataclass

import numpy as np

from accordingto.stages.attribute.model.network import CONTENT, CUE, SOURCE, Floats, Sighting

Run = tuple[int, int]  # first and last row, both included

# A word belongs to a part from this chance on.
LEAST_CONTENT = 0.5
LEAST_SOURCE = 0.2
# Nothing is a source unless one of its words reaches this: few attributions have none, so it is low.
LEAST_PEAK = 0.3
LEAST_CUE = 0.5
# Content goes on over so many doubtful words, unless source or cue stand between.
LONGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The rows of each part; ``sure`` is the mean chance of the content's words."""

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    sure: float


def choose_words(sighting: Sighting) -> Words:
    """The likeliest parts of one sighting; ``content`` may be empty."""
    chances = sighting.classes
    source = _find_source(chances)
    named = {row for first, last in source for row in range(first, last + 1)}
    cue = (set(np.flatnonzero(chances[:, CUE] > LEAST_CUE).tolist()) - named) | {sighting.cue}
    taken = cue | named
    rows = [row for row in np.flatnonzero(chances[:, CONTENT] > LEAST_CONTENT).tolist() if row not in taken]
    content = _bridge(runs_of(rows), taken)
    inside = [row for first, last in content for row in range(first, last + 1)]
    sure = float(chances[inside, CONTENT].mean()) if inside else 0.0
    return Words(source, runs_of(sorted(cue)), content, sure)


def runs_of(rows: list[int]) -> tuple[Run, ...]:
    """Rows in order, joined where they follow each other."""
    found: list[Run] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return tuple(found)


def _bridge(runs: tuple[Run, ...], taken: set[int]) -> tuple[Run, ...]:
    found: list[Run] = []
    for first, last in runs:
        between = range(found[-1][1] + 1, first) if found else range(0)
        if found and len(between) <= LONGEST_GAP and taken.isdisjoint(between):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)


def _find_source(chances: Floats) -> tuple[Run, ...]:
    """One run only, that with the surest word: a source is one noun phrase."""
    runs = runs_of(np.flatnonzero(chances[:, SOURCE] > LEAST_SOURCE).tolist())
    peak, best = max(((float(chances[a : b + 1, SOURCE].max()), (a, b)) for a, b in runs), default=(0.0, (0, 0)))
    return (best,) if peak >= LEAST_PEAK else ()
