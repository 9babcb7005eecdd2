"""When and where a report is set, by its first sentences: for its event where that one's own words say neither.

'A boy was shot and killed. … It happened on Tuesday at a home in Orvel': the day and the town stand in other sentences.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.model.event import Place
from accordingto.model.findings import Reading
from accordingto.model.parse import Parse, Sentence
from accordingto.stages.align.triggers import TOLD
from accordingto.stages.align.when import DateWords
from accordingto.text.countries import find_country
from accordingto.text.places import Gazetteer, locate_places

# So many sentences set the scene, and news is of so many days before it came out.
TOP = 12
NEWS_DAYS = 7
# A name in the first lines weighs as much as so many later ones.
FIRST = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """The first exact day and the town named most at the top of a report, where it names any."""

    day: DateRange | None
    place: Place | None


NO_SETTING = Setting(None, None)


def find_setting(reading: Reading, dates: DateWords, gazetteer: Gazetteer) -> Setting:
    """What the top of a document says of when and where."""
    top = [sentence for sentence in reading.parse.sentences[: 2 * TOP] if sentence.zone in TOLD][:TOP]
    return Setting(_day(reading, top, dates), _place(reading, top, gazetteer))


def _day(reading: Reading, top: list[Sentence], dates: DateWords) -> DateRange | None:
    """The first exact day of the week before publication on which something else than speaking was done."""
    published = reading.document.published
    if published is None:
        return None
    first = published.date.start - timedelta(days=NEWS_DAYS)
    cues = {t.index for each in reading.attributions for span in each.cue for t in reading.parse.covered(span)}
    for sentence in top:
        for index in dates.between(sentence):
            days = dates[index]
            recent = days.days == 1 and first <= days.start <= published.date.end
            if recent and _verb_above(reading.parse, index) not in cues:
                return days
    return None


def _verb_above(parse: Parse, index: int) -> int | None:
    return next((at for at in parse.ancestors(index) if parse.tokens[at].pos in {"VERB", "AUX"}), None)


def _place(reading: Reading, top: list[Sentence], gazetteer: Gazetteer) -> Place | None:
    """The town that the gazetteer knows and that is named most, the earliest of equals."""
    if not top:
        return None
    last = top[-1].last
    spans = [Span(e.start, e.end) for e in reading.parse.entities if e.label == "GPE" and e.last <= last]
    places = locate_places(reading.document.text, spans, gazetteer)
    towns = [place for place in places if _is_town(place)]
    votes = Counter(place.geonames for place in towns)
    for place in towns[:1]:
        votes[place.geonames] += FIRST
    return max(towns, key=lambda place: (votes[place.geonames], -towns.index(place)), default=None)


def _is_town(place: Place) -> bool:
    return place.latitude is not None and place.name != place.region and find_country(place.name) is None
