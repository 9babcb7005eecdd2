"""Looks up what the lines of a ledger point at, to turn questions into accounts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from accordingto.model.actor import Actor
from accordingto.model.attribution import Form
from accordingto.model.claim import Answer, Claim, ClaimStance, Question
from accordingto.model.document import Document, Span
from accordingto.model.event import Event
from accordingto.model.findings import Findings
from accordingto.query.account import Account, Elsewhere, Held, Place, Quoted, Said
from accordingto.query.manner import Manners
from accordingto.query.passage import find_passage
from accordingto.query.words import render_days, render_question, render_scope, render_value

DERIVED = {"copy": "copy of", "rewrite": "rewrites", "translation": "translated from", "credit": "credits"}

# After every date: a document without one is cited last.
UNDATED = "9999"


class Reader:
    """The lines of a ledger by id."""

    def __init__(self, findings: Findings) -> None:
        self.documents = {reading.document.id: reading.document for reading in findings.readings}
        self.attributions = {line.id: line for reading in findings.readings for line in reading.attributions}
        self.actors: dict[str, Actor] = {actor.id: actor for actor in findings.resolution.actors}
        self._manners = Manners(findings)
        self.names = {actor.id: actor.name for actor in findings.resolution.actors}
        self.events = {event.id: event for event in findings.events}
        self.claims = {claim.id: claim for claim in findings.claims}
        self.claimers = findings.resolution.claimers
        self.via = findings.resolution.via
        self.superseded = {earlier for claim in findings.claims for earlier in claim.supersedes}
        self.origins = {each: origin.id for origin in findings.lineage.origins for each in origin.documents}
        self.variants = self._find_variants(findings)
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
        asserting = [claim for claim in claims if claim.stance is ClaimStance.ASSERTS] or claims
        words = [self.document(claim).quote(claim.evidence) for claim in asserting]
        said = self._group(claims)
        value = render_value(answer.value, self.names, words)
        return Held(
            value=value,
            scope=render_scope(answer.scope, value),
            origins=answer.origins,
            asserted=tuple(each for each in said if each.stance is ClaimStance.ASSERTS),
            denied=tuple(each for each in said if each.stance is ClaimStance.DENIES),
            doubted=tuple(each for each in said if each.stance is ClaimStance.CANNOT_VERIFY),
        )

    def _group(self, claims: Sequence[Claim]) -> list[Said]:
        """What each claimer says, in the order in which they first said it."""
        groups: dict[tuple[str | None, bool, ClaimStance], list[Claim]] = {}
        for claim in sorted(claims, key=self._by_time):
            is_narration = self.attributions[claim.attribution].form is Form.NARRATION
            groups.setdefault((self._identity(claim), is_narration, claim.stance), []).append(claim)
        return [self._said(each) for each in groups.values()]

    def _said(self, claims: Sequence[Claim]) -> Said:
        """One claimer's claims; those in the same words are shown once, with every document that has them."""
        wordings: dict[tuple[str, bool, bool], list[Claim]] = {}
        for claim in claims:
            words = " ".join(self.document(claim).quote(claim.evidence).casefold().split())
            key = (words, self.attributions[claim.attribution].hedged, claim.id in self.superseded)
            wordings.setdefault(key, []).append(claim)
        first = claims[0]
        actor = self.actors.get(self.claimers.get(first.attribution) or "")
        sides = () if actor is None else tuple(self.names.get(each.actor, each.actor) for each in actor.affiliations)
        return Said(
            claimer=self._claimer(first),
            affiliations=tuple(dict.fromkeys(sides)),
            is_narration=self.attributions[first.attribution].form is Form.NARRATION,
            stance=first.stance,
            quoted=_join_same(self._quoted(each) for each in wordings.values()),
            actor=None if actor is None else actor.id,
            manner=self._manners.strongest(claims),
        )

    def _quoted(self, claims: Sequence[Claim]) -> Quoted:
        first = claims[0]
        attribution = self.attributions[first.attribution]
        places = tuple(self._place(each) for each in dict.fromkeys(self.document(claim).id for claim in claims))
        known = {self._claimer(first), *(place.name for place in places)}
        via = (self.names.get(each, each) for claim in claims for each in self.via.get(claim.attribution, ()))
        document, denies = self.document(first), first.stance is not ClaimStance.ASSERTS
        passage = find_passage(document, first.evidence, attribution, with_cue=denies)
        return Quoted(
            claims=tuple(claim.id for claim in claims),
            passage=passage,
            places=places,
            via=tuple(each for each in dict.fromkeys(via) if each not in known),
            is_hedged=attribution.hedged,
            is_superseded=first.id in self.superseded,
            elsewhere=self._elsewhere(document.id, passage.span),
        )

    def _find_variants(self, findings: Findings) -> dict[str, list[tuple[Span, str, Span]]]:
        """By document: quoted words that stand differently elsewhere, the other document, and its words."""
        found: dict[str, list[tuple[Span, str, Span]]] = {}
        for pair in findings.variants:
            here, there = (self.attributions[each].document for each in (pair.attribution, pair.other))
            found.setdefault(here, []).append((pair.span, there, pair.other_span))
            found.setdefault(there, []).append((pair.other_span, here, pair.span))
        return found

    def _elsewhere(self, document: str, shown: Span) -> tuple[Elsewhere, ...]:
        """Other wordings of the words shown, each once."""
        met: dict[str, Elsewhere] = {}
        for span, other, words in self.variants.get(document, ()):
            if span.overlaps(shown):
                wording = " ".join(self.documents[other].quote(words).split())
                met.setdefault(wording.casefold(), Elsewhere(wording, self._place(other)))
        return tuple(met.values())

    def _identity(self, claim: Claim) -> str | None:
        """Whose claim it is, so that two are told apart: the 'residents' of two reports, but not of a copy, are two."""
        actor = self.actors.get(self.claimers.get(claim.attribution) or "")
        if actor is None:
            return self._claimer(claim)
        return f"{actor.name} of {self.origins.get(self.document(claim).id)}" if actor.described else actor.id

    def _claimer(self, claim: Claim) -> str | None:
        """Whose claim it is; what a document narrates is its outlet's, or the file's where the outlet is unknown."""
        name = self.names.get(self.claimers.get(claim.attribution) or "")
        if name is None and self.attributions[claim.attribution].form is Form.NARRATION:
            document = self.document(claim)
            return document.outlet or document.uri
        return name

    def document(self, claim: Claim) -> Document:
        """The document in which a claim stands."""
        return self.documents[self.attributions[claim.attribution].document]

    def _by_time(self, claim: Claim) -> tuple[str, bool, str, int, str]:
        """The earliest first; of one day, what stands by itself before its copies."""
        document = self.document(claim)
        published = UNDATED if document.published is None else document.published.date.start.isoformat()
        return published, document.id in self.derivations, document.id, claim.evidence.start, claim.id

    def _place(self, document_id: str) -> Place:
        document = self.documents[document_id]
        date = None if document.published is None else render_days(document.published.date)
        return Place(document, date, self._derived(document_id))

    def _derived(self, document_id: str) -> str | None:
        derivation = self.derivations.get(document_id)
        if derivation is None:
            return None
        source = self.documents.get(derivation.source or "")
        name = derivation.outlet or (None if source is None else source.outlet or source.uri)
        return None if name is None else f"{DERIVED[derivation.kind.value]} {name}"


def _join_same(quoted: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """Each sentence once: two claims may rest on different words of it, and a reader sees the sentence."""
    shown: dict[tuple[object, ...], Quoted] = {}
    for each in quoted:
        key = (
            tuple(place.document.id for place in each.places),
            each.passage.span,
            each.via,
            each.is_hedged,
            each.is_superseded,
        )
        known = shown.get(key)
        shown[key] = each if known is None else replace(known, claims=(*known.claims, *each.claims))
    return tuple(shown.values())


def _where(event: Event | None) -> str | None:
    if event is None or not event.places:
        return None
    return ", ".join(dict.fromkeys(place.name for place in event.places[:2]))
