"""One typed value for one attribute of one event or actor; and the questions that such values answer."""

from dataclasses import dataclass, field
from enum import StrEnum

from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.model.trace import Trace


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A count with bounds: 'more than 70' is low 71, 'up to 4,000' is high 4000, '120' is both."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class DateValue:
    """Days."""

    date: DateRange


@dataclass(frozen=True, slots=True)
class ActorValue:
    """An actor, by id."""

    actor: str


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """A place, by name."""

    place: str


@dataclass(frozen=True, slots=True)
class TextValue:
    """Words, where nothing more exact fits (``outcome``, ``status``)."""

    text: str


Value = NumberValue | DateValue | ActorValue | PlaceValue | TextValue


@dataclass(frozen=True, slots=True)
class Scope:
    """What a value is about: who is counted, where, until when. Values of other scope do not exclude each other."""

    who: str | None = None
    place: str | None = None
    as_of: DateRange | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim or question is about: exactly one of the two is set."""

    event: str | None = None
    actor: str | None = None


class ClaimStance(StrEnum):
    """How a claim's claimer stands to the value."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CANNOT_VERIFY = "cannot_verify"


@dataclass(frozen=True, slots=True)
class Claim:
    """One typed value that an attribution gives for one attribute of one event or actor.

    Attributes:
        id: derived from attribution, evidence, attribute and value.
        attribution: id of the attribution (perhaps a narration) that the words stand in.
        evidence: the words that state the value, or that deny or doubt it.
        subject, attribute, value, scope: what is said; a denial carries the value that it denies.
        stance: asserts, denies, cannot_verify.
        supersedes: ids of earlier claims of the same origin that this one replaces.
        trace: the rule that made it.
    """

    id: str
    attribution: str
    evidence: Span
    subject: Subject
    attribute: str
    value: Value
    scope: Scope = field(default_factory=Scope)
    stance: ClaimStance = ClaimStance.ASSERTS
    supersedes: tuple[str, ...] = ()
    trace: Trace = Trace("unset.v0")


@dataclass(frozen=True, slots=True)
class Answer:
    """A value with the claims that hold, deny or doubt it.

    Attributes:
        origins: number of independent origins that assert it.
    """

    value: Value
    scope: Scope
    claims: tuple[str, ...]
    origins: int


class Status(StrEnum):
    """How a question stands; defined in CONTRACT words in docs/vocabulary.md."""

    SINGLE = "single"
    AGREED = "agreed"
    CONTESTED = "contested"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Question:
    """One attribute of one event or actor to which the documents give answers.

    Attributes:
        reason: one sentence, made from its claims, that says why the status is what it is.
    """

    id: str
    subject: Subject
    attribute: str
    status: Status
    answers: tuple[Answer, ...]
    reason: str
    trace: Trace = Trace("unset.v0")
