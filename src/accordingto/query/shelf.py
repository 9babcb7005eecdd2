"""The documents of a ledger as a list, and what is told of one event."""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from accordingto.model.event import Event
from accordingto.query.cited import Words, take_words
from accordingto.query.words import render_days
from accordingto.store.columns import Row, take_days
from accordingto.store.part import Wanted, load_part

MOST_MENTIONS = 60


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document in a list.

    Attributes:
        id, uri, outlet, title: of the document.
        when: it was published, in words; ``sorts`` is what it is sorted by.
        attributions: how many passages it gives to somebody.
        derived: 'copy of Meridian Wire', where the whole of it came from elsewhere.
    """

    id: str
    uri: str
    outlet: str | None
    title: str | None
    when: str | None
    sorts: str
    attributions: int
    derived: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Told:
    """Words that speak of an event, and whose they are.

    Attributes:
        words: the clause.
        claimer, actor: name and id of whom they are given to; ``None`` where the document says so itself.
    """

    words: Words
    claimer: str | None
    actor: str | None


def list_documents(
    connection: Connection, *, outlet: str | None = None, story: str | None = None, after: str = "", limit: int = 50
) -> list[Shelved]:
    """The documents after a place, in the order of their days."""
    parts = ["coalesce(d.published_start, '9999-99-99') || ' ' || d.id > :after"]
    if outlet is not None:
        parts.append("d.outlet = :outlet")
    if story is not None:
        parts.append("d.id IN (SELECT document FROM story_documents WHERE story = :story)")
    rows = connection.execute(
        text(
            "SELECT d.id, d.uri, d.outlet, d.title, d.published_start, d.published_end,"  # noqa: S608  own words only
            " coalesce(d.published_start, '9999-99-99') || ' ' || d.id AS sorts,"
            " (SELECT count(*) FROM attributions AS t WHERE t.document = d.id AND t.form <> 'narration') AS said,"
            " v.kind AS derived, coalesce(v.outlet, s.outlet, s.uri) AS origin"
            " FROM documents AS d LEFT JOIN derivations AS v"
            " ON v.position = (SELECT min(w.position) FROM derivations AS w WHERE w.document = d.id AND w.whole)"
            f" LEFT JOIN documents AS s ON s.id = v.source WHERE {' AND '.join(parts)}"
            " ORDER BY sorts LIMIT :limit"
        ),
        {"after": after, "outlet": outlet, "story": story, "limit": limit},
    ).mappings()
    return [_shelved(row) for row in rows]


def _shelved(row: Row) -> Shelved:
    days = take_days(row, "published")
    return Shelved(
        row["id"],
        row["uri"],
        row["outlet"],
        row["title"],
        None if days is None else render_days(days),
        row["sorts"],
        row["said"],
        (row["derived"], row["origin"]) if row["derived"] and row["origin"] else None,
    )


def count_outlets(connection: Connection) -> list[tuple[str, int]]:
    """The outlets with the number of their documents, by name."""
    rows = connection.execute(
        text("SELECT outlet, count(*) FROM documents WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY outlet")
    )
    return [(outlet, number) for outlet, number in rows]


def open_event(connection: Connection, event: str) -> Event | None:
    """One event, without its mentions; ``None`` where the ledger has none with this id."""
    return next(iter(load_part(connection, Wanted(events=(event,))).events), None)


def name_actors(connection: Connection, ids: tuple[str, ...]) -> dict[str, str]:
    """Names of actors by id."""
    return {actor.id: actor.name for actor in load_part(connection, Wanted(actors=ids)).resolution.actors}


def list_told(connection: Connection, event: str, *, limit: int = MOST_MENTIONS) -> list[Told]:
    """The words that speak of an event, in the order of the days of their documents."""
    rows = connection.execute(
        text(
            "SELECT m.document, m.begins, m.ends, substr(d.text, m.begins + 1, m.ends - m.begins) AS words, d.outlet,"
            " d.uri, d.published_start, d.published_end, t.form, t.claimer AS actor, a.name AS claimer"
            " FROM event_mentions AS m JOIN documents AS d ON d.id = m.document"
            " LEFT JOIN attributions AS t ON t.id = m.attribution LEFT JOIN actors AS a ON a.id = t.claimer"
            " WHERE m.event = :event ORDER BY coalesce(d.published_start, '9999'), d.id, m.begins LIMIT :limit"
        ),
        {"event": event, "limit": limit},
    ).mappings()
    return [_told(row) for row in rows]


def _told(row: Row) -> Told:
    words = take_words(row)
    is_given = row["form"] is not None and row["form"] != "narration"
    return Told(words, (row["claimer"] or "nobody named") if is_given else None, row["actor"] if is_given else None)
