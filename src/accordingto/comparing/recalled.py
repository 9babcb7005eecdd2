"""What is worked out of one document at a time: recalled where it still holds, else worked out in as many processes."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from accordingto.comparing.crew import Crew, cut
from accordingto.comparing.memory import Memory, Recollection
from accordingto.comparing.notes import Around, Note, Seen, pack_actors, pack_notes, take_actors, take_notes
from accordingto.comparing.packing import digest
from accordingto.comparing.sharing import share_words
from accordingto.comparing.shelf import SHARE, Shelf
from accordingto.model.actor import Judgement
from accordingto.model.memo import Memo
from accordingto.model.trace import Issue
from accordingto.rules import version_comparing
from accordingto.stages.lineage import Batch, Known, Likenesses, Shared, align_batches, find_mentioned
from accordingto.stages.resolve import Hints, Horizon, LocalReading, World
from accordingto.text.places import Gazetteer

# So many pairs of documents are compared in the time that one document is noted in.
PAIRS = 20


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents that are compared, and what tells whether something worked out of one still holds.

    Attributes:
        shelf: the documents and their readings.
        keys: a digest of each reading, by the document's id.
        version: of the rules that compare.
        crew: who does the work.
        memory: what earlier builds worked out.
    """

    shelf: Shelf
    keys: Mapping[str, str]
    version: str
    crew: Crew
    memory: Memory

    @classmethod
    def of(cls, shelf: Shelf, gazetteer: Gazetteer, crew: Crew, memory: Memory) -> "Documents":
        """The documents of a shelf."""
        keys = {each.id: digest(each, shelf.rules[each.id]) for each in shelf.documents}
        return cls(shelf, keys, f"{version_comparing()}+{type(gazetteer).__name__}", crew, memory)

    def without(self, ids: Container[str]) -> "Documents":
        """The same without some documents."""
        return replace(self, shelf=self.shelf.without(ids))

    def notes(self, around: Around) -> list[Note | Issue]:
        """What each document tells."""
        digests = {
            each.id: digest(self.version, self.keys[each.id], find_mentioned(each.text, around.publishers))
            for each in self.shelf.documents
        }

        def make(ids: Sequence[str]) -> Iterator[Note | Issue | bytes]:
            work = pack_notes if self.crew.deals(len(ids)) else take_notes
            return self.crew.map(work, self.shelf.cut(ids), around, count=len(ids))

        return Recollection(self.memory, Memo.NOTE, Note).fill(digests, make)

    def actors(
        self, hints: Mapping[str, Hints], world: World, judgements: tuple[Judgement, ...]
    ) -> list[LocalReading | Issue]:
        """Who is who within each document."""
        horizon = Horizon(world)
        seen = {each: horizon.of(own) for each, own in hints.items()}
        said = _by_document(judgements)
        digests = {each: digest(self.version, self.keys[each], seen[each], said.get(each, ())) for each in seen}

        def make(ids: Sequence[str]) -> Iterator[LocalReading | Issue | bytes]:
            work = pack_actors if self.crew.deals(len(ids)) else take_actors
            shares = (
                [Seen(held, seen[name]) for name, held in zip(some, self.shelf.load(some), strict=True)]
                for some in cut(ids, SHARE)
            )
            return self.crew.map(work, shares, judgements, count=len(ids))

        return Recollection(self.memory, Memo.ACTORS, LocalReading, share_words).fill(digests, make)

    def likenesses(self) -> Known:
        """What each document shares with others, as far as that was found out before."""
        return KeptLikenesses(self.memory, self.version, self.crew)


class KeptLikenesses:
    """What documents were found to share, kept from one build to the next.

    Args:
        memory: where.
        version: of the rules that compare.
        crew: who compares documents that were not compared before.
    """

    def __init__(self, memory: Memory, version: str, crew: Crew) -> None:
        self._crew = crew
        self._kept = Recollection(memory, Memo.LIKENESSES, Likenesses)
        self._version = version
        self._begun = memory.has(Memo.LIKENESSES)

    def recall(self, keys: Mapping[str, bytes]) -> Mapping[str, Likenesses]:
        """Those of some documents, where their texts are what they were."""
        return dict(self._kept.recall(self._digests(keys))) if self._begun else {}

    def remember(self, keys: Mapping[str, bytes], made: Iterable[Likenesses]) -> None:
        """Keep some, in place of what was kept of these documents."""
        digests = self._digests(keys)
        self._kept.remember((each.document, digests[each.document], each) for each in made)

    def find(self, batches: Iterable[Batch], count: int) -> Iterator[list[Shared]]:
        """What documents share that were not compared before, so many pairs in all; batch by batch, in their order."""
        return self._crew.map(align_batches, ([each] for each in batches), None, count=count // PAIRS)

    def _digests(self, keys: Mapping[str, bytes]) -> dict[str, str]:
        return {name: digest(self._version, key) for name, key in keys.items()}


def _by_document(judgements: Iterable[Judgement]) -> dict[str, tuple[Judgement, ...]]:
    """The judgements about words of each document."""
    found: defaultdict[str, list[Judgement]] = defaultdict(list)
    for each in judgements:
        for document in {key.rpartition(":")[0] for key in (each.left, each.right)}:
            found[document].append(each)
    return {document: tuple(about) for document, about in found.items()}
