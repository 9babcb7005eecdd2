"""Sentences that come back week after week: notices of a site, appeals for witnesses, background paragraphs.

They show that two pages are of one house or on one subject, not that one report came from the other.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from accordingto.model.document import Document
from accordingto.stages.lineage.passages import Passage

_FEWEST = 3  # documents
_SPAN = timedelta(days=14)  # an agency's sentence is taken over within days


def drop_stock(documents: Sequence[Document], texts: Sequence[tuple[Passage, ...]]) -> list[tuple[Passage, ...]]:
    """The texts without sentences that stand in three documents or more, published over more than two weeks."""
    standing: dict[tuple[int, ...], list[date]] = defaultdict(list)
    for document, passages in zip(documents, texts, strict=True):
        if document.published is not None:
            for words in {passage.every for passage in passages}:
                standing[words].append(document.published.date.start)
    stock = {words for words, days in standing.items() if len(days) >= _FEWEST and max(days) - min(days) > _SPAN}
    return [tuple(passage for passage in passages if passage.every not in stock) for passages in texts]
