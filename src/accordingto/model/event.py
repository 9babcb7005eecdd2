"""Something that happened at a time and a place, met in one or more documents."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.model.trace import Trace


class EventKind(StrEnum):
    """PLOVER event types, with ``release`` and ``seize`` added (mapped back on export)."""

    AGREE = "agree"
    CONSULT = "consult"
    SUPPORT = "support"
    CONCEDE = "concede"
    COOPERATE = "cooperate"
    AID = "aid"
    RETREAT = "retreat"
    REQUEST = "request"
    ACCUSE = "accuse"
    REJECT = "reject"
    THREATEN = "threaten"
    PROTEST = "protest"
    SANCTION = "sanction"
    MOBILIZE = "mobilize"
    COERCE = "coerce"
    ASSAULT = "assault"
    RELEASE = "release"
    SEIZE = "seize"


@dataclass(frozen=True, slots=True)
class Place:
    """A named place, with coordinates where the gazetteer knows it.

    Attributes:
        name: as the document has it, e.g. ``Bryansk region``.
        geonames: GeoNames id, where resolved.
        latitude, longitude: decimal degrees (WGS 84), where resolved.
        country: ISO 3166-1 alpha-2, where resolved.
        region: first-order division, by name, where resolved.
    """

    name: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in an event.

    Attributes:
        actor: actor id.
        role: ``agent``, ``patient`` or ``other``.
    """

    actor: str
    role: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that speak of an event.

    Attributes:
        document: document id.
        span: the clause, as far as it speaks of this event.
        trigger: the word that names it ('raid', 'stormed').
        attribution: id of the innermost attribution whose passage it stands in.
    """

    document: str
    span: Span
    trigger: Span
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a time and a place.

    Attributes:
        id: derived from its mentions' first line; see ``stages/align``.
        kind: PLOVER type.
        label: a few words for a person, taken from the documents.
        date: the days in which it lies; ``None`` when nothing dates it.
        places: the best supported first.
        participants: actors with roles.
        mentions: in document and text order.
        trace: the rule that joined the mentions.
    """

    id: str
    kind: EventKind
    label: str
    date: DateRange | None
    places: tuple[Place, ...]
    participants: tuple[Participant, ...]
    mentions: tuple[EventMention, ...]
    trace: Trace
