"""A name taken apart for a comparison: the words that tell, legal forms, numbers."""

from dataclasses import dataclass
from functools import cache, lru_cache

from accordingto.lexicon import load_table
from accordingto.text.name_similarity import sound_of
from accordingto.text.names import SMALL_WORDS, fold_name

# Words of names that nobody is told apart by.
PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "ben", "bint", "von", "van", "der", "ul", "ur", "ud", "abu", "abou", "na", "haji"}
)
PERSON = "person"
_VOWELS = frozenset("aeiouyw")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
    "xi": "11",
    "xii": "12",
}
_NUMBERS = {"first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "forty": "40", "three": "3"}
# The most words of a legal form; the longest word that can be a number ('2004').
LONGEST_FORM, LONGEST_NUMBER = 5, 8
_SEPARATORS = str.maketrans(dict.fromkeys("-/·・", " "))


@cache
def _forms() -> dict[tuple[str, ...], int]:
    rows = load_table("en", "legal_forms")["forms"]
    return {tuple(str(form).split()): number for number, row in enumerate(rows) for form in row}


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(str(word) for word in load_table("en", "titles")["honorifics"]) | {"prasident", "shah"}


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: the words that tell, its legal forms and its numbers."""

    words: tuple[str, ...]
    forms: frozenset[int]
    numbers: tuple[str, ...]
    latin: bool

    @property
    def compact(self) -> str:
        """The words as one."""
        return "".join(self.words)

    @property
    def ordered(self) -> str:
        """The letters in the order of the alphabet."""
        return "".join(sorted(self.words))

    @property
    def skeleton(self) -> str:
        """The consonants of the sounds."""
        return "".join(map(_skeleton, self.words))

    @property
    def initials(self) -> str:
        """The first letters."""
        return "".join(word[0] for word in self.words)


@lru_cache(maxsize=8192)
def take_apart(name: str, kind: str) -> NameParts:
    """A name's words, forms and numbers; ``kind`` is ``person`` or anything else."""
    person = kind == PERSON
    if "," in name and person:  # 'Wren, Ada'
        last, _, first = name.partition(",")
        name = f"{first} {last}"
    parts = fold_name(name.translate(_SEPARATORS).replace("&", " and ")).split()
    kept, forms = (_without_honorifics(parts), frozenset[int]()) if person else _without_forms(parts)
    numbers = tuple(sorted(number for number in map(_number, kept) if number))
    small = PARTICLES if person else SMALL_WORDS
    words = tuple(part for part in kept if part not in small and (person or not _number(part))) or tuple(kept)
    return NameParts(words, forms, numbers, name.isascii())


def _without_honorifics(parts: list[str]) -> list[str]:
    return [part for part in parts if part not in _honorifics()] or parts


def _without_forms(parts: list[str]) -> tuple[list[str], frozenset[int]]:
    """An organisation's words without 'Ltd' and its like, and which of them it has."""
    kept: list[str] = []
    forms: set[int] = set()
    at = 0
    while at < len(parts):
        size = next((n for n in range(LONGEST_FORM, 0, -1) if tuple(parts[at : at + n]) in _forms()), 0)
        if size and len(parts) > 1:
            forms.add(_forms()[tuple(parts[at : at + size])])
        else:
            kept.append(parts[at])
        at += max(1, size if len(parts) > 1 else 1)
    return kept or parts, frozenset(forms)


def _number(word: str) -> str:
    digits = any(letter.isdigit() for letter in word) and len(word) <= LONGEST_NUMBER
    return _ROMAN.get(word) or _NUMBERS.get(word) or (word if digits else "")


def _skeleton(word: str) -> str:
    sound = sound_of(word)
    return sound[:1] + "".join(letter for letter in sound[1:] if letter not in _VOWELS)
