"""What tells a report's story: its words line by line, the people it names, the days it is about."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from accordingto.model.dates import DateRange
from accordingto.model.document import Document, Zone
from accordingto.model.findings import Reading
from accordingto.model.parse import Parse
from accordingto.text.dates import find_dates
from accordingto.text.names import clean_name, name_words

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
# Not the report's own words.
ELSEWHERE = frozenset({Zone.CREDIT, Zone.BIOGRAPHY, Zone.PROMOTION, Zone.REPEATED})
# Words and characters beyond these say nothing new of what a report is about.
LONGEST, LONGEST_DATED = 1500, 2500
# A report is about days of the two weeks before it came out; the first few that it names.
NEWS_DAYS, FIRST_DAYS = 14, 3
# Initials and 'bin' tell nobody apart.
SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells a report's story.

    Attributes:
        document: document id.
        published: when it came out, where known.
        lines: each line of the text as it stands, with its telling words as lemmas.
        people: words of the names of persons, folded.
        days: the first exact days that it tells of.
        places: names of places, with how often they stand there.
    """

    document: str
    published: DateRange | None
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    people: frozenset[str]
    days: tuple[date, ...]
    places: Counter[str]


def find_signs(reading: Reading) -> Signs:
    """The signs of one document; none in an empty one."""
    document, parse = reading.document, reading.parse
    published = None if document.published is None else document.published.date
    return Signs(
        document=document.id,
        published=published,
        lines=tuple(_lines(document, parse)),
        people=frozenset(_people(document, parse)),
        days=_days(document.text, published),
        places=Counter(_names(document, parse, {"GPE", "LOC"})),
    )


def _lines(document: Document, parse: Parse) -> Iterator[tuple[str, tuple[str, ...]]]:
    found: dict[int, list[str]] = {}
    end = start = 0
    for token in parse.tokens[:LONGEST]:
        if token.start >= end:
            start = document.text.rfind("\n", 0, token.start) + 1
            end = document.text.find("\n", token.start)
            end = len(document.text) if end < 0 else end
        if token.pos in CONTENT and token.text[:1].isalnum() and parse.sentences[token.sentence].zone not in ELSEWHERE:
            found.setdefault(start, []).append(token.lemma.lower())
    for at, lemmas in found.items():
        line = document.text[at:].partition("\n")[0]
        yield " ".join(line.split()), tuple(lemmas)


def _people(document: Document, parse: Parse) -> Iterator[str]:
    for name in _names(document, parse, {"PERSON"}):
        yield from (word for word in name_words(clean_name(name)) if len(word) >= SHORTEST_NAME)


def _names(document: Document, parse: Parse, labels: set[str]) -> Iterator[str]:
    for each in parse.entities:
        if each.label in labels and parse.sentences[parse.tokens[each.first].sentence].zone not in ELSEWHERE:
            yield " ".join(document.text[each.start : each.end].split())


def _days(text: str, published: DateRange | None) -> tuple[date, ...]:
    days: dict[date, None] = {}
    for each in find_dates(text[:LONGEST_DATED], published):
        day = each.date.start
        if each.date.days == 1 and (published is None or _is_news(day, published)):
            days[day] = None
    return tuple(days)[:FIRST_DAYS]


def _is_news(day: date, published: DateRange) -> bool:
    return published.start - timedelta(days=NEWS_DAYS) <= day <= published.end
