"""The reviews of a ledger as a reader goes through them: what each is about, in words, and whether it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.judging.pointing import Pointer
from accordingto.model.claim import ActorValue
from accordingto.model.mention_index import parse_span
from accordingto.model.review import ON_EVENTS, ON_LINEAGE, OUTLET, Act, Review, find_standing
from accordingto.query.words import render_scope, render_value


@dataclass(frozen=True, slots=True)
class Entry:
    """One review.

    Attributes:
        review: the line.
        title: what it does, in words.
        words: the words of the document that it is about, where it is about words.
        document: id of the document to look at.
        stands: whether it counts.
    """

    review: Review
    title: str
    words: str
    document: str | None
    stands: bool


def make_entries(pointer: Pointer, reviews: Sequence[Review]) -> list[Entry]:
    """Every review, the latest first."""
    standing = {each.number for each in find_standing(reviews)}
    return [_make(pointer, each, each.number in standing or each.act is Act.UNDO) for each in reversed(reviews)]


def _make(pointer: Pointer, review: Review, stands: bool) -> Entry:  # noqa: FBT001
    if review.claim is not None:
        document = pointer.documents.get(review.claim.document)
        words = "" if document is None else document.quote(review.claim.evidence)
        return Entry(review, _title_claim(pointer, review), words, review.claim.document, stands)
    if review.act in ON_EVENTS:
        verb = "is one event with" if review.act is Act.JOIN else "is another event than"
        title = f"“{_words(pointer, review.left)}” {verb} “{_words(pointer, review.right)}”"
        return Entry(review, title, "", review.left[0].rpartition(":")[0], stands)
    if review.act in ON_LINEAGE:
        verb = "came from" if review.act is Act.DERIVE else "did not come from"
        title = f"{_name(pointer, review.left[0])} {verb} {_name(pointer, review.right[0])}"
        return Entry(review, title, "", review.left[0], stands)
    return Entry(review, f"takes review {review.undoes} back", "", None, stands)


def _title_claim(pointer: Pointer, review: Review) -> str:
    attribute = "" if review.claim is None else review.claim.attribute
    said = review.correction
    if said is None:
        return f"{attribute}: {'accepted' if review.act is Act.ACCEPT else 'withdrawn'}"
    named = said.value
    value = _words(pointer, (named.actor,)) if isinstance(named, ActorValue) else render_value(named, {})
    scope = render_scope(said.scope)
    return f"{attribute}: corrected to {value}{f' ({scope})' if scope else ''}, {said.stance.value.replace('_', ' ')}"


def _words(pointer: Pointer, keys: Sequence[str]) -> str:
    """The words at the first key that the ledger has."""
    for key in keys:
        document, span = pointer.documents.get(key.rpartition(":")[0]), parse_span(key)
        if document is not None and span is not None:
            return document.quote(span)
    return "words of a document that is not here"


def _name(pointer: Pointer, source: str) -> str:
    if source.startswith(OUTLET):
        return source.removeprefix(OUTLET)
    document = pointer.documents.get(source)
    if document is None:
        return source
    return f"{document.outlet} ({document.uri})" if document.outlet else document.uri
