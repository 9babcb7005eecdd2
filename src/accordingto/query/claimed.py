"""What somebody claims, and what is claimed of somebody, as lines of a page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, text

from accordingto.query.cited import Words, take_words
from accordingto.query.manner import Manner, Manners
from accordingto.query.words import render_question, render_scope, render_value
from accordingto.store.columns import Row, take_scope, take_value
from accordingto.store.part import Wanted, load_part

# Lines of one kind on a page; the rest are counted, and the interface for programs has them all.
MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One claim of, or about, somebody.

    Attributes:
        claim, question: ids; the question is ``None`` for a claim that answers none.
        asks: the attribute as a question; ``about`` is the event or actor that it is asked of.
        value: with its scope, in words.
        stance: asserts, denies, cannot_verify.
        claimer, claimer_id: whose it is; ``None`` for nobody named.
        words: the evidence.
        is_narration, is_hedged, is_superseded: how it is given.
        manner: in which manner it holds somebody responsible, if it does.
        also: where else the same claimer says the same.
    """

    claim: str
    question: str | None
    attribute: str
    asks: str
    about: str
    value: str
    stance: str
    claimer: str | None
    claimer_id: str | None
    words: Words
    is_narration: bool
    is_hedged: bool
    is_superseded: bool
    manner: Manner | None = None
    also: tuple[Words, ...] = ()


def fold_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """What one claimer says in several documents, once."""
    found: dict[tuple[object, ...], Line] = {}
    for each in lines:
        key = (each.claimer_id, each.claimer, each.about, each.attribute, each.value, each.stance, each.is_narration)
        known = found.get(key)
        found[key] = each if known is None else replace(known, also=(*known.also, each.words))
    return tuple(found.values())


def add_manners(connection: Connection, lines: list[Line]) -> tuple[Line, ...]:
    """The lines, each with the manner in which it holds somebody responsible."""
    part = load_part(connection, Wanted(claims=tuple(each.claim for each in lines)))
    manners, claims = Manners(part), {claim.id: claim for claim in part.claims}
    return tuple(replace(each, manner=manners.find(claims[each.claim])) for each in lines)


_LINE = (
    "SELECT c.*, t.form, t.hedged, t.claimer AS claimer_id, a.name AS claimer, e.label, s.name AS subject,"
    " v.name AS value_name, d.id AS document, d.outlet, d.uri, d.published_start, d.published_end,"
    " substr(d.text, c.begins + 1, c.ends - c.begins) AS words,"
    " (SELECT min(question) FROM answer_claims AS ac WHERE ac.claim = c.id) AS question,"
    " EXISTS (SELECT 1 FROM claim_supersedes AS z WHERE z.superseded = c.id) AS replaced"
    " FROM claims AS c JOIN attributions AS t ON t.id = c.attribution JOIN documents AS d ON d.id = t.document"
    " LEFT JOIN actors AS a ON a.id = t.claimer LEFT JOIN events AS e ON e.id = c.event"
    " LEFT JOIN actors AS s ON s.id = c.actor LEFT JOIN actors AS v ON v.id = c.value_actor"
)


def list_lines(connection: Connection, condition: str, actor: str) -> list[Line]:
    """Claims under a condition of this room, in the order of the days of their documents."""
    order = " ORDER BY coalesce(d.published_start, '9999'), d.id, c.begins, c.id LIMIT :limit"
    statement = text(f"{_LINE} WHERE ({condition}){order}")
    return [_line(row) for row in connection.execute(statement, {"actor": actor, "limit": MOST_LINES}).mappings()]


def _line(row: Row) -> Line:
    names = {row["value_actor"]: row["value_name"]} if row["value_actor"] is not None else {}
    value = render_value(take_value(row), names, [row["words"]])
    is_narration = row["form"] == "narration"
    return Line(
        claim=row["id"],
        question=row["question"],
        attribute=row["attribute"],
        asks=render_question(row["attribute"]),
        about=row["label"] or row["subject"] or "",
        value=" ".join(each for each in (value, render_scope(take_scope(row))) if each),
        stance=row["stance"],
        claimer=row["claimer"] or ((row["outlet"] or row["uri"]) if is_narration else None),
        claimer_id=row["claimer_id"],
        words=take_words(row),
        is_narration=is_narration,
        is_hedged=bool(row["hedged"]),
        is_superseded=bool(row["replaced"]),
    )
