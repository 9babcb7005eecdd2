"""What a ledger knows of one actor: its names with the words, what it claims, what is claimed of it, its ties."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, text

from accordingto.model.actor import Actor, ActorKind
from accordingto.query.cited import Words, cite_keys, take_words
from accordingto.query.claimed import MOST_LINES, Line, add_manners, fold_lines, list_lines
from accordingto.query.ties import Tie, list_ties
from accordingto.store.part import Wanted, load_part


@dataclass(frozen=True, slots=True)
class Ruling:
    """Why two mentions are one actor, or not: a judgement of a rule or a person.

    Attributes:
        number: of the judgement.
        verdict, score, reasons, rule, made: of the judgement; ``made`` is empty for a rule's.
        left, right: the words judged, where the ledger has them.
    """

    number: int
    verdict: str
    score: float
    reasons: tuple[str, ...]
    rule: str
    made: str | None
    left: Words | None
    right: Words | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that a page about one actor shows.

    Attributes:
        actor: without its mentions.
        documents, mentions: in how many documents it is named, how often.
        names: each name with one place where it stands, where a document has it.
        claims: what it says; ``says`` counts all of them.
        accused, told: what is claimed of it: laid at its door, and everything else.
        ties: to other actors.
        rulings: why its names are one.
    """

    actor: Actor
    documents: int
    mentions: int
    names: tuple[tuple[str, Words | None], ...]
    claims: tuple[Line, ...]
    says: int
    accused: tuple[Line, ...]
    told: tuple[Line, ...]
    ties: tuple[Tie, ...]
    rulings: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """An actor in a list."""

    id: str
    name: str
    kind: ActorKind
    names: int
    mentions: int


def list_known(
    connection: Connection, *, kind: ActorKind | None = None, offset: int = 0, limit: int = 60
) -> list[Known]:
    """The actors that have a name, the most often named first."""
    rows = connection.execute(
        text(
            "SELECT a.id, a.name, a.kind, (SELECT count(*) FROM actor_names AS n WHERE n.actor = a.id) AS names,"
            " coalesce((SELECT max(position) + 1 FROM mentions AS m WHERE m.actor = a.id), 0) AS mentions"
            " FROM actors AS a WHERE NOT a.described AND (CAST(:kind AS TEXT) IS NULL OR a.kind = :kind)"
            " ORDER BY mentions DESC, a.name, a.id LIMIT :limit OFFSET :offset"
        ),
        {"kind": None if kind is None else kind.value, "limit": limit, "offset": offset},
    )
    return [Known(row.id, row.name, ActorKind(row.kind), row.names, row.mentions) for row in rows]


def open_dossier(connection: Connection, actor: str) -> Dossier | None:
    """Everything about one actor; ``None`` where the ledger has none with this id."""
    part = load_part(connection, Wanted(actors=(actor,)))
    found = next((each for each in part.resolution.actors if each.id == actor), None)
    if found is None:
        return None
    mentions, documents = connection.execute(
        text("SELECT count(*), count(DISTINCT document) FROM mentions WHERE actor = :actor"), {"actor": actor}
    ).one()
    said = connection.execute(
        text(
            "SELECT count(*) FROM attributions AS t JOIN claims AS c ON c.attribution = t.id WHERE t.claimer = :actor"
        ),
        {"actor": actor},
    ).scalar_one()
    about = list_lines(connection, "c.value_actor = :actor OR c.actor = :actor", actor)
    return Dossier(
        actor=found,
        documents=documents,
        mentions=mentions,
        names=_names(connection, found),
        claims=fold_lines(list_lines(connection, "t.claimer = :actor", actor)),
        says=said,
        accused=fold_lines(add_manners(connection, [each for each in about if each.attribute == "responsible"])),
        told=fold_lines(each for each in about if each.attribute != "responsible"),
        ties=tuple(list_ties(connection, actor)),
        rulings=tuple(_rulings(connection, actor)),
    )


_PLACE = (
    " d.id AS document, d.outlet, d.uri, d.published_start, d.published_end,"
    " substr(d.text, {0}.begins + 1, {0}.ends - {0}.begins) AS words, {0}.begins, {0}.ends"
)


def _names(connection: Connection, actor: Actor) -> tuple[tuple[str, Words | None], ...]:
    """Each name with the first place where it stands."""
    rows = connection.execute(
        text(
            f"SELECT m.text,{_PLACE.format('m')} FROM (SELECT text, min(position) AS first FROM mentions"  # noqa: S608
            " WHERE actor = :actor AND form <> 'pronoun' GROUP BY text) AS f JOIN mentions AS m"
            " ON m.actor = :actor AND m.position = f.first JOIN documents AS d ON d.id = m.document"
        ),
        {"actor": actor.id},
    ).mappings()
    places = {" ".join(row["text"].casefold().split()): take_words(row) for row in rows}
    return tuple((name, _place_of(name, places)) for name in actor.names)


def _place_of(name: str, places: dict[str, Words]) -> Words | None:
    folded = " ".join(name.casefold().split())
    return places.get(folded) or places.get(f"the {folded}")


_RULINGS = (
    "WITH keys AS (SELECT document || ':' || begins || '-' || ends AS key FROM mentions WHERE actor = :actor)"
    " SELECT j.number, j.verdict, j.score, j.reasons, j.rule, j.made, j.left_key, j.right_key FROM judgements AS j"
    " WHERE j.number IN (SELECT number FROM judgements JOIN keys ON left_key = key"
    " UNION SELECT number FROM judgements JOIN keys ON right_key = key)"
    " ORDER BY j.made IS NULL, j.score DESC, j.number LIMIT :limit"
)


def _rulings(connection: Connection, actor: str) -> list[Ruling]:
    rows = connection.execute(text(_RULINGS), {"actor": actor, "limit": MOST_LINES}).mappings().all()
    words = cite_keys(connection, [key for row in rows for key in (row["left_key"], row["right_key"])])
    return [
        Ruling(
            row["number"],
            row["verdict"],
            row["score"],
            tuple(json.loads(row["reasons"])),
            row["rule"],
            row["made"],
            words.get(row["left_key"]),
            words.get(row["right_key"]) if row["right_key"] != row["left_key"] else None,
        )
        for row in rows
    ]
