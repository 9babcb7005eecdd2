"""Sentences that come back week after week: notices of a site, appeals for witnesses, background paragraphs.

They show that two pages are of one house or on one subject, not that one report came from the other.
"""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from accordingto.model.document import Document
from accordingto.stages.lineage.passages import Passages
from accordingto.stages.lineage.runs import sort_once

_FEWEST = 3  # documents
_SPAN = timedelta(days=14)  # an agency's sentence is taken over within days


def drop_stock(documents: Sequence[Document], texts: Sequence[Passages]) -> list[Passages]:
    """The texts without sentences that stand in three documents or more, published over more than two weeks."""
    stock = _find_stock(documents, texts)
    return [each.without(stock) for each in texts] if stock else list(texts)


def _find_stock(documents: Sequence[Document], texts: Sequence[Passages]) -> frozenset[int]:
    """The keys of such sentences."""
    keys, days = [np.empty(0, np.uint64)], [np.empty(0, np.int32)]
    for document, passages in zip(documents, texts, strict=True):
        if document.published is not None:
            keys.append(sort_once(np.frombuffer(passages.keys, np.uint64)))
            days.append(np.full(len(keys[-1]), document.published.date.start.toordinal(), np.int32))
    every, when = np.concatenate(keys), np.concatenate(days)
    order = np.lexsort((when, every))
    every, when = every[order], when[order]
    met, first, count = np.unique(every, return_index=True, return_counts=True)
    spread = when[first + count - 1] - when[first]
    return frozenset(met[(count >= _FEWEST) & (spread > _SPAN.days)].tolist())
