"""The dead and the hurt of one event as one report tells of them: totals, and persons told of one by one.

A report that says how many does not count again when it comes to each of them. One that gives no number but tells of
two different persons has told of two. Who was shot and died is no survivor, and where six were shot and one died, five
are hurt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from accordingto.model.attribution import Attribution
from accordingto.model.claim import ClaimStance
from accordingto.model.document import Span
from accordingto.model.event import Event
from accordingto.stages.align.claims.count import HARMED, MULTIPLE, OTHERS, PLAIN, Count
from accordingto.stages.align.claims.persons import AGED, Person, compare_persons, group_persons

# Words that tell of each victim in turn may lie this far apart and still be one piece of evidence.
FARTHEST = 3000
# 'Was taken to a hospital, where he died': so near each other are the two.
NEXT = 120
# 'Several' are so many at least.
FEW = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A count with the event that it belongs to, and who gives it."""

    count: Count
    event: Event
    attribution: Attribution
    stance: ClaimStance
    voice: str | None = None  # who speaks, ``None`` in narration
    headline: bool = False  # in the first line of the report

    @property
    def is_one(self) -> bool:
        """Whether it is of one person, by a number or without."""
        return self.count.person is not None or (self.count.low == 1 and self.count.high in {1, None})


def fold_casualties(placed: Sequence[Placed]) -> list[Placed]:
    """What one report says of the dead and hurt of each event, without counting anybody twice."""
    folded = [each for each in placed if not is_plain(each)]
    events = sorted({each.event.id for each in placed if is_plain(each)})
    for event in events:
        here = [each for each in placed if is_plain(each) and each.event.id == event]
        folded.extend(_fold(here))
    return folded


def is_plain(each: Placed) -> bool:
    """Whether it says that people were killed or hurt."""
    return each.count.attribute in HARMED and each.stance is ClaimStance.ASSERTS


def _fold(here: Sequence[Placed]) -> list[Placed]:
    dead = [each for each in here if each.count.attribute == "killed"]
    hurt = _survivors(dead, [each for each in here if each.count.attribute == "injured"])
    return [*_add_up(dead), *_add_up(hurt)]


def _add_up(counts: Sequence[Placed]) -> list[Placed]:
    """The totals alone where there are any; else the one person, or how many different persons are told of."""
    totals = _whole([each for each in counts if not each.is_one])
    if totals and not _tells_more(totals, counts):
        # 'One man died', says another than who gives the total: that is his figure.
        voices = {each.voice for each in totals}
        return [*totals, *(each for each in counts if _is_figure(each) and each.voice not in voices)]
    if one := [each for each in counts if each.headline and _is_figure(each) and not each.count.rest]:
        return one  # 'Three killed, one hurt': 'another was hurt' is that one
    counts = [each for each in counts if each not in totals]
    groups = group_persons(_persons(counts))
    if len(groups) <= 1:
        return list(counts)
    firsts = [next(each for each in counts if person_of(each) == group[0]) for group in groups]
    told = _told_singly(firsts)
    return [told] if told is not None else list(counts)


def _whole(totals: Sequence[Placed]) -> list[Placed]:
    """Without parts ('two of them are in hospital') and bare words ('several people') beside a larger, plain figure."""
    plain = [each.count.low or 0 for each in totals if not each.count.part and each.count.high == each.count.low]
    most = max(plain, default=0)
    return [each for each in totals if not (each.count.part or _is_vague(each.count)) or (each.count.low or 0) > most]


def _is_vague(count: Count) -> bool:
    """'Several', 'multiple': a few or more."""
    return count.low is not None and count.low <= FEW and count.high is None and count.rule in {PLAIN, MULTIPLE}


def _tells_more(totals: Sequence[Placed], counts: Sequence[Placed]) -> bool:
    """Whether a report that says only 'several', 'a murder-suicide' tells of more persons one by one."""
    persons = group_persons(_persons([each for each in counts if each.count.person is not None]))
    most = max(each.count.low or 0 for each in totals)
    return all(_is_vague(each.count) for each in totals) and len(persons) > most


def _is_figure(each: Placed) -> bool:
    return each.is_one and each.count.person is None


def _told_singly(firsts: Sequence[Placed]) -> Placed | None:
    spans = [each.count.evidence for each in firsts]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    if whole.end - whole.start > FARTHEST:
        return None
    last = max(firsts, key=lambda each: each.count.evidence)
    count = replace(
        last.count, low=len(firsts), high=None, who=None, evidence=whole, person=None, rule="claims.told-singly.v1"
    )
    return replace(last, count=count)


def _persons(counts: Iterable[Placed]) -> list[Person]:
    ordered = sorted(counts, key=lambda each: each.count.evidence)
    return [person_of(each) for each in ordered]


def person_of(each: Placed) -> Person:
    """Who is counted; by a bare number somebody told of before."""
    return each.count.person if each.count.person is not None else Person(each.count.counted, looks_back=True)


def _survivors(dead: Sequence[Placed], hurt: Sequence[Placed]) -> list[Placed]:
    """The hurt without those who died of it."""
    if not dead:
        return list(hurt)
    persons = [person_of(each) for each in dead if each.is_one]
    many = any(not each.is_one for each in dead)
    kept = [each for each in hurt if not each.is_one or not _has_died(each, dead, persons, many=many)]
    firm = [each for each in kept if not each.is_one and (not each.count.hit or _is_rest(each.count))]
    shot = [each for each in kept if not each.is_one and each.count.hit and not _is_rest(each.count)]
    if not shot:
        return kept
    rest = [] if firm else [each for each in (_without(each, dead) for each in shot) if each is not None]
    return [*(each for each in kept if each not in shot), *rest]


def _is_rest(count: Count) -> bool:
    """'Three others were shot': those who died are not among them."""
    return count.rest or (count.who is not None and not OTHERS.isdisjoint(count.who.lower().split()))


def _has_died(each: Placed, told: Sequence[Placed], dead: Sequence[Person], *, many: bool) -> bool:
    """Whether somebody hurt is somebody dead: surely by name or age, and where only the means is told, by default."""
    person = person_of(each)
    likest = max((score for one in dead if (score := compare_persons(one, person)) is not None), default=None)
    if each.count.hit:
        return (many and not person.further) or likest is not None
    if each.count.part and likest is not None and _dies_next(each, told):
        return True  # 'was taken to a hospital, where he died'
    return likest is not None and (likest >= AGED or (person.looks_back and len(group_persons(dead)) == 1))


def _dies_next(each: Placed, told: Sequence[Placed]) -> bool:
    """Whether somebody's death is told right after."""
    end = each.count.evidence.end
    return any(one.is_one and 0 <= one.count.evidence.start - end < NEXT for one in told)


def _without(each: Placed, dead: Sequence[Placed]) -> Placed | None:
    """'Six shot, one fatally': five are hurt. Nothing where no fewer died than were shot."""
    told = [one for one in dead if not one.is_one and one.count.low is not None]
    number = len(group_persons(_persons(dead)))
    if told:
        # Of 'two adults and two children' four died, if no fewer were shot.
        fitting = [one.count.low for one in told if (one.count.low or 0) <= (each.count.low or 0)]
        number = max((low for low in fitting if low is not None), default=each.count.low or 0)
        nearest = min(told, key=lambda one: _gap(one, each))
    else:
        nearest = min(dead, key=lambda one: _gap(one, each))
    low = each.count.low
    if low is None or low <= number:
        return None
    spans = (each.count.evidence, nearest.count.evidence)
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    if whole.end - whole.start > FARTHEST:
        return None
    high = None if each.count.high is None else each.count.high - number
    return replace(
        each, count=replace(each.count, low=low - number, high=high, evidence=whole, rule="claims.shot-less-dead.v1")
    )


def _gap(one: Placed, other: Placed) -> int:
    return abs(one.count.evidence.start - other.count.evidence.start)
