"""Which of the persons' lines wait: their words are in no document here, or no line of the ledger rests on them now.

A review points at words. When a document is gone, or newer rules find nothing in its words, it changes nothing until
they are found again; nobody should take it for granted meanwhile.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from accordingto.model.actor import Judgement
from accordingto.model.claim import Claim
from accordingto.model.document import Span
from accordingto.model.event import Event
from accordingto.model.mention_index import parse_span
from accordingto.model.review import ON_ACTORS, ON_LINEAGE, OUTLET, Act, ClaimAt, Review
from accordingto.store import tables
from accordingto.store.review_rows import load_overruled
from accordingto.store.rows import read_in

Spans = defaultdict[str, list[Span]]


def find_waiting_reviews(connection: Connection, reviews: Sequence[Review]) -> set[int]:
    """The numbers of the reviews that wait; what takes another back waits for nothing."""
    claims = {each.claim.document for each in reviews if each.claim is not None}
    ends = {end for each in reviews for end in (*each.left, *each.right) if not end.startswith(OUTLET)}
    here = _documents(connection, claims | ends | {end.rpartition(":")[0] for end in ends})
    overruled, _ = load_overruled(connection)
    lost = _find_lost(
        connection, [end for each in reviews if each.act in ON_ACTORS for end in (*each.left, *each.right)]
    )
    told = _claims(connection, claims, overruled.claims)
    named = _events(connection, {end.rpartition(":")[0] for end in ends}, overruled.events)

    def is_found(review: Review) -> bool:
        if review.claim is not None:
            return any(_means(review.claim, *each) for each in told[review.claim.document])
        if review.act in ON_LINEAGE:
            return {end for end in (*review.left, *review.right) if not end.startswith(OUTLET)} <= here
        if review.act in ON_ACTORS:
            ends = {*review.left, *review.right}
            return {end.rpartition(":")[0] for end in ends} <= here and (review.right or review.left)[0] not in lost
        sides = (review.left, review.right)
        return review.act is Act.UNDO or all(any(_is_named(end, named) for end in side) for side in sides)

    return {each.number for each in reviews if not is_found(each)}


def find_waiting_keys(connection: Connection, judgements: Sequence[Judgement]) -> set[str]:
    """The keys of judgements that name nobody in the ledger as it is."""
    return _find_lost(connection, [key for each in judgements for key in (each.left, each.right)])


def _find_lost(connection: Connection, some: Iterable[str]) -> set[str]:
    """The keys of words that name nobody."""
    keys = set(some)
    documents = {key.rpartition(":")[0] for key in keys}
    here = _documents(connection, documents)
    named: Spans = defaultdict(list)
    for row in read_in(connection, tables.mentions, "document", documents):
        named[row["document"]].append(Span(row["begins"], row["ends"]))
    outlets = {key for key in keys if parse_span(key) is None and key.rpartition(":")[0] in here}
    return {key for key in keys - outlets if not _is_named(key, named)}


def _documents(connection: Connection, ids: Iterable[str]) -> set[str]:
    return {row["id"] for row in read_in(connection, tables.documents, "id", ids)}


def _claims(
    connection: Connection, documents: Iterable[str], overruled: Iterable[Claim]
) -> defaultdict[str, list[tuple[str, str, Span]]]:
    """Attribute, stance and evidence of the claims of some documents, as rules have them and as they are."""
    homes = {row["id"]: row["document"] for row in read_in(connection, tables.attributions, "document", documents)}
    found: defaultdict[str, list[tuple[str, str, Span]]] = defaultdict(list)
    for row in read_in(connection, tables.claims, "attribution", homes):
        span = Span(row["begins"], row["ends"])
        found[homes[row["attribution"]]].append((row["attribute"], row["stance"], span))
    for claim in overruled:
        if claim.attribution in homes:
            found[homes[claim.attribution]].append((claim.attribute, claim.stance.value, claim.evidence))
    return found


def _events(connection: Connection, documents: Iterable[str], overruled: Iterable[Event]) -> Spans:
    found: Spans = defaultdict(list)
    for row in read_in(connection, tables.event_mentions, "document", documents):
        found[row["document"]].append(Span(row["trigger_begins"], row["trigger_ends"]))
    for mention in (mention for event in overruled for mention in event.mentions):
        found[mention.document].append(mention.trigger)
    return found


def _means(at: ClaimAt, attribute: str, stance: str, evidence: Span) -> bool:
    return (attribute, stance) == (at.attribute, at.stance.value) and evidence.overlaps(at.evidence)


def _is_named(key: str, named: Spans) -> bool:
    span = parse_span(key)
    return span is not None and any(each.overlaps(span) for each in named[key.rpartition(":")[0]])
