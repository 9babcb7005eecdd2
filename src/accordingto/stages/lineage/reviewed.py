"""Persons' reviews of where a document came from outrank what rules found."""

from collections.abc import Sequence

from accordingto.model.document import Document
from accordingto.model.lineage import Derivation, DerivationKind, Lineage
from accordingto.model.review import ON_LINEAGE, OUTLET, Act, Review, of_acts
from accordingto.stages.lineage.origins import find_origins
from accordingto.text.outlets import find_outlet


def review_lineage(
    documents: Sequence[Document], derivations: Sequence[Derivation], reviews: Sequence[Review]
) -> Lineage:
    """The lineage with reviews applied: what rules derived, less what was struck, and what persons added.

    Args:
        documents: of the whole ledger.
        derivations: what rules found, sorted.
        reviews: those that stand, of any kind.
    """
    known = {document.id for document in documents}
    held = [each for each in of_acts(reviews, ON_LINEAGE) if _is_known(each, known)]
    struck = tuple(each for each in derivations if any(_is_against(review, each) for review in held))
    kept = [each for each in derivations if each not in set(struck)]
    added = [_derive(review) for review in held if review.act is Act.DERIVE]
    found = tuple(sorted([*kept, *added], key=lambda each: each.order))
    return Lineage(found, find_origins(documents, found), struck)


def _is_known(review: Review, known: set[str]) -> bool:
    """Whether the documents that a review is about are in the ledger."""
    ends = [each for each in (*review.left[:1], *review.right[:1]) if not each.startswith(OUTLET)]
    return bool(review.left and review.right) and all(each in known for each in ends)


def _is_against(review: Review, found: Derivation) -> bool:
    """Whether a review is about a derivation that rules found, in its direction or, for one that it adds, in any."""
    pairs = {(review.left[0], review.right[0])}
    if review.act is Act.DERIVE:
        pairs.add((review.right[0], review.left[0]))
    return any((found.document, end) in pairs for end in _ends(found))


def _ends(found: Derivation) -> tuple[str, ...]:
    """What a derivation came from, as a review names it; a document before the outlet that published it."""
    if found.source is not None:
        return (found.source,)
    return () if found.outlet is None else (f"{OUTLET}{find_outlet(found.outlet)}",)


def _derive(review: Review) -> Derivation:
    source = review.right[0]
    outlet = find_outlet(source.removeprefix(OUTLET)) if source.startswith(OUTLET) else None
    return Derivation(
        document=review.left[0],
        source=None if outlet is not None else source,
        outlet=outlet,
        kind=review.kind or DerivationKind.COPY,
        evidence=None,
        whole=True,
        trace=review.trace,
    )
