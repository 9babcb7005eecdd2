"""Countries by their names, demonyms, capitals and seats of government."""

from dataclasses import dataclass
from functools import cache, lru_cache

from accordingto.lexicon import load_table

# 'us' against 'US'; names this short are compared with their capitals.
LONGEST_PRONOUN = 2


@dataclass(frozen=True, slots=True)
class CountryWord:
    """What a word says of a country.

    Attributes:
        code: ISO 3166-1 alpha-2.
        use: ``name``, ``demonym``, ``capital`` or ``seat``.
    """

    code: str
    use: str


_USES = (("names", "name"), ("demonyms", "demonym"), ("capital", "capital"), ("seats", "seat"))


@cache
def country_words() -> dict[str, CountryWord]:
    """Every word or phrase of the country list in small letters, with what it says."""
    found: dict[str, CountryWord] = {}
    for code, row in load_table("en", "countries").items():
        found.setdefault(row["name"].lower(), CountryWord(code, "name"))
        for field, use in _USES:
            for word in row.get(field, ()):
                found.setdefault(word.lower(), CountryWord(code, use))
                if use == "demonym":
                    found.setdefault(word.lower() + "s", CountryWord(code, use))
    return found


@lru_cache(maxsize=50_000)
def find_country(text: str) -> CountryWord | None:
    """What a word or phrase says of a country, if anything.

    Example:
        >>> find_country("Kyiv")
        CountryWord(code='UA', use='capital')
    """
    words = " ".join(text.replace("’", "'").split())
    if len(words) <= LONGEST_PRONOUN and not words.isupper():
        return None  # 'us' is no country
    words = words.lower()
    known = country_words()
    return known.get(words) or known.get(words.removeprefix("the ")) or known.get(words.removesuffix("'s"))


@cache
def country_name(code: str) -> str:
    """The short name of a country."""
    return str(load_table("en", "countries")[code]["name"])
