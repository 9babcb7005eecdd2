"""Uncredited reuse: a sentence that one document gives to an agency stands in another without a word of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from accordingto.model.document import Document, Span
from accordingto.model.lineage import Derivation, DerivationKind
from accordingto.model.trace import Trace
from accordingto.stages.lineage.alignment import compare_words
from accordingto.stages.lineage.own import find_own_outlets
from accordingto.stages.lineage.passages import Passages
from accordingto.stages.lineage.rows import Rows
from accordingto.stages.lineage.runs import find_runs, sort_once

_ALIKE = 0.62  # Dice of words; the crediting words themselves are not in the other sentence
_FEWEST_WORDS = 10
_RUN = 3  # words
_MOST_LENDERS = 200  # sentences that share a run; a set phrase must not make this quadratic

Words = tuple[int, ...]


def find_borrowed(
    documents: Sequence[Document], texts: Sequence[Passages], credited: Sequence[Derivation]
) -> Iterator[Derivation]:
    """Derivations from the agency that another document names for the same sentence.

    Only sentences that an outlet itself reports count ('the Associated Press reports'); what a person told an outlet
    may have been told to others too.
    """
    at = {each.id: position for position, each in enumerate(documents)}
    thanked = {(each.document, each.outlet) for each in credited}
    lent = [
        (credit, at[credit.document], given)
        for credit in credited
        if credit.trace.rule == "lineage.outlet-reports.v1" and credit.outlet is not None
        for given in _sentence_of(credit, texts[at[credit.document]])
    ]
    for number, borrower, taken in _find_alike([given for _, _, given in lent], texts):
        credit, lender, _ = lent[number]
        taken_openly = (documents[borrower].id, credit.outlet) in thanked
        own = find_own_outlets(documents[borrower])
        if borrower != lender and not taken_openly and credit.outlet is not None and credit.outlet.lower() not in own:
            yield Derivation(
                document=documents[borrower].id,
                source=None,
                outlet=credit.outlet,
                kind=DerivationKind.REWRITE,
                evidence=taken,
                whole=False,
                trace=Trace("lineage.uncredited.v1", (credit.document,), f"credited in {documents[lender].uri}"),
            )


def _sentence_of(credit: Derivation, passages: Passages) -> list[Words]:
    """All words of the sentence that the credit stands in, if it is long enough to be known again."""
    evidence = credit.evidence
    found = [at for at in range(len(passages)) if evidence is not None and passages.span(at).overlaps(evidence)]
    return [words for words in map(passages.every.row, found[:1]) if len(words) >= _FEWEST_WORDS]


def _find_alike(given: Sequence[Words], texts: Sequence[Passages]) -> Iterator[tuple[int, int, Span]]:
    """Each given sentence by its number, with the documents whose own words are nearly the same, and where."""
    if not given:
        return
    places: dict[int, list[int]] = defaultdict(list)
    runs, numbers = find_runs(Rows.of(given), _RUN)
    for run, number in zip(runs.tolist(), numbers.tolist(), strict=True):
        places[run].append(number)
    known = sort_once(runs)
    for owner, passages in enumerate(texts):
        runs, sentences = find_runs(passages.words, _RUN)
        met: dict[int, set[int]] = defaultdict(set)
        for at in np.nonzero(known[np.searchsorted(known[:-1], runs)] == runs)[0].tolist():
            met[int(sentences[at])].update(places[int(runs[at])][:_MOST_LENDERS])
        for sentence in sorted(met):
            words = passages.words.row(sentence)
            for number in sorted(met[sentence]):
                if compare_words(given[number], words) >= _ALIKE:
                    yield number, owner, passages.span(sentence)
