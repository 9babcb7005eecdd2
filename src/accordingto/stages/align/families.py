"""The word list of events, made ready: which family a word names, and which families may tell of one event."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from accordingto.lexicon.load import load_table
from accordingto.model.event import EventKind

# (family, the second word or ``None``): what a lemma may name.
Pattern = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of event finer than PLOVER's.

    Attributes:
        name, kind: 'airstrike', ``assault``.
        joins: groups of families that may tell of one event.
        result: True for outcomes ('killed nine'), which belong to the violence told beside them.
        subject: role of the verb's subject.
        of, possessor: role of 'the NOUN of X' and of "X's NOUN".
        wants: ``person``, ``no_thing`` or ``None``: what the object must be.
        of_place: the family that its words name when they are done to a place; ``of_crowd``: when protesters do it;
            ``of_people``: when it is done to protesters, or to people whom nothing else names; ``of_thing``: when
            it is not done to people; ``of_street``: when it leads through streets; ``of_inmates``: when prisoners do
            it or it is in a prison; ``of_stuff``: when gas or oil does it; ``of_labour``: when workers do it;
            ``of_gas``: when tear gas is what is fired.
        company: True when other people make another event (a meeting).
        lasting: True when it may go on for days (fighting, protests).
    """

    name: str
    kind: EventKind
    joins: frozenset[str]
    result: bool = False
    subject: str = "agent"
    of: str = "patient"
    possessor: str = "agent"
    wants: str | None = None
    of_place: str | None = None
    of_crowd: str | None = None
    of_street: str | None = None
    of_thing: str | None = None
    of_people: str | None = None
    of_inmates: str | None = None
    of_stuff: str | None = None
    of_labour: str | None = None
    of_gas: str | None = None
    company: bool = False
    lasting: bool = False


@dataclass(frozen=True)
class Words:
    """The whole list, indexed by lemma."""

    families: Mapping[str, Family]
    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    light_verbs: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    people: Mapping[str, frozenset[str]]
    unless: Mapping[str, frozenset[str]]
    only: Mapping[str, frozenset[str]]
    means: Mapping[str, str]

    @cached_property
    def listed(self) -> frozenset[str]:
        """Every word that may name an event."""
        return frozenset({*self.verbs, *self.nouns})

    def may_join(self, left: str, right: str) -> bool:
        """Whether two families may tell of one event."""
        return left == right or bool(self.families[left].joins & self.families[right].joins)


@cache
def load_words(language: str = "en") -> Words:
    """The event words of a language."""
    table = load_table(language, "events")
    families = {name: _family(name, entry) for name, entry in table["families"].items()}
    irrealis = {f"irrealis_{name}": frozenset(words) for name, words in table["irrealis"].items()}
    plain = (
        "looking_back",
        "negators",
        "negative_verbs",
        "fresh",
        "definite",
        "anyone",
        "things",
        "grounds",
        "place_words",
        "wide_words",
        "weapons",
        "intransitive",
        "placing",
        "beside",
        "leaning",
        "transitive",
        "met_with",
        "crafts",
        "streets",
        "centres",
        "again",
        "place_verbs",
        "place_nouns",
        "crowds",
        "anybody",
        "outbreaks",
        "stuff",
        "inmates",
        "prisons",
        "labour",
        "objectless",
        "opened",
        "unrests",
        "dispersers",
        "pickets",
        "remains",
        "sites",
    )
    return Words(
        families=families,
        verbs=_index(table["families"], "verbs"),
        nouns=_index(table["families"], "nouns"),
        light_verbs=frozenset(table["light_verbs"]),
        sets={**irrealis, **{name: frozenset(table[name]) for name in plain}},
        unless={lemma: frozenset(each) for lemma, each in table["unless"].items()},
        only={phrase: frozenset(each) for phrase, each in table["only"].items()},
        means={word: family for family, each in table["means"].items() for word in each},
        people=_groups(table["people"]),
    )


def _groups(people: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Noun -> the classes it may belong to; a leader may be a fighter's or a voter's."""
    every = {word for words in people.values() for word in words}
    return {word: frozenset(group for group, words in people.items() if word in words) for word in sorted(every)}


def _family(name: str, entry: dict[str, Any]) -> Family:
    return Family(
        name=name,
        kind=EventKind(entry["kind"]),
        joins=frozenset(entry["joins"]),
        result=bool(entry.get("result", False)),
        subject=entry.get("subject", "agent"),
        of=entry.get("of", "patient"),
        possessor=entry.get("poss", "agent"),
        wants=entry.get("object"),
        of_place=entry.get("of_place"),
        of_crowd=entry.get("of_crowd"),
        of_street=entry.get("of_street"),
        of_thing=entry.get("of_thing"),
        of_people=entry.get("of_people"),
        of_inmates=entry.get("of_inmates"),
        of_stuff=entry.get("of_stuff"),
        of_labour=entry.get("of_labour"),
        of_gas=entry.get("of_gas"),
        company=bool(entry.get("company", False)),
        lasting=bool(entry.get("lasting", False)),
    )


def _index(families: dict[str, Any], part: str) -> dict[str, tuple[Pattern, ...]]:
    """Lemma -> what it may name, two-word entries under either word and before one-word ones."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    for name, entry in families.items():
        for phrase in entry.get(part, ()):
            first, _, second = phrase.partition(" ")
            found[first].append((name, second or None))
            if second and not second.startswith("="):
                found[second].append((name, first))
    return {lemma: tuple(sorted(each, key=lambda pattern: pattern[1] is None)) for lemma, each in found.items()}
