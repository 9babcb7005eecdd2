"""What two names have in common and what each has alone, as figures that a small model weighs.

Words are laid side by side, the likest first; what is left over on both sides speaks most against one name.
"""

from rapidfuzz.distance import OSA, JaroWinkler

from accordingto.text.name_alignment import Alignment, lay_side_by_side, likeness
from accordingto.text.name_parts import PERSON, NameParts, take_apart
from accordingto.text.name_similarity import sound_of
from accordingto.text.name_variants import are_variants

FEATURES = (
    *("person", "equal", "sorted_equal", "compact_distance", "compact_ratio", "sorted_distance", "sorted_ratio"),
    *("sound_ratio", "skeleton_equal", "skeleton_ratio", "matched_share", "matched_share_short", "left_over_short"),
    *("left_over_long", "left_over_letters_short", "left_over_letters_long", "left_over_likeness", "worst_ratio"),
    *("worst_edits", "worst_first", "worst_last", "worst_length", "total_edits", "exact_share", "exact_words"),
    *("first_ratio", "last_ratio", "initials", "numbers_clash", "numbers_alone", "form_clash", "form_alone", "scripts"),
    *("words_short", "words_long", "in_order", "acronym", "variants", "letters_short", "nested"),
)  # fmt: skip


def compare_features(left: str, right: str, *, person: bool) -> dict[str, float]:
    """The figures of two names, the same whichever comes first."""
    kind = PERSON if person else "organisation"
    names = sorted(
        (take_apart(left, kind), take_apart(right, kind)),
        key=lambda each: (len(each.words), len(each.compact), each.words, each.numbers, sorted(each.forms)),
    )
    one, other = names
    if not one.words:
        return dict.fromkeys(FEATURES, 0.0)
    found = lay_side_by_side(one.words, other.words)
    figures = {
        "person": float(person),
        **_letters(one, other),
        **_left_over(found),
        **_worst(found),
        **_shares(one, other, found),
        **_extras(one, other, found),
    }
    return {name: figures[name] for name in FEATURES}


def _letters(one: NameParts, other: NameParts) -> dict[str, float]:
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


def _left_over(found: Alignment) -> dict[str, float]:
    """What has no partner on the other side."""
    short, long = sorted((found.left, found.right), key=len)
    return {
        "left_over_short": float(min(found.left_count, found.right_count)),
        "left_over_long": float(max(found.left_count, found.right_count)),
        "left_over_letters_short": float(len(short)),
        "left_over_letters_long": float(len(long)),
        "left_over_likeness": JaroWinkler.similarity(short, long) if short else 1.0,
    }


def _worst(found: Alignment) -> dict[str, float]:
    """The two words laid side by side that are least alike."""
    one, other, score = min(found.pairs, key=lambda pair: pair[2], default=("", "", 0.0))
    return {
        "worst_ratio": score,
        "worst_edits": float(min(6, OSA.distance(one, other))) if found.pairs else 6.0,
        "worst_first": float(one[:1] == other[:1]),
        "worst_last": float(one[-1:] == other[-1:]),
        "worst_length": float(min(len(one), len(other))),
    }


def _shares(one: NameParts, other: NameParts, found: Alignment) -> dict[str, float]:
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


def _extras(one: NameParts, other: NameParts, found: Alignment) -> dict[str, float]:
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
        "variants": float(any(are_variants(left, right) for left, right, score in found.pairs if score < 1)),
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
