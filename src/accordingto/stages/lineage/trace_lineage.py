"""The whole of lineage in order: credits in each document, near-copies between documents, and what origins remain."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.model.custody import Capture
from accordingto.model.document import Document, Span
from accordingto.model.lineage import Derivation, Lineage
from accordingto.model.review import Review
from accordingto.stages.lineage.borrowed import find_borrowed
from accordingto.stages.lineage.copies import find_copies
from accordingto.stages.lineage.credits import find_credits
from accordingto.stages.lineage.likenesses import UNKNOWN, Known
from accordingto.stages.lineage.passages import Passages, read_passages
from accordingto.stages.lineage.reviewed import review_lineage
from accordingto.stages.lineage.revisions import find_revisions
from accordingto.stages.lineage.stock import drop_stock
from accordingto.stages.lineage.translations import find_mark, find_translations
from accordingto.stages.lineage.voices import find_voices
from accordingto.text.outlets import find_outlet


@dataclass(frozen=True, slots=True)
class Trail:
    """What one document shows of where it came from, before it is compared with others.

    Attributes:
        credits: to outlets, in its own words.
        passages: its sentences.
        translated: the line that says that it is a translation.
    """

    credits: tuple[Derivation, ...]
    passages: Passages
    translated: Span | None


def find_publishers(documents: Iterable[Document]) -> frozenset[str]:
    """The usual names of the outlets that published documents."""
    return frozenset(find_outlet(each) for each in {document.outlet for document in documents} if each)


def read_trail(document: Document, publishers: frozenset[str]) -> Trail:
    """What a document shows by itself; ``publishers`` are the outlets of all documents."""
    lines = tuple(find_credits(document))
    whole = {credit.outlet for credit in lines if credit.whole}
    voices = (voice for voice in find_voices(document, publishers) if voice.outlet not in whole)
    return Trail((*lines, *voices), read_passages(document), find_mark(document))


def trace_lineage(
    documents: Sequence[Document],
    reviews: Sequence[Review] = (),
    captures: Sequence[Capture] = (),
    *,
    trails: Mapping[str, Trail] | None = None,
    known: Known = UNKNOWN,
) -> Lineage:
    """Which documents came from which, and what independent lines of provenance remain.

    Args:
        documents: in any order; the result does not depend on it.
        reviews: persons' reviews that stand, which outrank every rule.
        captures: how the bytes of the documents were got; they tell which of two texts of one page came later.
        trails: what each document shows by itself, by its id, where that was read before.
        known: what documents were found to share before.
    """
    ordered = sorted({each.id: each for each in documents}.values(), key=lambda each: each.id)
    publishers = find_publishers(ordered)
    shown = [read_trail(each, publishers) if trails is None else trails[each.id] for each in ordered]
    found = [credit for trail in shown for credit in trail.credits]
    texts = drop_stock(ordered, [trail.passages for trail in shown])
    copies = tuple(find_copies(ordered, texts, found, known))
    found.extend(copies)
    found.extend(find_borrowed(ordered, texts, found))
    found.extend(find_translations(ordered, texts, [trail.translated for trail in shown], found))
    found = _with_revisions(found, list(find_revisions(ordered, captures)))
    return review_lineage(ordered, sorted(_once(found), key=lambda each: each.order), reviews)


def _with_revisions(found: Sequence[Derivation], revisions: Sequence[Derivation]) -> list[Derivation]:
    """The derivations and the revisions; of two versions of one page the wording tells nothing that is not known."""
    pairs = {frozenset((each.document, each.source)) for each in revisions}
    return [*(each for each in found if frozenset((each.document, each.source)) not in pairs), *revisions]


def _once(found: Sequence[Derivation]) -> list[Derivation]:
    """One derivation for each document, source, outlet and kind: the first in the text, a whole one first of all."""
    kept: dict[tuple[str, str | None, str | None, str], Derivation] = {}
    for each in sorted(found, key=lambda each: (not each.whole, each.order)):
        kept.setdefault((each.document, each.source, each.outlet, each.kind), each)
    return list(kept.values())
