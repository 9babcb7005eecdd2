"""Where a text may name a date, and which words do: the longest expressions that do not overlap.

Most of a text names none. A rule is tried only at a word with which its pattern can begin, and only near a figure or a
word that dates.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from accordingto.text.dates import absolute, discourse, holidays, numeric, period, relative, seasons
from accordingto.text.dates.context import Context, Rule
from accordingto.text.dates.patterns import table
from accordingto.text.openings import FIGURE, FIGURES, find_openings
from accordingto.text.phrases import plain_letters

# Every rule needs a figure or one of the hints; the words that go with it stand no further off than this.
_AROUND = 60

# How a rule is tried at a place, and its rank.
Trial = tuple[Callable[[str, int, int], re.Match[str] | None], int]
Trials = tuple[Trial, ...]
Expressions = tuple[tuple[re.Match[str], Rule], ...]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules for running text, those that read more words first."""
    every = (
        *absolute.RULES,
        *numeric.RULES,
        *period.RULES,
        *holidays.RULES,
        *relative.RULES,
        *seasons.RULES,
        *discourse.RULES,
    )
    return tuple(rule for rule in every if not rule.marked_only)


# Events and claims ask for the dates of the same text one after the other; a story of more documents than this is rare.
@lru_cache(maxsize=256)
def find_expressions(text: str) -> Expressions:
    """The longest expressions that do not overlap, in text order; of equal ones the earlier rule's."""
    found: list[tuple[int, int, int, re.Match[str], Rule]] = []
    for match, rank in _matches(plain_letters(text)):
        rule = rules()[rank]
        if rule.accept(match, Context(text=text, start=match.start(), end=match.end())):
            found.append((match.start(), -match.end(), rank, match, rule))
    end, chosen = 0, []
    for start, negative_end, _, match, rule in sorted(found, key=lambda each: each[:3]):
        if start >= end:
            end = -negative_end
            chosen.append((match, rule))
    return tuple(chosen)


def _matches(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """What each rule finds, from left to right and without overlaps, with the rank of the rule."""
    hints, places = _look(text.lower())
    free = [0] * len(rules())
    at = 0
    for start, end in _windows(text, hints):
        while at < len(places) and places[at][0] < end:
            place, trials = places[at]
            at += 1
            for match_at, rank in trials if place >= start else ():
                if place >= free[rank] and (match := match_at(text, place, end)) is not None:
                    free[rank] = match.end()
                    yield match, rank


def _windows(text: str, hints: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which a date may stand, cut at white space: most of a text is in none."""
    start = end = 0
    for first, last in hints:
        if first - _AROUND > end:
            if end:
                yield start, end
            start = max(end, _space_before(text, first - _AROUND))
        end = _space_after(text, last + _AROUND)
    if end:
        yield start, end


def _space_before(text: str, at: int) -> int:
    space = text.rfind(" ", max(0, at - _AROUND), max(0, at))
    return space if space >= 0 else max(0, at)


def _space_after(text: str, at: int) -> int:
    space = text.find(" ", at, at + _AROUND)
    return min(space if space >= 0 else at, len(text))


def _look(small: str) -> tuple[list[tuple[int, int]], list[tuple[int, Trials]]]:
    """Where a text, in small letters, has figures and words that date, and where which rules can begin."""
    hints: list[tuple[int, int]] = []
    places: list[tuple[int, Trials]] = []
    known, at_figures = _known(), _begun()[FIGURE]
    begun, before = None, 0
    for match in _words().finditer(small):
        word = match.group()
        if begun is not None:
            places.append((before, begun.get(FIGURE if word[0] in FIGURES else word, begun[_ANY])))
            begun = None
        if (found := known.get(word)) is not None:
            dates, begun = found
            before = match.start()
            if dates:
                hints.append(match.span())
        elif not word.isalpha():
            hints += [each.span() for each in _FIGURES.finditer(small, *match.span())]
            begun, before = (at_figures if word[0] in FIGURES else None), match.start()
    if begun is not None:
        places.append((before, begun[_ANY]))
    return hints, places


_FIGURES = re.compile(r"[0-9]+")
# Stands for a second word of which no pattern knows.
_ANY = ""


@cache
def _words() -> re.Pattern[str]:
    """Words, numbers, and the marks with which a rule can begin."""
    marks = sorted(each for each in _begun() if not each.isalnum())
    return re.compile("|".join([r"\w+", *map(re.escape, marks)]))


@cache
def _known() -> dict[str, tuple[bool, dict[str, Trials] | None]]:
    """By word or mark: whether it dates, and the rules that can begin with it."""
    begun, hints = _begun(), _hints()
    return {word: (word in hints, begun.get(word)) for word in {*begun, *hints} - {FIGURE}}


@cache
def _begun() -> dict[str, dict[str, Trials]]:
    """By word, mark or figure, and by what comes next: the rules of which these can be the beginning."""
    begun: dict[str, list[tuple[Trial, frozenset[str] | None]]] = {}
    for rank, rule in enumerate(rules()):
        openings = find_openings(rule.pattern.pattern)
        for word in openings.first:
            later = None if word in openings.alone else openings.later
            begun.setdefault(word, []).append(((rule.pattern.match, rank), later))
    return {word: _by_second(trials) for word, trials in begun.items()}


def _by_second(trials: list[tuple[Trial, frozenset[str] | None]]) -> dict[str, Trials]:
    seconds = {_ANY}.union(*(later for _, later in trials if later is not None))
    return {second: tuple(trial for trial, later in trials if later is None or second in later) for second in seconds}


@cache
def _hints() -> frozenset[str]:
    lists = ("months", "weekdays", "short_weekdays", "units", "seasons", "day_parts", "holidays")
    words = {word.split()[0].split("'")[0] for name in lists for word in table(name)}
    return frozenset(words | {"today", "yesterday", "tomorrow", "tonight", "overnight", "half"})
