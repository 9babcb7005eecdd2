"""What two names have in common and what each has alone, as figures that a small model weighs.

Words are laid side by side, the likest first; what is left over on both sides speaks most against one name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from accordingto.lexicon import load_table
from accordingto.text.name_similarity import sound_of
from accordingto.text.names import SMALL_WORDS, fold_name

# Words of names that nobody is told apart by.
PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "ben", "bint", "von", "van", "der", "ul", "ur", "ud", "abu", "abou", "na", "haji"}
)
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
# Two words this like are one word with a slip.
ALIKE = 0.62
PERSON = "person"
# The most words of a legal form; the longest word that can be a number ('2004'); how many words are laid side by side.
LONGEST_FORM, LONGEST_NUMBER, MOST_WORDS = 5, 8, 24
_SEPARATORS = str.maketrans(dict.fromkeys("-/·・", " "))
FEATURES = (
    *("person", "equal", "sorted_equal", "compact_distance", "compact_ratio", "sorted_distance", "sorted_ratio"),
    *("sound_ratio", "skeleton_equal", "skeleton_ratio", "matched_share", "matched_share_short", "left_over_short"),
    *("left_over_long", "left_over_letters_short", "left_over_letters_long", "left_over_likeness", "worst_ratio"),
    *("worst_edits", "worst_first", "worst_last", "worst_length", "total_edits", "exact_share", "exact_words"),
    *("first_ratio", "last_ratio", "initials", "numbers_clash", "numbers_alone", "form_clash", "form_alone", "scripts"),
    *("words_short", "words_long", "in_order", "acronym", "variants", "letters_short", "nested"),
)  # fmt: skip


@cache
def _forms() -> dict[tuple[str, ...], int]:
    rows = load_table("en", "legal_forms")["forms"]
    return {tuple(str(form).split()): number for number, row in enumerate(rows) for form in row}


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(str(word) for word in load_table("en", "titles")["honorifics"]) | {"prasident", "shah"}


@cache
def given_name_variants() -> dict[str, frozenset[int]]:
    """For each given name the numbers of the lines of variants it stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(load_table("en", "given_names")["variants"]):
        for name in line:
            found.setdefault(str(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart: the words that tell, its legal forms and its numbers."""

    words: tuple[str, ...]
    forms: frozenset[int]
    numbers: tuple[str, ...]
    latin: bool

    @property
    def compact(self) -> str:
        return "".join(self.words)

    @property
    def ordered(self) -> str:
        return "".join(sorted(self.words))

    @property
    def skeleton(self) -> str:
        return "".join(map(_skeleton, self.words))

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.words)


@lru_cache(maxsize=8192)
def _take_apart(name: str, kind: str) -> _Name:
    person = kind == PERSON
    if "," in name and person:  # 'Wren, Ada'
        last, _, first = name.partition(",")
        name = f"{first} {last}"
    parts = fold_name(name.translate(_SEPARATORS).replace("&", " and ")).split()
    kept, forms = (_without_honorifics(parts), frozenset[int]()) if person else _without_forms(parts)
    numbers = tuple(sorted(number for number in map(_number, kept) if number))
    small = PARTICLES if person else SMALL_WORDS
    words = tuple(part for part in kept if part not in small and (person or not _number(part))) or tuple(kept)
    return _Name(words, forms, numbers, name.isascii())


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


@lru_cache(maxsize=65536)
def likeness(left: str, right: str) -> float:
    """How like two words are: letters, or sounds at a small discount."""
    if left == right:
        return 1.0
    letters = OSA.normalized_similarity(left, right)
    sounds = 0.95 * OSA.normalized_similarity(sound_of(left), sound_of(right))
    return float(max(letters, sounds))


@dataclass(frozen=True, slots=True)
class _Alignment:
    """Words laid side by side as (left, right, likeness), and what each name has left over."""

    pairs: tuple[tuple[str, str, float], ...]
    left: str
    right: str
    left_count: int
    right_count: int
    in_order: bool


def _fit(one: str, other: str) -> float:
    """How well two words fit: likeness, an initial and its word, one given name in two languages."""
    score = likeness(one, other)
    if min(len(one), len(other)) == 1 and one[0] == other[0]:
        score = max(score, 0.8)
    return max(score, 0.9) if _is_variant(one, other) else score


def _is_variant(one: str, other: str) -> bool:
    return bool(given_name_variants().get(one, frozenset()) & given_name_variants().get(other, frozenset()))


def _align(left: Sequence[str], right: Sequence[str]) -> _Alignment:
    """Words laid side by side, the likest first, however they are ordered."""
    if "".join(left) == "".join(right):
        return _Alignment(((left[0], right[0], 1.0),), "", "", 0, 0, in_order=True)
    words = [(i, j) for i in range(min(MOST_WORDS, len(left))) for j in range(min(MOST_WORDS, len(right)))]
    scored = sorted((-_fit(left[i], right[j]), abs(i - j), i, j) for i, j in words)
    pairs: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for negative, _, i, j in scored:
        if -negative >= ALIKE and i not in pairs and j not in used:
            pairs[i] = (j, -negative)
            used.add(j)
    alone, others = [i for i in range(len(left)) if i not in pairs], [j for j in range(len(right)) if j not in used]
    return _Alignment(
        tuple(
            (left[i], right[j], score)
            for i, (j, score) in sorted(pairs.items(), key=lambda pair: (-pair[1][1], pair[0]))
        ),
        "".join(left[i] for i in alone),
        "".join(right[j] for j in others),
        len(alone),
        len(others),
        in_order=[pairs[i][0] for i in sorted(pairs)] == sorted(used),
    )


def compare_features(left: str, right: str, *, person: bool) -> dict[str, float]:
    """The figures of two names, the same whichever comes first."""
    kind = PERSON if person else "organisation"
    names = sorted(
        (_take_apart(left, kind), _take_apart(right, kind)),
        key=lambda each: (len(each.words), len(each.compact), each.words, each.numbers, sorted(each.forms)),
    )
    one, other = names
    if not one.words:
        return dict.fromkeys(FEATURES, 0.0)
    found = _align(one.words, other.words)
    figures = {
        "person": float(person),
        **_letters(one, other),
        **_left_over(found),
        **_worst(found),
        **_shares(one, other, found),
        **_extras(one, other, found),
    }
    return {name: figures[name] for name in FEATURES}


def _letters(one: _Name, other: _Name) -> dict[str, float]:
    """The names as strings of letters, of sounds and of consonants."""
    compact, ordered = (one.compact, other.compact), (one.ordered, other.ordered)
    skeletons = (one.skeleton, other.skeleton)
    return {
        "equal": float(compact[0] == compact[1]),
        "sorted_equal": float(ordered[0] == ordered[1]),
        "compact_distance": float(min(6, OSA.distance(*compact))),
        "compact_ratio": OSA.normalized_similarity(*compact),
        "sorted_distance": float(min(6, OSA.distance(*ordered))),
        "sorted_ratio": OSA.normalized_similarity(*ordered),
        "sound_ratio": OSA.normalized_similarity(sound_of(compact[0]), sound_of(compact[1])),
        "skeleton_equal": float(skeletons[0] == skeletons[1]),
        "skeleton_ratio": OSA.normalized_similarity(*skeletons),
        "letters_short": float(min(map(len, compact))),
        "nested": float(compact[0] in compact[1] or compact[1] in compact[0]),
    }


def _left_over(found: _Alignment) -> dict[str, float]:
    """What has no partner on the other side."""
    short, long = sorted((found.left, found.right), key=len)
    return {
        "left_over_short": float(min(found.left_count, found.right_count)),
        "left_over_long": float(max(found.left_count, found.right_count)),
        "left_over_letters_short": float(len(short)),
        "left_over_letters_long": float(len(long)),
        "left_over_likeness": JaroWinkler.similarity(short, long) if short else 1.0,
    }


def _worst(found: _Alignment) -> dict[str, float]:
    """The two words laid side by side that are least alike."""
    one, other, score = min(found.pairs, key=lambda pair: pair[2], default=("", "", 0.0))
    return {
        "worst_ratio": score,
        "worst_edits": float(min(6, OSA.distance(one, other))) if found.pairs else 6.0,
        "worst_first": float(one[:1] == other[:1]),
        "worst_last": float(one[-1:] == other[-1:]),
        "worst_length": float(min(len(one), len(other))),
    }


def _shares(one: _Name, other: _Name, found: _Alignment) -> dict[str, float]:
    """How much of the names is laid side by side."""
    short, total = len(one.compact), len(one.compact) + len(other.compact)
    return {
        "matched_share": 1 - (len(found.left) + len(found.right)) / total,
        "matched_share_short": 1 - len(found.left) / short,
        "total_edits": float(min(8, sum(OSA.distance(left, right) for left, right, _ in found.pairs))),
        "exact_share": sum(len(left) for left, _, score in found.pairs if score == 1) / short,
        "exact_words": float(sum(score == 1 for *_, score in found.pairs)),
        "first_ratio": likeness(one.words[0], other.words[0]),
        "last_ratio": likeness(one.words[-1], other.words[-1]),
    }


def _extras(one: _Name, other: _Name, found: _Alignment) -> dict[str, float]:
    """Initials, numbers, legal forms, scripts, order."""
    lengths = [(len(left), len(right)) for left, right, _ in found.pairs]
    return {
        "initials": float(sum(min(pair) == 1 < max(pair) for pair in lengths)),
        "numbers_clash": float(bool(one.numbers) and bool(other.numbers) and one.numbers != other.numbers),
        "numbers_alone": float(bool(one.numbers) != bool(other.numbers)),
        "form_clash": float(bool(one.forms) and bool(other.forms) and not one.forms & other.forms),
        "form_alone": float(bool(one.forms) != bool(other.forms)),
        "scripts": float(one.latin + other.latin),
        "words_short": float(len(one.words)),
        "words_long": float(len(other.words)),
        "in_order": float(found.in_order),
        "acronym": float(bool({one.initials, other.initials} & {one.compact, other.compact})),
        "variants": float(any(_is_variant(left, right) for left, right, score in found.pairs if score < 1)),
    }


def has_clash(figures: dict[str, float]) -> bool:
    """Whether something told apart what is otherwise alike: another number, another legal form, a word more.

    'Kell Fund II' is not 'Kell Fund', 'Osrin Systems Ltd' not 'Osrin Ltd'; a person may leave a middle name out.
    """
    if figures["numbers_clash"] or (figures["numbers_alone"] and not figures["person"]) or figures["form_clash"]:
        return True
    if (
        not figures["equal"]
        and not figures["sorted_equal"]
        and figures["words_short"] == 1
        and figures["words_long"] > 1
    ):
        return figures["sorted_ratio"] < 1
    return bool(figures["left_over_short"] if figures["person"] else figures["left_over_long"])
