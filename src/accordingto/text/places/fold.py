"""One spelling of a place name: small letters, no accents, no punctuation."""

import unicodedata
from functools import lru_cache

_MARKS = dict.fromkeys("'\u2018\u2019\u02bb\u02bc\u02bd\u02be\u02bf\u2032`\u00b4.,()\"\u201c\u201d")
_SPACES = dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014/_", " ")
_TABLE = str.maketrans({**_MARKS, **_SPACES})
# Letters that NFKD leaves whole.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ı": "i", "ə": "a"}
)


# A text's names are asked for again and again.
@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """The key under which a gazetteer keeps a name; empty when nothing is left of it.

    Example:
        >>> fold_name("Deir al-Zôr"), fold_name("St. John’s")
        ('deir al zor', 'st johns')
    """
    folded = name.lower()
    if folded.isascii() and folded.isalpha():
        return folded  # most of a gazetteer's names, and nothing to do for them
    if not folded.isascii():
        # Small letters once more: the parts of a sign like '№' are capitals.
        decomposed = unicodedata.normalize("NFKD", folded).lower()
        folded = "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_LETTERS)
    return " ".join(folded.translate(_TABLE).split())
