"""A small invented world for the reconcile tests: documents, claimers and claims built by hand."""

from datetime import date

from accordingto.model.actor import Actor, ActorKind, Affiliation, Resolution
from accordingto.model.attribution import Attribution, Form, Stance, with_id
from accordingto.model.claim import ActorValue, Claim, ClaimStance, NumberValue, Scope, Subject, TextValue
from accordingto.model.dates import DateRange
from accordingto.model.document import Span
from accordingto.model.event import Event, EventKind
from accordingto.model.findings import Reading
from accordingto.model.keys import make_id
from accordingto.model.lineage import Lineage, Origin
from accordingto.model.parse import Parse
from accordingto.model.trace import Trace
from accordingto.stages.reconcile import reconcile
from tests.factory import make_document

RAID = Subject(event="event-raid")


class World:
    """Collects documents, actors and claims, then reconciles them."""

    def __init__(self):
        self.documents, self.attributions, self.actors, self.claims = {}, {}, {}, []
        self.claimers, self.copies = {}, {}
        self.day_of_raid = None

    def document(self, outlet, text="Nothing. " * 40, *, day=None, copy_of=None):
        """One document by an outlet; ``copy_of`` puts it on another's line of provenance."""
        made = make_document(text, f"{outlet}-{len(self.documents)}.txt", outlet=outlet, published=day)
        self.documents[made.id] = made
        self.copies[made.id] = made.id if copy_of is None else self.copies[copy_of.id]
        return made

    def actor(self, name, *, of=None, kind=ActorKind.GROUP, described=False):
        """One actor, perhaps belonging to another."""
        tie = () if of is None else (Affiliation(of.id, None, None, "test"),)
        made = Actor(make_id("actor", name, len(self.actors)), name, kind, (name,), tie, (), described)
        self.actors[made.id] = made
        return made

    def claim(self, document, value, *, by=None, stance="asserts", attribute="killed", at=None, **scope):
        """One claim in a document, narrated unless it is ``by`` somebody."""
        number = len(self.claims)
        span = Span(number, number + 3) if at is None else at
        form = Form.NARRATION if by is None else Form.INDIRECT
        att = with_id(Attribution("", document.id, (), (), (span,), form, Stance.ASSERTS))
        self.attributions.setdefault(document.id, []).append(att)
        self.claimers[att.id] = None if by is None else by.id
        typed = _typed(value)
        key = make_id("claim", att.id, number)
        made = Claim(key, att.id, span, RAID, attribute, typed, Scope(**scope), ClaimStance(stance), (), Trace("t.v1"))
        self.claims.append(made)
        return made

    def claim_document(self, claim):
        """The id of the document that a claim stands in."""
        return next(d for d, found in self.attributions.items() if any(a.id == claim.attribution for a in found))

    def repeat(self, claim, document):
        """The same claim by the same claimer in another document."""
        by = self.actors.get(self.claimers[claim.attribution])
        value = (claim.value.low, claim.value.high)
        return self.claim(document, value, by=by, stance=claim.stance, at=claim.evidence, who=claim.scope.who)

    def reconcile(self, order=None):
        """The reconciliation of everything, the claims perhaps in another order."""
        readings = [
            Reading(d, Parse(d.id, (), (), (), "none"), tuple(self.attributions.get(d.id, ())), "test")
            for d in self.documents.values()
        ]
        actors = tuple(sorted(self.actors.values(), key=lambda actor: actor.id))
        resolution = Resolution(actors, (), dict(self.claimers), {})
        roots = sorted(set(self.copies.values()))
        origins = tuple(
            Origin(f"origin-{root}", tuple(sorted(d for d, r in self.copies.items() if r == root)), None)
            for root in roots
        )
        return reconcile(
            self.claims if order is None else order,
            readings,
            resolution=resolution,
            lineage=Lineage((), origins),
            events=self._events(),
        )

    def _events(self):
        """The raid, where a test says when it was."""
        if self.day_of_raid is None or RAID.event is None:
            return ()
        day = DateRange(self.day_of_raid, self.day_of_raid)
        return (Event(RAID.event, EventKind.ASSAULT, "raid", day, (), (), (), Trace("t.v1")),)

    def question(self, attribute="killed"):
        """The one question of an attribute."""
        (found,) = [q for q in self.reconcile().questions if q.attribute == attribute]
        return found


def _typed(value):
    if isinstance(value, Actor):
        return ActorValue(value.id)
    return TextValue(value) if isinstance(value, str) else NumberValue(*value)


def days(day, month=5):
    """A day of one year."""
    return date(2031, month, day)
