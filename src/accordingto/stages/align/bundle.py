"""Mentions taken for one event, and what they say of it together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from accordingto.model.dates import DateRange
from accordingto.stages.align.families import Words
from accordingto.stages.align.told import Told
from accordingto.stages.align.when import Basis
from accordingto.text.countries import find_country


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
    families: Counter[str] = field(default_factory=Counter)
    lemmas: Counter[str] = field(default_factory=Counter)
    dates: Counter[DateRange] = field(default_factory=Counter)
    reported: Counter[DateRange] = field(default_factory=Counter)
    published: Counter[DateRange] = field(default_factory=Counter)
    singles: int = 0
    wide: int = 0
    fresh: int = 0
    own: Counter[DateRange] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[tuple[str, str]] = field(default_factory=Counter)
    spots: Counter[tuple[float, float]] = field(default_factory=Counter)
    set_days: Counter[DateRange] = field(default_factory=Counter)
    set_towns: Counter[tuple[float, float]] = field(default_factory=Counter)
    patients: Counter[str] = field(default_factory=Counter)
    singles_done_to: Counter[str] = field(default_factory=Counter)
    agents: Counter[str] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    counts: Counter[int] = field(default_factory=Counter)
    actors: Counter[str] = field(default_factory=Counter)

    @property
    def days(self) -> DateRange | None:
        """The most exact days that its own words give, those of telling when there are no others."""
        return min(self.dates or self.reported, key=lambda days: (days.days, days), default=None)

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
    bundle.families[told.family] += 1
    bundle.lemmas[told.lemma] += 1
    if told.dated is not None and told.dated.basis >= Basis.SPEECH:
        (bundle.dates if told.dated.basis >= Basis.CLAUSE else bundle.reported)[told.dated.days] += 1
    if told.published is not None:
        bundle.published[told.published] += 1
    bundle.singles += not told.plural
    bundle.wide += told.wide
    bundle.fresh += told.fresh
    if told.dated is not None and told.dated.basis is Basis.OWN:
        bundle.own[told.dated.days] += 1
    _add_places(bundle, told, words)
    for party in told.parties:
        bundle.actors.update((*party.actors, *party.through))
        keys = party_keys(party.actors, party.through, party.lemma, words)
        if party.role == "patient":
            bundle.patients.update(keys)
            bundle.groups.update(party.groups)
            bundle.singles_done_to.update(party.single)
            bundle.patients.update(each for each in party.single if each not in keys)
            if party.count is not None:
                bundle.counts[party.count] += 1
        elif party.role == "agent":
            bundle.agents.update(keys)


def _add_places(bundle: Bundle, told: Told, words: Words) -> None:
    for place in told.places:
        country = find_country(place.name)
        if country is not None and country.use == "name":
            bundle.countries[country.code] += 1
    if told.lead and told.setting.day is not None:
        bundle.set_days[told.setting.day] += 1
    town = told.setting.place
    if told.lead and town is not None and town.latitude is not None and town.longitude is not None:
        bundle.set_towns[town.latitude, town.longitude] += 1
    for place in told.local:
        bundle.places[place.name.lower()] += 1
        if place.country is not None:
            bundle.regions[place.country, place.region or ""] += 1
        is_town = place.name != place.region and words.sets["wide_words"].isdisjoint(place.name.lower().split())
        if is_town and place.latitude is not None and place.longitude is not None:
            bundle.spots[place.latitude, place.longitude] += 1


def party_keys(actors: Iterable[str], through: Iterable[str], lemma: str, words: Words) -> set[str]:
    """What two mentions of a party can have in common: actors, and a noun that says which people."""
    keys = {*actors, *through}
    if lemma not in words.sets["anyone"] and lemma.isalpha():
        keys.add(lemma)
    return keys


def merge_bundles(left: Bundle, right: Bundle, words: Words) -> Bundle:
    """Both bundles' mentions as one."""
    return make_bundle(sorted((*left.mentions, *right.mentions), key=lambda told: told.key), words)
