"""Names as strings: cleaned, folded to plain Latin letters, split into words, shortened to initials."""

import re
from functools import lru_cache

from anyascii import anyascii

# Words that carry nothing in a comparison of names.
SMALL_WORDS = frozenset(
    {"the", "a", "an", "of", "for", "and", "in", "on", "to", "de", "du", "des", "la", "le", "les", "&"}
)

# The Arabic article in its spellings, and the small words that join Persian and Urdu names.
ARTICLES = frozenset(["the", "a", "an", "al", "el", "ad", "ar", "as", "ash", "at", "az", "ud", "ul", "ur", "e", "i"])

_POSSESSIVE = re.compile(r"['’`]s$|(?<=s)['’]$")
_EDGES = " \t\n\r\"“”«»‘’'`()[]{},;:.!?…–—-"
_WORD = re.compile(r"[a-z0-9]+")
_BRITISH = re.compile(r"is(?=ation|ed\b|e\b|ing\b)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_")


@lru_cache(maxsize=20_000)
def clean_name(text: str) -> str:
    """The words of a name without 'the', possessive and quotation marks.

    Example:
        >>> clean_name("the Otar Volunteer Corps’s")
        'Otar Volunteer Corps'
    """
    name = " ".join(text.split())
    name = _POSSESSIVE.sub("", name).strip(_EDGES if not name.endswith(".") else _EDGES.replace(".", ""))
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else name


@lru_cache(maxsize=1 << 18)
def fold_name(text: str) -> str:
    """A name in small plain Latin letters, words parted by one space; scripts are transliterated.

    Example:
        >>> fold_name("Łukasz N’Doye")
        'lukasz ndoye'
    """
    plain: str = anyascii(text).lower().replace("'", "").replace("`", "")
    return " ".join(_WORD.findall(plain.replace(".", "")))


@lru_cache(maxsize=1 << 18)
def name_words(text: str) -> tuple[str, ...]:
    """The folded words of a name, without small words."""
    return tuple(word for word in fold_name(text).split() if word not in SMALL_WORDS)


@lru_cache(maxsize=1 << 18)
def without_articles(fold: str) -> str:
    """A folded name without articles, and with one spelling where British and American ones differ.

    Example:
        >>> without_articles("ansar ad din") == without_articles("ansar al din")
        True
    """
    words = [word for word in fold.split() if word not in ARTICLES] or fold.split()
    return _BRITISH.sub(lambda match: match[0].replace("s", "z"), " ".join(words)).replace("defence", "defense")


# Asked of every word that has a capital, again and again.
@lru_cache(maxsize=50_000)
def is_acronym(text: str) -> bool:
    """Whether a word looks like initials: 'FHL', 'UNHCR', 'P.L.F.', never 'I' or 'Osrin'."""
    letters = text.replace(".", "").replace("-", "")
    capitals = sum(map(str.isupper, letters))
    return letters.isalpha() and 2 <= len(letters) <= 8 and capitals >= max(2, len(letters) - 1)  # noqa: PLR2004


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters are the first letters of the name's words, small words counted or not."""
    letters = fold_name(acronym).replace(" ", "")
    every = fold_name(name).split()
    short = [word for word in every if word not in SMALL_WORDS]
    return len(letters) >= 2 and letters in {  # noqa: PLR2004
        "".join(word[0] for word in every),
        "".join(word[0] for word in short),
    }


def split_tag(text: str) -> str:
    """A hashtag or handle as words.

    Example:
        >>> split_tag("#FreeTheMiners")
        'Free The Miners'
    """
    return " ".join(_CAMEL.sub(" ", text.lstrip("#@")).split())
