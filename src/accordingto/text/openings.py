r"""With which words a pattern can begin, and what can follow: read off the pattern, so that most words need no trying.

A match of ``(?:the\s)?(?:spring|fall)\sof\s[0-9]{4}`` begins with 'the', 'spring' or 'fall', and after 'the' comes
'spring', 'fall', 'of' or a figure: the second word is looked for among all words of the pattern, which is enough.

Out of scope: patterns that begin with what nobody can list, such as any letters at all.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

FIGURE = "0"  # stands for every number, and for whatever is written on to one: '4th'
FIGURES = frozenset("0123456789")
_UNKNOWN = "?"  # stands for what nobody can list
# A word whose letters repeat more often than this is no word of a list.
_MOST = 4


@dataclass(frozen=True, slots=True)
class Openings:
    """How the matches of a pattern begin.

    Attributes:
        first: words in small letters, ``FIGURE``, and marks.
        alone: those of them that may be a whole match.
        later: every word, ``FIGURE`` and mark of the pattern; ``None`` where they cannot be listed.
    """

    first: frozenset[str]
    alone: frozenset[str]
    later: frozenset[str] | None


def find_openings(pattern: str) -> Openings:
    r"""With what the matches of a pattern of whole words begin; case is ignored.

    Args:
        pattern: no letter or figure stands before a match or follows it.

    Raises:
        ValueError: nobody can list them.

    Example:
        >>> sorted(find_openings(r"(?:the\s+)?(?:spring|fall)s?\b|[0-9]{4}").first)
        ['0', 'fall', 'falls', 'spring', 'springs', 'the']
    """
    words = _Reader(pattern).alternatives()
    first = words.whole | words.first
    if first & {"", _UNKNOWN}:
        raise ValueError(f"anything may begin a match of {pattern[:60]}")
    ends_in_mark, is_figure = "" in words.last, FIGURE in words.last
    alone = first if ends_in_mark else words.whole | (first & {FIGURE} if is_figure else frozenset())
    later = first | words.inner | words.last
    return Openings(first, alone, None if _UNKNOWN in later else later)


@cache
def words_of(pattern: re.Pattern[str]) -> frozenset[str]:
    """Every word that may stand in a match of a pattern, in small letters.

    Raises:
        ValueError: nobody can list them.
    """
    words = find_openings(pattern.pattern).later
    if words is None:
        raise ValueError(f"any word may stand in a match of {pattern.pattern[:60]}")
    return words


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a piece of a pattern, by where they stand in it.

    Attributes:
        whole: letters that may be all of it; empty where it may be left out.
        first: with what it may begin, where more comes after that.
        inner: words and marks between.
        last: letters at its end, which may go on in the next piece; empty where a mark ends it.
    """

    whole: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()

    def then(self, after: "_Words") -> "_Words":
        """This and another piece after it."""
        return _Words(
            _join(self.whole, after.whole),
            self.first | _join(self.whole, after.first),
            self.inner | after.inner | _join(self.last, after.first),
            after.last | _join(self.last, after.whole),
        )

    def either(self, other: "_Words") -> "_Words":
        """This or the other piece."""
        return _Words(
            self.whole | other.whole, self.first | other.first, self.inner | other.inner, self.last | other.last
        )


def _join(words: Iterable[str], after: Iterable[str]) -> frozenset[str]:
    return frozenset(_glue(word, more) for word in words for more in after)


def _glue(word: str, after: str) -> str:
    """A word with what is written on to it; a mark ends it."""
    if not word or not after:
        return word or after
    if _UNKNOWN in {word, after} or (after == FIGURE and word != FIGURE):
        return _UNKNOWN
    return word + after if after.isalpha() and word != FIGURE else word


_NOTHING = _Words(whole=frozenset({""}))
_NUMBER, _OTHER = (_Words(first=frozenset({each}), last=frozenset({each})) for each in (FIGURE, _UNKNOWN))
_NO_WIDTH = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\Z"})
_SPACE = r"\s"


def _one(sign: str) -> _Words:
    """What a sign of a pattern stands for: letters, a mark, a place between two characters."""
    if sign in _NO_WIDTH:
        return _NOTHING
    if sign.isascii() and sign.isalpha():
        return _Words(whole=frozenset({sign.lower()}))
    char = " " if sign == _SPACE else chr(int(sign[-4:], 16)) if len(sign) > len(_SPACE) else sign[-1]
    if sign in FIGURES:
        return _NUMBER
    if sign == "." or char == "_" or char.isalnum():
        return _OTHER
    mark = frozenset({char})
    return _Words(first=mark, inner=mark, last=frozenset({""}))


_SIGN = r"(?:\\u[0-9a-fA-F]{4}|\\.|.)"
_PART = re.compile(
    rf"\[(?P<class>(?:\\.|[^\]\\])+)\]|(?P<again>\(\?P=\w+\))|(?P<look>\(\?<?[=!])|"
    rf"(?P<group>\((?:\?:|\?P<\w+>|(?!\?)))|[A-Za-z]+(?![?*+{{])|{_SIGN}"
)
_RANGE = re.compile(rf"({_SIGN})(?:-({_SIGN}))?")
_TIMES = re.compile(r"(?:(?P<sign>[?*+])|\{(?P<least>\d+)(?P<comma>,(?P<most>\d*))?\})\??")


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> _Words:
        """Branches up to the bracket that closes them."""
        found = self._branch()
        while self.pattern.startswith("|", self.at):
            self.at += 1
            found = found.either(self._branch())
        return found

    def _branch(self) -> _Words:
        found = _NOTHING
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            found = found.then(self._times(self._part()))
        return found

    def _part(self) -> _Words:
        match = _PART.match(self.pattern, self.at)
        if match is None:
            raise ValueError(f"no such pattern is read: {self.pattern[self.at : self.at + 9]}")
        self.at = match.end()
        if match["look"] or match["group"]:
            found = self.alternatives()
            self.at += 1
            return _NOTHING if match["look"] else found
        if match["class"]:
            return _class(match["class"])
        return _OTHER if match["again"] else _one(match.group())

    def _times(self, part: _Words) -> _Words:
        """A part as often as the sign behind it says."""
        match = _TIMES.match(self.pattern, self.at)
        if match is None:
            return part
        self.at = match.end()
        least, most = _bounds(match)
        found, repeated = (_NOTHING if least == 0 else _Words()), _NOTHING
        for count in range(1, min(most, _MOST) + 1):
            repeated = repeated.then(part)
            found = found.either(repeated) if count >= least else found
        goes_on = most > _MOST and bool(part.whole - {""})
        return found.either(_OTHER) if goes_on else found


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    """How often at least and at most; 'as often as one likes' is more often than counts here."""
    if match["sign"]:
        return (1 if match["sign"] == "+" else 0), (1 if match["sign"] == "?" else _MOST + 1)
    least = int(match["least"])
    most = least if match["comma"] is None else int(match["most"] or _MOST + 1)
    return least, max(least, most)


def _class(inside: str) -> _Words:
    """One of several characters; of ranges only the one of figures is read."""
    found = _OTHER if inside.startswith("^") else _Words()
    for first, last in _RANGE.findall(inside):
        one = _one(first)
        found = found.either(_OTHER if last and one != _NUMBER else one)
    return found
