"""Uncredited reuse: a sentence that one document gives to an agency stands in another without a word of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from accordingto.model.document import Document
from accordingto.model.lineage import Derivation, DerivationKind
from accordingto.model.trace import Trace
from accordingto.stages.lineage.alignment import compare_words
from accordingto.stages.lineage.own import find_own_outlets
from accordingto.stages.lineage.passages import Passage

_ALIKE = 0.62  # Dice of words; the crediting words themselves are not in the other sentence
_FEWEST_WORDS = 10
_MOST_LENDERS = 200  # sentences that share a run; a set phrase must not make this quadratic


def find_borrowed(
    documents: Sequence[Document], texts: Sequence[tuple[Passage, ...]], credited: Sequence[Derivation]
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
                evidence=taken.span,
                whole=False,
                trace=Trace("lineage.uncredited.v1", (credit.document,), f"credited in {documents[lender].uri}"),
            )


def _sentence_of(credit: Derivation, passages: Sequence[Passage]) -> list[Passage]:
    """The sentence that the credit stands in, if it is long enough to be known again."""
    evidence = credit.evidence
    found = [each for each in passages if evidence is not None and each.span.overlaps(evidence)]
    return [each for each in found[:1] if len(each.every) >= _FEWEST_WORDS]


def _find_alike(given: Sequence[Passage], texts: Sequence[tuple[Passage, ...]]) -> Iterator[tuple[int, int, Passage]]:
    """Each given sentence by its number, with the documents whose own words are nearly the same."""
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, passage in enumerate(given):
        for run in zip(passage.every, passage.every[1:], passage.every[2:], strict=False):
            places[run].append(number)
    for owner, passages in enumerate(texts):
        for passage in passages:
            runs = zip(passage.words, passage.words[1:], passage.words[2:], strict=False)
            numbers = {number for run in runs if run in places for number in places[run][:_MOST_LENDERS]}
            for number in sorted(numbers):
                if compare_words(given[number].every, passage.words) >= _ALIKE:
                    yield number, owner, passage
