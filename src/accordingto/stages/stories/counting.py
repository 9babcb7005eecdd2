"""How often each report has each word, without the lines that are its site's."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from accordingto.stages.stories.signs import Signs
from accordingto.stages.stories.stock import find_stock, keys_of
from accordingto.stages.stories.vectors import Vocabulary

Counted = tuple["np.ndarray", "np.ndarray"]  # the words' numbers, rising, and how often each stands there


def count_words(signs: Sequence[Signs], vocabulary: Vocabulary) -> list[Counted]:
    """The words of each report."""
    stock = find_stock(signs)
    return [_count(each, numbers, stock) for each, numbers in zip(signs, vocabulary.reports, strict=True)]


def _count(signs: Signs, numbers: "np.ndarray", stock: AbstractSet[int]) -> Counted:
    lines = signs.lines
    uses, ends = np.frombuffer(lines.uses, np.uint16), np.frombuffer(lines.ends, np.uint16)
    keys = keys_of(signs).tolist()
    if not stock.isdisjoint(keys):
        stays = [stock.isdisjoint(each) for each in zip(keys[::2], keys[1::2], strict=True)]
        uses = uses[np.repeat(stays, np.diff(ends, prepend=np.uint16(0)))]
    counts = np.bincount(uses, minlength=len(numbers))
    order = np.argsort(numbers)
    order = order[counts[order] > 0]
    return numbers[order], counts[order]
