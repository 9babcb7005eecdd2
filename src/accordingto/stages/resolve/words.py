"""The word lists of this room as sets, each read once."""

from functools import cache

from accordingto.lexicon import load_table


def _words(topic: str, *fields: str) -> frozenset[str]:
    return frozenset(str(word).lower() for field in fields for word in load_table("en", topic)[field])


@cache
def honorifics() -> frozenset[str]:
    """'mr', 'sheikh'."""
    return _words("titles", "honorifics")


@cache
def roles() -> frozenset[str]:
    """Offices and trades, of one word or several."""
    return _words("titles", "roles")


@cache
def organisation_words(*fields: str) -> frozenset[str]:
    """Nouns that make a name an organisation's: ``armed``, ``civil``, ``outlet`` or ``lower_heads``, or of several."""
    return _words("organisation_words", *fields)


@cache
def people_plurals() -> frozenset[str]:
    """Plural nouns that make a group of people of a place's name."""
    return nouns("people_plurals")


@cache
def platforms() -> dict[str, str]:
    """Platforms by their small letters."""
    return {str(name).lower(): str(name) for name in load_table("en", "organisation_words")["platforms"]}


@cache
def nouns(*fields: str) -> frozenset[str]:
    """Common nouns for actors: ``person``, ``group``, ``feminine`` …, or those of several such lists."""
    return _words("actor_nouns", *fields)


@cache
def acting(field: str) -> frozenset[str]:
    """Verbs and nouns that tell an actor from a place: ``speech``, ``states`` …."""
    return _words("acting", field)


@cache
def given_names(*fields: str) -> frozenset[str]:
    """Given names: ``masculine`` or ``feminine``, or both."""
    return _words("given_names", *fields)


MONTHS_AND_DAYS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)
