"""The reviews of a ledger as a reader goes through them: what each is about, in words, and whether it counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.model.claim import ActorValue
from accordingto.model.document import Document
from accordingto.model.mention_index import parse_span
from accordingto.model.review import ON_ACTORS, ON_EVENTS, ON_LINEAGE, OUTLET, Act, Review, find_standing
from accordingto.query.words import render_scope, render_value

Documents = Mapping[str, Document]


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


def make_entries(documents: Documents, reviews: Sequence[Review]) -> list[Entry]:
    """Every review, the latest first."""
    standing = {each.number for each in find_standing(reviews)}
    return [_make(documents, each, each.number in standing or each.act is Act.UNDO) for each in reversed(reviews)]


def spoken_of(reviews: Sequence[Review]) -> set[str]:
    """The documents whose words reviews are about."""
    found = {review.claim.document for review in reviews if review.claim is not None}
    ends = [(review.act, end) for review in reviews for end in (*review.left, *review.right)]
    found |= {end if act in ON_LINEAGE else end.rpartition(":")[0] for act, end in ends}
    said = [review.correction.value for review in reviews if review.correction is not None]
    return found | {value.actor.rpartition(":")[0] for value in said if isinstance(value, ActorValue)}


def _make(documents: Documents, review: Review, stands: bool) -> Entry:  # noqa: FBT001
    if review.claim is not None:
        document = documents.get(review.claim.document)
        words = "" if document is None else document.quote(review.claim.evidence)
        return Entry(review, _title_claim(documents, review), words, review.claim.document, stands)
    if review.act in ON_EVENTS:
        verb = "is one event with" if review.act is Act.JOIN else "is another event than"
        title = f"“{_words(documents, review.left)}” {verb} “{_words(documents, review.right)}”"
        return Entry(review, title, "", review.left[0].rpartition(":")[0], stands)
    if review.act in ON_LINEAGE:
        verb = "came from" if review.act is Act.DERIVE else "did not come from"
        title = f"{_name(documents, review.left[0])} {verb} {_name(documents, review.right[0])}"
        return Entry(review, title, "", review.left[0], stands)
    if review.act in ON_ACTORS:
        here = review.left[0].rpartition(":")[0]
        words = _words(documents, review.left)
        whose = "" if review.act is Act.SORT else _words_of(documents, review.right[0])
        title = f"is {whose}’s" if review.act is Act.ASCRIBE else f"is of the kind ‘{review.actor_kind}’"
        return Entry(review, f"“{words}” {title}", "", here, stands)
    return Entry(review, f"takes review {review.undoes} back", "", None, stands)


def _title_claim(documents: Documents, review: Review) -> str:
    attribute = "" if review.claim is None else review.claim.attribute
    said = review.correction
    if said is None:
        return f"{attribute}: {'accepted' if review.act is Act.ACCEPT else 'withdrawn'}"
    named = said.value
    value = _words(documents, (named.actor,)) if isinstance(named, ActorValue) else render_value(named, {})
    scope = render_scope(said.scope)
    return f"{attribute}: corrected to {value}{f' ({scope})' if scope else ''}, {said.stance.value.replace('_', ' ')}"


def _words(documents: Documents, keys: Sequence[str]) -> str:
    """The words at the first key that the ledger has."""
    for key in keys:
        document, span = documents.get(key.rpartition(":")[0]), parse_span(key)
        if document is not None and span is not None:
            return document.quote(span)
    return "words of a document that is not here"


def _words_of(documents: Documents, key: str) -> str:
    """The words of a key; the outlet's name where it has none."""
    document = documents.get(key.rpartition(":")[0])
    if parse_span(key) is None and document is not None:
        return document.outlet or document.uri
    return _words(documents, (key,))


def _name(documents: Documents, source: str) -> str:
    if source.startswith(OUTLET):
        return source.removeprefix(OUTLET)
    document = documents.get(source)
    if document is None:
        return source
    return f"{document.outlet} ({document.uri})" if document.outlet else document.uri
