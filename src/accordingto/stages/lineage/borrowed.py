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
_RUN = 3


def find_borrowed(
    documents: Sequence[Document], texts: Sequence[tuple[Passage, ...]], credited: Sequence[Derivation]
) -> Iterator[Derivation]:
    """Derivations from the agency that another document names for the same sentence.

    Only sentences that an outlet itself reports count ('the Associated Press reports'); what a person told an outlet
    may have been told to others too.
    """
    by_id = {each.id: at for at, each in enumerate(documents)}
    places = _index(texts)
    for credit in credited:
        if credit.trace.rule != "lineage.outlet-reports.v1" or credit.evidence is None or credit.outlet is None:
            continue
        lender = by_id[credit.document]
        given = next((each for each in texts[lender] if each.span.overlaps(credit.evidence)), None)
        if given is not None and len(given.every) >= _FEWEST_WORDS:
            for borrower, taken in _find_alike(given, lender, places, texts):
                if credit.outlet.lower() not in find_own_outlets(documents[borrower]):
                    trace = Trace("lineage.uncredited.v1", (credit.document,), f"credited in {documents[lender].uri}")
                    yield Derivation(
                        document=documents[borrower].id,
                        source=None,
                        outlet=credit.outlet,
                        kind=DerivationKind.REWRITE,
                        evidence=taken.span,
                        whole=False,
                        trace=trace,
                    )


def _index(texts: Sequence[tuple[Passage, ...]]) -> dict[tuple[int, ...], list[tuple[int, int]]]:
    places: dict[tuple[int, ...], list[tuple[int, int]]] = defaultdict(list)
    for owner, passages in enumerate(texts):
        for at, passage in enumerate(passages):
            for run in {passage.words[i : i + _RUN] for i in range(len(passage.words) - _RUN + 1)}:
                places[run].append((owner, at))
    return places


def _find_alike(
    given: Passage,
    lender: int,
    places: dict[tuple[int, ...], list[tuple[int, int]]],
    texts: Sequence[tuple[Passage, ...]],
) -> Iterator[tuple[int, Passage]]:
    seen: set[tuple[int, int]] = set()
    for at in range(len(given.every) - _RUN + 1):
        seen.update(places.get(given.every[at : at + _RUN], ())[:200])
    for owner, at in sorted(seen):
        if owner != lender and compare_words(given.every, texts[owner][at].words) >= _ALIKE:
            yield owner, texts[owner][at]
