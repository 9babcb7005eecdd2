"""A group of reports -> Story: what it is called, when and where it is told, and why its reports are one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

import numpy as np

from accordingto.model.dates import DateRange
from accordingto.model.document import Document
from accordingto.model.keys import make_id
from accordingto.model.story import DECLARED, Story
from accordingto.model.trace import Trace
from accordingto.stages.stories.likeness import Group
from accordingto.stages.stories.signs import Signs
from accordingto.stages.stories.vectors import Vocabulary

LABEL_LETTERS = 90
MOST_PLACES, MOST_SHARED = 3, 6


def make_story(
    group: Group, pile: Sequence[Signs], documents: Mapping[str, Document], *, vocabulary: Vocabulary, rule: str
) -> Story:
    """The story that a group of reports tells.

    Args:
        group: of the reports of the pile.
        pile: the signs of all reports.
        documents: by id.
        vocabulary: the words of the pile.
        rule: by which they were put together.
    """
    signs = [pile[at] for at in group.reports]
    ids = tuple(each.document for each in signs)
    return Story(
        id=make_id("story", ids[0]),
        label=_label(documents[_first(signs)]),
        documents=ids,
        days=_days(signs),
        places=_places(signs),
        trace=Trace(rule, ids if len(ids) > 1 else (), _why(group, vocabulary, rule)),
    )


def _first(signs: Sequence[Signs]) -> str:
    """The earliest report; one without a date comes last."""
    return min(signs, key=lambda each: (each.published is None, each.published, each.document)).document


def _label(document: Document) -> str:
    """The headline, else the beginning of the text."""
    words = (document.title or document.text.strip().partition("\n")[0] or document.uri).split()
    label = ""
    for word in words:
        if len(label) + len(word) >= LABEL_LETTERS:
            return f"{label} …" if label else word[:LABEL_LETTERS]
        label = f"{label} {word}".strip()
    return label


def _days(signs: Sequence[Signs]) -> DateRange | None:
    known = [each.published for each in signs if each.published is not None]
    return DateRange(min(each.start for each in known), max(each.end for each in known)) if known else None


def _places(signs: Sequence[Signs]) -> tuple[str, ...]:
    """The names that most reports have, at least half of them, the most named first."""
    reports, times = Counter[str](), Counter[str]()
    for each in signs:
        named = each.count_places()
        reports.update(named.keys())
        times.update(named)
    ranked = sorted(reports, key=lambda name: (-reports[name], -times[name], name))
    return tuple(name for name in ranked if 2 * reports[name] >= len(signs))[:MOST_PLACES]


def _why(group: Group, vocabulary: Vocabulary, rule: str) -> str:
    """What its reports share."""
    if rule == DECLARED:
        return "declared with --one-story"
    if group.size == 1:
        return "nothing else in the ledger is like it"
    words, counts = np.unique(np.concatenate([vocabulary.reports[at] for at in group.reports]), return_counts=True)
    shared = frozenset(words[(counts > 1) & (2 * counts > group.size)].tolist())
    telling = group.words.words[np.lexsort((group.words.words, -group.words.weights))].tolist()
    most = islice((vocabulary.words[word] for word in telling if word in shared), MOST_SHARED)
    return f"they share {', '.join(most)}"
