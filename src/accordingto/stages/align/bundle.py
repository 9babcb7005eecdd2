"""Mentions taken for one event, and what they say of it together."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from accordingto.model.dates import DateRange
from accordingto.stages.align.families import Words
from accordingto.stages.align.roles import Party
from accordingto.stages.align.told import Told
from accordingto.stages.align.when import Basis
from accordingto.text.countries import find_country

Thing = TypeVar("Thing")


@dataclass(slots=True)
class Bundle:
    """Mentions of what is taken for one event; it only grows.

    Attributes:
        mentions: in the order they were added.
        families, lemmas: what they are called.
        dates: days that the words tie to it; ``reported``: days on which it was told; ``published``: when the
            reports came out.
        singles: mentions that speak of one event, not of 'attacks'.
        places: folded place names; ``countries``: countries named;
        ``regions``: country and region of the places that the gazetteer knows; ``spots``: where its towns lie.
        set_days, set_towns: when and where the reports are set that tell of it at their top.
        patients, agents: keys of those done to and doing.
        wide: mentions that speak of several places at once; ``fresh``: of another event than before.
        own: days that mentions give in their own words.
        singles_done_to: persons by id, ships and planes by noun and name: what there is only one of.
        groups: classes of people done to; ``counts``: plain numbers of them.
        actors: ids of all actors in it, whatever their part.

    What is counted is how many mentions say it, so that one stray word in forty mentions stays one in forty.
    """

    mentions: list[Told] = field(default_factory=list)
    families: dict[str, int] = field(default_factory=dict)
    lemmas: dict[str, int] = field(default_factory=dict)
    dates: dict[DateRange, int] = field(default_factory=dict)
    reported: dict[DateRange, int] = field(default_factory=dict)
    published: dict[DateRange, int] = field(default_factory=dict)
    singles: int = 0
    wide: int = 0
    fresh: int = 0
    own: dict[DateRange, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    countries: dict[str, int] = field(default_factory=dict)
    regions: dict[tuple[str, str], int] = field(default_factory=dict)
    spots: dict[tuple[float, float], int] = field(default_factory=dict)
    set_days: dict[DateRange, int] = field(default_factory=dict)
    set_towns: dict[tuple[float, float], int] = field(default_factory=dict)
    patients: dict[str, int] = field(default_factory=dict)
    singles_done_to: dict[str, int] = field(default_factory=dict)
    agents: dict[str, int] = field(default_factory=dict)
    groups: dict[str, int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    actors: dict[str, int] = field(default_factory=dict)

    @property
    def days(self) -> DateRange | None:
        """The most exact days that its own words give, those of telling when there are no others."""
        told = self.dates or self.reported
        if len(told) < 2:  # noqa: PLR2004  most often there is nothing to choose from
            return next(iter(told), None)
        return min(told, key=lambda days: (days.days, days))

    @property
    def many(self) -> bool:
        """Whether every mention speaks of several events ('attacks')."""
        return self.singles == 0

    @property
    def key(self) -> tuple[str, int, int]:
        """The place of its first mention, for an order that reading cannot change."""
        return min(told.key for told in self.mentions)


def make_bundle(mentions: Iterable[Told], words: Words) -> Bundle:
    """A bundle of some mentions."""
    bundle = Bundle()
    for told in mentions:
        add_mention(bundle, told, words)
    return bundle


def add_mention(bundle: Bundle, told: Told, words: Words) -> None:
    """Let a mention add what it says."""
    bundle.mentions.append(told)
    _add(bundle.families, told.family)
    _add(bundle.lemmas, told.lemma)
    if told.dated is not None and told.dated.basis >= Basis.SPEECH:
        _add(bundle.dates if told.dated.basis >= Basis.CLAUSE else bundle.reported, told.dated.days)
    if told.published is not None:
        _add(bundle.published, told.published)
    bundle.singles += not told.plural
    bundle.wide += told.wide
    bundle.fresh += told.fresh
    if told.dated is not None and told.dated.basis is Basis.OWN:
        _add(bundle.own, told.dated.days)
    _add_places(bundle, told, words)
    for party in told.parties:
        _add_party(bundle, party, words)


def _add(counts: dict[Thing, int], *things: Thing) -> None:
    """Count some things; a plain dictionary does it in a fraction of the time that a counter takes."""
    for thing in things:
        counts[thing] = counts.get(thing, 0) + 1


def _add_party(bundle: Bundle, party: Party, words: Words) -> None:
    _add(bundle.actors, *party.actors, *party.through)
    keys = party_keys(party.actors, party.through, party.lemma, words)
    if party.role == "patient":
        _add(bundle.patients, *keys)
        _add(bundle.groups, *party.groups)
        _add(bundle.singles_done_to, *party.single)
        _add(bundle.patients, *(each for each in party.single if each not in keys))
        if party.count is not None:
            _add(bundle.counts, party.count)
    elif party.role == "agent":
        _add(bundle.agents, *keys)


def _add_places(bundle: Bundle, told: Told, words: Words) -> None:
    for place in told.places:
        country = find_country(place.name)
        if country is not None and country.use == "name":
            _add(bundle.countries, country.code)
    if told.lead and told.setting.day is not None:
        _add(bundle.set_days, told.setting.day)
    town = told.setting.place
    if told.lead and town is not None and town.latitude is not None and town.longitude is not None:
        _add(bundle.set_towns, (town.latitude, town.longitude))
    for place in told.local:
        name = place.name.lower()
        _add(bundle.places, name)
        if place.country is not None:
            _add(bundle.regions, (place.country, place.region or ""))
        is_town = place.name != place.region and words.sets["wide_words"].isdisjoint(name.split())
        if is_town and place.latitude is not None and place.longitude is not None:
            _add(bundle.spots, (place.latitude, place.longitude))


def party_keys(actors: Iterable[str], through: Iterable[str], lemma: str, words: Words) -> set[str]:
    """What two mentions of a party can have in common: actors, and a noun that says which people."""
    keys = {*actors, *through}
    if lemma not in words.sets["anyone"] and lemma.isalpha():
        keys.add(lemma)
    return keys


def merge_bundles(left: Bundle, right: Bundle, words: Words) -> Bundle:
    """Both bundles' mentions as one."""
    return make_bundle(sorted((*left.mentions, *right.mentions), key=lambda told: told.key), words)
