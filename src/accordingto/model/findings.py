"""Everything that the stages found in a set of documents: what a ledger holds."""

from dataclasses import dataclass, field

from accordingto.model.actor import Resolution
from accordingto.model.attribution import Attribution, Variant
from accordingto.model.claim import Claim, Question
from accordingto.model.document import Document
from accordingto.model.event import Event
from accordingto.model.lineage import Lineage
from accordingto.model.parse import Parse
from accordingto.model.story import Story
from accordingto.model.trace import Issue


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says, before it is compared with any other: this is kept, so that it is read once.

    Attributes:
        document, parse: the text and its grammar.
        attributions: narration included, in text order.
        rules: version of the reading rules, e.g. ``read.v1+parse.v1+attribute.v1``.
        issues: stages that this document defeated.
    """

    document: Document
    parse: Parse
    attributions: tuple[Attribution, ...]
    rules: str
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """What the align stage found out: events joined within and across documents, and the claims about them.

    ``issues`` counts claims that were refused because their words say something else.
    """

    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Overruled:
    """Events and claims as rules made them, where a person's review made something else of them."""

    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What the reconcile stage found out: the claims with ``supersedes`` set, and the questions they answer."""

    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """The whole content of a ledger, every tuple sorted by id (readings by document id).

    ``variants`` are wordings of one claimer that differ between documents. ``stories`` hold every document once.
    """

    readings: tuple[Reading, ...]
    lineage: Lineage
    resolution: Resolution
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    issues: tuple[Issue, ...] = ()
    variants: tuple[Variant, ...] = ()
    overruled: Overruled = field(default_factory=Overruled)
    stories: tuple[Story, ...] = ()
