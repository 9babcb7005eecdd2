"""Copies and rewrites: documents whose own sentences stand in another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from accordingto.model.document import Document
from accordingto.model.lineage import Derivation, DerivationKind
from accordingto.model.trace import Trace
from accordingto.stages.lineage.compared import Alignment
from accordingto.stages.lineage.coverage import Coverage
from accordingto.stages.lineage.direction import Side, find_source
from accordingto.stages.lineage.likenesses import UNKNOWN, Known, compare_all
from accordingto.stages.lineage.passages import Passages
from accordingto.text.outlets import agency_names, same_outlet

# Shares of the shorter document's own words. Independent reports of one incident that quote the same officials share
# under a tenth; agency texts with another lead and a cut tail share more than half.
_COPY = 0.5
_REWRITE = 0.4
# Below that, a passage was taken over, not the document: two sentences of ten words, or one of sixteen.
_FEWEST_SENTENCES = 2
_FEWEST_REWORDED = 3  # two reworded sentences of a short report on a common subject are chance
_LONG_SENTENCE = 16
_BRIEF = 10  # words of a report of one sentence that stands as another's one sentence
_LATEST = timedelta(days=30)


def find_copies(
    documents: Sequence[Document],
    texts: Sequence[Passages],
    found_credits: Sequence[Derivation],
    known: Known = UNKNOWN,
) -> Iterator[Derivation]:
    """Derivations between documents of the ledger, found by their wording.

    Args:
        documents: sorted by id.
        texts: their sentences, in the same order.
        found_credits: what was found of credits; it helps to tell the direction.
        known: what documents were found to share before.
    """
    compared = compare_all(documents, texts, known)
    coverage = Coverage(texts, compared)
    credited: dict[str, set[str]] = defaultdict(set)
    printed = {each.document for each in found_credits if each.whole and each.outlet in agency_names()}
    for credit in found_credits:
        if credit.outlet is not None:
            credited[credit.document].add(credit.outlet)

    def side(of: int, other: int) -> Side:
        size = len(texts[of].every.all())
        taken, goes_on = coverage.measure(of, other), coverage.goes_on(of, other)
        name = documents[of].id
        return Side(documents[of], credited[name], size, taken, goes_on, name in printed)

    for at in range(len(compared)):
        left, right = compared.left[at], compared.right[at]
        pair, both = (documents[left], documents[right]), (texts[left], texts[right])
        if compared.copied[at] < _COPY and not _close_in_time(*pair):
            continue
        found = compared.alignment(at)
        verdict = _decide(found, *both)
        # What one outlet says twice is one voice anyway; only a whole text that stands twice is worth a line.
        if verdict is not None and (verdict[1] or not same_outlet(pair[0].outlet, pair[1].outlet)):
            source, reason = find_source(side(left, right), side(right, left))
            yield _derive(pair, both, found, verdict=verdict, source=source, reason=reason)


def _close_in_time(left: Document, right: Document) -> bool:
    """Whether one may have been written from the other; a copy may be printed again after years."""
    if left.published is None or right.published is None:
        return True
    first, second = sorted((left.published.date, right.published.date))
    return second.start - first.end <= _LATEST


def _decide(found: Alignment, left: Passages, right: Passages) -> tuple[DerivationKind, bool, str] | None:
    """Kind, whether the whole document came from there, and the rule."""
    copied = [each for each in found.pairs if each.copied]
    sizes = left.words.sizes()
    longest = max((int(sizes[each.left]) for each in copied), default=0)
    if found.copied >= _COPY and len(found.pairs) >= _FEWEST_SENTENCES:
        return DerivationKind.COPY, True, "lineage.copy.v1"
    if found.copied >= _COPY and len(left) == len(right) == 1 and longest >= _BRIEF:
        return DerivationKind.COPY, True, "lineage.copied-brief.v1"
    if found.shared >= _REWRITE and len(found.pairs) >= _FEWEST_REWORDED:
        return DerivationKind.REWRITE, True, "lineage.rewrite.v1"
    if len(copied) >= _FEWEST_SENTENCES or longest >= _LONG_SENTENCE:
        return DerivationKind.REWRITE, False, "lineage.passage.v1"
    return None


def _derive(
    pair: tuple[Document, Document],
    texts: tuple[Passages, Passages],
    found: Alignment,
    *,
    verdict: tuple[DerivationKind, bool, str],
    source: int,
    reason: str,
) -> Derivation:
    kind, whole, rule = verdict
    best = max(found.pairs, key=lambda each: (each.copied, -each.left))
    at = best.left if source == 1 else best.right
    note = f"{len(found.pairs)} sentences, {found.shared:.0%} of the shorter text; {reason}"
    return Derivation(
        document=pair[1 - source].id,
        source=pair[source].id,
        outlet=pair[source].outlet,
        kind=kind,
        evidence=texts[1 - source].span(at),
        whole=whole,
        trace=Trace(rule, (pair[source].id,), note),
    )
