"""A ledger that lives as long as the program: for tests, and for those who call the stages from Python."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar

from accordingto.model.actor import Actor, Judgement, Resolution
from accordingto.model.attribution import Form
from accordingto.model.claim import Claim, Question, Status
from accordingto.model.custody import Capture
from accordingto.model.document import Document
from accordingto.model.event import Event
from accordingto.model.findings import Findings, Overruled, Reading
from accordingto.model.lineage import Lineage
from accordingto.model.memo import Memo
from accordingto.model.reference import ReferenceEntity
from accordingto.model.review import Review
from accordingto.model.story import Story
from accordingto.store.base import NOTHING as UNTOUCHED
from accordingto.store.base import Deciding, Untouched, View, Writer
from accordingto.store.packed_parse import empty_parse
from accordingto.store.packed_reading import Held, open_reading
from accordingto.store.sound import keep_sound

Line = TypeVar("Line", Event, Claim, Question)

NOTHING = Findings((), Lineage((), ()), Resolution((), (), {}, {}), (), (), ())


@dataclass(slots=True)
class MemoryView:
    """Findings, persons' judgements and reference data, held in a few variables.

    Attributes:
        kept: what was found.
        persons, known, said, changes, got: judgements, entities, reviews, how often it was changed, and captures.
        memos: what comparing worked out, by kind and name, with its digest.
        behind: the ledger that this is a draft of, until something is saved: it has the grammar, and memos of its own.
    """

    kept: Findings = NOTHING
    persons: tuple[Judgement, ...] = ()
    known: tuple[ReferenceEntity, ...] = ()
    said: tuple[Review, ...] = ()
    changes: int = 0
    got: tuple[Capture, ...] = ()
    memos: Mapping[Memo, Mapping[str, tuple[str, bytes]]] = field(default_factory=dict)
    behind: View | None = None

    def findings(self) -> Findings:
        """Everything that was found, without the grammar."""
        bare = tuple(replace(each, parse=empty_parse(each.document, each.parse.model)) for each in self.kept.readings)
        return replace(self.kept, readings=bare)

    def readings(self) -> tuple[Reading, ...]:
        """What each document says, with its grammar."""
        return self.kept.readings

    def register(self) -> Iterator[tuple[Document, str]]:
        """Every document with the rules that it was read by."""
        return ((reading.document, reading.rules) for reading in self.kept.readings)

    def held(self, ids: Sequence[str]) -> tuple[Held, ...]:
        """The readings of some documents."""
        if self.behind is not None:
            return tuple(self.behind.held(ids))
        known = {reading.document.id: reading for reading in self.kept.readings}
        return tuple(known[each] for each in ids)

    def stories(self) -> tuple[Story, ...]:
        """The stories that its documents tell."""
        return self.kept.stories

    def with_grammar(self, readings: Iterable[Reading]) -> tuple[Reading, ...]:
        """Some of the readings with their grammar."""
        wanted = {reading.document.id for reading in readings}
        return tuple(each for each in self.kept.readings if each.document.id in wanted)

    def reviews(self, after: int = 0) -> tuple[Review, ...]:
        """Persons' reviews."""
        return self.said[after:]

    def slice_of(self, documents: Iterable[str]) -> Findings:
        """Everything."""
        del documents
        return self.findings()

    def homes_of(self, lines: Iterable[str]) -> set[str]:
        """Every document."""
        del lines
        return {reading.document.id for reading in self.kept.readings}

    def documents_of(self, ids: Iterable[str]) -> tuple[Document, ...]:
        """Some documents."""
        wanted = set(ids)
        return tuple(each.document for each in self.kept.readings if each.document.id in wanted)

    def actors_of(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """Some actors."""
        wanted = set(ids)
        return tuple(each for each in self.kept.resolution.actors if each.id in wanted)

    def questions_of(self, ids: Iterable[str]) -> Findings:
        """Everything, with these questions."""
        wanted = set(ids)
        return replace(self.kept, questions=tuple(each for each in self.kept.questions if each.id in wanted))

    def deciding(self, status: Status) -> Iterator[Deciding]:
        """The claims that decide how the questions of a status stand."""
        claims = {claim.id: claim for claim in self.kept.claims}
        lines = {line.id: line for reading in self.kept.readings for line in reading.attributions}
        for question in self.kept.questions:
            if question.status is status:
                given = [each for answer in question.answers for each in answer.claims]
                for claim in (claims[each] for each in question.trace.inputs or given if each in claims):
                    line = lines[claim.attribution]
                    narrated = line.form is Form.NARRATION
                    rule, derived = claim.trace.rule, bool(claim.trace.inputs)
                    yield Deciding(question.id, rule, line.score, line.hedged, narrated, derived)

    def count_questions(self, status: Status) -> int:
        """How many questions have a status."""
        return sum(question.status is status for question in self.kept.questions)

    def whole_lineage(self) -> tuple[Lineage, tuple[Document, ...]]:
        """Where all documents came from, and the documents."""
        return self.kept.lineage, tuple(reading.document for reading in self.kept.readings)

    def revision(self) -> int:
        """How often it was changed."""
        return self.changes

    def judgements(self) -> tuple[Judgement, ...]:
        """Persons' judgements."""
        return self.persons

    def captures(self) -> tuple[Capture, ...]:
        """How the bytes of the documents were got."""
        return self.got

    def entities(self) -> tuple[ReferenceEntity, ...]:
        """Entities of reference data."""
        return self.known

    def has(self, kind: Memo) -> bool:
        """Whether anything of a kind is kept."""
        return bool(self.memos.get(kind)) or (self.behind is not None and self.behind.has(kind))

    def recall(self, kind: Memo, digests: Mapping[str, str]) -> Mapping[str, bytes]:
        """What comparing worked out, where it still holds."""
        known = self.memos.get(kind, {})
        found = {name: known[name][1] for name, digest in digests.items() if known.get(name, ("",))[0] == digest}
        return found if self.behind is None else {**self.behind.recall(kind, digests), **found}

    def remember(self, kind: Memo, made: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep what comparing worked out."""
        fresh = {name: (digest, packed) for name, digest, packed in made}
        self.memos = {**self.memos, kind: {**self.memos.get(kind, {}), **fresh}}

    def save(self, findings: Findings, held: Iterable[Held] | None = None, untouched: Untouched = UNTOUCHED) -> None:
        """Replace what was found."""
        given = findings.readings if held is None else tuple(open_reading(each) for each in held)
        standing = (each for each in self.kept.readings if each.document.id in untouched.lines)
        readings = tuple(sorted((*standing, *given), key=lambda each: each.document.id))
        whole = with_untouched(findings, self.kept, untouched.stories)
        self.kept = keep_sound(replace(whole, readings=readings))
        told = {story.id for story in findings.stories if untouched.stories.issuperset(story.documents)}
        stand = {name: each for name, each in self.memos.get(Memo.STORY, {}).items() if name in told}
        self.memos = {**self.memos, Memo.STORY: stand}
        self.behind = None
        self.changes += 1

    def add_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Append persons' judgements."""
        self.persons += tuple(judgements)
        self.changes += 1

    def add_reviews(self, reviews: Iterable[Review]) -> None:
        """Append persons' reviews."""
        for review in reviews:
            self.said += (replace(review, number=len(self.said) + 1),)
        self.changes += 1

    def revise(self, before: Findings, after: Findings) -> None:
        """Replace what was found; the readings stay as they are."""
        del before
        self.kept = replace(after, readings=self.kept.readings)
        self.memos = {**self.memos, Memo.STORY: {}}
        self.changes += 1

    def add_captures(self, captures: Iterable[Capture]) -> None:
        """Note how bytes were got."""
        self.got = tuple(dict.fromkeys((*self.got, *captures)))

    def keep_entities(self, entities: Iterable[ReferenceEntity]) -> None:
        """Keep entities of reference data."""
        kept = {each.id: each for each in (*self.known, *entities)}
        self.known = tuple(kept[each] for each in sorted(kept))


def with_untouched(findings: Findings, kept: Findings, documents: frozenset[str]) -> Findings:
    """The findings with the lines that stay of the stories of these documents."""
    lines = {line.id for each in kept.readings if each.document.id in documents for line in each.attributions}

    def stays(event: Event) -> bool:
        return any(mention.document in documents for mention in event.mentions)

    events = (each for each in kept.events if stays(each))
    claims = [each for each in kept.claims if each.attribution in lines]
    answering = {each.id for each in claims}
    questions = (q for q in kept.questions if any(c in answering for answer in q.answers for c in answer.claims))
    overruled = Overruled(
        (*(each for each in kept.overruled.events if stays(each)), *findings.overruled.events),
        (*(each for each in kept.overruled.claims if each.attribution in lines), *findings.overruled.claims),
    )
    return replace(
        findings,
        events=_by_id((*events, *findings.events)),
        claims=_by_id((*claims, *findings.claims)),
        questions=_by_id((*questions, *findings.questions)),
        overruled=Overruled(_by_id(overruled.events), _by_id(overruled.claims)),
    )


def _by_id(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: line.id))


@dataclass(slots=True)
class MemoryStore:
    """The store of one ledger that is never written to disk."""

    held: MemoryView = field(default_factory=MemoryView)

    @contextmanager
    def view(self) -> Iterator[View]:
        """Open it for reading."""
        yield self.held

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Open it for writing; an error inside the block leaves it as it was."""
        draft = replace(self.held)
        yield draft
        self.held = draft
