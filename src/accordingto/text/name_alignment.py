"""The words of two names laid side by side, the likest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from accordingto.text.name_similarity import sound_of
from accordingto.text.name_variants import are_variants

# Two words this like are one word with a slip.
ALIKE = 0.62
# How many words are laid side by side.
MOST_WORDS = 24


@lru_cache(maxsize=65536)
def likeness(left: str, right: str) -> float:
    """How like two words are: letters, or sounds at a small discount."""
    if left == right:
        return 1.0
    letters = OSA.normalized_similarity(left, right)
    sounds = 0.95 * OSA.normalized_similarity(sound_of(left), sound_of(right))
    return float(max(letters, sounds))


@dataclass(frozen=True, slots=True)
class Alignment:
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
    return max(score, 0.9) if are_variants(one, other) else score


def lay_side_by_side(left: Sequence[str], right: Sequence[str]) -> Alignment:
    """Words laid side by side, the likest first, however they are ordered."""
    if "".join(left) == "".join(right):
        return Alignment(((left[0], right[0], 1.0),), "", "", 0, 0, in_order=True)
    words = [(i, j) for i in range(min(MOST_WORDS, len(left))) for j in range(min(MOST_WORDS, len(right)))]
    scored = sorted((-_fit(left[i], right[j]), abs(i - j), i, j) for i, j in words)
    pairs: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for negative, _, i, j in scored:
        if -negative >= ALIKE and i not in pairs and j not in used:
            pairs[i] = (j, -negative)
            used.add(j)
    alone, others = [i for i in range(len(left)) if i not in pairs], [j for j in range(len(right)) if j not in used]
    return Alignment(
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


def has_partners(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether each word of the shorter name may have its like in the other: where not, nothing joins the two."""
    short, long = sorted((left, right), key=len)
    if "".join(short) == "".join(long):
        return True
    return all(any(_fit(word, each) >= ALIKE for each in long) for word in short)
