"""The documents that are compared, and a way to their readings, which need not all be in memory at once."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
        rules: the version of the rules that each was read by, by id.
    """

    documents: tuple[Document, ...]
    load: Callable[[Sequence[str]], Sequence[Held]]
    rules: Mapping[str, str]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Self:
        """A shelf of readings that are in memory."""
        held = {reading.document.id: reading for reading in readings}
        documents = tuple(held[each].document for each in sorted(held))
        rules = {each: held[each].rules for each in held}
        return cls(documents, lambda ids: [held[each] for each in ids], rules)

    def cut(self, ids: Iterable[str] | None = None) -> Iterator[Sequence[Held]]:
        """The readings of some documents, of all when left out, share by share."""
        for share in cut((each.id for each in self.documents) if ids is None else ids, SHARE):
            yield self.load(share)

    def without(self, ids: Container[str]) -> "Shelf":
        """The same without some documents."""
        return replace(self, documents=tuple(each for each in self.documents if each.id not in ids))
