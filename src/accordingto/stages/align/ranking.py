"""The places of an event, the best supported first: towns before counties and states, near ones before far ones.

A report set in one town that has something happen in 'Orvel Park', which the gazetteer knows only far away, speaks of a
quarter of that town.
"""

from collections import Counter
from collections.abc import Sequence
from math import cos, hypot, radians

from accordingto.model.event import Place
from accordingto.stages.align.setting import is_quarter, is_town, load_sets
from accordingto.stages.align.told import Told

KM_A_DEGREE = 111.2
# So far down a report an event that nothing places is where the report is set.
TOP = 20
# A place further from where the report is set than this is another one, unless more than one mention names it.
FAR_KM = 120.0


def rank_places(mentions: Sequence[Told]) -> tuple[Place, ...]:
    """Every place named; of one name the reading that most mentions have."""
    every = [place for told in mentions for place in told.places if place.name.lower() not in load_sets()["no_places"]]
    home = _home(mentions)
    if home is not None and _needs_home(every, home):
        every.append(home)
    names = Counter(place.name for place in every)
    readings = Counter(every)
    order = {place.name: at for at, place in reversed(list(enumerate(every)))}
    best = {name: min((p for p in readings if p.name == name), key=lambda p: (-readings[p], str(p))) for name in names}

    def rank(name: str) -> tuple[int, int, int]:
        return _tier(best[name], home, names[name]), -names[name], order[name]

    return tuple(best[name] for name in sorted(names, key=rank))


def _home(mentions: Sequence[Told]) -> Place | None:
    """The town in which most reports are set that tell of the event at their top, or near it without any place."""
    placed = any(told.places for told in mentions)
    near = [told for told in mentions if told.lead or (not placed and told.sentence < TOP and not told.background)]
    told = {(t.document, t.setting.place) for t in near if t.setting.place is not None}
    votes = Counter(place for _, place in sorted(told, key=str))
    return min(votes, key=lambda place: (not is_town(place), -votes[place], str(place)), default=None)


def _needs_home(every: Sequence[Place], home: Place) -> bool:
    """Whether no town near where the report is set is named with the event itself."""
    names = Counter(place.name for place in every)
    return not any(is_town(place) and _is_near(place, home, names[place.name]) for place in every)


def _is_near(place: Place, home: Place | None, named: int) -> bool:
    if home is None or (named > 1 and not is_quarter(place)):
        return True
    kilometres = _measure(place, home)
    return kilometres is None or kilometres <= FAR_KM


def _tier(place: Place, home: Place | None, named: int) -> int:
    """0 a town, 1 something wider, 2 a far one, 3 a name without a point."""
    if place.latitude is None:
        return 3
    if not _is_near(place, home, named):
        return 2
    return 0 if is_town(place) and not is_quarter(place) else 1


def _measure(one: Place, two: Place) -> float | None:
    """Kilometres between two places, where both have a point."""
    if None in {one.latitude, one.longitude, two.latitude, two.longitude}:
        return None
    north = (one.latitude or 0.0) - (two.latitude or 0.0)
    east = (one.longitude or 0.0) - (two.longitude or 0.0)
    middle = radians(((one.latitude or 0.0) + (two.latitude or 0.0)) / 2)
    return KM_A_DEGREE * hypot(north, east * cos(middle))
