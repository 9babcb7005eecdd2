"""How far two bundles of mentions look like one event, with the reasons.

The weights were set by hand on a few stories and checked on ECB+; each stands for one thing a reader would say.
"""

from dataclasses import dataclass

from accordingto.model.dates import DateRange
from accordingto.stages.align.bundle import Bundle
from accordingto.stages.align.families import Words

# Below this two bundles exclude each other whatever else they share.
NEVER = -9.0
# Ranges as long as this date nothing closely ('since last year').
VAGUE_DAYS = 45
EXACT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score and the phrases that explain it."""

    score: float
    reasons: tuple[str, ...]


def compare_bundles(left: Bundle, right: Bundle, words: Words) -> Likeness:
    """How far two bundles look like one event; ``NEVER`` when something excludes it."""
    parts = [part(left, right, words) for part in (_what, _when, _where, _whom, _by_whom)]
    reasons = tuple(reason for _, reason in parts if reason)
    if any(score <= NEVER for score, _ in parts):
        return Likeness(NEVER, reasons)
    return Likeness(round(sum(score for score, _ in parts), 4), reasons)


def _what(left: Bundle, right: Bundle, words: Words) -> tuple[float, str]:
    mine, theirs = main_family(left, words), main_family(right, words)
    if not words.may_join(mine, theirs):
        return NEVER, ""
    score = 1.0 if mine == theirs or set(left.families) & set(right.families) else 0.3
    return (score + 0.4, "same word") if left.lemmas & right.lemmas else (score, "same kind")


def main_family(bundle: Bundle, words: Words) -> str:
    """The family most of its mentions belong to, outcomes last."""
    return min(bundle.families, key=lambda name: (words.families[name].result, -bundle.families[name], name))


def _when(left: Bundle, right: Bundle, words: Words) -> tuple[float, str]:  # noqa: ARG001  every part takes the three
    mine, theirs = left.days, right.days
    if mine is None or theirs is None:
        return _news(left, right), ""
    sure = bool(left.dates) and bool(right.dates)
    if mine.overlaps(theirs):
        return _overlap(mine, theirs) * (1.0 if sure else 0.7), "dates agree"
    gap = _gap(mine, theirs)
    if gap <= 1 and max(mine.days, theirs.days) <= EXACT_DAYS:
        return 0.3, "a day apart"
    if not sure and gap <= EXACT_DAYS:
        return -0.3, ""
    return NEVER, ""


def _overlap(mine: DateRange, theirs: DateRange) -> float:
    longer = max(mine.days, theirs.days)
    if longer <= EXACT_DAYS:
        return 2.0
    return 1.2 if longer <= VAGUE_DAYS else 0.4


def _gap(mine: DateRange, theirs: DateRange) -> int:
    return (max(mine.start, theirs.start) - min(mine.end, theirs.end)).days


def _news(left: Bundle, right: Bundle) -> float:
    """Undated events of reports that are months apart are hardly one."""
    mine = [told.published for told in left.mentions if told.published is not None]
    theirs = [told.published for told in right.mentions if told.published is not None]
    if not mine or not theirs:
        return 0.0
    near = min(_gap(a, b) for a in mine[:3] for b in theirs[:3])
    return -1.0 if near > VAGUE_DAYS else 0.0


def _where(left: Bundle, right: Bundle, words: Words) -> tuple[float, str]:  # noqa: ARG001
    if left.places & right.places or _share_word(left.places, right.places):
        return 1.5, "same place"
    if left.places and right.places:
        return -1.5, ""
    if left.countries & right.countries:
        return 0.3, "same country"
    return (-1.0, "") if left.countries and right.countries else (0.0, "")


def _share_word(left: set[str], right: set[str]) -> bool:
    """'Tolva region' and 'southern Tolva'."""
    plain = {
        "region",
        "district",
        "province",
        "state",
        "city",
        "northern",
        "southern",
        "eastern",
        "western",
        "north",
        "south",
        "east",
        "west",
        "northeastern",
        "northwestern",
        "central",
        "oblast",
        "county",
        "town",
        "village",
        "new",
        "border",
        "the",
    }
    mine = {word for place in left for word in place.split()} - plain
    return bool(mine & ({word for place in right for word in place.split()} - plain))


def _whom(left: Bundle, right: Bundle, words: Words) -> tuple[float, str]:  # noqa: ARG001
    score, reason = 0.0, ""
    if left.patients & right.patients:
        score, reason = 0.9, "same people"
    elif left.groups & right.groups:
        score = 0.4
    elif left.groups and right.groups:
        return -2.5, ""
    if {n for n in left.counts & right.counts if n > 1}:
        return score + 1.2, "same number"
    return (score - 0.3, reason) if left.counts and right.counts else (score, reason)


def _by_whom(left: Bundle, right: Bundle, words: Words) -> tuple[float, str]:  # noqa: ARG001
    if left.agents & right.agents:
        return 0.9, "same doer"
    crossed = (left.agents & right.patients) or (left.patients & right.agents)
    return (0.3, "same sides") if crossed else (0.0, "")
