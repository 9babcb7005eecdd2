"""Mentions put together anew, where persons say that two events are one or that one is two."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.model.actor import mention_key
from accordingto.model.event import Event, EventMention
from accordingto.model.mention_index import MentionIndex
from accordingto.model.review import Act, Review

Place = tuple[EventMention, str]  # a mention, and the event that rules gave it to


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one event as persons have it.

    Attributes:
        mentions: in document and text order, each with the id of the event that rules gave it to.
        review: the last that had a part in it.
    """

    mentions: tuple[Place, ...]
    review: Review

    @property
    def homes(self) -> frozenset[str]:
        """The events that rules made of these mentions."""
        return frozenset(home for _, home in self.mentions)


def regroup(events: Sequence[Event], reviews: Sequence[Review]) -> list[Group]:
    """The groups of mentions that are no longer what rules made them, one review after the other."""
    if not reviews:
        return []
    named = {key.rpartition(":")[0] for review in reviews for key in (*review.left, *review.right)}
    grouping = _Grouping(events, named)
    for review in reviews:
        (grouping.join if review.act is Act.JOIN else grouping.part)(review)
    return list(grouping.changed())


class _Grouping:
    """The mentions of the events that reviews speak of, on their way to groups."""

    def __init__(self, events: Sequence[Event], named: set[str]) -> None:
        self._events = {event.id: event for event in events}
        self._places = {
            mention_key(mention.document, mention.trigger): (mention, event.id)
            for event in events
            for mention in event.mentions
            if mention.document in named
        }
        self._index = MentionIndex((key, key) for key in self._places)
        self._groups: dict[int, list[Place]] = {}
        self._count = 0
        self._whose: dict[Place, int] = {}
        self._last: dict[int, Review] = {}

    def join(self, review: Review) -> None:
        """The events of both sides are one."""
        groups = sorted({self._open(place) for place in self._find((*review.left, *review.right))})
        if self._find(review.left) and self._find(review.right) and len(groups) > 1:
            self._replace(groups, [[place for group in groups for place in self._groups[group]]], review)

    def part(self, review: Review) -> None:
        """What the words on the right speak of is another event than what those on the left do."""
        left, right = self._find(review.left), self._find(review.right)
        for group in sorted({self._open(place) for place in left} & {self._open(place) for place in right}):
            split = _split(self._groups[group], left, right)
            if all(split):
                self._replace([group], split, review)

    def changed(self) -> Iterator[Group]:
        """The groups that some review made, in document and text order."""
        found = [Group(tuple(sorted(self._groups[each], key=_order)), self._last[each]) for each in self._last]
        whole = (each for each in found if not self._is_as_before(each))
        yield from sorted(whole, key=lambda group: _order(group.mentions[0]))

    def _is_as_before(self, group: Group) -> bool:
        """Whether persons have come back to what rules said."""
        homes = group.homes
        return len(homes) == 1 and len(self._events[next(iter(homes))].mentions) == len(group.mentions)

    def _find(self, keys: Sequence[str]) -> list[Place]:
        found = (self._index.find(key) for key in keys)
        return [self._places[each] for each in dict.fromkeys(found) if each is not None]

    def _open(self, place: Place) -> int:
        """The group that holds a mention; the rules' event, the first time it is asked for."""
        if place not in self._whose:
            self._put([(mention, place[1]) for mention in self._events[place[1]].mentions])
        return self._whose[place]

    def _put(self, places: list[Place]) -> int:
        self._count += 1
        self._groups[self._count] = places
        self._whose |= dict.fromkeys(places, self._count)
        return self._count

    def _replace(self, old: Sequence[int], new: Sequence[list[Place]], review: Review) -> None:
        for group in old:
            del self._groups[group]
            self._last.pop(group, None)
        for places in new:
            self._last[self._put(places)] = review


def _split(places: Sequence[Place], left: Sequence[Place], right: Sequence[Place]) -> list[list[Place]]:
    """Mentions that no side names go with their document, those of other documents stay on the left."""
    sides: defaultdict[str, set[bool]] = defaultdict(set)
    for side, named in ((False, left), (True, right)):
        for mention, _ in named:
            sides[mention.document].add(side)

    def is_right(place: Place) -> bool:
        return place in right or (place not in left and sides.get(place[0].document) == {True})

    return [[each for each in places if not is_right(each)], [each for each in places if is_right(each)]]


def _order(place: Place) -> tuple[str, int, int]:
    mention = place[0]
    return mention.document, mention.trigger.start, mention.trigger.end
