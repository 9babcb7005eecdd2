"""What the data sets ask of an event: who reports it, where and when it was, who took part."""

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.lexicon import load_table
from accordingto.model.actor import ActorKind
from accordingto.model.attribution import Attribution, Form
from accordingto.model.claim import Status
from accordingto.model.document import Document
from accordingto.model.event import Event, Place
from accordingto.model.findings import Findings
from accordingto.query.figures import Tallies
from accordingto.query.sides import Sides
from accordingto.text.places import fold_name

# Words of names that mark a place wider than a town.
REGIONS = frozenset({"region", "province", "state", "oblast", "governorate", "prefecture", "territory", "department"})
NEAR = ("near ", "outside ", "close to ", "outskirts of ")
DISTRICTS = frozenset({"district", "county", "municipality", "raion", "subdistrict"})
PRECISION_TOWN, PRECISION_NEAR, PRECISION_DISTRICT, PRECISION_REGION, PRECISION_COUNTRY = 1, 2, 3, 4, 6


@dataclass(frozen=True, slots=True)
class Facts:
    """An event and what is known around it.

    Attributes:
        event: the event.
        documents: those that speak of it, by date and path.
        tellers: names of those who told the outlets of it, as claims about it have them.
        sides: who fought whom.
        place: the best supported one.
        words: its label and the words that name it, in small letters.
        is_near: most of its mentions that name the place say 'near' it.
        disputes: why its contested questions are contested.
    """

    event: Event
    documents: tuple[Document, ...]
    tellers: tuple[str, ...]
    sides: Sides
    place: Place | None
    words: str
    is_near: bool
    disputes: tuple[str, ...]


class Events:
    """The events of a ledger, each with its facts and totals."""

    def __init__(self, findings: Findings) -> None:
        self.tallies = Tallies(findings)
        self._findings = findings
        self._documents = {reading.document.id: reading.document for reading in findings.readings}
        self._lines = {line.id: line for reading in findings.readings for line in reading.attributions}
        self._told: dict[str, list[Attribution]] = {}
        for claim in findings.claims:
            if claim.subject.event is not None and claim.attribution in self._lines:
                self._told.setdefault(claim.subject.event, []).append(self._lines[claim.attribution])
        self._disputes: dict[str, list[str]] = {}
        for question in findings.questions:
            if question.subject.event is not None and question.status is Status.CONTESTED and question.reason:
                self._disputes.setdefault(question.subject.event, []).append(question.reason)

    def facts(self) -> list[Facts]:
        """Every event, the dated ones first, by date."""
        found = [self._facts(event) for event in self._findings.events]
        return sorted(found, key=lambda each: (_when(each.event), each.event.id))

    def _facts(self, event: Event) -> Facts:
        lines = self._told.get(event.id, [])
        ids = {mention.document for mention in event.mentions} | {line.document for line in lines}
        documents = [self._documents[each] for each in ids if each in self._documents]
        told = {self._findings.resolution.claimers.get(each.id) for each in lines if each.form is not Form.NARRATION}
        actors = [actor for actor in (self.tallies.cast.actors.get(each or "") for each in told) if actor is not None]
        triggers = [
            self._documents[m.document].quote(m.trigger) for m in event.mentions if m.document in self._documents
        ]
        return Facts(
            event=event,
            documents=tuple(sorted(documents, key=lambda each: (_published(each), each.uri, each.id))),
            tellers=tuple(sorted({actor.name for actor in actors if actor.kind is not ActorKind.OUTLET})),
            sides=self.tallies.cast.find_sides(event),
            place=event.places[0] if event.places else None,
            words=" ".join(" ".join([event.label, *triggers]).lower().split()),
            is_near=self._is_near(event),
            disputes=tuple(self._disputes.get(event.id, ())),
        )

    def _is_near(self, event: Event) -> bool:
        name = event.places[0].name.lower() if event.places else ""
        clauses = [self._documents[m.document].quote(m.span) for m in event.mentions if m.document in self._documents]
        before = [clause.lower().partition(name)[0] for clause in clauses if name and name in clause.lower()]
        return 2 * sum(each.endswith(NEAR) for each in before) > len(before)


def _when(event: Event) -> tuple[str, str]:
    """After every date: an event without one comes last."""
    return ("9999", "") if event.date is None else (event.date.start.isoformat(), event.date.end.isoformat())


def _published(document: Document) -> str:
    return "9999" if document.published is None else document.published.date.start.isoformat()


def name_outlets(documents: Sequence[Document]) -> list[str]:
    """Who published each, or its file where that is unknown."""
    return [document.outlet or document.uri for document in documents]


def name_country(place: Place | None) -> str | None:
    """The country's short name."""
    if place is None or place.country is None:
        return None
    row = load_table("en", "countries").get(place.country)
    return None if row is None else str(row["name"])


def find_precision(place: Place, *, is_near: bool = False) -> int | None:
    """UCDP's where_prec as far as words and gazetteer tell: 1 town, 2 near one, 3 district, 4 province, 6 country."""
    if place.latitude is None or place.longitude is None:
        return None
    words = set(fold_name(place.name).split())
    if words & REGIONS or (place.region is not None and fold_name(place.region) == fold_name(place.name)):
        return PRECISION_REGION
    if words & DISTRICTS:
        return PRECISION_DISTRICT
    if place.region is None:
        return PRECISION_COUNTRY
    return PRECISION_NEAR if is_near else PRECISION_TOWN


def has_word(words: str, wanted: Sequence[str]) -> bool:
    """Whether one of some words or phrases stands in a text as a whole word."""
    padded = " " + "".join(char if char.isalnum() else " " for char in words) + " "
    padded = " " + " ".join(padded.split()) + " "
    return any(f" {each} " in padded for each in wanted)
