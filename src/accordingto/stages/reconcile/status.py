"""How a question stands, and one sentence that says why, made from its claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from accordingto.model.attribution import Stance
from accordingto.model.claim import Claim, NumberValue, Scope, Status, TextValue
from accordingto.model.dates import DateRange
from accordingto.stages.reconcile.answers import Stand
from accordingto.stages.reconcile.compatible import Related, are_apart, are_compatible, do_values_exclude
from accordingto.stages.reconcile.handed import is_one_sentence
from accordingto.stages.reconcile.provenance import Provenance
from accordingto.text.counted import are_others, are_same, is_part

# Tolls grow while bodies are found; after a month two figures that differ are two opinions. So are two figures that
# are both given for the first time a month after the event.
GROWING_DAYS = 31
SOMEBODY = NumberValue(1, None)
GROWING = frozenset({"killed", "injured", "arrested", "displaced", "released", "captured"})
# A crowd is as large as it was: a later report finds nobody more in it.
COUNTED_ONCE = frozenset({"participants"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and the claims that decided it: one, two that clash or agree, or one and its denial or doubt."""

    status: Status
    deciding: tuple[Claim, ...]
    kind: str  # 'denied', 'excluded', 'agreed', 'unverified', 'single', 'apart'


def decide_status(stands: Sequence[Stand], superseded: frozenset[str], provenance: Provenance) -> Verdict:
    """Contested before agreed before unverified before single; superseded claims contest nothing."""
    live = [c for stand in stands for c in stand.holding if c.id not in superseded]
    denied = next(_find_denials(stands, superseded, provenance), None)
    if denied is not None:
        return Verdict(Status.CONTESTED, denied, "denied")
    clash = next(_find_clashes(live, provenance), None)
    if clash is not None:
        return Verdict(Status.CONTESTED, clash, "excluded")
    doubted = next(((s.holding[0], s.doubting[0]) for s in stands if s.holding and s.doubting), None)
    agreeing = (
        None if any(s.denying and s.holding for s in stands) else next(_find_agreement(stands, live, provenance), None)
    )
    if agreeing is not None:
        return Verdict(Status.AGREED, agreeing, "agreed")
    if (
        doubted is not None
        and len({repr(s.value) for s in stands if s.holding}) == 1
        and _by_outlet(stands, provenance)
    ):
        return Verdict(Status.UNVERIFIED, doubted, "unverified")
    origins = {provenance.origin(claim) for claim in live}
    every = (*live, *(c for s in stands for c in (*s.holding, *s.denying, *s.doubting)))
    if len(origins) > 1:
        return Verdict(Status.SINGLE, every[:1], "apart")
    return Verdict(Status.SINGLE, _one_a_claimer(live, provenance) or every[:1], "single")


def _one_a_claimer(live: Sequence[Claim], provenance: Provenance) -> tuple[Claim, ...]:
    """The first claim of each who holds the only origin's answers: a ministry and the paper that retells it."""
    first: dict[str, Claim] = {}
    for claim in sorted(live, key=provenance.steps):
        first.setdefault(provenance.who_says(claim), claim)
    return tuple(first.values())


def _find_denials(
    stands: Sequence[Stand], superseded: frozenset[str], provenance: Provenance
) -> Iterator[tuple[Claim, Claim]]:
    for stand in stands:
        for denial in stand.denying:
            for claim in stand.holding:
                apart = provenance.origin(claim) != provenance.origin(denial)
                if apart and claim.id not in superseded and not _came_later(denial, claim, provenance):
                    yield claim, denial


def _came_later(denial: Claim, claim: Claim, provenance: Provenance) -> bool:
    """'No arrests have been made' on Tuesday, two arrests on Wednesday: the first says nothing of the second."""
    first, second = provenance.as_of(denial), provenance.as_of(claim)
    plain = denial.value == NumberValue(1, None) and denial.evidence != claim.evidence
    spoken = provenance.attribution(denial)
    if not plain or first is None or second is None or (spoken is not None and spoken.stance is Stance.DENIES):
        return False
    return 0 < (second.start - first.end).days <= GROWING_DAYS and claim.attribute in GROWING


def _find_clashes(live: Sequence[Claim], provenance: Provenance) -> Iterator[tuple[Claim, Claim]]:
    whole = _drop_parts(live, provenance)
    for left, right in combinations(_one_each(whole, provenance), 2):
        if provenance.origin(left) != provenance.origin(right) and do_exclude(left, right, provenance):
            yield left, right


def _drop_parts(live: Sequence[Claim], provenance: Provenance) -> list[Claim]:
    """Without figures that are smaller than another of the same origin in the same document: they count a part.

    A bare one ('injuring one') is always taken for a part: reports go through victims one by one.
    """
    largest: dict[tuple[str, str], int] = {}
    for claim in live:
        if isinstance(claim.value, NumberValue):
            home = _home(claim, provenance)
            largest[home] = max(largest.get(home, 0), claim.value.low or 0)
    whole = [claim for claim in live if not _is_part(claim, largest.get(_home(claim, provenance), 0))]
    beside: dict[str, list[Claim]] = {}
    for claim in whole:
        beside.setdefault(_home(claim, provenance)[0], []).append(claim)
    return [
        claim
        for claim in whole
        if not any(_is_told_within(claim, other, provenance) for other in beside[_home(claim, provenance)[0]])
    ]


def _is_told_within(claim: Claim, other: Claim, provenance: Provenance) -> bool:
    """'14 died, the ministry said, after five died in hospital': the five that the report tells of are among the 14."""
    document = provenance.document(claim)
    if document is None or not provenance.is_narrated(claim) or provenance.document(other) is not document:
        return False
    if not isinstance(claim.value, NumberValue) or not isinstance(other.value, NumberValue):
        return False
    return _exceeds(other.value, claim.value) and is_one_sentence(document.text, claim.evidence, other.evidence)


def _home(claim: Claim, provenance: Provenance) -> tuple[str, str]:
    document = provenance.document(claim)
    return ("" if document is None else document.id, provenance.origin(claim))


def _is_part(claim: Claim, largest: int) -> bool:
    if not isinstance(claim.value, NumberValue):
        return False
    bare = claim.value == NumberValue(1, 1) and claim.scope.who is None
    return bare or (claim.value.high is not None and claim.value.high < largest)


def do_exclude(left: Claim, right: Claim, provenance: Provenance) -> bool:
    """Whether two claims of one question cannot both be true."""
    one, two = left.value, right.value
    if provenance.is_nameless(left) or provenance.is_nameless(right):
        return False  # 'gunmen' and a named group may be the same people
    if are_apart(*_timed(left, right, provenance)) or not do_values_exclude(
        one, two, left.attribute, _related(left, provenance)
    ):
        return False
    if isinstance(one, TextValue):
        return not _on_other_days(left, right, provenance)  # what failed on Monday may succeed on Friday
    if _has_grown(left, right, provenance) or _has_grown(right, left, provenance):
        return False
    return _do_counts_exclude(left, right)


def _related(claim: Claim, provenance: Provenance) -> Related:
    """Of deeds a state, its army and its ministry are one doer; two who lead one group are two leaders."""
    return provenance.are_one_side if claim.attribute == "responsible" else provenance.related


def _do_counts_exclude(left: Claim, right: Claim) -> bool:
    """Whether two figures that do not meet count the same people; a part may be no more than the whole."""
    one, two = left.value, right.value
    if not isinstance(one, NumberValue) or not isinstance(two, NumberValue):
        return True
    if is_part(left.scope.who, right.scope.who):
        return _exceeds(one, two)
    if is_part(right.scope.who, left.scope.who):
        return _exceeds(two, one)
    return are_same(left.scope.who, right.scope.who)


def _timed(left: Claim, right: Claim, provenance: Provenance) -> tuple[Scope, Scope]:
    """Both scopes, dated by their documents where only one of them says until when it counts."""
    if (left.scope.as_of is None) == (right.scope.as_of is None):
        return left.scope, right.scope
    return (
        replace(left.scope, as_of=provenance.as_of(left)),
        replace(right.scope, as_of=provenance.as_of(right)),
    )


def _on_other_days(left: Claim, right: Claim, provenance: Provenance) -> bool:
    one, two = provenance.as_of(left), provenance.as_of(right)
    return one is not None and two is not None and not one.overlaps(two)


def _exceeds(part: NumberValue, whole: NumberValue) -> bool:
    return whole.high is not None and part.low is not None and part.low > whole.high


def _has_grown(before: Claim, after: Claim, provenance: Provenance) -> bool:
    """Tuesday's 9 and Wednesday's 14: the later of two figures is the larger."""
    first, second = provenance.as_of(before), provenance.as_of(after)
    old, new = before.value, after.value
    if first is None or second is None or not isinstance(old, NumberValue) or not isinstance(new, NumberValue):
        return False
    if before.attribute in COUNTED_ONCE or _is_old(before, first, provenance):
        return False
    gap = (second.start - first.end).days
    return 0 < gap <= GROWING_DAYS and _exceeds(new, old)


def _is_old(claim: Claim, told: DateRange, provenance: Provenance) -> bool:
    """Whether a figure was told so long after its event that nobody was still counting."""
    days = provenance.days(claim)
    return days is not None and (told.start - days.end).days > GROWING_DAYS


def _find_agreement(
    stands: Sequence[Stand], live: Sequence[Claim], provenance: Provenance
) -> Iterator[tuple[Claim, Claim]]:
    """Two origins that give compatible values for the same people.

    A document that says it cannot verify an answer is no second origin for it, though it tells the story.
    """
    doubtful: set[str] = set()
    for stand in stands:
        lines = {provenance.line(doubt) for doubt in stand.doubting}
        narrated = (claim for claim in stand.holding if lines and provenance.is_narrated(claim))
        doubtful |= {claim.id for claim in narrated if provenance.line(claim) in lines}
    sure = [claim for claim in live if claim.id not in doubtful]
    pairs = list(combinations(_one_each(sure, provenance), 2))
    # Those that say the very same are the better witnesses of one another.
    for left, right in sorted(pairs, key=lambda pair: pair[0].value != pair[1].value):
        if provenance.origin(left) == provenance.origin(right) or are_apart(left.scope, right.scope):
            continue
        if left.value != right.value and SOMEBODY in {left.value, right.value}:
            continue  # that somebody was killed bears out no number
        if are_compatible(left.value, right.value, _related(left, provenance)):
            whos = (left.scope.who, right.scope.who)
            if left.value == right.value or not (is_part(*whos) or is_part(*whos[::-1]) or are_others(*whos)):
                yield left, right


def _one_each(claims: Sequence[Claim], provenance: Provenance) -> list[Claim]:
    """One claim for each origin, value and scope: a thousand repetitions make one comparison."""
    found: dict[tuple[str, str], Claim] = {}
    # Those whom a figure belongs to are named before a report that tells it.
    for claim in sorted(claims, key=provenance.is_narrated):
        found.setdefault((provenance.origin(claim), repr((claim.value, claim.scope))), claim)
    return list(found.values())


def _by_outlet(stands: Sequence[Stand], provenance: Provenance) -> bool:
    return any(provenance.is_from_outlet(doubt) for stand in stands for doubt in stand.doubting)
