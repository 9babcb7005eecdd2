"""Attributions that the trained model sees in one document, with how sure it is of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from accordingto.model.document import Document, Spans
from accordingto.model.parse import Parse
from accordingto.stages.attribute.model.decode import Run, choose_words, runs_of
from accordingto.stages.attribute.model.judge import Seen, load_judge, rows_of, weigh
from accordingto.stages.attribute.model.network import Sighting, find_sightings, load_networks
from accordingto.stages.attribute.model.windows import cut_windows

# Below this a word is not read as a cue at all. On documents kept aside 0.05 finds no more and takes a quarter longer.
LEAST_LIKELY = 0.12
# A content may lose so much of itself to better candidates; who loses more is dropped.
MOST_LOST = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution.

    Attributes:
        source, cue, content: spans in the document; ``source`` may be empty.
        anchor: index of the cue's main word in ``Parse.tokens``.
        score: 0 to 1, the chance that PolNeAR's annotators would have marked it.
        tokens: indexes of the content's tokens.
    """

    source: Spans
    cue: Spans
    content: Spans
    anchor: int
    score: float
    tokens: tuple[int, ...]


def find_candidates(document: Document, parse: Parse, *, least: float | None = None) -> list[Candidate]:
    """Every candidate of at least this score, in text order of the cues; contents may overlap or nest.

    Args:
        document: the document.
        parse: its grammar.
        least: lowest score; without it the cut that balances precision and recall on documents kept aside.
    """
    networks = load_networks()
    cut = load_judge().cut if least is None else least
    windows = list(cut_windows(document.text, parse, networks.vocabulary))
    sightings = sorted(find_sightings(windows, networks, least=LEAST_LIKELY), key=lambda s: (s.first, s.cue))
    found: list[Candidate] = []
    for _, window in groupby(sightings, key=lambda sighting: sighting.first):
        found.extend(candidate for candidate in _candidates(parse, window) if candidate.score >= cut)
    return found


def keep_apart(candidates: Iterable[Candidate], parse: Parse) -> list[Candidate]:
    """The best candidates so that no word is in two contents and no cue in another's content, in text order.

    PolNeAR's annotators marked only the outer of two nested attributions; a ledger wants both.
    """
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.anchor)):
        left = [token for token in candidate.tokens if token not in taken]
        lost = len(candidate.tokens) - len(left)
        if lost <= MOST_LOST * len(candidate.tokens) and candidate.anchor not in taken:
            taken.update(candidate.tokens)
            kept.append(candidate if not lost else _shrink(candidate, left, parse))
    return sorted(kept, key=lambda c: c.anchor)


def _shrink(candidate: Candidate, left: list[int], parse: Parse) -> Candidate:
    return replace(candidate, content=_spans(parse, 0, runs_of(left)), tokens=tuple(left))


def _candidates(parse: Parse, sightings: Iterable[Sighting]) -> Iterator[Candidate]:
    read = [(sighting, choose_words(sighting)) for sighting in sightings]
    seen: list[Seen] = [(sighting, words) for sighting, words in read if words.content]
    judge = load_judge()
    for (sighting, words), numbers in zip(seen, weigh(parse, seen), strict=True):
        yield Candidate(
            source=_spans(parse, sighting.first, words.source),
            cue=_spans(parse, sighting.first, words.cue),
            content=_spans(parse, sighting.first, words.content),
            anchor=sighting.first + sighting.cue,
            score=judge.score(numbers),
            tokens=tuple(sighting.first + row for row in rows_of(words.content)),
        )


def _spans(parse: Parse, first: int, runs: tuple[Run, ...]) -> Spans:
    return tuple(parse.span(first + start, first + last) for start, last in runs)
