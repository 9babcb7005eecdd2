"""How far groups of reports look like one story: wording, people, time.

Places and numbers count as words: told rarely, they weigh much. The weights were set on two piles of news and stand
far from any edge (docs/stories.md).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, log1p

from accordingto.stages.stories.rarity import Vector, add_vectors, multiply
from accordingto.stages.stories.signs import Signs

PEOPLE = 0.2  # they name the same people
# They tell of one day, the more the fewer reports do; or of days that are further apart than NEAR_DAYS.
SAME_DAY, OTHER_DAY = 0.05, -0.06
NEAR_DAYS = 2
# They came out so far apart: nothing after a day, in full after two months; doubled where they share nobody, for
# what is told months later is a trial, an anniversary or a release, and these name who it was.
LATER, LATER_AND_NOBODY = -0.03, -0.06
WEEK, LONG = 7, 60  # days
NOBODY = 0.25  # likeness of people from which on they share somebody
# A few reports stand for what a hundred are about.
SAMPLE = 6
# That reports differ in time counts nothing in a pile of FEW and in full in one of MANY, by the logarithm of its size:
# who picks a handful of reports picked them for one subject, told on many days; among thousands of reports many tell of
# like things on other days.
FEW, MANY, AT_MOST = 6, 600, 1.6


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


@dataclass(frozen=True, slots=True)
class Pile:
    """What two reports are compared before: all the others.

    Attributes:
        size: how many reports there are.
        days: how telling a day is, from 0 where all reports tell of it to 1 where hardly any does.
    """

    size: int
    days: Mapping[date, float]

    @property
    def apart(self) -> float:
        """How much it counts that reports differ in time."""
        return min(AT_MOST, max(0.0, log(self.size / FEW) / log(MANY / FEW))) if self.size else 0.0


def make_pile(signs: Sequence[Signs]) -> Pile:
    """The pile that some reports make."""
    spread = Counter(day for each in signs for day in set(each.days))
    whole = log(len(signs) + 1)
    return Pile(len(signs), {day: log((len(signs) + 1) / count) / whole for day, count in spread.items()})


def compare_groups(left: Group, right: Group, pile: Pile) -> float:
    """The mean likeness of the reports of one group with those of the other."""
    pairs = left.size * right.size
    people = multiply(left.people, right.people) / pairs
    times = [_time(a, b, people, pile) for a in left.signs[:SAMPLE] for b in right.signs[:SAMPLE]]
    return round(multiply(left.words, right.words) / pairs + PEOPLE * people + sum(times) / len(times), 6)


def _time(left: Signs, right: Signs, people: float, pile: Pile) -> float:
    nobody = max(0.0, 1 - people / NOBODY)
    return _days(left, right, pile) + _later(left, right) * (LATER + LATER_AND_NOBODY * nobody) * pile.apart


def _days(left: Signs, right: Signs, pile: Pile) -> float:
    """What it says that they tell of one day, or of days apart."""
    if not left.days or not right.days:
        return 0.0
    shared = set(left.days).intersection(right.days)
    if shared:
        return SAME_DAY * max(pile.days[day] for day in shared)
    nearest = min(abs((a - b).days) for a in left.days for b in right.days)
    return OTHER_DAY * pile.apart if nearest > NEAR_DAYS else 0.0


def _later(left: Signs, right: Signs) -> float:
    """0 for reports of one day up to 1 for reports two months apart or more."""
    if left.published is None or right.published is None:
        return 0.0
    first, second = sorted((left.published, right.published))
    gap = max(0, (second.start - first.end).days)
    return min(1.0, log1p(gap / WEEK) / log1p(LONG / WEEK))
