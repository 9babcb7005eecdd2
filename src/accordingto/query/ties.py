"""How an actor is tied to others: whom it belongs to, whom it accuses, with whom it is told of."""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from accordingto.query.cited import Words, take_words
from accordingto.store.columns import Row

# Ties of one kind; an army that is told of with a thousand villages is no picture.
MOST_TIES = 30


@dataclass(frozen=True, slots=True)
class Tie:
    """How somebody is tied to another actor.

    Attributes:
        kind: what ties them, in words that go between the two names.
        other, name: the other actor.
        outward: whether the words go from this actor to the other.
        times: how often it is said.
        words: one place that shows it.
    """

    kind: str
    other: str
    name: str
    outward: bool
    times: int
    words: Words | None


_SAYING = " FROM claims AS c JOIN attributions AS t ON t.id = c.attribution WHERE c.stance = 'asserts' AND "

_NOWHERE = "CAST(NULL AS TEXT) AS document, CAST(NULL AS INTEGER) AS begins, CAST(NULL AS INTEGER) AS ends"

# Each gives: kind, other, outward, times, and either a claim or a place that shows it.
_BELONGS = (
    "SELECT 'belongs to' AS kind, other, 1 AS outward, 1 AS times, CAST(NULL AS TEXT) AS claim, document, begins, ends"
    " FROM affiliations WHERE actor = :actor"
    " UNION ALL SELECT 'belongs to', actor, 0, 1, NULL, document, begins, ends FROM affiliations WHERE other = :actor"
)
_ACCUSES = (
    "SELECT 'names as responsible' AS kind, c.value_actor AS other, 1 AS outward, count(*) AS times,"
    f" min(c.id) AS claim, {_NOWHERE}" + _SAYING + "t.claimer = :actor"
    " AND c.attribute = 'responsible' AND c.value_actor <> :actor GROUP BY c.value_actor"
)
_ACCUSED = (
    "SELECT 'names as responsible' AS kind, t.claimer AS other, 0 AS outward, count(*) AS times, min(c.id) AS claim,"
    f" {_NOWHERE}" + _SAYING + "c.value_actor = :actor"
    " AND c.attribute = 'responsible' AND t.claimer <> :actor GROUP BY t.claimer"
)
_IS = (
    "SELECT 'is said to be ' || c.attribute || ' of' AS kind, c.actor AS other, 1 AS outward, count(*) AS times,"
    f" min(c.id) AS claim, {_NOWHERE}" + _SAYING + "c.value_actor = :actor"
    " AND c.actor IS NOT NULL GROUP BY c.actor, c.attribute"
)
_HAS = (
    "SELECT 'is said to be ' || c.attribute || ' of' AS kind, c.value_actor AS other, 0 AS outward, count(*) AS times,"
    f" min(c.id) AS claim, {_NOWHERE}" + _SAYING + "c.actor = :actor"
    " AND c.value_actor IS NOT NULL GROUP BY c.value_actor, c.attribute"
)
_TOLD = (
    "SELECT 'is told of in one event with' AS kind, p.actor AS other, 1 AS outward, count(DISTINCT p.event) AS times,"  # noqa: S608
    f" CAST(NULL AS TEXT) AS claim, {_NOWHERE} FROM participants AS mine JOIN participants AS p"
    " ON p.event = mine.event AND p.actor <> :actor WHERE mine.actor = :actor GROUP BY p.actor"
)
_CITED = (
    "SELECT k.kind, k.other, k.outward, k.times, a.name, d.id AS document, d.outlet, d.uri, d.published_start,"
    " d.published_end, coalesce(k.begins, c.begins) AS begins, coalesce(k.ends, c.ends) AS ends,"
    " substr(d.text, coalesce(k.begins, c.begins) + 1,"
    " coalesce(k.ends, c.ends) - coalesce(k.begins, c.begins)) AS words"
)
_FROM = (
    " JOIN actors AS a ON a.id = k.other LEFT JOIN claims AS c ON c.id = k.claim"
    " LEFT JOIN attributions AS t ON t.id = c.attribution"
    " LEFT JOIN documents AS d ON d.id = coalesce(k.document, t.document)"
    " ORDER BY k.times DESC, a.name, k.other LIMIT :limit"
)


def list_ties(connection: Connection, actor: str) -> list[Tie]:
    """How an actor is tied to others, those most often told first within each kind."""
    found: dict[tuple[str, str, bool], Tie] = {}
    for part in (_BELONGS, _ACCUSES, _ACCUSED, _IS, _HAS, _TOLD):
        statement = text(f"{_CITED} FROM ({part}) AS k{_FROM}")
        for row in connection.execute(statement, {"actor": actor, "limit": MOST_TIES}).mappings():
            tie = _tie(row)
            found.setdefault((tie.kind, tie.other, tie.outward), tie)
    return list(found.values())


def _tie(row: Row) -> Tie:
    words = take_words(row) if row["words"] else None
    return Tie(row["kind"], row["other"], row["name"], bool(row["outward"]), row["times"], words)
