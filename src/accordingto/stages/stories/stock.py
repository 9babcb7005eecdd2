"""Lines that belong to a site, not to a story: 'Your yearly pass ends soon' on years of its pages.

A line that many reports of one week share is told by all of them, or copied; one that stands on pages of many weeks is
the site's, also where it has another name in it each time ('Friends of Dana Ostrel may renew ...').
"""

from collections.abc import Sequence

import numpy as np

from accordingto.stages.stories.signs import Signs

FEWEST = 3
LONGEST_NEWS = 30  # days
# How many reports must have a line that is known by its plain words alone.
FEWEST_PLAIN = 4


def find_stock(signs: Sequence[Signs]) -> frozenset[int]:
    """Keys of lines that stand in several reports which came out over more than a month."""
    dated = [(each.published, np.unique(keys_of(each))) for each in signs if each.published is not None]
    if not dated:
        return frozenset()
    sizes = [len(keys) for _, keys in dated]
    keys, at = np.unique(np.concatenate([keys for _, keys in dated]), return_inverse=True)
    first, last = (
        np.repeat(np.array(days, np.int64), sizes)
        for days in zip(*((day.start.toordinal(), day.end.toordinal()) for day, _ in dated), strict=True)
    )
    low, high = np.full(len(keys), np.iinfo(np.int64).max), np.zeros(len(keys), np.int64)
    np.minimum.at(low, at, first)
    np.maximum.at(high, at, last)
    enough = np.bincount(at, minlength=len(keys)) >= np.where(keys & np.uint64(1), FEWEST_PLAIN, FEWEST)
    return frozenset(keys[enough & (high - low > LONGEST_NEWS) & (keys > 0)].tolist())


def keys_of(signs: Signs) -> "np.ndarray":
    """Two keys for each line of a report; the second is 0 for most."""
    return np.frombuffer(signs.lines.keys, np.uint64)
