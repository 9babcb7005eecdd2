"""Who copied whom: the documents of origins that are more than one, and what was taken from where, over time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, String, bindparam, text

from accordingto.query.words import render_days
from accordingto.store.columns import take_days

# A graph of more documents is no picture.
MOST_ORIGINS = 24
MOST_DOCUMENTS = 250


@dataclass(frozen=True, slots=True)
class Leaf:
    """A document in a lineage.

    Attributes:
        id, name, title: of the document; the name is its outlet's, or its file's.
        day: first day on which it may have been published, ISO 8601; ``when`` is the same in words.
        origin: the line of provenance that it belongs to.
    """

    id: str
    name: str
    title: str | None
    day: str | None
    when: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class Branch:
    """One document came from another.

    Attributes:
        document: the derived one.
        source: id of the other, where the ledger has it; ``outlet`` is its name where known.
        kind: copy, rewrite, translation or credit.
        is_whole: the whole came from there, not a passage.
        rule: what found it.
        span: where in the derived document the words stand that show it.
    """

    document: str
    source: str | None
    outlet: str | None
    kind: str
    is_whole: bool
    rule: str
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Tree:
    """One origin, with its documents and what they took from where."""

    origin: str
    outlet: str | None
    leaves: tuple[Leaf, ...]
    branches: tuple[Branch, ...]

    @property
    def name(self) -> str:
        """Where it begins: the first document that came from no other, else the outlet that all of them credit."""
        derived = {branch.document for branch in self.branches if branch.is_whole}
        roots = [leaf.name for leaf in self.leaves if leaf.id not in derived]
        return roots[0] if roots else self.outlet or self.leaves[0].name


@dataclass(frozen=True, slots=True)
class Descent:
    """A page of lineage.

    Attributes:
        trees: origins of more than one document, or that took a passage from elsewhere, the largest first.
        total: how many origins there are, the single documents among them.
        others: documents of other origins that a passage came from.
    """

    trees: tuple[Tree, ...]
    total: int
    others: tuple[Leaf, ...]


def trace_descent(
    connection: Connection, *, story: str | None = None, offset: int = 0, limit: int = MOST_ORIGINS
) -> Descent:
    """The origins of a ledger or a story, the largest first."""
    inside = "" if story is None else " AND o.document IN (SELECT document FROM story_documents WHERE story = :story)"
    rows = connection.execute(
        text(
            "SELECT o.origin, count(DISTINCT o.document) AS n, count(v.position) AS taken"  # noqa: S608  own words only
            " FROM origin_documents AS o LEFT JOIN derivations AS v ON v.document = o.document"
            f" WHERE 1 = 1{inside} GROUP BY o.origin"
            " HAVING count(DISTINCT o.document) > 1 OR count(v.position) > 0"
            " ORDER BY n DESC, taken DESC, o.origin LIMIT :limit OFFSET :offset"
        ),
        {"story": story, "limit": limit, "offset": offset},
    )
    ids = [row.origin for row in rows]
    total = connection.execute(
        text(f"SELECT count(DISTINCT origin) FROM origin_documents AS o WHERE 1 = 1{inside}"),  # noqa: S608
        {"story": story},
    ).scalar_one()
    leaves = _leaves(connection, "o.origin IN :ids", ids)
    branches = _branches(connection, [leaf.id for leaf in leaves])
    here = {leaf.id for leaf in leaves}
    elsewhere = sorted({each.source for each in branches if each.source is not None and each.source not in here})
    trees = tuple(_plant(ids, _outlets(connection, ids), leaves, branches))
    return Descent(trees, total, tuple(_leaves(connection, "d.id IN :ids", elsewhere)))


def _plant(
    origins: Sequence[str], outlets: Mapping[str, str | None], leaves: Sequence[Leaf], branches: Sequence[Branch]
) -> Iterator[Tree]:
    """Each origin with its own documents, and what these took from where."""
    by_origin: defaultdict[str | None, list[Leaf]] = defaultdict(list)
    for leaf in leaves:
        by_origin[leaf.origin].append(leaf)
    by_document: defaultdict[str, list[Branch]] = defaultdict(list)
    for branch in branches:
        by_document[branch.document].append(branch)
    for origin in origins:
        derived = {leaf.id for leaf in by_origin[origin] if any(each.is_whole for each in by_document[leaf.id])}
        own = sorted(by_origin[origin], key=lambda leaf: (leaf.day or "9999", leaf.id in derived))
        taken = tuple(branch for leaf in own for branch in by_document[leaf.id])
        yield Tree(origin, outlets.get(origin), tuple(own), taken)


def _outlets(connection: Connection, origins: list[str]) -> dict[str, str | None]:
    """The outlet at the root of each origin, where it is known."""
    statement = text("SELECT id, outlet FROM origins WHERE id IN :ids").bindparams(
        bindparam("ids", expanding=True, type_=String)
    )
    return {row.id: row.outlet for row in connection.execute(statement, {"ids": origins})}


def _leaves(connection: Connection, condition: str, ids: list[str]) -> list[Leaf]:
    rows = connection.execute(
        text(
            "SELECT d.id, coalesce(d.outlet, d.uri) AS name, d.title, d.published_start, d.published_end, o.origin"  # noqa: S608
            f" FROM documents AS d JOIN origin_documents AS o ON o.document = d.id WHERE {condition}"
            " ORDER BY coalesce(d.published_start, '9999'), d.id LIMIT :limit"
        ).bindparams(bindparam("ids", expanding=True, type_=String)),
        {"ids": ids, "limit": MOST_DOCUMENTS},
    ).mappings()
    return [
        Leaf(
            row["id"],
            row["name"],
            row["title"],
            row["published_start"],
            None if (days := take_days(row, "published")) is None else render_days(days),
            row["origin"],
        )
        for row in rows
    ]


def _branches(connection: Connection, documents: list[str]) -> list[Branch]:
    rows = connection.execute(
        text(
            "SELECT v.document, v.source, coalesce(v.outlet, s.outlet, s.uri) AS outlet, v.kind, v.whole, v.rule,"
            " v.begins, v.ends FROM derivations AS v LEFT JOIN documents AS s ON s.id = v.source"
            " WHERE v.document IN :ids ORDER BY v.position"
        ).bindparams(bindparam("ids", expanding=True, type_=String)),
        {"ids": documents},
    )
    return [
        Branch(
            row.document,
            row.source,
            row.outlet,
            row.kind,
            bool(row.whole),
            row.rule,
            None if row.begins is None else (row.begins, row.ends),
        )
        for row in rows
    ]
