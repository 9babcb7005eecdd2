"""The lines of stories that are settled anew taken out, those of the others left as they are."""

from collections.abc import Iterable
from itertools import chain

from sqlalchemy import Connection, delete, select

from accordingto.model.event import Event
from accordingto.model.findings import Overruled
from accordingto.store import tables
from accordingto.store.base import Untouched
from accordingto.store.review_rows import load_overruled
from accordingto.store.rows import delete_in, read_in
from accordingto.store.write_events import CLAIM, EVENT, QUESTION

# What points at others first.
STORY_TABLES = tuple(table for table, _ in chain(QUESTION, CLAIM, EVENT))


def clear_stories(connection: Connection, untouched: Untouched) -> None:
    """Take out the events, claims and questions of all stories but those that stay."""
    if not untouched.stories:
        for table in STORY_TABLES:
            connection.execute(delete(table))
        return
    documents = set(connection.execute(select(tables.documents.c.id)).scalars()) - untouched.stories
    claims = {row["id"] for row in read_in(connection, tables.claims, "attribution", _lines(connection, documents))}
    questions = {row["question"] for row in read_in(connection, tables.answer_claims, "claim", claims)}
    events = {row["event"] for row in read_in(connection, tables.event_mentions, "document", documents)}
    for places, ids in ((QUESTION, questions), (CLAIM, claims), (EVENT, events)):
        for table, column in places:
            delete_in(connection, table.c[column], ids)


def with_overruled(connection: Connection, overruled: Overruled, untouched: Untouched) -> Overruled:
    """What is overruled, with what stays overruled in stories that stay."""
    if not untouched.stories:
        return overruled
    known, _ = load_overruled(connection)
    lines = _lines(connection, untouched.stories) if known.claims else set[str]()

    def stays(event: Event) -> bool:
        return any(mention.document in untouched.stories for mention in event.mentions)

    return Overruled(
        (*(each for each in known.events if stays(each)), *overruled.events),
        (*(each for each in known.claims if each.attribution in lines), *overruled.claims),
    )


def _lines(connection: Connection, documents: Iterable[str]) -> set[str]:
    """Ids of the attributions of some documents."""
    return {row["id"] for row in read_in(connection, tables.attributions, "document", documents)}
