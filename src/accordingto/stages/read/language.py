"""Which language a text is in."""

import re

_LETTER = re.compile(r"[^\W\d_]")
_FIRST = 60  # characters; mostly enough to see that it is a text
_ENOUGH = 20  # letters; below that the guess is worth nothing
_LOOKED_AT = 500  # characters; more changes nothing and costs time


def find_language(text: str) -> str | None:
    """Two-letter code of the language, or ``None`` when there is too little text to tell."""
    sample = text[:_LOOKED_AT]
    if len(_LETTER.findall(sample[:_FIRST])) < _ENOUGH and len(_LETTER.findall(sample)) < _ENOUGH:
        return None
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)
