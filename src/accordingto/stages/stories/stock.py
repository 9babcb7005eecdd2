"""Lines that belong to a site, not to a story: 'Your yearly pass ends soon' on years of its pages.

A line that many reports of one week share is told by all of them, or copied; one that stands on pages of many weeks is
the site's, also where it has another name in it each time ('Friends of Dana Ostrel may renew ...').
"""

from collections.abc import Iterator, Sequence

from accordingto.stages.stories.signs import Signs

FEWEST = 3
LONGEST_NEWS = 30  # days
# Plain words that a line needs so that it is known by them alone, and how many reports must then have it.
PLAIN_WORDS, FEWEST_PLAIN = 7, 4


def find_stock(signs: Sequence[Signs]) -> frozenset[str]:
    """Keys of lines that stand in several reports which came out over more than a month."""
    spread: dict[str, tuple[int, int, int]] = {}
    for each in signs:
        if each.published is not None:
            first, last = each.published.start.toordinal(), each.published.end.toordinal()
            for key in {key for line, _ in each.lines for key in line_keys(line)}:
                count, low, high = spread.get(key, (0, first, last))
                spread[key] = count + 1, min(low, first), max(high, last)
    return frozenset(
        key
        for key, (count, low, high) in spread.items()
        if count >= (FEWEST_PLAIN if key.startswith(" ") else FEWEST) and high - low > LONGEST_NEWS
    )


def line_keys(line: str) -> Iterator[str]:
    """What a line is known by: its words, and its plain words where these are enough (behind a space)."""
    yield line
    plain = [word for word in line.split() if word.islower() and word.isalpha()]
    if len(plain) >= PLAIN_WORDS:
        yield " " + " ".join(plain)
