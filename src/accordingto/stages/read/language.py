"""Which language a text is in."""

_ENOUGH = 20  # letters; below that the guess is worth nothing
_LOOKED_AT = 4000  # characters; more changes nothing and costs time


def find_language(text: str) -> str | None:
    """Two-letter code of the language, or ``None`` when there is too little text to tell."""
    sample = text[:_LOOKED_AT]
    if sum(character.isalpha() for character in sample) < _ENOUGH:
        return None
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)
