"""An archive of any size: real texts told again in other words, with the readings that go with them.

A few hundred reports are parsed and attributed once and kept. Each further edition of them puts other words of the
same length and kind in the place of nouns, verbs, names, places and numbers, in the text and in its grammar alike, so
that every span stays where it was and nothing has to be read again. An edition tells its own stories, of its own
people and days; what outlets, bodies and countries are called stays. The same editions come out each time.
"""

import json
import re
import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from accordingto.engines.journal import Journal
from accordingto.engines.plan import Plan, count_cores
from accordingto.engines.read_all import read_all
from accordingto.lexicon import load_table
from accordingto.model.dates import DateRange
from accordingto.model.document import Document, Published
from accordingto.model.findings import Reading
from accordingto.model.keys import make_id
from accordingto.model.parse import Entity, Token
from accordingto.pipeline import rules_of
from accordingto.settings import DEFAULT_MODEL
from accordingto.store.lines_json import dump_line
from accordingto.store.packed_reading import Row, pack_reading
from accordingto.text.casing import is_shouted
from benchmarks.shared import DATA, load_rows, need, read_row

INCIDENTS = DATA / "incidents" / "docs.jsonl.gz"
CLUSTERS = DATA / "giveme5w1h" / "news_cluster.jsonl.gz"
WIKINEWS = DATA / "wikinews" / "wikinews_2019_2020.jsonl.gz"
FILES = [INCIDENTS, CLUSTERS, WIKINEWS]
# So many of each: together 240 reports of about 390 words, of single incidents and of events that many tell of.
FROM_INCIDENTS, FROM_CLUSTERS, FROM_WIKINEWS = 170, 45, 25
KEPT = Path(__file__).resolve().parents[1] / "build" / "archive"
# An edition comes out so many days after the one before it, for ten years; then among those of the first.
DAYS_APART, TEN_YEARS = 35, 3650
# Without the words of these tables a report would tell nothing that can be compared, so they stay.
_LASTING = ("countries", "cues_verbs", "dates", "doubts", "events", "nations", "responsibility")
_VARIED = {"CD", "NN", "NNS", "JJ", "RB", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}
_SHORTEST = 4
_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"
# Readings by older rules do as well.
_ANY_RULES = "archive"
_LINE_ID = re.compile(r"att-[0-9a-f]{16}")

Kind = tuple[str, int, str]
Word = tuple[str, str]  # as it stands, and its dictionary form


def gold_files() -> list[Path]:
    """The real texts."""
    need(*FILES)
    return FILES


def load_originals() -> list[Document]:
    """The reports as documents."""
    events = sorted({row["event_id"] for row in load_rows(CLUSTERS)})
    clusters = sorted(load_rows(CLUSTERS), key=lambda row: (events.index(row["event_id"]), row["doc_id"]))
    rows = [
        *islice(load_rows(INCIDENTS), FROM_INCIDENTS),
        *clusters[:FROM_CLUSTERS],
        *islice(load_rows(WIKINEWS), FROM_WIKINEWS),
    ]
    return [read_row(row, row.get("dct") or row.get("date"), f"{number:04}.txt") for number, row in enumerate(rows)]


def read_originals() -> list[Reading]:
    """The readings of the reports, made once on a machine: what is measured comes after reading."""
    KEPT.mkdir(parents=True, exist_ok=True)
    documents = [each for each in load_originals() if not is_shouted(each.text)]
    journal = Journal(KEPT / "originals.reading")
    known = journal.find(documents, _ANY_RULES)
    fresh = [each for each in documents if each.id not in known]
    read = read_all(fresh, Plan(DEFAULT_MODEL, processes=count_cores()), lambda *_: None)
    journal.keep(replace(each, rules=_ANY_RULES) for each in read)
    made = {each.document.id: each for each in (*known.values(), *read)}
    return [made[each.id] for each in documents]


@dataclass(frozen=True, slots=True)
class _Slot:
    """A word of a text that differs from edition to edition."""

    start: int
    end: int
    kind: Kind
    word: Word


@dataclass(frozen=True, slots=True)
class _Mould:
    """A report, ready to be told in other words.

    Attributes:
        document, lines: as they are in the first edition; the attributions as JSON.
        slots: the words that are changed.
        head, words: the packed grammar up to its words, and these; a number stands for the word of a slot.
    """

    document: Document
    lines: str
    slots: tuple[_Slot, ...]
    head: str
    words: tuple[str | tuple[Kind, Word], ...]


class Archive:
    """Makes readings of an archive, as many as are asked for.

    Args:
        originals: the readings that are varied.
    """

    def __init__(self, originals: Sequence[Reading]) -> None:
        stays = _lasting_words()
        slots = [tuple(_find_slots(each, stays)) for each in originals]
        self._moulds = [_make_mould(each, found) for each, found in zip(originals, slots, strict=True)]
        self._pools = _make_pools(slot for found in slots for slot in found)
        self._at = {kind: {word: at for at, word in enumerate(pool)} for kind, pool in self._pools.items()}

    def rows(self, first: int, last: int) -> Iterator[Row]:
        """The packed readings from one number to another (end exclusive)."""
        for number in range(first, last):
            edition, at = divmod(number, len(self._moulds))
            yield self._vary(self._moulds[at], edition)

    def _vary(self, mould: _Mould, edition: int) -> Row:
        pieces, at = [], 0
        text = mould.document.text
        for slot in mould.slots:
            pieces += [text[at : slot.start], self._choose(slot.kind, slot.word, edition)[0]]
            at = slot.end
        document = _renew(mould.document, "".join([*pieces, text[at:]]), edition)
        words = [each if isinstance(each, str) else self._choose(*each, edition)[1] for each in mould.words]
        packed = zlib.compress(f'{mould.head}"words":{json.dumps(words)}}}'.encode("ascii"), 6)
        lines = _LINE_ID.sub(lambda line: make_id("att", line[0], edition), mould.lines)
        lines = lines.replace(mould.document.id, document.id)
        return Row(document.id, rules_of(DEFAULT_MODEL), dump_line(document), lines, DEFAULT_MODEL, packed)

    def _choose(self, kind: Kind, word: Word, edition: int) -> Word:
        """The word that stands for another in an edition."""
        if edition == 0:
            return word
        if kind[0] == "number":
            made = str(10 ** (kind[1] - 1) + (int(word[0]) * 7 + edition * 13) % (9 * 10 ** (kind[1] - 1)))
            return made, made
        if kind[0] == "person" or (kind[0] == "body" and edition % 4):
            coined = _coin(word[0], edition)
            return coined, coined
        if kind[0] == "body":
            return word
        pool = self._pools[kind]
        step = 1 + zlib.crc32(repr(kind).encode()) % 997
        return pool[(self._at[kind][word] + edition * step) % len(pool)]


def _lasting_words() -> frozenset[str]:
    """The words of the tables on which rules rest: without 'killed' and 'said' a report would tell nothing."""
    tables = [load_table("en", table) for table in _LASTING]
    texts = (
        text
        for table in tables
        for text in _strings(table["families"] if isinstance(table, Mapping) and "families" in table else table)
    )
    return frozenset(word.lower() for text in texts for word in text.split())


def _strings(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, Mapping):
        for key, value in table.items():
            yield from _strings(key)
            yield from _strings(value)
    elif isinstance(table, Iterable):
        for each in table:
            yield from _strings(each)


def _find_slots(reading: Reading, stays: frozenset[str]) -> Iterator[_Slot]:
    text, parse = reading.document.text, reading.parse
    firsts = [each.first for each in parse.entities]
    for token in parse.tokens:
        at = bisect_right(firsts, token.index) - 1
        entity = parse.entities[at] if at >= 0 and token.index < parse.entities[at].last else None
        kind = _kind(token, entity, stays)
        if kind is not None and text[token.start : token.end] == token.text and token.text.isascii():
            shape = "".join("X" if letter.isupper() else "x" for letter in token.text[:2])
            yield _Slot(token.start, token.end, (kind, len(token.text), shape), (token.text, token.lemma))


def _kind(token: Token, entity: Entity | None, stays: frozenset[str]) -> str | None:
    """What a word is replaced by; ``None`` where it stays."""
    label = None if entity is None else entity.label
    if token.text.isdigit() and len(token.text) > 1:
        return "number" if label not in {"DATE", "TIME"} and token.text[0] != "0" else None
    if not token.text.isalpha() or len(token.text) < _SHORTEST or {token.text.lower(), token.lemma.lower()} & stays:
        return None
    if token.pos == "PROPN":
        return {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "body"}.get(label or "")
    return token.tag if token.tag in _VARIED and label in {None, "CARDINAL"} else None


def _make_mould(reading: Reading, slots: tuple[_Slot, ...]) -> _Mould:
    row = pack_reading(reading)
    packed = json.loads(zlib.decompress(row.parse))
    words: list[str | tuple[Kind, Word]] = list(packed.pop("words"))
    numbers: dict[tuple[Kind, Word], int] = {}
    at = {token.start: token.index for token in reading.parse.tokens}
    for slot in slots:
        variable = (slot.kind, slot.word)
        if variable not in numbers:
            numbers[variable] = len(words)
            words.append(variable)
        packed["tokens"]["lemma"][at[slot.start]] = numbers[variable]
    head = json.dumps(packed, separators=(",", ":"))[:-1] + ","
    return _Mould(reading.document, row.lines, slots, head, tuple(words))


def _make_pools(slots: Iterable[_Slot]) -> dict[Kind, list[Word]]:
    pools: defaultdict[Kind, set[Word]] = defaultdict(set)
    for slot in slots:
        pools[slot.kind].add(slot.word)
    return {kind: sorted(words) for kind, words in pools.items()}


def _renew(document: Document, text: str, edition: int) -> Document:
    """The document of another edition, with its own words, address and day."""
    title = (
        text[: len(document.title)] if document.title and document.text.startswith(document.title) else document.title
    )
    published = document.published
    if published is not None:
        later = timedelta(days=edition * DAYS_APART % TEN_YEARS)
        published = Published(DateRange(published.date.start + later, published.date.end + later), published.basis)
    uri = f"{edition:04}/{document.uri}"
    url = None if document.url is None else f"{document.url}-{edition}"
    return replace(
        document, id=make_id("doc", uri, url, text), uri=uri, url=url, title=title, text=text, published=published
    )


def _coin(word: str, edition: int) -> str:
    """Another name of the same length."""
    seed = zlib.crc32(f"{edition}{word}".encode())
    made = ""
    for at in range(len(word)):
        choice = _VOWELS if at % 2 else _CONSONANTS
        seed, letter = divmod(seed * 31 + 7, len(choice))
        made += choice[letter]
    return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made
