"""Rows back to events, the claims about them and the questions that these answer."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection

from accordingto.model.claim import Answer, Claim, ClaimStance, Question, Status
from accordingto.model.document import Span
from accordingto.model.event import Event, EventKind, EventMention, Participant, Place
from accordingto.store import tables
from accordingto.store.columns import Row, take_days, take_scope, take_span, take_subject, take_trace, take_value
from accordingto.store.rows import group_rows, read_rows


def load_events(connection: Connection) -> tuple[Event, ...]:
    """Every event with its places, participants and mentions."""
    places = group_rows(connection, tables.places, "event", take_place)
    parts = group_rows(connection, tables.participants, "event", lambda row: Participant(row["actor"], row["role"]))
    mentions = group_rows(connection, tables.event_mentions, "event", take_event_mention)
    return tuple(
        take_event(row, places[row["id"]], parts[row["id"]], mentions[row["id"]])
        for row in read_rows(connection, tables.events)
    )


def take_event(
    row: Row, places: Iterable[Place], parts: Iterable[Participant], mentions: Iterable[EventMention]
) -> Event:
    """An event of its row and what belongs to it."""
    return Event(
        row["id"],
        EventKind(row["kind"]),
        row["label"],
        take_days(row, "date"),
        tuple(places),
        tuple(parts),
        tuple(mentions),
        take_trace(row),
    )


def take_place(row: Row) -> Place:
    """Where an event happened."""
    return Place(row["name"], row["geonames"], row["latitude"], row["longitude"], row["country"], row["region"])


def take_event_mention(row: Row) -> EventMention:
    """Words that speak of an event."""
    trigger = Span(row["trigger_begins"], row["trigger_ends"])
    return EventMention(row["document"], take_span(row), trigger, row["attribution"])


def load_claims(connection: Connection) -> tuple[Claim, ...]:
    """Every claim, with those that it replaces."""
    earlier = group_rows(connection, tables.claim_supersedes, "claim", lambda row: str(row["superseded"]))
    return tuple(take_claim(row, earlier[row["id"]]) for row in read_rows(connection, tables.claims))


def take_claim(row: Row, earlier: Iterable[str]) -> Claim:
    """A claim of its row and the claims that it replaces."""
    return Claim(
        row["id"],
        row["attribution"],
        take_span(row),
        take_subject(row),
        row["attribute"],
        take_value(row),
        take_scope(row),
        ClaimStance(row["stance"]),
        tuple(earlier),
        take_trace(row),
    )


def load_questions(connection: Connection) -> tuple[Question, ...]:
    """Every question, with its answers and the claims that hold them."""
    return take_questions(
        read_rows(connection, tables.questions),
        read_rows(connection, tables.answers),
        read_rows(connection, tables.answer_claims),
    )


def take_questions(questions: Iterable[Row], answers: Iterable[Row], held: Iterable[Row]) -> tuple[Question, ...]:
    """Questions of their rows, those of their answers, and those of the claims that hold these."""
    claims: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for row in held:
        claims[row["question"], row["answer"]].append(row["claim"])
    given: defaultdict[str, list[Answer]] = defaultdict(list)
    for row in answers:
        holding = tuple(claims[row["question"], row["position"]])
        given[row["question"]].append(Answer(take_value(row), take_scope(row), holding, row["origins"]))
    return tuple(
        Question(
            row["id"],
            take_subject(row),
            row["attribute"],
            Status(row["status"]),
            tuple(given[row["id"]]),
            row["reason"],
            take_trace(row),
        )
        for row in questions
    )
