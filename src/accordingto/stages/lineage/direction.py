"""Which of two like documents came from the other."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from accordingto.model.document import Document
from accordingto.stages.lineage.passages import Passage
from accordingto.text.outlets import find_outlet

# A document that repeats a tenth more than the other has left is the longer one by chance; a cut shows above that.
_CUT = 1.1


def find_source(
    pair: tuple[Document, Document],
    texts: tuple[Sequence[Passage], Sequence[Passage]],
    credited: tuple[AbstractSet[str], AbstractSet[str]],
) -> tuple[int, str]:
    """Position, 0 or 1, of the document that the other came from, and the reason as a phrase.

    Args:
        pair: the two documents, in the order of their ids.
        texts: their sentences.
        credited: the outlets that each of them credits.
    """
    outlets = [find_outlet(each.outlet) if each.outlet else None for each in pair]
    for source in (0, 1):
        if outlets[source] is not None and outlets[source] in credited[1 - source] and outlets[0] != outlets[1]:
            return source, "credited by the other"
    by_time = _earlier(*pair)
    if by_time is not None:
        return by_time, "published earlier"
    # A text that names where it has its words from is one step further from there than one that does not.
    if bool(credited[0]) != bool(credited[1]):
        return int(bool(credited[0])), "credits nobody"
    sizes = [sum(len(each.every) for each in text) for text in texts]
    if max(sizes) >= _CUT * min(sizes):
        return int(sizes[1] > sizes[0]), "longer: the other is cut"
    return 0, "undecided"


def _earlier(left: Document, right: Document) -> int | None:
    if left.published is None or right.published is None:
        return None
    if left.published.date.end < right.published.date.start:
        return 0
    if right.published.date.end < left.published.date.start:
        return 1
    return None
