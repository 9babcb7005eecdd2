"""Whose a claim is in the end, counted as independent origins: the two-source rule.

Claims of one claimer, or of claimers on one side, are one origin however many outlets relay them; narration counts
once per line of provenance. Whether two lines are one is the lineage stage's finding, who belongs to whom is the
resolve stage's; here both are only read.
"""

from collections.abc import Sequence
from functools import cached_property

from accordingto.model.actor import Actor, ActorKind, Resolution
from accordingto.model.attribution import Attribution, Form
from accordingto.model.claim import ActorValue, Claim, ClaimStance
from accordingto.model.dates import DateRange
from accordingto.model.document import Document, Zone
from accordingto.model.event import Event
from accordingto.model.findings import Reading
from accordingto.model.lineage import Derivation, Lineage
from accordingto.stages.reconcile.corrected import Corrections
from accordingto.stages.reconcile.handed import Handed, find_cited, is_cited_after
from accordingto.stages.reconcile.nameless import find_origins

# A figure that a thousand reports give is compared with so many of them.
MOST = 60
# A chain of affiliations longer than this is a cycle or nonsense: member -> unit -> army -> government is three.
LONGEST_CHAIN = 8


class Provenance:
    """Answers 'whose is it' for every claim of a ledger."""

    def __init__(
        self, readings: Sequence[Reading], resolution: Resolution, lineage: Lineage, events: Sequence[Event] = ()
    ) -> None:
        self._attributions = {each.id: each for reading in readings for each in reading.attributions}
        self._documents = {reading.document.id: reading.document for reading in readings}
        self._actors = {actor.id: actor for actor in resolution.actors}
        self._claimers = resolution.claimers
        self._lines = name_lines(lineage, self._documents)
        credited = {line_of(each.outlet) for each in lineage.derivations if each.outlet is not None}
        self._outlets = frozenset(self._lines.values()) | credited
        self._taken: dict[str, list[Derivation]] = {}
        for each in lineage.derivations:
            if each.evidence is not None:
                self._taken.setdefault(each.document, []).append(each)
        self._own_origins: dict[str, str] = {}
        self._cited: dict[str, str] = {}
        self._chains: dict[str, list[str]] = {}
        self._via = resolution.via
        self._credited: dict[str, str] = {}
        self._handed = Handed(resolution.actors)
        self._corrections = Corrections(lineage, self._documents)
        self._days = {event.id: event.date for event in events}

    def document(self, claim: Claim) -> Document | None:
        """The document that a claim stands in."""
        attribution = self._attributions.get(claim.attribution)
        return None if attribution is None else self._documents.get(attribution.document)

    def attribution(self, claim: Claim) -> Attribution | None:
        """The attribution that a claim was read from."""
        return self._attributions.get(claim.attribution)

    def has_versions(self, claim: Claim) -> bool:
        """Whether an earlier version of the claim's page is here."""
        document = self.document(claim)
        return document is not None and self._corrections.is_revision(document.id)

    def has_changed(self, new: Claim, old: Claim) -> bool:
        """Whether a later version of a page has the new claim's words where an earlier one had the old one's."""
        later, earlier = self.document(new), self.document(old)
        if later is None or earlier is None:
            return False
        return self._corrections.has_changed((later.id, new.evidence), (earlier.id, old.evidence))

    def claimer(self, claim: Claim) -> Actor | None:
        """Who the claim belongs to; ``None`` in narration and for a sourceless 'reportedly'."""
        if self.is_narrated(claim):
            return None
        return self._actors.get(self._claimers.get(claim.attribution) or "")

    def is_nameless(self, claim: Claim) -> bool:
        """Whether the answer is somebody without a name: 'gunmen', 'the army' of whatever country."""
        actor = self._actors.get(claim.value.actor) if isinstance(claim.value, ActorValue) else None
        return actor is not None and actor.described

    def root(self, claim: Claim) -> Actor | None:
        """The side that the claim belongs to in the end."""
        claimer = self.claimer(claim)
        return None if claimer is None else self._actors[self._chain(claimer.id)[-1]]

    def steps(self, claim: Claim) -> int:
        """How far a claim is from the side whose it is: a ministry 1, its spokesman 2, a report that tells it most."""
        claimer = self.claimer(claim)
        return LONGEST_CHAIN + 1 if claimer is None else len(self._chain(claimer.id))

    def is_narrated(self, claim: Claim) -> bool:
        """Whether the document gives the claim in its own voice."""
        attribution = self._attributions.get(claim.attribution)
        return attribution is None or attribution.form is Form.NARRATION

    def is_from_outlet(self, claim: Claim) -> bool:
        """Whether it was said by an outlet, or by a document in its own voice."""
        claimer = self.claimer(claim)
        if claimer is None:
            return True
        return any(self._actors[each].kind is ActorKind.OUTLET for each in self._chain(claimer.id))

    def line(self, claim: Claim) -> str:
        """The line of provenance of the claim's document, as ``line:NAME``."""
        attribution = self._attributions.get(claim.attribution)
        return self._line_of("" if attribution is None else attribution.document)

    def _line_of(self, document: str) -> str:
        return self._lines.get(document, f"line:{document}")

    def origin(self, claim: Claim) -> str:
        """The origin that a claim counts for; equal strings are one origin."""
        return self._credited.get(claim.id) or self._uncredited(claim)

    def credit(self, claims: Sequence[Claim]) -> None:
        """Give claims of one question that only hand on another's figure the origin they have it from.

        'X said, citing Y' hands on Y's figure; an outlet that is quoted with what its own report gives to somebody
        hands on theirs; a headline hands on what the report below it says.
        """
        by_value: dict[str, list[Claim]] = {}
        for claim in claims:
            if claim.stance is ClaimStance.ASSERTS:  # who doubts or denies a figure gives it to nobody
                by_value.setdefault(repr((claim.attribute, claim.value)), []).append(claim)
        for alike in by_value.values():
            origins = {claim.id: self._uncredited(claim) for claim in alike}
            givers = list({origins[each.id]: each for each in reversed(alike)}.values())[:MOST]
            for claim in alike:
                sources = {origins[each.id] for each in (*givers, *alike[:MOST]) if self._hands_on(claim, each)}
                if sources and origins[claim.id] not in sources:
                    self._credited[claim.id] = min(sources)

    def _hands_on(self, claim: Claim, other: Claim) -> bool:
        """Whether a claim has its value from the other claim of the same value."""
        source = self.claimer(other)
        if source is None or other is claim:
            return False
        if source.id in self._via.get(claim.attribution, ()):
            return True
        mine, theirs = self.document(claim), self.document(other)
        if mine is None or theirs is None:
            return False
        if is_cited_after(self._cited_after(claim, mine), (source.name, *source.names)):
            return True
        if mine is theirs:
            return _is_headline(claim, mine) and not _is_headline(other, theirs)
        relay = self.claimer(claim)
        names = () if relay is None or relay.kind is not ActorKind.OUTLET else (relay.name, *relay.names)
        by_outlet = theirs.outlet is not None and line_of(theirs.outlet) in {line_of(name) for name in names}
        return by_outlet and source.kind is not ActorKind.OUTLET

    def _cited_after(self, claim: Claim, document: Document) -> str:
        known = self._cited.get(claim.id)
        if known is None:
            known = self._cited[claim.id] = find_cited(claim, document)
        return known

    def _uncredited(self, claim: Claim) -> str:
        """The origin that a claim counts for by its own words; looked up once, for claims are compared in pairs."""
        known = self._own_origins.get(claim.id)
        if known is None:
            known = self._own_origins[claim.id] = self._find_origin(claim)
        return known

    def _find_origin(self, claim: Claim) -> str:
        claimer = self.claimer(claim) or self._giver(claim)
        if claimer is None:
            return self._taken_from(claim) or self.line(claim)
        root = self._actors[self._chain(claimer.id)[-1]]
        if root.kind is ActorKind.OUTLET:
            lines = sorted({line_of(name) for name in (root.name, *root.names)})
            return next((each for each in lines if each in self._outlets), line_of(root.name))
        if root.described:
            # A copy of the document describes the same nameless people; they must not count twice.
            line = self.line(claim)
            return self._nameless.get((line, root.name)) or f"{line}:{root.name.casefold()}"
        return f"side:{root.id}"

    def _giver(self, claim: Claim) -> Actor | None:
        """Whose figure a narrated sentence tells: 'Vardany raised the number of dead to 14'."""
        document = self.document(claim) if self.is_narrated(claim) else None
        return None if document is None else self._actors.get(self._handed.giver(claim, document) or "")

    def _taken_from(self, claim: Claim) -> str | None:
        """The line that a narrated passage was taken over from, where the rest of its document was not."""
        document = self.document(claim)
        for each in () if document is None else self._taken.get(document.id, ()):
            if each.evidence is not None and each.evidence.contains(claim.evidence):
                if each.source is not None and each.source in self._lines:
                    return self._lines[each.source]
                return None if each.outlet is None else line_of(each.outlet)
        return None

    def related(self, left: str, right: str) -> bool:
        """Whether two actors are one, or one belongs to the other."""
        return left == right or left in self._ancestors(right) or right in self._ancestors(left)

    def are_one_side(self, left: str, right: str) -> bool:
        """Whether two actors are related, or bodies of one state: its army and its ministry; two ministers are two."""
        if self.related(left, right):
            return True
        bodies = all(each in self._actors and self._actors[each].kind is not ActorKind.PERSON for each in (left, right))
        shared = self._ancestors(left) & self._ancestors(right) if bodies else set()
        return any(self._actors[each].kind is ActorKind.GOVERNMENT for each in shared if each in self._actors)

    def as_of(self, claim: Claim) -> DateRange | None:
        """Until when the claim counts: as its words say, else the day its document was published."""
        if claim.scope.as_of is not None:
            return claim.scope.as_of
        document = self.document(claim)
        return None if document is None or document.published is None else document.published.date

    def days(self, claim: Claim) -> DateRange | None:
        """When the event that a claim is about took place, where that is known."""
        return self._days.get(claim.subject.event or "")

    def who_says(self, claim: Claim) -> str:
        """The claimer's name for a sentence about the claim."""
        claimer = self.claimer(claim)
        if claimer is not None:
            return claimer.name
        document = self.document(claim)
        outlet = "a report" if document is None or document.outlet is None else document.outlet
        return outlet if self.is_narrated(claim) else f"somebody unnamed in {outlet}"

    @cached_property
    def _nameless(self) -> dict[tuple[str, str], str]:
        """What counts as the origin of the nameless claimers, by the line of the document and what it calls them."""
        called = []
        for attribution in self._attributions.values():
            claimer = self._actors.get(self._claimers.get(attribution.id) or "")
            root = None if claimer is None else self._actors[self._chain(claimer.id)[-1]]
            if root is not None and root.described:
                called.append((self._line_of(attribution.document), root.name))
        return find_origins(called)

    @cached_property
    def names(self) -> dict[str, str]:
        """Actor id -> name."""
        return {actor.id: actor.name for actor in self._actors.values()}

    def _chain(self, actor: str) -> list[str]:
        """The actor, whom it belongs to, and so on up to the side: of several affiliations the first decides."""
        known = self._chains.get(actor)
        return self._chains.setdefault(actor, self._climb(actor)) if known is None else known

    def _climb(self, actor: str) -> list[str]:
        chain = [actor]
        while len(chain) < LONGEST_CHAIN:
            above = [a.actor for a in self._actors[chain[-1]].affiliations if a.actor in self._actors]
            if not above or above[0] in chain:
                break
            chain.append(above[0])
        return chain

    def _ancestors(self, actor: str) -> set[str]:
        found, todo = set[str](), [actor]
        while todo:
            at = todo.pop()
            above = {a.actor for a in self._actors[at].affiliations} if at in self._actors else set()
            todo.extend(sorted(above - found))
            found |= above
        return found


def _is_headline(claim: Claim, document: Document) -> bool:
    return document.zone_at(claim.evidence.start) is Zone.TITLE or "\n" not in document.text[: claim.evidence.end]


def line_of(name: str) -> str:
    """The line of an outlet, the same for 'The Harbour Wire' and 'Harbour Wire'."""
    words = name.casefold().split()
    return "line:" + " ".join(words[1:] if words[:1] == ["the"] else words)


def name_lines(lineage: Lineage, documents: dict[str, Document]) -> dict[str, str]:
    """Document id -> line. An outlet is not independent of itself, so lines of one outlet are one."""
    lines: dict[str, str] = {}
    for origin in lineage.origins:
        known = [documents[each].outlet for each in origin.documents if each in documents]
        outlet = origin.outlet or (known[0] if len(origin.documents) == 1 and known else None)
        lines |= dict.fromkeys(origin.documents, f"line:{origin.id}" if outlet is None else line_of(outlet))
    return lines
