"""Who is who: words naming someone, the someone, and the judgements that join them."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.document import Span
from accordingto.model.trace import Trace


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    OUTLET = "outlet"


class MentionForm(StrEnum):
    """How words name someone."""

    NAME = "name"  # 'Free Harbour Legion', 'FHL', 'Osrin'
    DESCRIPTION = "description"  # 'the group', 'the governor', 'local residents'
    PRONOUN = "pronoun"  # 'he', 'they'


@dataclass(frozen=True, slots=True)
class Mention:
    """Words naming someone.

    Attributes:
        document, span: where; the span is the name or the whole noun phrase without its relative clauses.
        text: the words.
        form: name, description or pronoun.
    """

    document: str
    span: Span
    text: str
    form: MentionForm


def mention_key(document: str, span: Span) -> str:
    """What a judgement calls the local actor that these words name."""
    return f"{document}:{span.start}-{span.end}"


@dataclass(frozen=True, slots=True)
class Affiliation:
    """One actor belongs to or speaks for another, with the words that show it.

    Attributes:
        actor: id of the other actor.
        document, evidence: where the words are; ``None`` when it follows from the names alone
            ('Russian officials' of Russia).
        rule: id and version of the rule.
    """

    actor: str
    document: str | None
    evidence: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The entity of reference data (``build --reference``) that an actor is.

    Attributes:
        id: the entity's id in the reference data, e.g. a Wikidata or OpenSanctions id.
        caption, schema: its name and FollowTheMoney schema there.
        score: 0 to 1.
        reasons: phrases a person can read, e.g. ``equal name 'Tor Osrin'``.
        rule: id and version of the rule.
    """

    id: str
    caption: str
    schema: str
    score: float
    reasons: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, group, organisation, government or outlet with every name it goes by.

    Attributes:
        id: derived from the first (in document order of ids) of its mentions' local keys.
        name: the fullest name.
        kind: what it is.
        names: every surface name and, for described claimers, the description; sorted.
        affiliations: to other actors of the ledger.
        mentions: in document and text order.
        described: True for a claimer that has no name ('local sources'): one a description and document,
            never joined across documents.
        reference: the entity of reference data that it is, where the evidence suffices.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    affiliations: tuple[Affiliation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    described: bool = False
    reference: Reference | None = None


class Verdict(StrEnum):
    """What a judgement says of two mentions' owners."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision that two local actors are, are not, or may be one.

    Attributes:
        left, right: local actor keys (one actor within one document), ``left < right``.
        verdict: same, different, unsure.
        score: 0 to 1.
        reasons: phrases a person can read, e.g. ``acronym 'FHL' in brackets after the name``.
        trace: the rule, or ``person:NAME`` for a reviewer.
        made: ISO 8601 time for a person's judgement; ``None`` for a rule's, so that ledgers stay deterministic.
    """

    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    trace: Trace
    made: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the resolve stage found out.

    Attributes:
        actors: sorted by id.
        judgements: why they are one or not.
        claimers: attribution id -> actor id, or ``None`` for a sourceless 'reportedly'. Narration belongs to
            the document's outlet (``None`` when the outlet is unknown).
        via: attribution id -> actor ids or plain names ('Telegram'), outermost first.
    """

    actors: tuple[Actor, ...]
    judgements: tuple[Judgement, ...]
    claimers: dict[str, str | None]
    via: dict[str, tuple[str, ...]]
