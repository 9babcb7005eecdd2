"""A part of a ledger: some lines with what a reader needs to understand them, read without reading the rest.

A page about one question of a hundred thousand documents needs the few hundred lines that the question rests on. They
come as ``Findings``, so that whatever is asked of a whole ledger can be asked of a part.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, select

from accordingto.model.actor import Actor, Affiliation, Mention, Resolution
from accordingto.model.attribution import Attribution, Variant
from accordingto.model.claim import Claim, Question
from accordingto.model.document import Document, Segment, Span
from accordingto.model.event import Event, EventMention, Participant, Place
from accordingto.model.findings import Findings, Reading
from accordingto.model.lineage import Derivation, Lineage, Origin
from accordingto.store import tables
from accordingto.store.columns import Row, take_span
from accordingto.store.load import (
    take_actor,
    take_affiliation,
    take_attribution,
    take_derivation,
    take_document,
    take_mention,
    take_reference,
    take_segment,
    take_variant,
)
from accordingto.store.load_events import take_claim, take_event, take_event_mention, take_place, take_questions
from accordingto.store.packed_parse import empty_parse
from accordingto.store.rows import MOST_VALUES, read_in

_REPLACING = (
    select(tables.claim_supersedes.c.claim)
    .distinct()
    .where(tables.claim_supersedes.c.superseded.in_(bindparam("some", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Ids of the lines that are asked for.

    Attributes:
        questions, claims, attributions, documents, events, actors: ids.
        is_whole: the documents come with all of their attributions and segments.
        has_mentions: actors and events come with every place that names them.
    """

    questions: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    attributions: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    is_whole: bool = False
    has_mentions: bool = False


def load_part(connection: Connection, wanted: Wanted) -> Findings:
    """The lines that are asked for, and those that they point at."""
    return _Gathering(connection, wanted).gather()


class _Gathering:
    """Reads table by table, each time what the lines read so far point at."""

    def __init__(self, connection: Connection, wanted: Wanted) -> None:
        self.connection = connection
        self.wanted = wanted
        self.claimers: dict[str, str | None] = {}
        self.positions: dict[str, int] = {}
        self.via: dict[str, tuple[str, ...]] = {}

    def gather(self) -> Findings:
        questions = self._questions()
        claims = self._claims(questions)
        attributions = self._attributions([*self.wanted.attributions, *(claim.attribution for claim in claims)])
        if self.wanted.is_whole:
            attributions |= self._attributions_of(self.wanted.documents)
        variants = self._variants(attributions)
        missing = {each for pair in variants for each in (pair.attribution, pair.other)} - set(attributions)
        attributions |= self._attributions(missing)
        at = [*self.wanted.documents, *(each.document for each in attributions.values())]
        derivations = self._derivations(at)
        documents = self._documents([*at, *(each.source for each in derivations)])
        self._read_via(attributions)
        subjects = [*(each.subject for each in questions), *(each.subject for each in claims)]
        events = self._events([*self.wanted.events, *(each.event for each in subjects)])
        actors = self._actors(self._mentioned_actors(questions, claims, events))
        lines: defaultdict[str, list[Attribution]] = defaultdict(list)
        for each in sorted(attributions.values(), key=lambda line: self.positions[line.id]):
            lines[each.document].append(each)
        return Findings(
            readings=tuple(
                Reading(document, empty_parse(document, ""), tuple(lines[document.id]), "") for document in documents
            ),
            lineage=Lineage(tuple(derivations), self._origins(documents)),
            resolution=Resolution(actors, (), self.claimers, self.via),
            events=events,
            claims=claims,
            questions=questions,
            variants=tuple(variants),
        )

    def _rows(self, table: Table, column: str, values: Iterable[str | None]) -> list[Row]:
        return read_in(self.connection, table, column, values)

    def _questions(self) -> tuple[Question, ...]:
        ids = self.wanted.questions
        return take_questions(
            self._rows(tables.questions, "id", ids),
            self._rows(tables.answers, "question", ids),
            self._rows(tables.answer_claims, "question", ids),
        )

    def _claims(self, questions: Sequence[Question]) -> tuple[Claim, ...]:
        """The claims, and those of other questions that replace one of them."""
        ids = {*self.wanted.claims, *(each for q in questions for answer in q.answers for each in answer.claims)}
        ids |= set(self._replacing(sorted(ids)))
        earlier: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._rows(tables.claim_supersedes, "claim", ids):
            earlier[row["claim"]].append(row["superseded"])
        return tuple(take_claim(row, earlier[row["id"]]) for row in self._rows(tables.claims, "id", ids))

    def _replacing(self, claims: Sequence[str]) -> Iterator[str]:
        """The claims that replace some of these, each once: what is told a hundred times is replaced as often."""
        for start in range(0, len(claims), MOST_VALUES):
            yield from self.connection.execute(_REPLACING, {"some": claims[start : start + MOST_VALUES]}).scalars()

    def _attributions(self, ids: Iterable[str]) -> dict[str, Attribution]:
        return self._make_attributions(self._rows(tables.attributions, "id", ids))

    def _attributions_of(self, documents: Iterable[str]) -> dict[str, Attribution]:
        return self._make_attributions(self._rows(tables.attributions, "document", documents))

    def _make_attributions(self, rows: Sequence[Row]) -> dict[str, Attribution]:
        spans: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
        for row in self._rows(tables.attribution_spans, "attribution", (row["id"] for row in rows)):
            spans[row["attribution"], row["part"]].append(take_span(row))
        self.claimers |= {row["id"]: row["claimer"] for row in rows if row["claimer_settled"]}
        self.positions |= {row["id"]: row["position"] for row in rows}
        return {row["id"]: take_attribution(row, spans) for row in rows}

    def _variants(self, attributions: Iterable[str]) -> list[Variant]:
        ids = list(attributions)
        rows = [
            *self._rows(tables.variants, "attribution", ids),
            *self._rows(tables.variants, "other", ids),
        ]
        return [take_variant(row) for row in {(row["attribution"], row["position"]): row for row in rows}.values()]

    def _read_via(self, attributions: Iterable[str]) -> None:
        chains: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._rows(tables.attribution_via, "attribution", attributions):
            chains[row["attribution"]].append(row["relay"])
        self.via |= {attribution: tuple(chain) for attribution, chain in chains.items()}

    def _documents(self, ids: Iterable[str | None]) -> list[Document]:
        segments: defaultdict[str, list[Segment]] = defaultdict(list)
        if self.wanted.is_whole:
            for row in self._rows(tables.segments, "document", self.wanted.documents):
                segments[row["document"]].append(take_segment(row))
        return [take_document(row, segments[row["id"]]) for row in self._rows(tables.documents, "id", ids)]

    def _derivations(self, documents: Iterable[str]) -> list[Derivation]:
        return [take_derivation(row) for row in self._rows(tables.derivations, "document", documents)]

    def _origins(self, documents: Sequence[Document]) -> tuple[Origin, ...]:
        """The origins of the documents, with all of theirs."""
        met = self._rows(tables.origin_documents, "document", (each.id for each in documents))
        ids = {row["origin"] for row in met}
        held: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._rows(tables.origin_documents, "origin", ids):
            held[row["origin"]].append(row["document"])
        return tuple(
            Origin(row["id"], tuple(held[row["id"]]), row["outlet"]) for row in self._rows(tables.origins, "id", ids)
        )

    def _events(self, ids: Iterable[str | None]) -> tuple[Event, ...]:
        rows = self._rows(tables.events, "id", ids)
        found = [row["id"] for row in rows]
        places: defaultdict[str, list[Place]] = defaultdict(list)
        for row in self._rows(tables.places, "event", found):
            places[row["event"]].append(take_place(row))
        parts: defaultdict[str, list[Participant]] = defaultdict(list)
        for row in self._rows(tables.participants, "event", found):
            parts[row["event"]].append(Participant(row["actor"], row["role"]))
        mentions: defaultdict[str, list[EventMention]] = defaultdict(list)
        if self.wanted.has_mentions:
            for row in self._rows(tables.event_mentions, "event", found):
                mentions[row["event"]].append(take_event_mention(row))
        return tuple(take_event(row, places[row["id"]], parts[row["id"]], mentions[row["id"]]) for row in rows)

    def _mentioned_actors(
        self, questions: Sequence[Question], claims: Sequence[Claim], events: Sequence[Event]
    ) -> set[str]:
        """Who is asked for, speaks, relays, is spoken of or took part."""
        values = [*(each.value for each in claims), *(answer.value for q in questions for answer in q.answers)]
        ids: set[str | None] = {*self.wanted.actors, *self.claimers.values()}
        ids |= {relay for chain in self.via.values() for relay in chain}
        ids |= {getattr(value, "actor", None) for value in values}
        ids |= {*(each.subject.actor for each in questions), *(each.subject.actor for each in claims)}
        ids |= {part.actor for event in events for part in event.participants}
        return {each for each in ids if each is not None}

    def _actors(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """The actors, and those whom they belong to up to the last."""
        sides: defaultdict[str, list[Affiliation]] = defaultdict(list)
        every, latest = set(ids), set(ids)
        while latest:
            for row in self._rows(tables.affiliations, "actor", latest):
                sides[row["actor"]].append(take_affiliation(row))
            latest = {each.actor for one in latest for each in sides[one]} - every
            every |= latest
        names: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._rows(tables.actor_names, "actor", every):
            names[row["actor"]].append(row["name"])
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        if self.wanted.has_mentions:
            for row in self._rows(tables.mentions, "actor", self.wanted.actors):
                mentions[row["actor"]].append(take_mention(row))
        linked = {
            row["actor"]: take_reference(row)
            for row in self._rows(tables.actor_references, "actor", self.wanted.actors)
        }
        return tuple(
            take_actor(row, names[row["id"]], sides[row["id"]], mentions[row["id"]], linked.get(row["id"]))
            for row in self._rows(tables.actors, "id", every)
        )
