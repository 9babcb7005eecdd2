"""What tells a report's story: its words line by line, the people it names, the days it is about."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b

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
# Plain words that a line needs so that it is known by them alone.
PLAIN_WORDS = 7


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one string, of which a hundred thousand reports have no more than they need."""

    packed: str

    @classmethod
    def of(cls, words: Iterable[str]) -> "Words":
        """These words in their order; none has a line end in it."""
        return cls("".join([f"{word}\n" for word in words]))

    def all(self) -> list[str]:
        """The words again."""
        return self.packed.split("\n")[:-1]


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text and their telling words, as numbers and keys.

    Attributes:
        words: every telling word once, as a lemma in small letters.
        uses: telling words of the text in order, as numbers in ``words``, two bytes each.
        ends: how many of them the lines up to each have together, two bytes each.
        keys: what each line is known by: its words, and its plain words or 0, eight bytes each.
    """

    words: Words
    uses: bytes
    ends: bytes
    keys: bytes


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells a report's story.

    Attributes:
        document: document id.
        published: when it came out, where known.
        lines: those of the text that have telling words.
        people: words of the names of persons, folded, each once, sorted.
        days: the first exact days that it tells of.
        places: names of places, as often as they stand there.
    """

    document: str
    published: DateRange | None
    lines: Lines
    people: Words
    days: tuple[date, ...]
    places: Words

    def count_places(self) -> Counter[str]:
        """The places, with how often each is named."""
        return Counter(self.places.all())


def find_signs(reading: Reading) -> Signs:
    """The signs of one document; none in an empty one."""
    document, parse = reading.document, reading.parse
    published = None if document.published is None else document.published.date
    return Signs(
        document=document.id,
        published=published,
        lines=pack_lines(_find_lines(document, parse)),
        people=Words.of(sorted(set(_people(document, parse)))),
        days=_days(document.text, published),
        places=Words.of(_names(document, parse, {"GPE", "LOC"})),
    )


def pack_lines(lines: Iterable[tuple[str, Sequence[str]]]) -> Lines:
    """Lines as they stand, each with its telling words, packed."""
    numbers: dict[str, int] = {}
    uses, ends, keys = array("H"), array("H"), array("Q")
    for line, words in lines:
        uses.extend([numbers.setdefault(word, len(numbers)) for word in words])
        ends.append(len(uses))
        keys.extend(line_keys(line))
    return Lines(Words.of(numbers), uses.tobytes(), ends.tobytes(), keys.tobytes())


def line_keys(line: str) -> tuple[int, int]:
    """What a line is known by: its words, and its plain words where these are enough, else 0; the latter are odd."""
    plain = [word for word in line.split() if word.islower() and word.isalpha()]
    return _hash(line) & ~1, _hash(" ".join(plain)) | 1 if len(plain) >= PLAIN_WORDS else 0


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _find_lines(document: Document, parse: Parse) -> Iterator[tuple[str, list[str]]]:
    found: dict[int, list[str]] = {}
    end = start = 0
    own = [sentence.zone not in ELSEWHERE for sentence in parse.sentences]
    for token in parse.tokens[:LONGEST]:
        if token.start >= end:
            start = document.text.rfind("\n", 0, token.start) + 1
            end = document.text.find("\n", token.start)
            end = len(document.text) if end < 0 else end
        if token.pos in CONTENT and own[token.sentence] and token.text[:1].isalnum():
            found.setdefault(start, []).append(token.lemma.lower())
    for at, lemmas in found.items():
        last = document.text.find("\n", at)
        yield " ".join(document.text[at : last if last >= 0 else None].split()), lemmas


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
