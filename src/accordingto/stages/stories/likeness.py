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
from accordingto.stages.stories.vectors import Sums, Vector, add_vectors

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
    """Compares groups of a pile, each known by its place among those that were given.

    Args:
        groups: to begin with.
        pile: what they are compared before.
        words, people: how many words and names of persons there are in it.
        least: what is surely less like is not looked at closely.
    """

    def __init__(self, groups: Sequence[Group], pile: Pile, *, words: int, people: int, least: float) -> None:
        self._pile, self._least = pile, least
        self._reports = [each.reports for each in groups]
        self._sizes = np.array([each.size for each in groups], np.int64)
        self._samples = [self._sample(at) for at in range(len(groups))]
        self._words = Sums([each.words for each in groups], words)
        self._people = Sums([each.people for each in groups], people)

    def join(self, one: int, other: int) -> None:
        """Let the first of two groups take in the second."""
        self._reports[one] = tuple(sorted((*self._reports[one], *self._reports[other])))
        self._reports[other] = ()
        self._samples[one] = self._sample(one)
        self._sizes[one] += self._sizes[other]
        self._words.add(one, other)
        self._people.add(one, other)

    def group(self, at: int) -> Group:
        """A group as it is now."""
        return Group(self._reports[at], self._words.get(at), self._people.get(at))

    def reports(self, at: int) -> tuple[int, ...]:
        """The reports of a group."""
        return self._reports[at]

    def compare(self, one: int, others: "np.ndarray") -> Iterator[tuple[int, float]]:
        """The mean likeness of the reports of a group with those of each of the others, with the other's place.

        Those that are surely below the least are left out.
        """
        pairs = self._sizes[one] * self._sizes[others]
        people = self._people.multiply(one, others) / pairs
        words = self._words.multiply(one, others) / pairs
        # No days can make up for less.
        good = np.nonzero(words + PEOPLE * people + SAME_DAY + ROUNDING >= self._least)[0]
        mine = self._samples[one]
        for at, wording, naming in zip(others[good].tolist(), words[good].tolist(), people[good].tolist(), strict=True):
            later = LATER + LATER_AND_NOBODY * max(0.0, 1 - naming / NOBODY)
            times = _compare_times(mine, self._samples[at], self._pile, later=later)
            yield at, round(wording + PEOPLE * naming + times, 6)

    def _sample(self, at: int) -> list[When]:
        return [self._pile.when[each] for each in self._reports[at][:SAMPLE]]


def _compare_times(left: Sequence[When], right: Sequence[When], pile: Pile, *, later: float) -> float:
    """What the days that two groups tell of, and came out on, say for and against their being one."""
    total, apart = 0.0, pile.apart
    for days, first, last in left:
        for other_days, other_first, other_last in right:
            if days and other_days:
                total += _compare_days(days, other_days, pile)
            if first and other_first:  # 0 for reports of one day up to 1 for reports two months apart or more
                gap = other_first - last if first <= other_first else first - other_last
                if gap > 0:
                    total += _part_of_long(gap) * later * apart
    return total / (len(left) * len(right))


def _compare_days(left: tuple[int, ...], right: tuple[int, ...], pile: Pile) -> float:
    """What it says that they tell of one day, or of days apart."""
    shared = [pile.days[day] for day in left if day in right]
    if shared:
        return SAME_DAY * max(shared)
    nearest = min([abs(one - other) for one in left for other in right])
    return OTHER_DAY * pile.apart if nearest > NEAR_DAYS else 0.0


@cache
def _part_of_long(gap: int) -> float:
    return min(1.0, log1p(gap / WEEK) / log1p(LONG / WEEK))
