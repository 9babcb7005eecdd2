"""A question with its answers as a reader sees them: who says what, through whom, in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.model.actor import Actor
from accordingto.model.attribution import Attribution, Form
from accordingto.model.claim import Answer, Claim, ClaimStance, Question, Status
from accordingto.model.document import Document
from accordingto.model.event import Event
from accordingto.model.findings import Findings
from accordingto.model.lineage import Derivation
from accordingto.query.passage import Passage, find_passage
from accordingto.query.words import render_days, render_question, render_scope, render_value


@dataclass(frozen=True, slots=True)
class Place:
    """One document in which a claim stands, as it is cited.

    Attributes:
        document: the document.
        date: when it was published, in words, or ``None``.
        derived: 'copy of Meridian Wire', or ``None`` for a document that stands by itself.
    """

    document: Document
    date: str | None
    derived: str | None

    @property
    def name(self) -> str:
        """The outlet, or the file where the outlet is unknown."""
        return self.document.outlet or self.document.uri


@dataclass(frozen=True, slots=True)
class Said:
    """One claimer's claim in one wording, and every document that has it.

    Attributes:
        claims: ids of the claims.
        claimer: name, or ``None`` for a sourceless 'reportedly'.
        affiliations: names of those whom the claimer belongs to or speaks for.
        via: who relays it, outermost first.
        is_narration: the outlet says it in its own voice.
        stance: asserts, denies, cannot_verify.
        is_hedged: the claim is weakened ('may have').
        is_superseded: a later claim of the same origin replaces it.
        passage: the words.
        is_quoted: the words stand in quotation marks in the document.
        places: where they stand, the earliest first.
    """

    claims: tuple[str, ...]
    claimer: str | None
    affiliations: tuple[str, ...]
    via: tuple[str, ...]
    is_narration: bool
    stance: ClaimStance
    is_hedged: bool
    is_superseded: bool
    passage: Passage
    is_quoted: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """One answer: its value and scope in words, how many independent origins assert it, and who says so.

    Attributes:
        asserted, denied, doubted: what speaks for it, against it, and could not verify it.
    """

    value: str
    scope: str
    origins: int
    asserted: tuple[Said, ...]
    denied: tuple[Said, ...]
    doubted: tuple[Said, ...]

    @property
    def is_superseded(self) -> bool:
        """Whether every claim that asserts it was replaced by a later one."""
        return bool(self.asserted) and all(said.is_superseded for said in self.asserted)


@dataclass(frozen=True, slots=True)
class Account:
    """One question with everything a reader needs.

    Attributes:
        question: the line of the ledger.
        asks: the attribute as a question.
        about: the event's label or the actor's name.
        when, where: of the event, in words, or ``None``.
    """

    question: Question
    asks: str
    about: str
    when: str | None
    where: str | None
    answers: tuple[Held, ...]

    @property
    def status(self) -> Status:
        """How the question stands."""
        return self.question.status


class Reader:
    """Looks up what the lines of a ledger point at, to turn questions into accounts."""

    def __init__(self, findings: Findings) -> None:
        self.documents = {reading.document.id: reading.document for reading in findings.readings}
        self.attributions = {line.id: line for reading in findings.readings for line in reading.attributions}
        self.actors: dict[str, Actor] = {actor.id: actor for actor in findings.resolution.actors}
        self.names = {actor.id: actor.name for actor in findings.resolution.actors}
        self.events = {event.id: event for event in findings.events}
        self.claims = {claim.id: claim for claim in findings.claims}
        self.claimers = findings.resolution.claimers
        self.via = findings.resolution.via
        self.superseded = {earlier for claim in findings.claims for earlier in claim.supersedes}
        self.derivations = {each.document: each for each in findings.lineage.derivations if each.whole}

    def account(self, question: Question) -> Account:
        """Everything a reader needs about one question."""
        event = self.events.get(question.subject.event or "")
        actor = question.subject.actor
        held = [self._held(answer) for answer in question.answers]
        return Account(
            question=question,
            asks=render_question(question.attribute),
            about=event.label if event is not None else self.names.get(actor or "", actor or ""),
            when=None if event is None or event.date is None else render_days(event.date),
            where=_where(event),
            answers=tuple(sorted(held, key=lambda each: (each.is_superseded, -each.origins, -len(each.asserted)))),
        )

    def _held(self, answer: Answer) -> Held:
        claims = [self.claims[each] for each in answer.claims if each in self.claims]
        said = self._group(claims)
        asserting = [claim for claim in claims if claim.stance is ClaimStance.ASSERTS] or claims
        words = [self._document(claim).quote(claim.evidence) for claim in asserting]
        return Held(
            value=render_value(answer.value, self.names, words),
            scope=render_scope(answer.scope),
            origins=answer.origins,
            asserted=tuple(each for each in said if each.stance is ClaimStance.ASSERTS),
            denied=tuple(each for each in said if each.stance is ClaimStance.DENIES),
            doubted=tuple(each for each in said if each.stance is ClaimStance.CANNOT_VERIFY),
        )

    def _group(self, claims: Sequence[Claim]) -> list[Said]:
        """Claims of one claimer in the same words are shown once, with every document that has them."""
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for claim in sorted(claims, key=self._by_time):
            attribution = self.attributions[claim.attribution]
            words = " ".join(self._document(claim).quote(claim.evidence).casefold().split())
            speaker = self._claimer(attribution) or ("own" if attribution.form is Form.NARRATION else None)
            key = (speaker, claim.stance, claim.id in self.superseded, attribution.hedged, words)
            groups.setdefault(key, []).append(claim)
        return [self._said(each) for each in groups.values()]

    def _said(self, claims: Sequence[Claim]) -> Said:
        first = claims[0]
        attribution = self.attributions[first.attribution]
        document = self.documents[attribution.document]
        actor = self.actors.get(self.claimers.get(attribution.id) or "")
        via = [self.names.get(each, each) for claim in claims for each in self.via.get(claim.attribution, ())]
        is_narration = attribution.form is Form.NARRATION
        return Said(
            claims=tuple(claim.id for claim in claims),
            claimer=self._claimer(attribution) or (document.outlet or document.uri if is_narration else None),
            affiliations=tuple(dict.fromkeys(self.names[a.actor] for a in actor.affiliations)) if actor else (),
            via=tuple(dict.fromkeys(via)),
            is_narration=is_narration,
            stance=first.stance,
            is_hedged=attribution.hedged,
            is_superseded=first.id in self.superseded,
            passage=find_passage(document, first.evidence, attribution),
            is_quoted=attribution.form is Form.DIRECT,
            places=tuple(self._place(each) for each in dict.fromkeys(self._document(claim).id for claim in claims)),
        )

    def _claimer(self, attribution: Attribution) -> str | None:
        return self.names.get(self.claimers.get(attribution.id) or "")

    def _document(self, claim: Claim) -> Document:
        return self.documents[self.attributions[claim.attribution].document]

    def _by_time(self, claim: Claim) -> tuple[str, str, int, str]:
        document = self._document(claim)
        published = "9" if document.published is None else document.published.date.start.isoformat()
        return published, document.id, claim.evidence.start, claim.id

    def _place(self, document_id: str) -> Place:
        document = self.documents[document_id]
        date = None if document.published is None else render_days(document.published.date)
        return Place(document, date, _derived(self.derivations.get(document_id), self.documents))


def _derived(derivation: Derivation | None, documents: Mapping[str, Document]) -> str | None:
    if derivation is None:
        return None
    source = None if derivation.source is None else documents[derivation.source]
    name = derivation.outlet or (None if source is None else source.outlet or source.uri)
    words = {"copy": "copy of", "rewrite": "rewrites", "translation": "translated from", "credit": "credits"}
    return None if name is None else f"{words[derivation.kind.value]} {name}"


def _where(event: Event | None) -> str | None:
    if event is None or not event.places:
        return None
    return ", ".join(dict.fromkeys(place.name for place in event.places[:2]))
