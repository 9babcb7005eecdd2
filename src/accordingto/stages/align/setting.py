"""When and where a report is set, by its first sentences: for its event where that one's own words say neither.

'A boy was shot and killed. … It happened on Tuesday at a home in Orvel': the day and the town stand in other sentences.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache

from accordingto.lexicon import load_table
from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.model.event import Place
from accordingto.model.findings import Reading
from accordingto.model.parse import Parse, Sentence
from accordingto.stages.align.triggers import TOLD
from accordingto.stages.align.when import DateWords, is_aside
from accordingto.text.countries import find_country
from accordingto.text.places.lookup import find_state

# So many sentences set the scene, and news is of so many days before it came out.
TOP = 12
NEWS_DAYS = 7
# A name in the first lines weighs as much as so many later ones.
FIRST = 2
DATELINE = 3
# How far back a day that a relative clause gives stands behind others.
ASIDE = 3
LATER = 2
_STAMP = re.compile(r"\b(?:posted|updated|published|created|last modified|copyright)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}(?::\d{2})?\s?[ap]\.?m\b", re.IGNORECASE)
# What follows the town of a dateline: ', Kalvia (Meridian Wire) —'.
_DASHED = re.compile(r"(?:,\s[A-Z][A-Za-z. ]{1,20})?\s{0,2}(?:\([^()\n]{2,40}\)\s{0,2})?(?:--|[\u2012-\u2015]|-\s)")


@cache
def load_sets() -> dict[str, frozenset[str]]:
    """The word lists of when and where a report is set, read once."""
    return {name: frozenset(words) for name, words in load_table("en", "setting").items()}


@dataclass(frozen=True, slots=True)
class Setting:
    """The first exact day and the town named most at the top of a report, where it names any.

    ``sure`` is the day on which the words say that it happened.
    """

    day: DateRange | None
    place: Place | None
    sure: DateRange | None = None


NO_SETTING = Setting(None, None)


def find_setting(reading: Reading, dates: DateWords, located: Mapping[Span, Place]) -> Setting:
    """What the top of a document says of when and where; ``located`` are all of its place names."""
    top = [sentence for sentence in reading.parse.sentences[: 2 * TOP] if sentence.zone in TOLD][:TOP]
    return Setting(_day(reading, top, dates), _place(reading, top, located), _sure_day(reading, dates))


def _sure_day(reading: Reading, dates: DateWords) -> DateRange | None:
    """The day of 'it happened on Friday night', 'the shooting occurred on Aug. 5', first of several."""
    parse, published = reading.parse, reading.document.published
    for sentence in parse.sentences[: 4 * TOP]:
        if sentence.zone not in TOLD:
            continue
        for index in dates.between(sentence):
            verb = _verb_above(parse, index)
            told = published is None or dates[index].start <= published.date.end
            if told and dates[index].days == 1 and verb is not None and _is_happening(parse, verb):
                return dates[index]
    return None


def _is_happening(parse: Parse, verb: int) -> bool:
    """Whether a verb says that what the report is about happened."""
    token = parse.tokens[verb]
    subjects = [parse.tokens[c].lemma.lower() for c in parse.children[verb] if parse.tokens[c].dep == "nsubj"]
    return (
        token.lemma in load_sets()["happened"]
        and token.tag in {"VBD", "VBN"}
        and any(each in load_sets()["subject"] for each in subjects)
    )


def _day(reading: Reading, top: list[Sentence], dates: DateWords) -> DateRange | None:
    """The first exact day of the week before publication on which something else than speaking was done.

    Days on which somebody was called to the place come first, days of arrests and courts after others, and those of
    relative clauses, which may tell of something else, last.
    """
    published = reading.document.published
    if published is None:
        return None
    first = published.date.start - timedelta(days=NEWS_DAYS)
    # 'On Thursday, police say they were called': nobody says on a past day.
    spoken = (t for each in reading.attributions for span in each.cue for t in reading.parse.covered(span))
    cues = {t.index for t in spoken if t.tag not in {"VBZ", "VBP"} and t.lemma not in load_sets()["called"]}
    found: list[tuple[int, int, DateRange]] = []
    for sentence in top:
        if _is_stamp(reading, sentence):
            continue
        for index in dates.between(sentence):
            days, verb = dates[index], _verb_above(reading.parse, index)
            recent = days.days == 1 and first <= days.start <= published.date.end
            rank = ASIDE if is_aside(reading.parse, index) else _rank(reading.parse, verb)
            if recent and verb not in cues:
                found.append((rank, index, days))
    return min(found)[2] if found else _clock_day(reading, top, dates)


def _clock_day(reading: Reading, top: list[Sentence], dates: DateWords) -> DateRange | None:
    """The day of publication, where the top gives an hour and no date at all: 'officers were called around 7 a.m.'."""
    published = reading.document.published
    dated = any(dates.between(sentence) for sentence in top)
    if published is None or published.date.days != 1 or dated:
        return None
    return published.date if any(_tells_hour(reading, sentence) for sentence in top) else None


def _tells_hour(reading: Reading, sentence: Sentence) -> bool:
    """Whether something was done at an hour, and not written or said then."""
    hour = _CLOCK.search(reading.document.text, sentence.start, sentence.end)
    tokens = [] if hour is None or _is_stamp(reading, sentence) else reading.parse.covered(Span(*hour.span()))
    verb = _verb_above(reading.parse, tokens[0].index) if tokens else None
    past = verb is not None and reading.parse.tokens[verb].tag in {"VBD", "VBN"}
    return past and _rank(reading.parse, verb) != LATER


def _rank(parse: Parse, verb: int | None) -> int:
    lemma = "" if verb is None else parse.tokens[verb].lemma
    return 0 if lemma in load_sets()["called"] else LATER if lemma in load_sets()["afterwards"] else 1


def _is_stamp(reading: Reading, sentence: Sentence) -> bool:
    """'Posted: Friday, June 26', 'Updated 4:46 AM': when it was written, not when anything happened."""
    words = reading.document.text[sentence.start : sentence.end]
    return _STAMP.search(words) is not None


def _verb_above(parse: Parse, index: int) -> int | None:
    return next((at for at in parse.ancestors(index) if parse.tokens[at].pos in {"VERB", "AUX"}), None)


def _place(reading: Reading, top: list[Sentence], located: Mapping[Span, Place]) -> Place | None:
    """The town named most that the gazetteer knows, the earliest of equals; a county where there is none."""
    if not top:
        return None
    end = top[-1].end
    named = [(span, place) for span, place in sorted(located.items()) if span.start < end]
    towns = [(span, place) for span, place in named if is_town(place)]
    towns = (
        [each for each in towns if not is_quarter(each[1])] or [each for each in named if _is_county(each[1])] or towns
    )
    datelines = {span.start for span, _ in towns if _DASHED.match(reading.document.text, span.end)}
    votes: Counter[int | None] = Counter()
    for at, (span, place) in enumerate(towns):
        votes[place.geonames] += 1 + FIRST * (at == 0) + DATELINE * (span.start in datelines)
    best = min(enumerate(towns), key=lambda each: (-votes[each[1][1].geonames], each[0]), default=None)
    return None if best is None else best[1][1]


def _is_county(place: Place) -> bool:
    return place.latitude is not None and "county" in place.name.lower().split()


def is_quarter(place: Place) -> bool:
    """'The West Side', 'Orvel Park': the name of a quarter rather than of a town."""
    return place.name.lower().split()[-1] in load_sets()["quarters"]


@lru_cache(maxsize=4096)
def is_town(place: Place) -> bool:
    """Whether a place is a town that the gazetteer knows: no county, state or country."""
    words = set(place.name.lower().split())
    wide = place.name == place.region or not words.isdisjoint(load_sets()["wide"])
    return (
        place.latitude is not None and not wide and find_country(place.name) is None and find_state(place.name) is None
    )
