"""Each story on its own: events are joined, and answers held against each other, within one story only.

Who is who, and which document came from which, is worked out for the whole ledger before; a story gets its share.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from accordingto.model.claim import Claim, Question
from accordingto.model.event import Event
from accordingto.model.findings import Alignment, Reading, Reconciliation
from accordingto.model.keys import make_id
from accordingto.model.story import Story
from accordingto.stages.align import align, find_homes
from accordingto.stages.reconcile import reconcile
from accordingto.stages.stories import Shares
from accordingto.text.places import Gazetteer


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
    shares: Shares

    def align(self, gazetteer: Gazetteer) -> Alignment:
        """The events and claims of every story, sorted by id; all of an outlet's reports say where it writes about."""
        homes = find_homes([reading for told in self.readings for reading in told], gazetteer)
        found = [align(each, self.shares.resolution(each), gazetteer, homes) for each in self.readings]
        return Alignment(
            events=tuple(sorted((event for each in found for event in each.events), key=lambda event: event.id)),
            claims=tuple(sorted((claim for each in found for claim in each.claims), key=lambda claim: claim.id)),
            issues=tuple(issue for each in found for issue in each.issues),
        )

    def reconcile(self, claims: Iterable[Claim], events: Sequence[Event]) -> Reconciliation:
        """The questions of every story, sorted by id; one that two stories ask of an actor is two questions."""
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
                lineage=self.shares.lineage(readings),
                events=[known[each] for each in sorted({c.subject.event or "" for c in part}) if each in known],
            )
            settled.extend(found.claims)
            asked.extend((self.stories[at], question) for question in found.questions)
        times = Counter(question.id for _, question in asked)
        questions = [_name_apart(story, each) if times[each.id] > 1 else each for story, each in asked]
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
