"""Copies, rewrites and independent reports made from real texts; wire credits of PolNeAR from the text alone.

Nothing random: what is cut, moved or replaced follows from the texts themselves, so two runs measure the same set.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from accordingto.model.dates import DateRange
from accordingto.model.document import DateBasis, Document, Published
from accordingto.model.keys import make_id
from accordingto.stages.lineage import trace_lineage
from accordingto.stages.read import mark_zones
from accordingto.stages.read.clean import clean_text
from benchmarks.shared import DATA, load_rows, need

REPORTS = DATA / "giveme5w1h" / "news_cluster.jsonl.gz"
POLNEAR = [DATA / "polnear" / "dev.jsonl.gz", DATA / "polnear" / "train.jsonl.gz"]
WIRES = {"AP": "Associated Press", "UPI": "UPI", "AFP": "AFP", "reuters": "Reuters"}
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’]?(?=\s)|(?=\n|$))")
_SHORTEST = 12  # sentences of a text that is worth changing
_INDEPENDENT = 8  # words in a row that two independent reports never share outside a quotation

# Words that mean the same in a news report, both ways.
_SYNONYMS = dict(
    pair.split(":", 1)
    for pair in re.findall(
        r"\S+",
        "said:stated killed:slain people:persons big:large begin:start began:started help:assist show:reveal "
        "showed:revealed near:close_to after:following before:ahead_of about:around also:too because:since "
        "but:however several:a_number_of many:numerous told:informed police:officers officials:authorities "
        "attack:assault injured:hurt wounded:hurt died:perished children:youngsters home:house car:vehicle "
        "found:discovered make:produce made:produced says:states called:named get:obtain new:fresh used:employed "
        "while:as against:versus bought:purchased company:firm government:administration country:nation "
        "town:municipality city:town reported:recounted announced:declared showing:displaying later:afterwards "
        "month:four_weeks taken:brought released:published arrested:detained want:wish wants:wishes left:departed "
        "came:arrived went:travelled ",
    )
)


@dataclass(frozen=True, slots=True)
class _Case:
    """One source, what was made of it, and by which change; the other report where sentences came from that too."""

    change: str
    source: Document
    made: Document
    other: Document | None = None

    @property
    def sources(self) -> list[Document]:
        return [self.source] if self.other is None else [self.source, self.other]


def gold_files() -> list[Path]:
    """The real texts that the set is made from."""
    need(REPORTS, *POLNEAR)
    return [REPORTS, *POLNEAR]


def measure() -> dict[str, float]:
    """``measure`` -> score between 0 and 1; false derivations as a share of independent pairs kept apart."""
    reports = _read_reports()
    return _measure_made(reports) | _measure_independent(reports) | {"wire credits of PolNeAR: F1": _measure_wires()}


def _measure_made(reports: list[tuple[str, Document]]) -> dict[str, float]:
    """Each change against its source, all in one pile with the untouched sources of other events."""
    cases = list(_make_cases(reports))
    pile = {each.id: each for case in cases for each in (*case.sources, case.made)}
    links = {(each.document, each.source) for each in trace_lineage(list(pile.values())).derivations}
    figures: dict[str, float] = {}
    made_of = {(case.made.id, source.id) for case in cases for source in case.sources}
    expected = made_of | {(source, made) for made, source in made_of}
    events = {document.id: event for event, document in reports}
    for change in sorted({case.change for case in cases}):
        own = [case for case in cases if case.change == change]
        found = sum(bool({(c.made.id, c.source.id), (c.source.id, c.made.id)} & links) for c in own)
        right = sum((c.made.id, c.source.id) in links for c in own)
        names = {c.made.id for c in own}
        false = sum(bool(set(link) & names) and link not in expected and _apart(link, events, cases) for link in links)
        figures[f"{change}: pair F1"] = 2 * found / (found + len(own) + false)
        figures[f"{change}: direction"] = right / max(1, found)
    met = [case for case in cases if {(case.made.id, case.source.id), (case.source.id, case.made.id)} & links]
    figures["all changes: direction"] = sum((c.made.id, c.source.id) in links for c in met) / len(met)
    return figures


def _apart(link: tuple[str, str | None], events: dict[str, str], cases: list[_Case]) -> bool:
    """Whether a link joins what was made from different events: two changes of one source are rightly linked."""
    roots = {case.made.id: events[case.source.id] for case in cases} | events
    return link[1] is not None and roots[link[0]] != roots[link[1]]


def _measure_independent(reports: list[tuple[str, Document]]) -> dict[str, float]:
    """Pairs of real reports of one event that share no eight words in a row outside quotations."""
    links = trace_lineage([document for _, document in reports]).derivations
    linked = {frozenset((each.document, each.source)) for each in links if each.source is not None}
    runs = {document.id: _runs(document.text) for _, document in reports}
    events: dict[str, list[str]] = {}
    for event, document in reports:
        events.setdefault(event, []).append(document.id)
    pairs = [pair for ids in events.values() for pair in combinations(ids, 2)]
    apart = [pair for pair in pairs if not runs[pair[0]] & runs[pair[1]]]
    false = sum(frozenset(pair) in linked for pair in apart)
    return {f"independent reports kept apart ({len(apart)} pairs)": 1 - false / len(apart)}


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", re.sub(r"[“\"][^”\"\n]*[”\"]", " ", text.lower()))
    return {tuple(words[at : at + _INDEPENDENT]) for at in range(len(words) - _INDEPENDENT + 1)}


def _read_reports() -> list[tuple[str, Document]]:
    return [
        (row["event_id"], _make(row["doc_id"], clean_text(row["text"]), row["publisher"], row["date"], row["title"]))
        for row in load_rows(REPORTS)
    ]


def _make(uri: str, text: str, outlet: str | None, day: str | None, title: str | None = None) -> Document:
    when = None if not day else DateRange(*[date.fromisoformat(day[:10])] * 2)
    published = None if when is None else Published(when, DateBasis.GIVEN)
    segments = mark_zones(text, title=title)
    return Document(make_id("doc", uri, text), uri, text, outlet, title, published=published, segments=segments)


def _make_cases(reports: list[tuple[str, Document]]) -> Iterator[_Case]:
    """Of every event one long report is changed in each way; changes carry no date, so that words must tell."""
    events: dict[str, list[tuple[Document, list[str]]]] = {}
    for event, document in reports:
        sentences = [each for each in map(str.strip, _SENTENCE.findall(document.text)) if each]
        if len(sentences) >= _SHORTEST:
            events.setdefault(event, []).append((document, sentences))
    for event, found in sorted(events.items()):
        (source, sentences), (other, others) = found[0], found[-1]
        changes = {
            "copy, tail cut": sentences[: len(sentences) * 6 // 10],
            "copy, lead changed": [*others[:2], *sentences[2 : len(sentences) - 1]],
            "mix of two": [each for pair in zip(sentences[::2], others[1::2], strict=False) for each in pair],
            "rewrite": _rewrite(sentences[: len(sentences) * 8 // 10]),
        }
        for change, lines in changes.items():
            made = _make(f"{event}-{change}", "\n".join(lines), "made", None)
            if change in {"copy, tail cut", "rewrite"}:
                yield _Case(change, source, made)
            elif len(found) > 1:
                yield _Case(change, source, made, other)


def _rewrite(sentences: list[str]) -> list[str]:
    """Synonyms, clauses moved, every fourth sentence dropped, neighbours exchanged."""
    kept = [_reword(each) for number, each in enumerate(sentences) if number % 4 != 3]  # noqa: PLR2004
    swapped = [each for at in range(0, len(kept), 2) for each in reversed(kept[at : at + 2])]
    return [kept[0], *swapped[:1], *swapped[2:]]


def _reword(sentence: str) -> str:
    words = [_SYNONYMS.get(word, word).replace("_", " ") for word in sentence.split()]
    first, comma, rest = " ".join(words).partition(", ")
    if comma and len(rest.split()) > 4 and '"' not in sentence and "“" not in sentence:  # noqa: PLR2004
        return f"{rest.rstrip('.')[:1].upper()}{rest.rstrip('.')[1:]}, {first}."
    return " ".join(words)


def _measure_wires() -> float:
    hit = said = gold = 0
    for path in POLNEAR:
        for row in load_rows(path):
            document = _make(row["doc_id"], clean_text(row["text"]), row["publisher"], None, row["title"])
            found = {each.outlet for each in trace_lineage([document]).derivations if each.whole}
            wire = WIRES.get({"Reuters": "reuters"}.get(row["wire"], row["wire"] or ""))
            hit, said, gold = hit + (wire in found), said + len(found), gold + (wire is not None)
    return 2 * hit / max(1, said + gold)
