"""A story's questions as short cards, page by page: what is asked, how it stands and why, and who says what in a line.

Asked of the file itself, so that the first page of a large ledger comes as fast as that of a small one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, String, bindparam, text

from accordingto.model.claim import ClaimStance, Status
from accordingto.query.words import render_days, render_question, render_scope, render_value
from accordingto.store.columns import Row, take_days, take_scope, take_value

# A story that somebody did not name is the whole ledger.
WHOLE = "all"

# Attributes that lay something at somebody's door: shown apart from what is reported as having happened.
ACCUSING = frozenset({"responsible"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which questions are wanted; ``None`` asks for nothing.

    Attributes:
        story, status, attribute, event, actor: ids or names.
    """

    story: str | None = None
    status: Status | None = None
    attribute: str | None = None
    event: str | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """One answer in a line.

    Attributes:
        value, scope: in words.
        origins: number of independent origins that assert it.
        asserted, denied, doubted: names of those who do.
        is_superseded: every claim that asserts it was replaced by a later one.
    """

    value: str
    scope: str
    origins: int
    asserted: tuple[str, ...]
    denied: tuple[str, ...]
    doubted: tuple[str, ...]
    is_superseded: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One question in short.

    Attributes:
        id, status, reason, attribute: of the question.
        asks: the attribute as a question.
        about: the event's label or the actor's name; ``event`` or ``actor`` is its id.
        when, where: of the event, in words.
        answers: those that stand first.
        position: its place in the order of all questions.
    """

    id: str
    status: Status
    reason: str
    attribute: str
    asks: str
    about: str
    event: str | None
    actor: str | None
    when: str | None
    where: str | None
    answers: tuple[Brief, ...]
    position: int

    @property
    def accuses(self) -> bool:
        """Whether its answers lay something at somebody's door."""
        return self.attribute in ACCUSING


def list_cards(connection: Connection, chosen: Chosen, *, after: int = 0, limit: int = 20) -> list[Card]:
    """The next cards after a position, in the order in which a reader should meet them."""
    where, values = _conditions(chosen)
    rows = connection.execute(
        text(
            "SELECT q.*, o.position, e.label, e.date_start, e.date_end, s.name AS subject"  # noqa: S608  own words only
            " FROM question_order AS o JOIN questions AS q ON q.id = o.question"
            " LEFT JOIN events AS e ON e.id = q.event LEFT JOIN actors AS s ON s.id = q.actor"
            f" WHERE o.position > :after{where} ORDER BY o.position LIMIT :limit"
        ),
        {**values, "after": after, "limit": limit},
    ).mappings()
    found = list(rows)
    ids = [row["id"] for row in found]
    answers, places = _briefs(connection, ids), _places(connection, [row["event"] for row in found])
    return [_card(row, answers.get(row["id"], ()), places) for row in found]


def count_statuses(connection: Connection, chosen: Chosen) -> dict[Status, int]:
    """How many questions stand how."""
    where, values = _conditions(chosen)
    rows = connection.execute(
        text(
            "SELECT q.status, count(*) FROM question_order AS o JOIN questions AS q ON q.id = o.question"  # noqa: S608
            f" WHERE 1 = 1{where} GROUP BY q.status"
        ),
        values,
    )
    counts = {Status(status): number for status, number in rows}
    return {status: counts.get(status, 0) for status in Status}


def count_attributes(connection: Connection, chosen: Chosen) -> list[tuple[str, int]]:
    """The attributes that are asked about, the most frequent first."""
    where, values = _conditions(chosen)
    rows = connection.execute(
        text(
            "SELECT q.attribute, count(*) AS n FROM question_order AS o JOIN questions AS q"  # noqa: S608
            f" ON q.id = o.question WHERE 1 = 1{where} GROUP BY q.attribute ORDER BY n DESC, q.attribute"
        ),
        values,
    )
    return [(attribute, number) for attribute, number in rows]


def _conditions(chosen: Chosen) -> tuple[str, dict[str, Any]]:
    parts: list[str] = []
    values: dict[str, Any] = {}
    if chosen.story not in {None, WHOLE}:
        parts.append("o.story = :story")
        values["story"] = chosen.story
    for name in ("status", "attribute", "event"):
        wanted = getattr(chosen, name)
        if wanted is not None:
            parts.append(f"q.{name} = :{name}")
            values[name] = str(wanted)
    if chosen.actor is not None:
        parts.append(
            "(q.actor = :actor OR q.id IN (SELECT question FROM answers WHERE value_actor = :actor)"
            " OR q.id IN (SELECT ac.question FROM attributions AS t JOIN claims AS c ON c.attribution = t.id"
            " JOIN answer_claims AS ac ON ac.claim = c.id WHERE t.claimer = :actor))"
        )
        values["actor"] = chosen.actor
    return "".join(f" AND {part}" for part in parts), values


def _card(row: Row, answers: Sequence[Brief], places: Mapping[str, str]) -> Card:
    days = take_days(row, "date")
    return Card(
        id=row["id"],
        status=Status(row["status"]),
        reason=row["reason"],
        attribute=row["attribute"],
        asks=render_question(row["attribute"]),
        about=row["label"] or row["subject"] or "",
        event=row["event"],
        actor=row["actor"],
        when=None if days is None else render_days(days),
        where=places.get(row["event"] or ""),
        answers=tuple(answers),
        position=row["position"],
    )


def _places(connection: Connection, events: Iterable[str | None]) -> dict[str, str]:
    """The first two places of each event, in words."""
    wanted = sorted({each for each in events if each is not None})
    rows = connection.execute(
        text(
            "SELECT event, name FROM places WHERE event IN :events AND position < 2 ORDER BY event, position"
        ).bindparams(bindparam("events", expanding=True, type_=String)),
        {"events": wanted},
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for event, name in rows:
        found[event].append(name)
    return {event: ", ".join(dict.fromkeys(names)) for event, names in found.items()}


_VOICES = text(
    "SELECT ac.question, ac.answer, c.stance, c.attribute, t.form, a.name AS claimer, d.outlet, d.uri,"
    " substr(d.text, c.begins + 1, c.ends - c.begins) AS words,"
    " EXISTS (SELECT 1 FROM claim_supersedes AS s WHERE s.superseded = c.id) AS replaced"
    " FROM answer_claims AS ac JOIN claims AS c ON c.id = ac.claim JOIN attributions AS t ON t.id = c.attribution"
    " JOIN documents AS d ON d.id = t.document LEFT JOIN actors AS a ON a.id = t.claimer"
    " WHERE ac.question IN :questions ORDER BY ac.question, ac.answer, ac.position"
).bindparams(bindparam("questions", expanding=True, type_=String))

_ANSWERS = text(
    "SELECT w.*, v.name AS actor_name FROM answers AS w LEFT JOIN actors AS v ON v.id = w.value_actor"
    " WHERE w.question IN :questions ORDER BY w.question, w.position"
).bindparams(bindparam("questions", expanding=True, type_=String))


def _briefs(connection: Connection, questions: Sequence[str]) -> dict[str, list[Brief]]:
    voices: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in connection.execute(_VOICES, {"questions": questions}).mappings():
        voices[row["question"], row["answer"]].append(row)
    found: defaultdict[str, list[Brief]] = defaultdict(list)
    for row in connection.execute(_ANSWERS, {"questions": questions}).mappings():
        found[row["question"]].append(_brief(row, voices[row["question"], row["position"]]))
    return {
        question: sorted(some, key=lambda each: (each.is_superseded, -each.origins, -len(each.asserted)))
        for question, some in found.items()
    }


def _brief(row: Row, voices: Sequence[Row]) -> Brief:
    names = {row["value_actor"]: row["actor_name"]} if row["value_actor"] is not None else {}
    asserting = [each for each in voices if each["stance"] == ClaimStance.ASSERTS]
    return Brief(
        value=render_value(take_value(row), names, [each["words"] for each in asserting or voices]),
        scope=render_scope(take_scope(row)),
        origins=row["origins"],
        asserted=_speakers(asserting),
        denied=_speakers(each for each in voices if each["stance"] == ClaimStance.DENIES),
        doubted=_speakers(each for each in voices if each["stance"] == ClaimStance.CANNOT_VERIFY),
        is_superseded=bool(asserting) and all(each["replaced"] for each in asserting),
    )


def _speakers(voices: Iterable[Row]) -> tuple[str, ...]:
    """Names, each once; what a document narrates is its outlet's."""
    return tuple(dict.fromkeys(_speaker(each) for each in voices))


def _speaker(row: Row) -> str:
    narrator = (row["outlet"] or row["uri"]) if row["form"] == "narration" else "nobody named"
    return str(row["claimer"] or narrator)
