"""Ids of a ledger's lines, page by page in the order of the ids, so that a program can fetch all of one kind."""

from collections.abc import Mapping

from sqlalchemy import Connection, text

_OF = {
    "documents": "documents AS x",
    "actors": "actors AS x",
    "events": "events AS x",
    "questions": "questions AS x",
    "attributions": "attributions AS x",
    "claims": "claims AS x JOIN attributions AS t ON t.id = x.attribution",
}

# What lines of a kind can be narrowed by, as SQL of this file alone.
NARROWING: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "outlet": "x.outlet = :outlet",
        "story": "x.id IN (SELECT document FROM story_documents WHERE story = :story)",
    },
    "actors": {"kind": "x.kind = :kind"},
    "events": {
        "kind": "x.kind = :kind",
        "story": "x.id IN (SELECT m.event FROM story_documents AS s JOIN event_mentions AS m"
        " ON m.document = s.document WHERE s.story = :story)",
    },
    "questions": {
        "status": "x.status = :status",
        "attribute": "x.attribute = :attribute",
        "event": "x.event = :event",
        "actor": "x.actor = :actor",
        "story": "x.id IN (SELECT question FROM question_order WHERE story = :story)",
    },
    "attributions": {
        "document": "x.document = :document",
        "claimer": "x.claimer = :claimer",
        "stance": "x.stance = :stance",
    },
    "claims": {
        "document": "t.document = :document",
        "claimer": "t.claimer = :claimer",
        "attribute": "x.attribute = :attribute",
        "event": "x.event = :event",
        "actor": "x.actor = :actor",
    },
}


def list_ids(
    connection: Connection, kind: str, narrow: Mapping[str, str | None], *, after: str = "", limit: int = 50
) -> list[str]:
    """The next ids of a kind after one of them.

    Args:
        connection: of the ledger.
        kind: documents, actors, events, questions, attributions or claims.
        narrow: what the lines must have; names of ``NARROWING``, empty ones ask for nothing.
        after: the last id that is known.
        limit: how many at most.
    """
    wanted = {name: value for name, value in narrow.items() if value is not None}
    conditions = "".join(f" AND {NARROWING[kind][name]}" for name in wanted)
    statement = f"SELECT x.id FROM {_OF[kind]} WHERE x.id > :after{conditions} ORDER BY x.id LIMIT :limit"  # noqa: S608
    return list(connection.execute(text(statement), {**wanted, "after": after, "limit": limit}).scalars())
