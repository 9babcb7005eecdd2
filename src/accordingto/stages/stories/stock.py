"""Lines that belong to a site, not to a story: 'We have sent you a verification email' on years of its pages.

A line that many reports of one week share is told by all of them, or copied; one that stands on pages of many weeks is
the site's.
"""

from collections.abc import Sequence

from accordingto.stages.stories.signs import Signs

FEWEST = 3
LONGEST_NEWS = 30  # days


def find_stock(signs: Sequence[Signs]) -> frozenset[str]:
    """Lines that stand in three reports or more which came out over more than a month."""
    spread: dict[str, tuple[int, int, int]] = {}
    for each in signs:
        if each.published is not None:
            first, last = each.published.start.toordinal(), each.published.end.toordinal()
            for line in {line for line, _ in each.lines}:
                count, low, high = spread.get(line, (0, first, last))
                spread[line] = count + 1, min(low, first), max(high, last)
    return frozenset(
        line for line, (count, low, high) in spread.items() if count >= FEWEST and high - low > LONGEST_NEWS
    )
