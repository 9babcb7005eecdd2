"""How every word of a window stands to one cue word: path in the parse, distance, quotation. Small numbers only."""

import numpy as np

from accordingto.stages.attribute.model.windows import Ints, Window

MOST_UP, MOST_DOWN = 4, 6
# Column sizes of ``relate``: up, down, branch, distance, sentence offset, quotation.
SIZES = (MOST_UP + 2, MOST_DOWN + 2, 48, 19, 7, 6)
_SAME_WORD = 46
_ELSEWHERE = 47


def relate(window: Window, cue: int) -> Ints:
    """One row a token: ``SIZES`` says how many values each column takes.

    up, down: steps from the cue to the common head and from there to the token (last value: another sentence).
    branch: dependency label of the branch below the common head in which the token stands.
    distance: signed, in growing steps. sentence offset: -3 to 3. quotation: which of the two is quoted.
    """
    size = window.last - window.first
    up, down, branch = _paths(window, cue)
    offset = np.arange(size) - cue
    steps = np.digitize(np.abs(offset), (1, 2, 3, 4, 6, 10, 16, 30, 60))
    distance = np.where(offset < 0, 9 - steps, 9 + steps)
    sentence = np.clip(window.sentence - window.sentence[cue], -3, 3) + 3
    return np.stack([up, down, branch, distance, sentence, _quotation(window, cue)], axis=1).astype(np.int32)


def _quotation(window: Window, cue: int) -> Ints:
    """0 neither quoted, 1 only the cue, 2 both in one, 3 both in different ones, 4 the token, 5 the token, nearest."""
    mine, theirs = window.quote[cue], window.quote
    if mine:
        return np.where(theirs == 0, 1, np.where(theirs == mine, 2, 3)).astype(np.int32)
    found = np.where(theirs > 0, 4, 0)
    quoted = np.flatnonzero(theirs)
    if len(quoted):
        nearest = theirs[quoted[np.argmin(np.abs(quoted - cue))]]
        found[theirs == nearest] = 5
    return found.astype(np.int32)


def _paths(window: Window, cue: int) -> tuple[Ints, Ints, Ints]:
    size = window.last - window.first
    up = np.full(size, MOST_UP + 1, np.int32)
    down = np.full(size, MOST_DOWN + 1, np.int32)
    branch = np.full(size, _ELSEWHERE, np.int32)
    heads = window.head.tolist()
    deps = window.dep.tolist()
    known: dict[int, tuple[int, int, int]] = {}
    at, steps = cue, 0
    while at not in known:
        known[at] = (min(steps, MOST_UP), 0, _SAME_WORD)
        at, steps = heads[at], steps + 1
    inside = np.flatnonzero(window.sentence == window.sentence[cue])
    for token in inside.tolist():
        known.update(_descend(token, heads, deps, known))
    for row, values in known.items():
        up[row], down[row], branch[row] = values
    return up, down, branch


def _descend(
    token: int, heads: list[int], deps: list[int], known: dict[int, tuple[int, int, int]]
) -> list[tuple[int, tuple[int, int, int]]]:
    """What is new on the way from a token up to the first known word; nothing if it ends in another tree."""
    path = []
    while token not in known:
        path.append(token)
        if heads[token] == token or len(path) > len(heads):
            return []
        token = heads[token]
    found = []
    values = known[token]
    for row in reversed(path):
        label = deps[row] if values[2] == _SAME_WORD else values[2]
        values = (values[0], min(values[1] + 1, MOST_DOWN), label)
        found.append((row, values))
    return found
