"""Searching a ledger: words of the documents' texts, names of actors, labels of events."""

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

from accordingto.model.document import Span
from accordingto.store.dialects.search import search_of

# A longer query is no search.
MOST_TERMS = 12
LONGEST_TERM = 64
# Characters of the text that are shown around the first word that was found.
AROUND = 120
# A word that is found is the query's but for its ending: 'killing' is found by 'killed'.
SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or event whose name has the words.

    Attributes:
        kind: ``actor`` or ``event``.
        id: of the line.
        name: of the actor, or the event's label; ``as_name`` is the name that was found.
        sort: what kind of actor or event.
    """

    kind: str
    id: str
    name: str
    as_name: str
    sort: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that has the words.

    Attributes:
        id, uri, outlet, title, published: of the document.
        before, found, after: what stands around the first word found; ``span`` is where that stands.
    """

    id: str
    uri: str
    outlet: str | None
    title: str | None
    published: str | None
    before: str
    found: str
    after: str
    span: Span | None


def split_terms(words: str) -> list[str]:
    """The words of a query: letters and digits of any script."""
    return [each[:LONGEST_TERM] for each in re.findall(r"\w+", words)][:MOST_TERMS]


def find_names(connection: Connection, words: str, *, limit: int = 12) -> list[Named]:
    """Actors and events with all of these words in a name; the last word may be unfinished."""
    terms = split_terms(words)
    if not terms:
        return []
    search = search_of(connection)
    rows = connection.execute(
        text(
            "SELECT n.kind, n.line, n.name AS as_name, coalesce(a.name, e.label) AS name,"  # noqa: S608  own words only
            " coalesce(a.kind, e.kind) AS sort,"
            " coalesce((SELECT max(m.position) FROM mentions AS m WHERE m.actor = n.line), -1) AS mentions"
            " FROM search_names AS n"
            " LEFT JOIN actors AS a ON n.kind = 'actor' AND a.id = n.line"
            " LEFT JOIN events AS e ON n.kind = 'event' AND e.id = n.line"
            f" WHERE n.number IN ({search.names}) AND NOT coalesce(a.described, FALSE)"
            " ORDER BY mentions DESC, n.line, n.number LIMIT :limit"
        ),
        {"query": search.render(terms, is_unfinished=True), "limit": limit * 4},
    ).mappings()
    found: dict[str, Named] = {}
    for row in rows:
        found.setdefault(row["line"], Named(row["kind"], row["line"], row["name"], row["as_name"], row["sort"]))
    return list(found.values())[:limit]


def find_documents(connection: Connection, words: str, *, offset: int = 0, limit: int = 20) -> list[Hit]:
    """Documents with all of these words, the best match first."""
    terms = split_terms(words)
    if not terms:
        return []
    search = search_of(connection)
    rows = connection.execute(
        text(
            f"SELECT d.id, d.uri, d.outlet, d.title, d.published_start, d.text FROM ({search.texts}) AS w"  # noqa: S608
            " JOIN search_documents AS s ON s.number = w.number JOIN documents AS d ON d.id = s.document"
            " ORDER BY w.worse, d.id LIMIT :limit OFFSET :offset"
        ),
        {"query": search.render(terms, is_unfinished=False), "limit": limit, "offset": offset},
    ).mappings()
    return [_hit(dict(row), terms) for row in rows]


def count_documents_with(connection: Connection, words: str) -> int:
    """How many documents have all of these words."""
    terms = split_terms(words)
    if not terms:
        return 0
    search = search_of(connection)
    statement = text(f"SELECT count(*) FROM ({search.texts}) AS w")  # noqa: S608  own words only
    return int(connection.execute(statement, {"query": search.render(terms, is_unfinished=False)}).scalar_one())


def _hit(row: dict[str, str | None], terms: list[str]) -> Hit:
    body = row["text"] or ""
    span = _first(body, terms)
    before = after = found = ""
    if span is not None:
        before = _flat(body[max(0, span.start - AROUND) : span.start])
        found = body[span.start : span.end]
        after = _flat(body[span.end : span.end + AROUND])
    return Hit(
        row["id"] or "",
        row["uri"] or "",
        row["outlet"],
        row["title"],
        row["published_start"],
        before,
        found,
        after,
        span,
    )


def _first(body: str, terms: list[str]) -> Span | None:
    """The first word of a text that one of the terms may have found."""
    stems = "|".join(re.escape(term[: max(SHORTEST_STEM, len(term) - 3)]) for term in terms)
    met = re.search(rf"\b(?:{stems})\w*", body, re.IGNORECASE)
    return None if met is None else Span(met.start(), met.end())


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words)
