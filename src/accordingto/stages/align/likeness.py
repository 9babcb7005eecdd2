"""How far two bundles of mentions look like one event.

The weights were set by hand on a few stories and checked on ECB+; each stands for one thing a reader would say.
"""

from collections.abc import Mapping
from functools import lru_cache
from math import cos, hypot, radians
from typing import Any

from accordingto.model.dates import DateRange
from accordingto.model.event import EventKind
from accordingto.stages.align.bundle import Bundle
from accordingto.stages.align.families import Words

# Below this two bundles exclude each other whatever else they share.
NEVER = -9.0
# Ranges as long as this date nothing closely ('since last year').
VAGUE_DAYS = 45
EXACT_DAYS = 7
OTHERS = -5.0
# A raid on one town beside the raids on three.
PART, BOTH_WIDE = -5.0, 0.8
# Told in a report that came out the day before; clocks and time zones differ.
AHEAD = -1.5
# Other words for violence against one person or ship; and beside the same words.
SAME_ONE, ONE = 0.8, 0.8
# Towns so near each other may be one place told from two sides; so far apart they are two.
KM_A_DEGREE = 111.2
SET_DAY, SET_TOWN = 0.8, 0.6  # two reports are set on one day, or in one town, whatever they say of the event itself
NEAR_KM, FAR_KM, FAR, BETWEEN = 12.0, 40.0, -4.0, -1.0
REPORTS = 5  # so many days of publication stand for those of an event told in a hundred reports


def compare_bundles(left: Bundle, right: Bundle, words: Words) -> float:
    """How far two bundles look like one event; ``NEVER`` when something excludes it."""
    what = _what(left, right, words)
    when = NEVER if what <= NEVER else _when(left, right, words)
    if when <= NEVER:
        return NEVER
    many, where = _how_many(left, right, words), _where(left, right, words)
    setting, whom, by_whom = _setting(left, right), _whom(left, right, words), _by_whom(left, right, words)
    return round(what + many + when + where + setting + whom + by_whom, 4)


def _what(left: Bundle, right: Bundle, words: Words) -> float:
    mine, theirs = main_family(left, words), main_family(right, words)
    if not words.may_join(mine, theirs):
        # A ferry was fired on, had an explosion aboard, was hit by a rocket: rival words for what became of it.
        violent = words.families[mine].kind is words.families[theirs].kind is EventKind.ASSAULT
        return SAME_ONE if violent and _has_same_one(left, right) else NEVER
    shared = overlap(left.families, right.families)
    score = 1.0 if mine == theirs else 0.3 + 0.7 * shared
    return score + 0.4 * overlap(left.lemmas, right.lemmas)


def _has_same_one(left: Bundle, right: Bundle) -> bool:
    """Whether one person, ship or plane is done to in both."""
    return not left.patients.keys().isdisjoint(right.singles_done_to) or not right.patients.keys().isdisjoint(
        left.singles_done_to
    )


def _how_many(left: Bundle, right: Bundle, words: Words) -> float:
    """'Attacks in seven years' are not Tuesday's attack, raids on three towns are not the raid on one of them."""
    if _is_wide(left) != _is_wide(right):
        narrow = right if _is_wide(left) else left
        if narrow.places or not words.families[main_family(narrow, words)].result:
            return PART
    if _is_wide(left):
        return BOTH_WIDE
    return -0.6 if left.many != right.many else 0.0


def _is_wide(bundle: Bundle) -> bool:
    return 2 * bundle.wide > len(bundle.mentions)


def main_family(bundle: Bundle, words: Words) -> str:
    """The family most of its mentions belong to, outcomes last."""
    if len(bundle.families) == 1:
        return next(iter(bundle.families))
    return min(bundle.families, key=lambda name: (words.families[name].result, -bundle.families[name], name))


def overlap(left: Mapping[Any, int], right: Mapping[Any, int]) -> float:
    """How much two bundles say the same: 1 from where half of what they say is shared, 0 when nothing is."""
    if not left or not right or left.keys().isdisjoint(right):
        return 0.0
    mine, theirs = sum(left.values()), sum(right.values())
    shared = sum(min(count / mine, right[each] / theirs) for each, count in left.items() if each in right)
    return min(1.0, 2 * shared)


def _when(left: Bundle, right: Bundle, words: Words) -> float:
    mine, theirs = left.days, right.days
    ahead = max(_ahead(left, right), _ahead(right, left))
    if ahead > 0:
        return NEVER if ahead > 1 or _is_anew(left) or _is_anew(right) else AHEAD
    if mine is None or theirs is None:
        return _news(left, right)
    sure = bool(left.dates) and bool(right.dates)
    if mine.overlaps(theirs):
        return _agreement(mine, theirs) * (1.0 if sure else 0.7)
    gap = _gap(mine, theirs)
    if gap <= 1 and max(mine.days, theirs.days) <= EXACT_DAYS:
        return NEVER if _is_other_day(left, right, words) else 0.3
    if not sure and (gap <= EXACT_DAYS or _is_told_later(left, right) or _is_told_later(right, left)):
        return -0.3
    return NEVER


def _is_told_later(left: Bundle, right: Bundle) -> bool:
    """Whether one is only said to have been told of on a day, which the other's days come before."""
    return not left.dates and bool(left.days and right.days and right.days.end <= left.days.end)


def _ahead(left: Bundle, right: Bundle) -> int:
    """How many days one event's own days lie after a report that tells of the other; it told of no such event."""
    if not left.own or not right.published:
        return 0
    return (min(days.start for days in left.own) - min(days.end for days in right.published)).days


def _is_anew(bundle: Bundle) -> bool:
    """'Bombed the town again on Tuesday'."""
    return 2 * bundle.fresh > len(bundle.mentions)


def _is_other_day(left: Bundle, right: Bundle, words: Words) -> bool:
    """Whether both give single days of their own, none in common, for what is done in a moment."""
    if _is_anew(left) or _is_anew(right):
        return True
    exact = all(bundle.own and all(days.days == 1 for days in bundle.own) for bundle in (left, right))
    lasting = all(words.families[main_family(bundle, words)].lasting for bundle in (left, right))
    return exact and not lasting and left.own.keys().isdisjoint(right.own)


def _agreement(mine: DateRange, theirs: DateRange) -> float:
    longer = max(mine.days, theirs.days)
    if longer <= EXACT_DAYS:
        return 2.0
    return 1.2 if longer <= VAGUE_DAYS else 0.4


def _gap(mine: DateRange, theirs: DateRange) -> int:
    return (max(mine.start, theirs.start) - min(mine.end, theirs.end)).days


def _news(left: Bundle, right: Bundle) -> float:
    """Undated events of reports that are months apart are hardly one."""
    if not left.published or not right.published or left.published == right.published:
        return 0.0
    near = min(_gap(a, b) for a in sorted(left.published)[:REPORTS] for b in sorted(right.published)[:REPORTS])
    return -1.0 if near > VAGUE_DAYS else 0.0


def _where(left: Bundle, right: Bundle, words: Words) -> float:
    plain = words.sets["place_words"]
    both = bool(left.places and right.places)
    mine, theirs = (_by_word(each.places, plain) if both else {} for each in (left, right))
    shared = overlap(mine, theirs)
    if shared:
        return 1.5 * shared
    apart = _kilometres(left, right)
    if apart is not None:
        if apart <= NEAR_KM:
            return 1.0
        return FAR if apart > FAR_KM else BETWEEN
    if mine and theirs:
        # A town and its region are no contradiction.
        return -1.5 if left.regions.keys().isdisjoint(right.regions) else 0.5
    if left.countries and right.countries:
        alike = overlap(left.countries, right.countries)
        return 0.3 * alike if alike else -0.5
    return 0.0


def _setting(left: Bundle, right: Bundle) -> float:
    """Reports set on one day, or in one town, where the events' own words name none."""
    score = 0.0
    if left.set_days and right.set_days and (left.days is None or right.days is None):
        gap = min(_gap(a, b) for a in left.set_days for b in right.set_days)
        score += SET_DAY if gap <= 0 else 0.0 if gap <= 1 else -SET_DAY
    if (not left.spots or not right.spots) and (left.spots or left.set_towns) and (right.spots or right.set_towns):
        apart = _nearest(left.spots or left.set_towns, right.spots or right.set_towns)
        score += SET_TOWN if apart <= NEAR_KM else -SET_TOWN if apart > 3 * FAR_KM else 0.0
    return score


def are_elsewhere(left: Bundle, right: Bundle, words: Words) -> bool:
    """Whether both have places and none in common."""
    plain = words.sets["place_words"]
    mine, theirs = _by_word(left.places, plain), _by_word(right.places, plain)
    return bool(mine and theirs) and mine.keys().isdisjoint(theirs)


def _kilometres(left: Bundle, right: Bundle) -> float | None:
    """From one's towns to the nearest of the other's, where the gazetteer knows both."""
    return _nearest(left.spots, right.spots) if left.spots and right.spots else None


def _nearest(left: Mapping[tuple[float, float], int], right: Mapping[tuple[float, float], int]) -> float:
    mine, theirs = (sorted(each, key=lambda spot: (-each[spot], spot))[:REPORTS] for each in (left, right))
    return min(_measure(one, two) for one in mine for two in theirs)


def _measure(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Kilometres between two nearby places; the flat map is good enough to tell near from far."""
    narrowing = cos(radians((one[0] + two[0]) / 2))
    return KM_A_DEGREE * hypot(one[0] - two[0], (one[1] - two[1]) * narrowing)


def _by_word(places: Mapping[str, int], plain: frozenset[str]) -> dict[str, int]:
    """Names by their telling words: 'Tolva region' and 'southern Tolva' are about one place."""
    found: dict[str, int] = {}
    for place, count in places.items():
        for word in _telling(place, plain):
            found[word] = found.get(word, 0) + count
    return found


@lru_cache(maxsize=4096)
def _telling(place: str, plain: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in place.split() if word not in plain}))


def _whom(left: Bundle, right: Bundle, words: Words) -> float:
    same, alike = overlap(left.patients, right.patients), overlap(left.groups, right.groups)
    score = max(0.9 * same, 0.4 * alike)
    if _has_same_one(left, right):
        score += ONE * len(left.singles_done_to.keys() & right.singles_done_to.keys() or {""})
    if left.groups and right.groups and not alike:
        # A raid may kill soldiers and villagers; freed fighters are not freed doctors.
        return OTHERS if words.families[main_family(left, words)].company else -0.3
    numbers = {n for n in left.counts.keys() & right.counts.keys() if n > 1}
    if numbers:
        return score + 1.2 * overlap(left.counts, right.counts)
    if left.counts and right.counts:
        score -= 0.3
    return score


def _by_whom(left: Bundle, right: Bundle, words: Words) -> float:
    same = overlap(left.agents, right.agents)
    if left.actors and right.actors and left.actors.keys().isdisjoint(right.actors):
        company = words.families[main_family(left, words)].company
        return -2.0 if company else -0.3
    if same:
        return 0.9 * same
    crossed = max(overlap(left.agents, right.patients), overlap(left.patients, right.agents))
    return 0.3 * crossed
