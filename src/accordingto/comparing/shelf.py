"""The documents that are compared, and a way to their readings, which need not all be in memory at once."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from accordingto.comparing.crew import cut
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.store.packed_reading import Held

# So many documents are dealt out at once.
SHARE = 24


@dataclass(frozen=True, slots=True)
class Shelf:
    """Documents and where to get their readings.

    Attributes:
        documents: sorted by id.
        load: the readings of some of them by id, in the order asked for, packed or not.
    """

    documents: tuple[Document, ...]
    load: Callable[[Sequence[str]], Sequence[Held]]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Self:
        """A shelf of readings that are in memory."""
        held = {reading.document.id: reading for reading in readings}
        documents = tuple(held[each].document for each in sorted(held))
        return cls(documents, lambda ids: [held[each] for each in ids])

    def cut(self) -> Iterator[Sequence[Held]]:
        """All readings, share by share."""
        for share in cut((each.id for each in self.documents), SHARE):
            yield self.load(share)

    def without(self, ids: Container[str]) -> "Shelf":
        """The same without some documents."""
        return Shelf(tuple(each for each in self.documents if each.id not in ids), self.load)

    def only(self, document: Document) -> "Shelf":
        """One document of it."""
        return Shelf((document,), self.load)

    def empty(self) -> "Shelf":
        """None of it."""
        return Shelf((), self.load)
