"""Candidates for the words of a text: with the word for what it is, as an adjective, abbreviated, or in part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from accordingto.lexicon.load import load_table
from accordingto.text.countries import country_name, find_country
from accordingto.text.places.fold import fold_name
from accordingto.text.places.gazetteer import Candidate, Gazetteer, PlaceKind
from accordingto.text.places.wide import find_wide

_KINDS = {
    "region": {PlaceKind.REGION},
    "district": {PlaceKind.DISTRICT},
    "town": {PlaceKind.TOWN},
    "facility": {PlaceKind.TOWN, PlaceKind.REGION},
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a name's words ask the gazetteer.

    Attributes:
        key: folded name without the word for what it is.
        kinds: what it must be where the words say so ('Ostrel region'); empty when they do not.
        country: the country that the words stand for by themselves ('Syrian', 'U.S.').
        state: folded name of a first-order division that an abbreviation stands for, with its country.
    """

    key: str
    kinds: frozenset[PlaceKind] = frozenset()
    country: str | None = None
    state: tuple[str, str] | None = None


@cache
def _generic() -> tuple[tuple[str, re.Pattern[str], frozenset[PlaceKind]], ...]:
    """Each kind word, and as it stands before or after the name; a word of two kinds ('prefecture') allows both."""
    table = load_table("en", "places_generic")
    kinds: dict[str, set[PlaceKind]] = {}
    for name, allowed in _KINDS.items():
        for word in table[name]:
            kinds.setdefault(fold_name(word), set()).update(allowed)
    found = []
    for word in sorted(kinds, key=lambda each: (-len(each), each)):
        pattern = re.compile(rf"^(?:the )?{word}s? of (?P<a>.+)$|^(?P<b>.+) {word}s?$|^{word} (?P<c>.+)$")
        found.append((word, pattern, frozenset(kinds[word])))
    return tuple(found)


@cache
def _kind_words() -> frozenset[str]:
    table = load_table("en", "places_generic")
    return frozenset(fold_name(word) for name in ("region", "district") for word in table[name])


def is_kind_word(word: str) -> bool:
    """Whether a word after a name says that it is a region or a district."""
    return fold_name(word) in _kind_words()


@cache
def _directions() -> re.Pattern[str]:
    words = sorted(
        (fold_name(word) for word in load_table("en", "places_generic")["directions"]), key=len, reverse=True
    )
    return re.compile(rf"^(?:{'|'.join(words)}) (?P<rest>.+)$")


@cache
def _states() -> dict[str, tuple[str, str]]:
    """Abbreviation -> country and folded name."""
    found: dict[str, tuple[str, str]] = {}
    for country, rows in load_table("en", "places_generic")["abbreviations"].items():
        for short, name in rows.items():
            found.setdefault(str(short), (country, fold_name(name)))
    return found


def find_state(words: str) -> tuple[str, str] | None:
    """The division that an abbreviation stands for: ('US', 'pennsylvania') for 'Pa.', 'PA'."""
    # 'Ill.', 'N.C.' and 'PA', but not 'L.A.', 'in', 'Me'.
    if not words[:1].isupper() or words == "L.A." or (len(words) == 2 and not words.isupper()):  # noqa: PLR2004
        return None
    return _states().get(fold_name(words).replace(" ", ""))


@lru_cache(maxsize=20_000)
def ask(words: str) -> tuple[Asked, ...]:
    """What the gazetteer is to be asked for these words, the likeliest reading first."""
    return tuple(_ask(words))


def _ask(words: str) -> Iterator[Asked]:
    words = re.sub(r"['\u2019]s$", "", words.strip())
    country = find_country(words)
    if country is not None and country.use in {"name", "demonym"}:
        yield Asked(fold_name(words), country=country.code)
    key = fold_name(words).removeprefix("the ")
    state = find_state(words)
    if state is not None and (len(key) <= 3 or words.endswith(".")):  # noqa: PLR2004  'Pa', 'N.C.', 'Ill.'
        yield Asked(state[1], frozenset({PlaceKind.REGION}), state=state)
    yield Asked(key)
    for word, pattern, kinds in _generic():
        match = pattern.match(key) if word in key else None
        if match is not None:
            yield Asked(match["a"] or match["b"] or match["c"], kinds)
            break
    match = _directions().match(key)
    if match is not None:
        yield Asked(match["rest"])


# The names of a place stand in many texts.
@lru_cache(maxsize=20_000)
def find_candidates(words: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """What the words may name, each once; places of the kind that the words name stand alone where there are any."""
    seat = _seat(words, gazetteer)
    if seat:
        return seat
    found: dict[int, Candidate] = {}
    wide = find_wide(words)
    if wide is not None:
        found[wide.geonames] = wide
    for asked in ask(words):
        if asked.country is None and asked.key.isdigit():
            continue
        for each in _answer(asked, gazetteer):
            found.setdefault(each.geonames, each)
        # A full name, or the first shorter reading that anything bears, is enough.
        if found and (asked.country is None or _is_adjective(words)):
            break
    return _with_capital(words, tuple(found.values()))


def _with_capital(words: str, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The largest town of that name in the country whose capital bears it, marked as such."""
    country = find_country(words)
    if country is None or country.use != "capital":
        return found
    towns = [each for each in found if each.kind is PlaceKind.TOWN and each.country == country.code]
    capital = max(towns, key=lambda each: each.population, default=None)
    return tuple(replace(each, capital=True) if each is capital else each for each in found)


def _is_adjective(words: str) -> bool:
    country = find_country(words)
    return country is not None and country.use == "demonym"


def _seat(words: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The capital in which a seat of government stands: Moscow for 'the Kremlin'."""
    country = find_country(words)
    if country is None or country.use != "seat":
        return ()
    for name in load_table("en", "countries")[country.code].get("capital", ()):
        towns = [
            each
            for each in gazetteer.candidates(fold_name(name))
            if each.kind is PlaceKind.TOWN and each.country == country.code
        ]
        if towns:
            return (max(towns, key=lambda each: each.population),)
    return ()


def _answer(asked: Asked, gazetteer: Gazetteer) -> Sequence[Candidate]:
    if asked.country is not None:
        return _country(asked.country, gazetteer)
    found = gazetteer.candidates(asked.key)
    if asked.state is not None:
        return [each for each in found if each.kind in asked.kinds and each.country == asked.state[0]]
    if not asked.kinds:
        return found
    # Where the word for what it is stands in the text, its lack in the gazetteer's name does not count.
    return [replace(each, bare=False) for each in found if each.kind in asked.kinds] or found


def _country(code: str, gazetteer: Gazetteer) -> Sequence[Candidate]:
    found = gazetteer.candidates(fold_name(country_name(code)))
    return [each for each in found if each.kind is PlaceKind.COUNTRY and each.country == code]
