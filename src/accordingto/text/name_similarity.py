"""How alike two names are, word by word, and why."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

# Words shorter than this are compared letter by letter: 'Ali' and 'Adi' are two names, 'Ponomar' and 'Ponamar' one.
SHORTEST_SLIP = 5

# Spellings of one sound in transliterations from Cyrillic and Arabic. Order matters: longer first. 'e' and 'i', 'o' and
# 'u' are one ('Osama', 'Usama'); 'a' stays by itself, or 'Jamal' and 'Jamil' would be one.
_SOUNDS = (
    (r"shch|sch|tch", "c"),
    (r"kh|gh", "h"),
    (r"ck|q", "k"),
    (r"dzh|zh|dj", "j"),
    (r"dh", "d"),
    (r"sh|ch", "c"),
    (r"ph", "f"),
    (r"ts|tz|cz", "s"),
    (r"th", "t"),
    (r"yu|iu|ou|oo|au|o|u", "u"),
    (r"iy|ii|ij|yi|ei|ey|ai|ay|ae|ee|ye|ie|ia|ya|y|i|e", "i"),
    (r"w|v|ff", "v"),
    (r"h|g", "h"),
    (r"c|k", "k"),
)
_SOUND = re.compile("|".join(f"(?P<s{n}>{pattern})" for n, (pattern, _) in enumerate(_SOUNDS)))
_ENDING = re.compile(r"[ai]+h?$")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 18)
def sound_of(word: str) -> str:
    """A folded word with the spellings of one sound made equal.

    Example:
        >>> sound_of("maroustine") == sound_of("marustin") + "i"
        True
    """
    plain = _SOUND.sub(lambda match: _SOUNDS[int((match.lastgroup or "s0")[1:])][1], word)
    return _DOUBLED.sub(r"\1", plain)


@lru_cache(maxsize=1 << 16)
def compare_words(left: str, right: str) -> float:
    """1.0 for equal words, 0.95 for one sound, 0.9 for a slip of one letter in a long word, else 0."""
    if left == right:
        return 1.0
    one, other = sound_of(left), sound_of(right)
    if one == other and min(len(left), len(right)) > 3:  # noqa: PLR2004
        return 0.95
    shortest = min(len(left), len(right))
    if shortest > 2 and _DOUBLED.sub(r"\1", left) == _DOUBLED.sub(r"\1", right):  # noqa: PLR2004
        return 0.95
    if shortest >= SHORTEST_SLIP and left[0] == right[0] and OSA.distance(left, right, score_cutoff=1) <= 1:
        return 0.9
    if shortest >= SHORTEST_SLIP and (_same_ending(one, other) or _same_but_throat(left, right, one, other)):
        return 0.9
    return 0.0


def _same_ending(one: str, other: str) -> bool:
    """'Marustin' and 'Maroustine', 'Marwiyeh' and 'Marwiya'; 'Orlin' and 'Orlina' are a man's and a woman's name."""
    return one.rstrip("i") == other.rstrip("i") or _ENDING.sub("*", one) == _ENDING.sub("*", other)


def _same_but_throat(left: str, right: str, one: str, other: str) -> bool:
    """'Gaddar', 'Qaddar' and 'Kaddar': one Arabic letter at the beginning."""
    return left[0] != right[0] and {left[0], right[0]} <= {"g", "q", "k"} and one[1:] == other[1:]


def compare_in_order(left: Sequence[str], right: Sequence[str]) -> float:
    """The least likeness of two names' words in the same places; 0 when they have different numbers of words."""
    if len(left) != len(right) or not left:
        return 0.0
    least = 1.0
    for one, other in zip(left, right, strict=True):
        if one != other:
            least = min(least, compare_words(one, other))
            if not least:
                break
    return least
