"""What keeps findings promises: a View to read them, a Writer that changes all or nothing, a Store that opens both."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from accordingto.model.actor import Actor, Judgement
from accordingto.model.claim import Status
from accordingto.model.custody import Capture
from accordingto.model.document import Document
from accordingto.model.findings import Findings, Reading
from accordingto.model.lineage import Lineage
from accordingto.model.memo import Memo
from accordingto.model.reference import ReferenceEntity
from accordingto.model.review import Review
from accordingto.model.story import Story
from accordingto.store.packed_reading import Held


@dataclass(frozen=True, slots=True)
class Deciding:
    """What tells how sure a claim is that decides how a question stands.

    Attributes:
        question: id.
        rule: that made the claim.
        score: of the rule that made the attribution, 0 to 1.
        is_hedged, is_narrated: of the attribution.
        is_derived: the value stands in other words than the claim's own.
    """

    question: str
    rule: str
    score: float
    is_hedged: bool
    is_narrated: bool
    is_derived: bool


@dataclass(frozen=True, slots=True)
class Untouched:
    """What of a ledger stays as it is when findings are saved.

    Attributes:
        lines: documents that stay, with what was read in them.
        stories: documents of the stories whose events, claims and questions stay.
    """

    lines: frozenset[str] = frozenset()
    stories: frozenset[str] = frozenset()


NOTHING = Untouched()


class View(Protocol):
    """What a ledger holds, as it was when the view was opened."""

    def findings(self) -> Findings:
        """Everything that was found. The readings come without their grammar, which only comparing needs."""
        ...

    def readings(self) -> tuple[Reading, ...]:
        """What each document says, with its grammar, sorted by document id."""
        ...

    def register(self) -> Iterable[tuple[Document, str]]:
        """Every document, sorted by id, with the version of the rules that it was read by."""
        ...

    def held(self, ids: Sequence[str]) -> Sequence[Held]:
        """The readings of some documents, in the order asked for, their grammar packed where it is kept so."""
        ...

    def stories(self) -> tuple[Story, ...]:
        """The stories that its documents tell, sorted by id."""
        ...

    def with_grammar(self, readings: Iterable[Reading]) -> tuple[Reading, ...]:
        """Some of the readings of ``findings``, with their grammar."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """Persons' judgements of who is who, in the order in which they were made."""
        ...

    def reviews(self, after: int = 0) -> tuple[Review, ...]:
        """Persons' reviews of claims, events and derivations with numbers above ``after``, in their order."""
        ...

    def slice_of(self, documents: Iterable[str]) -> Findings:
        """The stories of some documents with all that settling their questions needs; or more than these."""
        ...

    def homes_of(self, lines: Iterable[str]) -> set[str]:
        """The documents in which claims, events and questions, given by id, stand."""
        ...

    def documents_of(self, ids: Iterable[str]) -> tuple[Document, ...]:
        """Some documents, with their texts."""
        ...

    def actors_of(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """Some actors, without the places that name them."""
        ...

    def questions_of(self, ids: Iterable[str]) -> Findings:
        """Some questions with the claims, attributions, documents, events and actors that they rest on."""
        ...

    def deciding(self, status: Status) -> Iterable[Deciding]:
        """The claims that decide how the questions of a status stand."""
        ...

    def count_questions(self, status: Status) -> int:
        """How many questions have a status."""
        ...

    def whole_lineage(self) -> tuple[Lineage, tuple[Document, ...]]:
        """Where all documents came from, and the documents, with no more of them than id, path and outlet."""
        ...

    def revision(self) -> int:
        """A number that grows with every change of the ledger."""
        ...

    def captures(self) -> tuple[Capture, ...]:
        """How the bytes of the documents were got, in the order in which it was noted."""
        ...

    def entities(self) -> tuple[ReferenceEntity, ...]:
        """Entities of reference data that bear a name of the ledger, sorted by id."""
        ...

    def has(self, kind: Memo) -> bool:
        """Whether anything of a kind is kept of what comparing worked out."""
        ...

    def recall(self, kind: Memo, digests: Mapping[str, str]) -> Mapping[str, bytes]:
        """What comparing worked out of the things of these names, where their digests are still these."""
        ...


class Writer(View, Protocol):
    """A view that may change the ledger; what it did takes effect when its block ends without an error."""

    def save(self, findings: Findings, held: Iterable[Held] | None = None, untouched: Untouched = NOTHING) -> None:
        """Replace what was found. Documents that are already there as they are now are left alone.

        Args:
            findings: everything but what is untouched, and the readings where ``held`` has them.
            held: the readings, sorted by document; of documents whose lines are untouched none is asked for.
            untouched: what stays in the ledger as it is.
        """
        ...

    def remember(self, kind: Memo, made: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep what comparing worked out: names, digests of what it was worked out of, and the thing, packed."""
        ...

    def add_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Append persons' judgements; nothing ever changes or deletes them."""
        ...

    def add_reviews(self, reviews: Iterable[Review]) -> None:
        """Append persons' reviews, which get their numbers here; nothing ever changes or deletes them."""
        ...

    def revise(self, before: Findings, after: Findings) -> None:
        """Replace the lines in which two slices of the same stories differ; ``before`` is kept now.

        Their lineage is either the same or that of the whole ledger.
        """
        ...

    def add_captures(self, captures: Iterable[Capture]) -> None:
        """Note how bytes were got; what was noted before is not noted twice."""
        ...

    def keep_entities(self, entities: Iterable[ReferenceEntity]) -> None:
        """Keep entities of reference data; one that is given again replaces the older."""
        ...


class Store(Protocol):
    """Where one ledger is kept."""

    def view(self) -> AbstractContextManager[View]:
        """Open it for reading."""
        ...

    def writer(self) -> AbstractContextManager[Writer]:
        """Open it for writing: one writer at a time; an error inside the block leaves the ledger as it was."""
        ...
