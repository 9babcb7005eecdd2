"""A later figure, or a correction, of the same origin replaces the earlier one; both stay on record."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.claim import Claim, ClaimStance, NumberValue, TextValue
from accordingto.stages.reconcile.provenance import Provenance
from accordingto.text.counted import are_others
from accordingto.text.endings import are_opposed

# How far before a figure 'an earlier version of this article said' may begin.
REACH = 120


def mark_superseded(claims: Sequence[Claim], provenance: Provenance) -> list[Claim]:
    """The same claims of one question, with ``supersedes`` set; in the order given.

    A claim is held against those of its own origin and of its own document only: no others can it replace.
    """
    asserting = [claim for claim in claims if claim.stance is ClaimStance.ASSERTS]
    fellows = _Fellows(asserting, provenance)
    marked = []
    for claim in claims:
        replaced = sorted(fellows.find_replaced(claim)) if claim.stance is ClaimStance.ASSERTS else ()
        marked.append(replace(claim, supersedes=tuple(replaced)) if replaced else claim)
    return marked


class _Fellows:
    """The asserting claims of one question by origin and by document.

    Of one origin those of one value, kind of people and day are looked at as one: a report is retold a thousand times.
    """

    def __init__(self, claims: Sequence[Claim], provenance: Provenance) -> None:
        self._provenance = provenance
        self._withdrawn = {claim.id: claim for claim in claims if _is_withdrawn(claim, provenance)}
        self._standing: defaultdict[str, dict[object, list[Claim]]] = defaultdict(dict)
        for claim in claims:
            if claim.id not in self._withdrawn:
                figure = (claim.value, claim.scope.who, provenance.as_of(claim))
                self._standing[provenance.origin(claim)].setdefault(figure, []).append(claim)

    def find_replaced(self, claim: Claim) -> set[str]:
        """The ids of the claims that a claim replaces."""
        if claim.id in self._withdrawn:
            return set()
        alike = self._standing[self._provenance.origin(claim)].values()
        later = {old.id for some in alike if _is_newer(claim, some[0], self._provenance) for old in some}
        return later | self._find_taken_back(claim) | self._find_changed(claim)

    def _find_taken_back(self, claim: Claim) -> set[str]:
        """What a report takes back is replaced by what it says now, whosever figure that is."""
        origin, document = self._provenance.origin(claim), self._provenance.document(claim)
        return {
            old.id
            for old in self._withdrawn.values()
            if (self._provenance.origin(old) == origin or self._provenance.document(old) is document)
            and _is_other_figure(claim, old)
        }

    def _find_changed(self, claim: Claim) -> set[str]:
        """What stood where a later version of the page has this claim."""
        if not self._provenance.has_versions(claim):
            return set()
        alike = self._standing[self._provenance.origin(claim)].values()
        olds = (old for some in alike if _is_other_figure(claim, some[0]) for old in some)
        return {old.id for old in olds if self._provenance.has_changed(claim, old)}


def _is_other_figure(new: Claim, old: Claim) -> bool:
    """Whether two claims give other values for the same people."""
    return new.value != old.value and not are_others(new.scope.who, old.scope.who)


def _is_newer(new: Claim, old: Claim, provenance: Provenance) -> bool:
    """Whether a claim replaces one of its own origin by its day; neither was taken back."""
    if not _is_other_figure(new, old):
        return False
    return _is_later_figure(new, old, provenance) or _has_turned(new, old, provenance)


def _has_turned(new: Claim, old: Claim, provenance: Provenance) -> bool:
    """'The talks failed' on Monday and 'agreement reached' on Friday: the later of two that exclude each other."""
    if not isinstance(new.value, TextValue) or not isinstance(old.value, TextValue):
        return False
    after, before = provenance.as_of(new), provenance.as_of(old)
    later = after is not None and before is not None and after.start > before.end
    return later and are_opposed(new.value.text, old.value.text)


def _is_later_figure(new: Claim, old: Claim, provenance: Provenance) -> bool:
    if not isinstance(new.value, NumberValue) or not isinstance(old.value, NumberValue):
        return False
    after, before = provenance.as_of(new), provenance.as_of(old)
    if after is None or before is None or after.start <= before.end:
        return False
    return not _is_vaguer(new.value, old.value)


def _is_vaguer(new: NumberValue, old: NumberValue) -> bool:
    """'More than 70' said after '73' repeats it in round words and replaces nothing."""
    low = new.low is None or (old.low is not None and new.low <= old.low)
    return low and (new.high is None or (old.high is not None and old.high <= new.high))


def _is_withdrawn(claim: Claim, provenance: Provenance) -> bool:
    """Whether the words before the figure say that it no longer stands: 'an earlier version said', 'up from'."""
    document = provenance.document(claim)
    if document is None:
        return False
    before = document.text[max(0, claim.evidence.start - REACH) : claim.evidence.end]
    lines = re.split(r"\n|(?<=[.!?])\s", before)
    return _withdrawals().search(lines[-1].lower()) is not None


@cache
def _withdrawals() -> re.Pattern[str]:
    phrases = load_table("en", "corrections")["withdrawn"]
    return re.compile(r"\b(?:" + "|".join(r"\s+".join(map(re.escape, each.split())) for each in phrases) + r")\b")
