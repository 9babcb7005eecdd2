"""Which language a text is in."""

import re
from functools import cache

from accordingto.lexicon import load_table

_LETTER = re.compile(r"[^\W\d_]")
_FIRST = 60  # characters; mostly enough to see that it is a text
_ENOUGH = 20  # letters; below that the guess is worth nothing
_LOOKED_AT = 500  # characters; more changes nothing and costs time
_FEWEST_WORDS = 40
_COMMON = 0.12  # of the words; nearly all English reports have more, other languages a twentieth at most


def find_language(text: str) -> str | None:
    """Two-letter code of the language, or ``None`` when there is too little text to tell."""
    sample = text[:_LOOKED_AT]
    if len(_LETTER.findall(sample[:_FIRST])) < _ENOUGH and len(_LETTER.findall(sample)) < _ENOUGH:
        return None
    if _is_english(sample):
        return "en"
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)


def _is_english(sample: str) -> bool:
    """Whether common words alone tell; most texts here are English, and a classifier takes a hundred times longer."""
    words = sample.lower().split()
    return len(words) >= _FEWEST_WORDS and sum(word in _common() for word in words) >= _COMMON * len(words)


@cache
def _common() -> frozenset[str]:
    return frozenset(load_table("en", "language")["common"])
