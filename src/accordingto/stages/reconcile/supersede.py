"""A later figure, or a correction, of the same origin replaces the earlier one; both stay on record."""

import re
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
    """The same claims of one question, with ``supersedes`` set; in the order given."""
    marked = []
    for claim in claims:
        replaced = sorted(each.id for each in claims if _replaces(claim, each, provenance))
        marked.append(replace(claim, supersedes=tuple(replaced)) if replaced else claim)
    return marked


def _replaces(new: Claim, old: Claim, provenance: Provenance) -> bool:
    if new.stance is not ClaimStance.ASSERTS or old.stance is not ClaimStance.ASSERTS or new.value == old.value:
        return False
    if are_others(new.scope.who, old.scope.who):
        return False
    is_own = provenance.origin(new) == provenance.origin(old)
    if _is_withdrawn(old, provenance):
        # What a report takes back is replaced by what it says now, whosever figure that is.
        is_here = provenance.document(new) is provenance.document(old)
        return (is_own or is_here) and not _is_withdrawn(new, provenance)
    if not is_own or _is_withdrawn(new, provenance):
        return False
    if provenance.has_changed(new, old):
        return True
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
