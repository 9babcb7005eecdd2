"""Phrases of the word lists as patterns: 'does it begin with one of these?', asked in one way everywhere."""

import re
from collections.abc import Iterable
from functools import cache

from accordingto.lexicon import load_table


def join_phrases(phrases: Iterable[str]) -> str:
    """One alternation, longest first, that forgives curly apostrophes and several spaces."""
    escaped = (re.escape(each).replace(r"\ ", r"\s{1,3}").replace("'", "['’]") for each in phrases)
    return "|".join(sorted(escaped, key=lambda each: (-len(each), each)))


_LAST = re.compile(r"\W*(\w+)")


def last_word(text: str) -> str:
    """The last word of a few characters, in small letters; empty where there is none.

    It is asked before a pattern that ends with one of a few words is looked for.
    """
    match = _LAST.match(text[::-1])
    return "" if match is None else plain_letters(match[1][::-1]).lower()


# Letters that match these when case is ignored, beside their own capitals.
_LIKE = {"i": "\u0130\u0131", "k": "\u212a", "s": "\u017f"}
_PLAIN = str.maketrans({each: letter for letter, others in _LIKE.items() for each in others})
_ALIKE = re.compile("[" + "".join(_LIKE.values()) + "]")


def plain_letters(text: str) -> str:
    """A text with the letters of other alphabets that count as 'i', 'k' and 's' where case is ignored made these.

    No character is added or lost, nor is any by ``lower()`` afterwards: only the dotted capital I would become two.
    """
    return text if text.isascii() or _ALIKE.search(text) is None else text.translate(_PLAIN)


def begins_with(phrases: Iterable[str]) -> str:
    """A look ahead at the first letter of some phrases in any case: it spares most places of a text the alternation."""
    letters = sorted({each[0].lower() for each in phrases})
    return "(?=[" + "".join(f"{re.escape(each + each.upper())}{_LIKE.get(each, '')}" for each in letters) + "])"


@cache
def starts_with(topic: str, name: str) -> re.Pattern[str]:
    """A pattern for lines that begin with a phrase of a list of ``lexicon/en/<topic>.yaml``, ignoring case.

    Bullets and brackets may stand before it, quotation marks may not: then somebody said it.
    """
    return re.compile(rf"[^\w\"'“”‘’]{{0,3}}(?:{_by_letter(words(topic, name))})(?!\w)", re.IGNORECASE)


def _by_letter(phrases: Iterable[str]) -> str:
    """The same alternation, parted by first letters: most lines begin with none of them and are done at once."""
    groups: dict[str, list[str]] = {}
    for each in phrases:
        groups.setdefault(each[0].lower(), []).append(each[1:])
    letters = {letter: re.escape(letter) + re.escape(letter.upper()) for letter in sorted(groups)}
    return "|".join(f"(?-i:[{letters[each]}])(?:{join_phrases(groups[each])})" for each in letters)


@cache
def words(topic: str, name: str) -> tuple[str, ...]:
    """The phrases of one list."""
    return tuple(load_table("en", topic)[name])
