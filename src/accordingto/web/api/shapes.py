"""The shapes of the lines, as docs/accordingto-ledger-1.schema.json has them; they are what /api/openapi.json says."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """A line; fields that are not listed here may be added to it in later versions."""

    model_config = ConfigDict(extra="allow")


class Days(Shape):
    """From the first to the last day, both included."""

    start: str
    end: str


class Published(Days):
    """When a document was published: ``given``, ``metadata`` or ``inferred``."""

    basis: str


class Derived(Shape):
    """From where a document came."""

    document: str | None
    publisher: str | None
    kind: str
    evidence: list[int] | None


class Document(Shape):
    """One published text."""

    id: str
    uri: str
    url: str | None
    publisher: str | None
    title: str | None
    author: str | None
    language: str | None
    text: str
    published: Published | None
    origin: str | None
    derived_from: list[Derived]


class Mention(Shape):
    """Words of a document: from the first code point to the one after the last."""

    document: str
    start: int
    end: int


class Actor(Shape):
    """Somebody who is named or who speaks."""

    id: str
    name: str
    kind: str
    names: list[str]
    affiliations: list[str]
    mentions: list[Mention]


class Attribution(Shape):
    """A passage that a document gives to somebody, or narrates."""

    id: str
    document: str
    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]
    claimer: str | None
    via: list[str]
    form: str
    stance: str
    hedged: bool


class Place(Shape):
    """Where an event happened."""

    name: str
    geonames: int | None
    latitude: float | None
    longitude: float | None


class Participant(Shape):
    """Who took part in an event."""

    actor: str
    role: str


class Event(Shape):
    """Something that happened."""

    id: str
    kind: str
    label: str
    date: Days | None
    places: list[Place]
    participants: list[Participant]
    mentions: list[Mention]


class Scope(Shape):
    """Who is counted, where, until when."""

    who: str | None
    place: str | None
    as_of: Days | None


class Claim(Shape):
    """One typed value."""

    id: str
    attribution: str
    evidence: list[int]
    subject: dict[str, str]
    attribute: str
    value: Annotated[dict[str, Any], Field(description="number, date, actor, place or text")]
    scope: Scope
    stance: str
    supersedes: list[str]


class Answer(Shape):
    """A value with the claims that hold, deny or doubt it."""

    value: dict[str, Any]
    scope: Scope
    claims: list[str]
    origins: int


class Question(Shape):
    """One attribute of one event or actor to which the documents give answers."""

    id: str
    subject: dict[str, str]
    attribute: str
    status: str
    answers: list[Answer]
    reason: str


class Story(Shape):
    """Documents that tell of one story."""

    id: str
    label: str
    documents: int
    contested: int


class Found(Shape):
    """A document that has the words asked for, and where the first of them stands."""

    document: str
    title: str | None
    publisher: str | None
    span: list[int] | None


class Named(Shape):
    """An actor or event whose name has the words asked for."""

    kind: str
    id: str
    name: str


class Results(Shape):
    """What was found."""

    names: list[Named]
    documents: list[Found]
    total: int


class Summary(Shape):
    """How much the ledger holds."""

    format: str
    documents: int
    origins: int
    events: int
    questions: dict[str, int]


class Refusal(Shape):
    """Why there is no answer."""

    detail: str


class Page(Shape):
    """Some lines; ``next`` is what to ask for with ``after`` to have the next ones, or nothing at the end."""

    next: str | None


class Documents(Page):
    """Some documents."""

    items: list[Document]


class Actors(Page):
    """Some actors."""

    items: list[Actor]


class Events(Page):
    """Some events."""

    items: list[Event]


class Attributions(Page):
    """Some attributions."""

    items: list[Attribution]


class Claims(Page):
    """Some claims."""

    items: list[Claim]


class Questions(Page):
    """Some questions."""

    items: list[Question]
