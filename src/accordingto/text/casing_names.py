"""Names in a text that has only capitals: those before an acronym in brackets, and those that are called so in quotes.

What marks a name here is typography alone; which of its words are written small is for ``casing``.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from accordingto.lexicon import load_table

# How common a form of a word is: 1 for the commonest, ``None`` for one that nobody writes.
Rank = Callable[[str], int | None]
Words = Sequence[re.Match[str]]

# Of an acronym's letters so many at least begin a word before it; those of another language's name do not all.
OWN_LETTERS = 0.5
LONGEST_NAME = 9
# Of so few letters a word in brackets that is no commoner than this is an acronym: '(QPA)'.
SHORTEST_NAME, RARE = 4, 20_000
_ACRONYM = re.compile(r"[\[(]\s?([^\W\d_]{2,7})\s?[\])]")
# 'UPA [UPPER PARTY ALLIANCE]': the acronym first, the name in brackets.
_SPELLED = re.compile(r"([^\W\d_]{2,7}) ?[\[(]([^\W\d_]{1,30}(?:(?: |-|['’])[^\W\d_]{1,30}){1,7})[\])]")
_CALLED = re.compile(
    r"[\"“]([^\W\d_]{1,30}(?: [^\W\d_]{1,30}){1,6})[,.]?[\"”],? (?:an? )?([^\W\d_]{4,20})", re.IGNORECASE
)
_GAP = re.compile(r"[ \t\n]+|[-'’\"“”]|\s[\"“]|[\"”]\s")


def find_acronyms(text: str, words: Words, rank: Rank) -> frozenset[str]:
    """Words in brackets that are names: rare ones, and those whose letters begin words before: 'Upper Party [UP]'."""
    starts = {word.start(): at for at, word in enumerate(words)}
    found = set()
    for match in _ACRONYM.finditer(text):
        at, small = starts[match.start(1)], match.group(1).lower()
        first = {words[index].group()[0] for index in range(max(0, at - LONGEST_NAME), at)}
        letters = set(match.group(1))
        spelled = len(letters & first) >= max(2, OWN_LETTERS * len(letters))
        if spelled or (len(small) <= SHORTEST_NAME and (rank(small) or RARE) >= RARE):
            found.add(small)
    found |= {match.group(1).lower() for match in _find_spelled(text)}
    return frozenset(found - load_casing()["inside"])


def _find_spelled(text: str) -> Iterator[re.Match[str]]:
    """An acronym with its name in brackets after it: of its letters so many begin words of the name."""
    for match in _SPELLED.finditer(text):
        letters, first = set(match.group(1)), {word[0] for word in re.split(r"[ '’-]", match.group(2))}
        if len(letters & first) >= max(2, OWN_LETTERS * len(letters)):
            yield match


def find_names(text: str, words: Words, cased: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The words of each name that is written out before its acronym, wherever the same words stand."""
    starts = {word.start(): at for at, word in enumerate(words)}
    ends = {word.end(): at for at, word in enumerate(words)}
    spans = [(starts[found.start(1)], ends[found.end(1)] + 1) for found in _find_called(text)]
    spans += [(starts[found.start(2)], ends[found.end(2)] + 1) for found in _find_spelled(text)]
    spans += [(starts[found.start()], ends[found.end()] + 1) for found in _by_cause().finditer(text)]
    for found in _ACRONYM.finditer(text):
        at = starts[found.start(1)]
        first = _first_of_name(text, words, at)
        if cased[at].isupper() and at - first > 1:
            spans.append((first, at))
    names = {tuple(word.group().lower() for word in words[first:last]) for first, last in spans}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda each: (-len(each), each)):
        by_first.setdefault(name[0], []).append(name)
    for at, word in enumerate(words):
        for name in by_first.get(word.group().lower(), ()):
            if tuple(each.group().lower() for each in words[at : at + len(name)]) == name:
                yield at, at + len(name)
                break


def _find_called(text: str) -> Iterator[re.Match[str]]:
    """Two to seven words in quotation marks before a word for a group: 'the "Night Watch" movement'."""
    return (found for found in _CALLED.finditer(text) if found.group(2).lower() in load_table("en", "traits")["groups"])


@cache
def _by_cause() -> re.Pattern[str]:
    """'Army of National Liberation': fighters named by what they fight for."""
    heads, whose, causes = ("|".join(sorted(load_casing()[each])) for each in ("fighters", "whose", "causes"))
    return re.compile(rf"\b(?:{heads})\s+of\s+(?:the\s+)?(?:(?:{whose})\s+)?(?:{causes})\b", re.IGNORECASE)


def _first_of_name(text: str, words: Words, acronym: int) -> int:
    """The first word of the name that an acronym stands for: as many words of weight as it has letters, or one less."""
    letters, weighty, at = words[acronym].group(), 0, acronym
    for index in range(acronym - 1, max(-1, acronym - 1 - LONGEST_NAME), -1):
        gap = text[words[index].end() : words[index + 1].start()]
        small = words[index].group().lower()
        if (
            (index + 1 < acronym and not _GAP.fullmatch(gap))
            or small in load_casing()["before"]
            or weighty == len(letters)
        ):
            break
        if small not in load_casing()["inside"]:
            weighty += 1
            at = index
    return at


@cache
def load_casing() -> dict[str, frozenset[str]]:
    """The words of ``lexicon/en/casing.yaml``."""
    return {name: frozenset(words) for name, words in load_table("en", "casing").items()}
