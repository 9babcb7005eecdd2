"""What the words of all documents together show of the world, by which each document is read: countries, ships."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from accordingto.model.findings import Reading
from accordingto.stages.resolve.nations import CountryHints, Nations, find_country_hints, join_country_hints, words_of
from accordingto.stages.resolve.vessels import find_vessels
from accordingto.text.names import fold_name


@dataclass(frozen=True, slots=True)
class Hints:
    """What one document's words show of the world, and other documents may be read by: countries, names of ships."""

    countries: CountryHints
    vessels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class World:
    """What all documents together show."""

    nations: Nations
    vessels: frozenset[str]


def find_hints(reading: Reading) -> Hints:
    """What one document shows; nothing else of it is needed to learn the world."""
    return Hints(find_country_hints(reading.parse), tuple(sorted(set(find_vessels(reading.parse)))))


def learn_world(hints: Sequence[Hints]) -> World:
    """What the documents show together; their order tells nothing."""
    nations = join_country_hints([each.countries for each in hints])
    return World(nations, frozenset(name for each in hints for name in each.vessels))


class Horizon:
    """As much of the world as one document can see: what it names by a word with a capital.

    A document is read by this alone, so one that names none of what is new need not be read again.
    """

    def __init__(self, world: World) -> None:
        self._nations = world.nations
        self._vessels: defaultdict[str, list[str]] = defaultdict(list)
        for vessel in sorted(world.vessels):
            self._vessels[vessel.partition(" ")[0]].append(vessel)

    def of(self, hints: Hints) -> World:
        """The part of the world that a document with these words is read by."""
        capitals = words_of(hints.countries.capitals)
        known = self._nations.learnt
        learnt = {key: known[key] for word in capitals for key in _spellings(word) if key in known}
        codes = {*(each.code for each in learnt.values()), self._nations.home}
        names = {code: self._nations.names[code] for code in sorted(codes) if code in self._nations.names}
        vessels = frozenset(each for first in self._firsts(capitals) for each in self._vessels.get(first, ()))
        return World(Nations(learnt, names, self._nations.home), vessels)

    def _firsts(self, capitals: Sequence[str]) -> Iterator[str]:
        """The words with which names of ships may begin."""
        return (part for word in capitals for part in _fold(word).split()[:1]) if self._vessels else iter(())


def _spellings(word: str) -> tuple[str, str]:
    """As ``Nations.find`` looks a word up, with the ending of a possessive and without."""
    lower = word.replace("’", "'").lower()
    return lower, lower.removesuffix("'s")


@lru_cache(100_000)
def _fold(word: str) -> str:
    return fold_name(word)
