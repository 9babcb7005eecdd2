"""How far groups of reports look like one story: wording, people, time.

Places and numbers count as words: told rarely, they weigh much. The weights were set on two piles of news and stand
far from any edge (docs/stories.md).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, log1p
from typing import NamedTuple

import numpy as np

from accordingto.stages.stories.signs import Signs
from accordingto.stages.stories.vectors import Products, Vector, add_vectors

PEOPLE = 0.2  # they name the same people
# They tell of one day, the more the fewer reports do; or of days that are further apart than NEAR_DAYS.
SAME_DAY, OTHER_DAY = 0.05, -0.06
NEAR_DAYS = 2
ROUNDING = 1e-5
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
        reports: their positions in the pile, rising.
        words, people: sums of the reports' vectors.
    """

    reports: tuple[int, ...]
    words: Vector
    people: Vector

    @property
    def size(self) -> int:
        """How many reports."""
        return len(self.reports)


def merge_groups(groups: Sequence[Group]) -> Group:
    """Some groups' reports as one group."""
    return Group(
        tuple(sorted(report for each in groups for report in each.reports)),
        add_vectors([each.words for each in groups]),
        add_vectors([each.people for each in groups]),
    )


class When(NamedTuple):
    """The days of one report as numbers: those that it tells of, and from when to when it came out (0: unknown)."""

    days: tuple[int, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pile:
    """What two reports are compared before: all the others.

    Attributes:
        days: how telling a day is, from 0 where all reports tell of it to 1 where hardly any does.
        when: the days of each report.
        apart: how much it counts that reports differ in time.
    """

    days: Mapping[int, float]
    when: Sequence[When]
    apart: float


def make_pile(signs: Sequence[Signs]) -> Pile:
    """The pile that some reports make."""
    when = [_when(each) for each in signs]
    spread = Counter(day for each in when for day in each.days)
    whole = log(len(signs) + 1)
    days = {day: log((len(signs) + 1) / count) / whole for day, count in spread.items()}
    apart = min(AT_MOST, max(0.0, log(len(signs) / FEW) / log(MANY / FEW))) if signs else 0.0
    return Pile(days, when, apart)


def _when(signs: Signs) -> When:
    days = tuple(dict.fromkeys(day.toordinal() for day in signs.days))
    if signs.published is None:
        return When(days, 0, 0)
    return When(days, signs.published.start.toordinal(), signs.published.end.toordinal())


class Comparing:
    """Compares groups of a pile.

    Args:
        pile: what they are compared before.
        words, people: how many words and names of persons there are in it.
        least: what is surely less like is not looked at closely.
    """

    def __init__(self, pile: Pile, *, words: int, people: int, least: float) -> None:
        self._pile, self._least = pile, least
        self._words, self._people = Products(words), Products(people)

    def compare(self, one: Group, others: Sequence[Group]) -> Iterator[tuple[int, float]]:
        """The mean likeness of the reports of a group with those of each of the others, by its place among them.

        Those that are surely below the least are left out.
        """
        pairs = one.size * np.array([each.size for each in others])
        people = self._people.multiply(one.people, [each.people for each in others]) / pairs
        words = self._words.multiply(one.words, [each.words for each in others]) / pairs
        # No days can make up for less.
        good = np.nonzero(words + PEOPLE * people + SAME_DAY + ROUNDING >= self._least)[0].tolist()
        for at in good:
            wording, naming = float(words[at]), float(people[at])
            times = self._compare_times(one, others[at], later=LATER + LATER_AND_NOBODY * max(0.0, 1 - naming / NOBODY))
            yield at, round(wording + PEOPLE * naming + times, 6)

    def _compare_times(self, left: Group, right: Group, *, later: float) -> float:
        pile = self._pile
        sample = [pile.when[each] for each in right.reports[:SAMPLE]]
        times = [
            _days(one, other, pile) + _later(one, other) * later * pile.apart
            for one in (pile.when[each] for each in left.reports[:SAMPLE])
            for other in sample
        ]
        return sum(times) / len(times)


def _days(left: When, right: When, pile: Pile) -> float:
    """What it says that they tell of one day, or of days apart."""
    if not left.days or not right.days:
        return 0.0
    shared = [pile.days[day] for day in left.days if day in right.days]
    if shared:
        return SAME_DAY * max(shared)
    nearest = min([abs(one - other) for one in left.days for other in right.days])
    return OTHER_DAY * pile.apart if nearest > NEAR_DAYS else 0.0


def _later(left: When, right: When) -> float:
    """0 for reports of one day up to 1 for reports two months apart or more."""
    if not left.first or not right.first:
        return 0.0
    gap = right.first - left.last if left.first <= right.first else left.first - right.last
    return 0.0 if gap <= 0 else _part_of_long(gap)


@cache
def _part_of_long(gap: int) -> float:
    return min(1.0, log1p(gap / WEEK) / log1p(LONG / WEEK))
