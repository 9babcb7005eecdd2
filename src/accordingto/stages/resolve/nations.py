"""Countries that no list knows, learnt from the documents: 'the Korvan army' beside 'Korva' makes Korva a country."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from accordingto.lexicon import load_table
from accordingto.model.parse import Parse, Token
from accordingto.text.countries import CountryWord, country_name, find_country
from accordingto.text.names import fold_name

# The country named most must be named so many times as often as the next to be the one a report is about.
EVEN = 1.5
LEAST_HOME = 3
# Words of a report in which its dateline and its first sentence say where it is.
LEAD = 40
# Shorter stems are words of every kind ('Man' + 'i').
SHORTEST = 4
# Codes of learnt countries begin so, and can be no ISO code.
LEARNT = "x-"
_PROPER = frozenset({"PROPN", "NOUN", "ADJ"})
_GOVERNMENTS = frozenset({"government", "authorities", "regime"})


@dataclass(frozen=True, slots=True)
class Nations:
    """Every country that these documents name.

    Attributes:
        learnt: words in small letters that only these documents show to be a country's.
        names: code of a learnt country -> its name.
        home: the country that all documents together are about, or ''.
    """

    learnt: Mapping[str, CountryWord] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    home: str = ""

    def find(self, text: str) -> CountryWord | None:
        """What a word or phrase says of a country, listed or learnt."""
        found = find_country(text)
        return found if found is not None or not self.learnt else self.learnt.get(_as_learnt(text))

    def name(self, code: str) -> str:
        """The short name of a country; '' for one that goes without saying."""
        if code == LEARNT:
            return ""
        return self.names[code] if code in self.names else country_name(code)

    def home_of(self, parse: Parse) -> str:
        """The country a report is about: the one it names most, else the one that all are about, if it names that.

        A report that names one other country once, in passing, is about the same as all.
        """
        counts = _count(self, parse.tokens)
        ranked = counts.most_common(2)
        if ranked and ranked[0][1] >= LEAST_HOME and (len(ranked) == 1 or ranked[0][1] >= EVEN * ranked[1][1]):
            return ranked[0][0]
        return self.home if counts[self.home] or counts.total() <= 1 else ""


@lru_cache(maxsize=50_000)
def _as_learnt(text: str) -> str:
    """A word or phrase as learnt ones are kept."""
    return " ".join(text.split()).replace("’", "'").lower().removeprefix("the ").removesuffix("'s")


@dataclass(frozen=True, slots=True)
class CountryHints:
    """The words of one document that may show a country; each field is one string, of a line for each word.

    Attributes:
        capitals: everything with a capital, sorted.
        proper: what is a name or may be one.
        adjectives: what stands right before what only a country has.
        places: what the recogniser takes for a place of one word.
        seats: what stands after 'the government in'.
        lead: everything with a capital in the first lines.
    """

    capitals: str
    proper: str
    adjectives: str
    places: str
    seats: str
    lead: str = ""


def find_country_hints(parse: Parse) -> CountryHints:
    """The words of a document that may show a country, each once."""
    capitals = [token for token in parse.tokens if token.text[0].isupper()]
    proper = [token for token in capitals if token.pos in _PROPER]
    return CountryHints(
        capitals=_once([token.text for token in capitals]),
        proper=_once([token.text for token in proper]),
        adjectives=_once(_adjectives(parse, proper)),
        places=_once(_places(parse)),
        seats=_once(_find_seats(parse, capitals)),
        lead=_once([token.text for token in capitals if token.index < LEAD]),
    )


def _once(words: Iterable[str]) -> str:
    return "".join([f"{word}\n" for word in sorted(set(words))])


def words_of(field: str) -> list[str]:
    """The words of a field of the hints, sorted."""
    return field.split("\n")[:-1]


def join_country_hints(hints: Sequence[CountryHints]) -> Nations:
    """The countries that the words of all documents together show."""
    capitalised = {word for each in hints for word in words_of(each.proper)}
    places = {word for each in hints for word in words_of(each.places)}
    learnt: dict[str, CountryWord] = {}
    names: dict[str, str] = {}
    for demonym in sorted({word for each in hints for word in words_of(each.adjectives)}):
        sure, unsure = list(_stems(demonym, "endings")), list(_stems(demonym, "loose_endings"))
        country = next((each for each in sure if each in capitalised), None)
        country = country or next((each for each in unsure if each in places), None)
        if country is None:
            continue
        known = find_country(country)
        code = known.code if known is not None and known.use == "name" else LEARNT + fold_name(country)
        if known is None:
            names[code] = country
            learnt[country.lower()] = CountryWord(code, "name")
        if known is None or known.use == "name":
            learnt[demonym.lower()] = learnt[demonym.lower() + "s"] = CountryWord(code, "demonym")
    found = Nations(learnt, names)
    found = Nations(learnt, names, _common_home(found, hints))
    return Nations({**learnt, **_seats(found, hints)}, names, found.home)


@cache
def _words(field_name: str) -> frozenset[str]:
    return frozenset(str(word) for word in load_table("en", "nations")[field_name])


@cache
def _official_heads() -> frozenset[str]:
    """First words of the nouns for bodies of a country."""
    rows = load_table("en", "organisation_words")["bodies"].values()
    return frozenset(noun.split()[0] for row in rows if row["official"] for noun in row["nouns"])


@cache
def _belongings() -> frozenset[str]:
    """What only a country has, or its first word: bodies and offices."""
    return _official_heads() | _words("offices")


def _adjectives(parse: Parse, proper: Sequence[Token]) -> Iterator[str]:
    """Capitalised words right before what only a country has."""
    for token, after in (
        (token, parse.tokens[token.index + 1]) for token in proper if token.index < len(parse.tokens) - 1
    ):
        if (
            after.text in _belongings()
            and after.sentence == token.sentence
            and token.text.lower() not in _words("not_nations")
            and find_country(token.text) is None
        ):
            yield token.text


def _places(parse: Parse) -> Iterator[str]:
    for entity in parse.entities:
        if entity.label in {"GPE", "LOC"} and entity.last - entity.first == 1:
            yield parse.tokens[entity.first].text


def _stems(demonym: str, endings: str) -> Iterator[str]:
    """Names that an adjective can be made of: 'Korvan' of 'Korva'."""
    for ending, replacements in load_table("en", "nations")[endings].items():
        if demonym.endswith(ending):
            stem = demonym.removesuffix(ending)
            yield from (stem + each for each in replacements if len(stem + each) >= SHORTEST)


def _count(nations: Nations, tokens: Sequence[Token]) -> Counter[str]:
    find = nations.find if nations.learnt else find_country
    capitals = [token.text for token in tokens if token.text[0].isupper()]
    return Counter([found.code for found in map(find, capitals) if found is not None])


def _common_home(nations: Nations, hints: Sequence[CountryHints]) -> str:
    """The country named in at least half of the documents, when no other is named in nearly as many.

    A country of the first lines counts twice: neighbours and foreigners come further down.
    Where no country is named at all, the reports are about one that goes without saying.
    """
    every = sorted({word for each in hints for word in words_of(each.capitals)})
    codes = {word: known.code for word in every if (known := nations.find(word)) is not None}
    named: Counter[str] = Counter()
    weight: Counter[str] = Counter()
    for each in hints:
        here = {codes[word] for word in words_of(each.capitals) if word in codes}
        named.update(here)
        weight.update([*here, *{codes[word] for word in words_of(each.lead) if word in codes}])
    ranked = sorted(weight.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    if not ranked:
        return LEARNT
    if (len(ranked) > 1 and ranked[0][1] < EVEN * ranked[1][1]) or 2 * named[ranked[0][0]] < len(hints):
        return ""
    return ranked[0][0]


def _seats(nations: Nations, hints: Iterable[CountryHints]) -> dict[str, CountryWord]:
    """'The government in Sell': the capital of a learnt country that all documents are about.

    Listed countries have their capitals listed; there 'the government in …' is often a rival one.
    """
    if not nations.home.startswith(LEARNT):
        return {}
    found = sorted({word for each in hints for word in words_of(each.seats)})
    return {word: CountryWord(nations.home, "capital") for word in found if nations.find(word.title()) is None}


def _find_seats(parse: Parse, capitals: Sequence[Token]) -> Iterator[str]:
    for token in capitals:
        at = token.index
        if at > 1 and parse.tokens[at - 1].text.lower() == "in" and parse.tokens[at - 2].text.lower() in _GOVERNMENTS:
            yield token.text.lower()
