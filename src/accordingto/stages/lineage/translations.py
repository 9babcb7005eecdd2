"""Translations: a text that says it is one, and the document that tells the same names and figures in the same order.

Words change in a translation; who is named, which figures are given and what comes after what do not. Only a text that
calls itself a translation is looked at: two reports of one day share names too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta
from functools import cache
from itertools import combinations

import numpy as np

from accordingto.model.document import Document, Span
from accordingto.model.lineage import Derivation, DerivationKind
from accordingto.model.trace import Trace
from accordingto.stages.lineage.own import ELSEWHERE
from accordingto.stages.lineage.passages import Passages
from accordingto.stages.lineage.rows import Rows
from accordingto.text.phrases import join_phrases, words

_EDGE = 4  # lines at the head and at the end; elsewhere somebody's words were translated, not the text
_LONGEST = 200  # characters of such a line
_FEWEST = 8  # names and figures
_SHARE = 0.55  # of the translation's names and figures that its source has; reports of one event share about a third
_AHEAD = 0.1  # how much more of them than any document that is no copy of the source
_IN_ORDER = 0.6  # of the pairs of names and figures, those that come in one order in both; half of them do by chance
_RARE = 200  # documents with one name; a name of more of them is everybody's
_NEAREST = 20  # documents whose names and figures are compared as a whole
_MOST = 100  # shared names and figures whose order is looked at
_LATEST = timedelta(days=14)


def find_translations(
    documents: Sequence[Document],
    texts: Sequence[Passages],
    marks: Sequence[Span | None],
    found: Sequence[Derivation],
) -> Iterator[Derivation]:
    """The source of every document that says it is a translation, where the ledger has it.

    Args:
        documents: sorted by id.
        texts: their sentences, in the same order.
        marks: the line of each that says that it is a translation.
        found: derivations found so far: copies of the source are no rivals to it.
    """
    marked = {at: line for at, line in enumerate(marks) if line is not None}
    told = _tell_all(texts, marked)
    linked = {frozenset((each.document, each.source)) for each in found if each.whole and each.source is not None}
    met = _meet(told)
    for at, line in marked.items():
        source = _find_source(at, documents, told, met=met, linked=linked)
        if source is not None:
            yield Derivation(
                document=documents[at].id,
                source=documents[source].id,
                outlet=documents[source].outlet,
                kind=DerivationKind.TRANSLATION,
                evidence=line,
                whole=True,
                trace=Trace("lineage.translation.v1", (documents[source].id,), "names and figures in one order"),
            )


def find_mark(document: Document) -> Span | None:
    """The line at the head or the end that says so: '(Translated from Spanish)'."""
    lines = [
        Span(*found.span())
        for found in re.finditer(r"[^\n]*\S[^\n]*", document.text)
        if document.zone_at(found.start()) not in ELSEWHERE
    ]
    edges = lines if len(lines) <= 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]
    return next((each for each in edges if _mark().search(document.quote(each)[-_LONGEST:])), None)


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[(\[.;:–—-]\s?)(?:{join_phrases(words('credits', 'translation_marks'))})\b", re.IGNORECASE
    )


def _tell_all(texts: Sequence[Passages], marked: Iterable[int]) -> Mapping[int, dict[int, int]]:
    """What each text tells of the names and figures of those that are marked."""
    own = [texts[at].telling.all() for at in marked]
    if not own:
        return {}
    wanted = frozenset(np.concatenate(own).tolist())
    return {at: _tell(each.telling, wanted) for at, each in enumerate(texts)}


def _tell(telling: Rows, wanted: AbstractSet[int]) -> dict[int, int]:
    """Each name and figure of a text that is looked for, with the sentence that has it first."""
    first: dict[int, int] = {}
    for each, sentence in zip(telling.all().tolist(), telling.owners().tolist(), strict=True):
        if each in wanted:
            first.setdefault(each, sentence)
    return first


def _meet(told: Mapping[int, Mapping[int, int]]) -> dict[int, list[int]]:
    """The documents of each name and figure."""
    found: dict[int, list[int]] = defaultdict(list)
    for at, names in told.items():
        for each in names:
            found[each].append(at)
    return found


def _find_source(
    at: int,
    documents: Sequence[Document],
    told: Mapping[int, Mapping[int, int]],
    *,
    met: Mapping[int, Sequence[int]],
    linked: AbstractSet[frozenset[str]],
) -> int | None:
    """The position of the document that tells most of the same, in the same order."""
    own = told[at]
    if len(own) < _FEWEST:
        return None
    # What hundreds of reports name finds nobody; it counts once somebody is found.
    counts = Counter(other for each in own for other in met[each] if len(met[each]) <= _RARE and other != at)
    near = sorted(counts, key=lambda other: (-counts[other], other))[:_NEAREST]
    shares = {other: len(own.keys() & told[other].keys()) / len(own) for other in near}
    ranked = sorted(shares, key=lambda other: (-shares[other], other))
    for best in ranked[:1]:
        same = (other for other in ranked[1:] if frozenset((documents[best].id, documents[other].id)) not in linked)
        ahead = shares[best] - shares.get(next(same, -1), 0.0)
        if shares[best] >= _SHARE and ahead >= _AHEAD and _is_before(documents[best], documents[at]):
            return best if _in_order(own, told[best]) >= _IN_ORDER else None
    return None


def _is_before(source: Document, derived: Document) -> bool:
    if source.published is None or derived.published is None:
        return True
    gap = derived.published.date.end - source.published.date.start
    return timedelta(0) <= gap <= _LATEST


def _in_order(left: Mapping[int, int], right: Mapping[int, int]) -> float:
    """The share of pairs of shared names and figures that stand in one order in both, those of one sentence apart."""
    shared = sorted(left.keys() & right.keys())[:_MOST]
    signs = [(left[one] - left[other]) * (right[one] - right[other]) for one, other in combinations(shared, 2)]
    apart = [sign for sign in signs if sign]
    return sum(sign > 0 for sign in apart) / len(apart) if apart else 0.0
