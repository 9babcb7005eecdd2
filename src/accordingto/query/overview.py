"""What a ledger holds, story by story: counts for the head of a page, and what happened when and where."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, String, bindparam, text

from accordingto.model.claim import Status
from accordingto.model.dates import DateRange
from accordingto.query.ask import ORDER
from accordingto.query.board import WHOLE
from accordingto.query.words import render_days
from accordingto.store.columns import Row, take_days

# A timeline of more events is no picture.
MOST_MOMENTS = 400


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One story as a line of a list.

    Attributes:
        id, label: of the story.
        when: from the first to the last day of its documents, in words.
        places: most named first.
        documents, contested: how many.
    """

    id: str
    label: str
    when: str | None
    places: tuple[str, ...]
    documents: int
    contested: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How much a story, or the ledger, holds."""

    documents: int
    origins: int
    claimers: int
    events: int


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Moment:
    """One event, for the timeline and the map.

    Attributes:
        id, label, kind: of the event.
        days, when: in which it lies; in words.
        pins: its places that have a point; ``places`` are all of their names.
        documents: how many speak of it.
        status: how the most disputed of its questions stands; ``None`` when none is asked.
    """

    id: str
    label: str
    kind: str
    days: DateRange | None
    when: str | None
    places: tuple[str, ...]
    pins: tuple[Pin, ...]
    documents: int
    status: Status | None


_STORIES = (
    "SELECT s.*, (SELECT count(*) FROM story_documents AS d WHERE d.story = s.id) AS documents,"
    " (SELECT count(*) FROM question_order AS o JOIN questions AS q ON q.id = o.question"
    " WHERE o.story = s.id AND q.status = 'contested') AS contested FROM stories AS s"
)


def list_stories(connection: Connection, *, offset: int = 0, limit: int = 10**6) -> list[StoryLine]:
    """The stories, the largest first."""
    order = " ORDER BY documents DESC, s.id LIMIT :limit OFFSET :offset"
    rows = connection.execute(text(_STORIES + order), {"limit": limit, "offset": offset}).mappings()
    return [_story(row) for row in rows]


def find_story(connection: Connection, story: str) -> StoryLine | None:
    """One story; ``None`` where the ledger has none with this id."""
    row = connection.execute(text(f"{_STORIES} WHERE s.id = :story"), {"story": story}).mappings().first()
    return None if row is None else _story(row)


def _story(row: Row) -> StoryLine:
    days = take_days(row, "days")
    when = None if days is None else render_days(days)
    return StoryLine(
        row["id"], row["label"], when, tuple(json.loads(row["places"])), row["documents"], row["contested"]
    )


def tally(connection: Connection, story: str = WHOLE) -> Tally:
    """How much a story holds."""
    inside = "" if story == WHOLE else " WHERE document IN (SELECT document FROM story_documents WHERE story = :story)"
    queries = (
        "SELECT count(*) FROM story_documents WHERE story = :story" if inside else "SELECT count(*) FROM documents",
        f"SELECT count(DISTINCT origin) FROM origin_documents{inside}",  # noqa: S608  own words only
        f"SELECT count(DISTINCT claimer) FROM attributions{inside}",  # noqa: S608  own words only
        f"SELECT count(DISTINCT event) FROM event_mentions{inside}",  # noqa: S608  own words only
    )
    values = {"story": story} if inside else {}
    return Tally(*(int(connection.execute(text(query), values).scalar_one()) for query in queries))


_MOMENTS = (
    "SELECT e.id, e.label, e.kind, e.date_start, e.date_end, count(DISTINCT m.document) AS documents,"
    " min(CASE q.status WHEN 'contested' THEN 0 WHEN 'unverified' THEN 1 WHEN 'agreed' THEN 2"
    " WHEN 'single' THEN 3 END) AS standing"
    " FROM events AS e JOIN event_mentions AS m ON m.event = e.id LEFT JOIN questions AS q ON q.event = e.id"
)


def list_moments(connection: Connection, story: str = WHOLE, *, limit: int = MOST_MOMENTS) -> list[Moment]:
    """The events of a story that questions are about or most documents speak of, in the order of time."""
    inside = (
        "" if story == WHOLE else " WHERE m.document IN (SELECT document FROM story_documents WHERE story = :story)"
    )
    order = " GROUP BY e.id ORDER BY standing NULLS LAST, documents DESC, e.id LIMIT :limit"
    values = {"limit": limit} | ({"story": story} if inside else {})
    rows = connection.execute(text(_MOMENTS + inside + order), values).mappings().all()
    pins, names = _pins(connection, [row["id"] for row in rows])
    return [
        Moment(
            row["id"],
            row["label"],
            row["kind"],
            days := take_days(row, "date"),
            None if days is None else render_days(days),
            tuple(dict.fromkeys(names[row["id"]])),
            tuple(pins[row["id"]]),
            row["documents"],
            None if row["standing"] is None else ORDER[row["standing"]],
        )
        for row in sorted(rows, key=lambda row: (row["date_start"] or "9999", row["id"]))
    ]


def _pins(
    connection: Connection, events: Sequence[str]
) -> tuple[defaultdict[str, list[Pin]], defaultdict[str, list[str]]]:
    """Points and names of the events' places."""
    rows = connection.execute(
        text(
            "SELECT event, name, latitude, longitude FROM places WHERE event IN :events ORDER BY event, position"
        ).bindparams(bindparam("events", expanding=True, type_=String)),
        {"events": list(events)},
    )
    pins: defaultdict[str, list[Pin]] = defaultdict(list)
    names: defaultdict[str, list[str]] = defaultdict(list)
    for event, name, latitude, longitude in rows:
        names[event].append(name)
        if latitude is not None and longitude is not None:
            pins[event].append(Pin(name, latitude, longitude))
    return pins, names
