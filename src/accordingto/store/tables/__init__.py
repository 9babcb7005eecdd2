"""The tables of a ledger, each column with the sentence that docs/ledger.md prints about it.

A person opens the file with any SQLite browser, so names are whole words and a line says what it is without a join
where that costs little.
"""

from accordingto.store.tables.actors import (
    actor_names,
    actor_references,
    actors,
    affiliations,
    judgements,
    mentions,
    reference_entities,
)
from accordingto.store.tables.aids import FULL_TEXT, question_order, search_documents, search_names
from accordingto.store.tables.custody import captures
from accordingto.store.tables.documents import (
    derivations,
    documents,
    issues,
    meta,
    origin_documents,
    origins,
    readings,
    segments,
    stories,
    story_documents,
)
from accordingto.store.tables.fields import TABLES
from accordingto.store.tables.memos import memos
from accordingto.store.tables.reviews import overruled, reviews
from accordingto.store.tables.sayings import (
    answer_claims,
    answers,
    attribution_spans,
    attribution_via,
    attributions,
    claim_supersedes,
    claims,
    event_mentions,
    events,
    participants,
    places,
    questions,
    variants,
)

# Not tables but SQL views, for a person with a SQLite browser; nothing of the package reads them.
READING_VIEWS = {
    "who_says_what": {
        "question": "id of the question, where the claim answers one",
        "status": "how that question stands",
        "subject": "label of the event or name of the actor",
        "attribute": "which attribute",
        "value": "the value in figures or words",
        "who_is_counted": "scope of the value",
        "stance": "asserts, denies or cannot_verify",
        "claimer": "whose claim it is; empty for a sourceless 'reportedly'",
        "words": "the words that state the value",
        "outlet": "who published them",
        "published": "first day on which they may have been published",
        "uri": "the document",
        "claim": "id of the claim",
    },
}

__all__ = [
    "FULL_TEXT",
    "READING_VIEWS",
    "TABLES",
    "actor_names",
    "actor_references",
    "actors",
    "affiliations",
    "answer_claims",
    "answers",
    "attribution_spans",
    "attribution_via",
    "attributions",
    "captures",
    "claim_supersedes",
    "claims",
    "derivations",
    "documents",
    "event_mentions",
    "events",
    "issues",
    "judgements",
    "memos",
    "mentions",
    "meta",
    "origin_documents",
    "origins",
    "overruled",
    "participants",
    "places",
    "question_order",
    "questions",
    "readings",
    "reference_entities",
    "reviews",
    "search_documents",
    "search_names",
    "segments",
    "stories",
    "story_documents",
    "variants",
]
