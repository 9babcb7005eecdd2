"""How far groups of reports look like one story: wording, people, time.

Places and numbers count as words: told rarely, they weigh much. The weights were set on two piles of news and stand
far from any edge (docs/stories.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

from accordingto.stages.stories.rarity import Vector, add_vectors, multiply
from accordingto.stages.stories.signs import Signs

PEOPLE = 0.2  # they name the same people
SAME_DAY, OTHER_DAY = 0.04, -0.04  # they tell of one day; of days that are further apart than NEAR_DAYS
NEAR_DAYS = 2
# They came out so far apart: nothing after a day, in full after two months; doubled where they share nobody, for
# what is told months later is a trial, an anniversary or a release, and these name who it was.
LATER, LATER_AND_NOBODY = -0.03, -0.03
WEEK, LONG = 7, 60  # days
NOBODY = 0.25  # likeness of people from which on they share somebody
# A few reports stand for what a hundred are about.
SAMPLE = 6
# In a pile of so many, that reports differ in time counts half of what it counts in a pile of thousands: who picks
# a handful of reports picked them for one subject, told on many days.
SMALL = 60


@dataclass(frozen=True, slots=True)
class Group:
    """Reports on their way to a story.

    Attributes:
        signs: of each report, in order of document ids.
        words, people: sums of the reports' vectors.
    """

    signs: tuple[Signs, ...]
    words: Vector
    people: Vector

    @property
    def size(self) -> int:
        """How many reports."""
        return len(self.signs)


def merge_groups(left: Group, right: Group) -> Group:
    """Both groups' reports as one."""
    return Group(
        tuple(sorted((*left.signs, *right.signs), key=lambda each: each.document)),
        add_vectors([left.words, right.words]),
        add_vectors([left.people, right.people]),
    )


def compare_groups(left: Group, right: Group, *, pile: int) -> float:
    """The mean likeness of the reports of one group with those of the other.

    Args:
        left: one group.
        right: the other.
        pile: how many reports there are in all.
    """
    pairs = left.size * right.size
    people = multiply(left.people, right.people) / pairs
    apart = pile / (pile + SMALL)
    times = [_time(a, b, people, apart) for a in left.signs[:SAMPLE] for b in right.signs[:SAMPLE]]
    return round(multiply(left.words, right.words) / pairs + PEOPLE * people + sum(times) / len(times), 6)


def _time(left: Signs, right: Signs, people: float, apart: float) -> float:
    score = 0.0
    gap = _days_apart(left, right)
    if gap is not None:
        score += SAME_DAY if gap == 0 else OTHER_DAY * apart if gap > NEAR_DAYS else 0.0
    later = _later(left, right)
    nobody = max(0.0, 1 - people / NOBODY)
    return score + later * (LATER + LATER_AND_NOBODY * nobody) * apart


def _days_apart(left: Signs, right: Signs) -> int | None:
    return min((abs((a - b).days) for a in left.days for b in right.days), default=None)


def _later(left: Signs, right: Signs) -> float:
    """0 for reports of one day up to 1 for reports two months apart or more."""
    if left.published is None or right.published is None:
        return 0.0
    first, second = sorted((left.published, right.published))
    gap = max(0, (second.start - first.end).days)
    return min(1.0, log1p(gap / WEEK) / log1p(LONG / WEEK))


def make_group(signs: Sequence[Signs], words: Vector, people: Vector) -> Group:
    """A group of one report."""
    return Group(tuple(signs), words, people)
