"""Each story on its own: events are joined, and answers held against each other, within one story only.

Who is who, and which document came from which, is worked out for the whole ledger before; a story gets its share.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from accordingto.model.actor import Resolution
from accordingto.model.claim import Claim, Question
from accordingto.model.document import DateBasis, Published
from accordingto.model.event import Event
from accordingto.model.findings import Alignment, Reading, Reconciliation
from accordingto.model.keys import make_id
from accordingto.model.lineage import Lineage
from accordingto.model.story import Story
from accordingto.stages.align import align, find_homes
from accordingto.stages.reconcile import reconcile
from accordingto.text.dates import infer_published
from accordingto.text.places import Candidate, Gazetteer, Home


class Known(Protocol):
    """Hands out what concerns some documents of one story."""

    def resolution(self, readings: Sequence[Reading], /) -> Resolution:
        """Who is who in them."""
        ...

    def lineage(self, documents: Iterable[str], /) -> Lineage:
        """Where they came from."""
        ...


@dataclass(frozen=True, slots=True)
class Apart:
    """The stories of a ledger with the readings of each.

    Attributes:
        stories: in the order of ``readings``.
        readings: of each story, a document that nothing dates dated by the others of its story.
        shares: hands out what concerns a story of who is who and where documents came from.
    """

    stories: tuple[Story, ...]
    readings: tuple[tuple[Reading, ...], ...]
    shares: Known

    def align(
        self,
        gazetteer: Gazetteer,
        homes: Mapping[str | None, Home] | None = None,
        sure: Mapping[str, tuple[Candidate, ...]] | None = None,
    ) -> Alignment:
        """The events and claims of every story, sorted by id.

        Args:
            gazetteer: where places lie.
            homes: where each outlet writes about, where more of its reports are known than these.
            sure: what ``pick_sure`` makes of the places that each document names, where these are known.
        """
        if homes is None:
            homes = find_homes([reading for told in self.readings for reading in told], gazetteer)
        found = [align(each, self.shares.resolution(each), gazetteer, homes, sure) for each in self.readings]
        return Alignment(
            events=tuple(sorted((event for each in found for event in each.events), key=lambda event: event.id)),
            claims=tuple(sorted((claim for each in found for claim in each.claims), key=lambda claim: claim.id)),
            issues=tuple(issue for each in found for issue in each.issues),
        )

    def reconcile(self, claims: Iterable[Claim], events: Sequence[Event]) -> Reconciliation:
        """The questions of every story, sorted by id; one about an actor is each story's own."""
        parts = self._part(claims, events)
        known = {event.id: event for event in events}
        asked: list[tuple[Story, Question]] = []
        settled: list[Claim] = []
        for at, part in sorted(parts.items()):
            readings = self._readings_of(part, at)
            found = reconcile(
                part,
                readings,
                resolution=self.shares.resolution(readings),
                lineage=self.shares.lineage(each.document.id for each in readings),
                events=[known[each] for each in sorted({c.subject.event or "" for c in part}) if each in known],
            )
            settled.extend(found.claims)
            asked.extend((self.stories[at], question) for question in found.questions)
        questions = [each if each.subject.actor is None else _name_apart(story, each) for story, each in asked]
        return Reconciliation(
            tuple(sorted(settled, key=lambda claim: claim.id)),
            tuple(sorted(questions, key=lambda question: question.id)),
        )

    def _part(self, claims: Iterable[Claim], events: Sequence[Event]) -> dict[int, list[Claim]]:
        """Claims by story: that of their event's first mention, else that of their own document."""
        at = {document: number for number, story in enumerate(self.stories) for document in story.documents}
        homes = {event.id: at.get(event.mentions[0].document, 0) for event in events if event.mentions}
        documents = {line.id: at[r.document.id] for told in self.readings for r in told for line in r.attributions}
        parts: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            home = homes.get(claim.subject.event or "")
            parts[documents.get(claim.attribution, 0) if home is None else home].append(claim)
        return parts

    def _readings_of(self, claims: Iterable[Claim], at: int) -> list[Reading]:
        """A story's readings, and those of other stories whose event a person has joined with one of this."""
        here = {line.id for reading in self.readings[at] for line in reading.attributions}
        strange = {claim.attribution for claim in claims} - here
        others = (reading for told in self.readings for reading in told) if strange else ()
        joined = [each for each in others if not strange.isdisjoint(line.id for line in each.attributions)]
        return sorted((*self.readings[at], *joined), key=lambda reading: reading.document.id)


def _name_apart(story: Story, question: Question) -> Question:
    return replace(question, id=make_id("question", question.id, story.id))


def by_story(readings: Sequence[Reading], stories: Sequence[Story]) -> tuple[tuple[Reading, ...], ...]:
    """The readings of each story, with days to count from."""
    known = {reading.document.id: reading for reading in readings}
    return tuple(tuple(with_days([known[each] for each in story.documents])) for story in stories)


def with_days(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with a day to count from: a document that no words date is dated by the others of its story.

    Only 'on Tuesday' and its like are read by it; the ledger keeps such a document without a date.
    """
    known = [each.document.published.date for each in readings if each.document.published is not None]
    days = infer_published("", known)
    if days is None:
        return list(readings)
    guessed = Published(days, DateBasis.INFERRED)
    return [
        each if each.document.published else replace(each, document=replace(each.document, published=guessed))
        for each in readings
    ]
