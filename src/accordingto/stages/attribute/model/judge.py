"""One score from a candidate's chances and its rivals' in the same window; weights fitted on documents kept aside."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from accordingto.model.parse import Parse
from accordingto.stages.attribute.model.decode import Run, Words
from accordingto.stages.attribute.model.network import CONTENT, CUE, SOURCE, WEIGHTS, Sighting

# What each number of ``weigh`` is, in this order.
NAMES = (
    "likely",
    "holds",
    "sure",
    "source",
    "no source",
    "length",
    "pieces",
    "rival content",
    "rival cue",
    "tag content",
    "tag cue",
    "noun",
    "particle",
    "mark",
    "auxiliary",
    "quoted",
)

Seen = tuple[Sighting, Words]


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights of a logistic regression, and the score from which on a candidate is worth keeping."""

    intercept: float
    weights: tuple[float, ...]
    cut: float

    def score(self, numbers: Sequence[float]) -> float:
        """The chance that a candidate is right."""
        total = self.intercept + sum(w * n for w, n in zip(self.weights, numbers, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_judge(folder: Path = WEIGHTS) -> Judge:
    """Read the weights, once a process."""
    data = json.loads((folder / "judge.json").read_text(encoding="utf-8"))
    return Judge(data["intercept"], tuple(data["weights"][name] for name in NAMES), data["cut"])


def weigh(parse: Parse, seen: Sequence[Seen]) -> list[list[float]]:
    """A row of numbers (``NAMES``) for each candidate of one window; every content has words."""
    covered = [set(rows_of(words.content)) for _, words in seen]
    return [
        [*_own(sighting, words), *_rivals(at, seen, covered), *_tags(sighting, words), *_kind(parse, sighting, words)]
        for at, (sighting, words) in enumerate(seen)
    ]


def rows_of(runs: Sequence[Run]) -> list[int]:
    """Every row that some runs cover."""
    return [row for first, last in runs for row in range(first, last + 1)]


def _own(sighting: Sighting, words: Words) -> list[float]:
    source = max((float(sighting.classes[a : b + 1, SOURCE].mean()) for a, b in words.source), default=0.0)
    length = math.log1p(sum(b - a + 1 for a, b in words.content))
    chances = (_logit(sighting.likely), _logit(sighting.holds), _logit(words.sure))
    return [*chances, source, float(not words.source), length, float(len(words.content))]


def _rivals(at: int, seen: Sequence[Seen], covered: Sequence[set[int]]) -> list[float]:
    """How strongly others of the window claim its content, and its cue as part of theirs."""
    content = cue = 0.0
    for other, (sighting, _) in enumerate(seen):
        if other != at:
            power = (sighting.likely * sighting.holds) ** 0.5
            content = max(content, power * len(covered[at] & covered[other]) / len(covered[at]))
            cue = max(cue, power * float(sighting.classes[seen[at][0].cue, CONTENT]))
    return [content, cue]


def _tags(sighting: Sighting, words: Words) -> list[float]:
    return [float(sighting.tags[rows_of(words.content), CONTENT].mean()), float(sighting.tags[sighting.cue, CUE])]


def _kind(parse: Parse, sighting: Sighting, words: Words) -> list[float]:
    pos = parse.tokens[sighting.first + sighting.cue].pos
    first, last = words.content[0][0], words.content[-1][1]
    marks = parse.tokens[sighting.first + first].text + parse.tokens[sighting.first + last].text
    groups = (("NOUN", "PROPN", "ADJ"), ("ADP", "PART", "SCONJ", "ADV"), ("PUNCT",), ("AUX",))
    return [*(float(pos in group) for group in groups), float(any(mark in '"“”' for mark in marks))]


def _logit(chance: float) -> float:
    chance = min(max(chance, 0.002), 0.998)
    return math.log(chance / (1 - chance))
