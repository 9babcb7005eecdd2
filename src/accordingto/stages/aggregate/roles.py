"""What part each actor took, from flags that are counted over the reports of an event."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from accordingto.stages.aggregate.plan import ROLES, Column, Kind, Plan
from accordingto.stages.aggregate.votes import Ballot, Cell

Counts = Mapping[str, Mapping[Kind, float]]


def settle_roles(ballot: Ballot, plan: Plan, values: Mapping[str, Cell], *, share: bool) -> dict[str, Cell]:
    """The role columns' values.

    Only one actor initiates: the one that most reports call so. A perpetrator is one whom some report calls so and none
    a bystander. An intervener is no initiator; a bystander is none of the three. The roles of nobody are missing.

    Args:
        ballot: the votes of one event.
        plan: how the table is read.
        values: the actors as they were aggregated.
        share: an origin counts once, however many of its reports say so.
    """
    columns = [column for column in plan.columns if column.kind in ROLES]
    counts = _count(ballot, columns, share=share)
    initiator = _find_initiator(counts)
    return {
        column.name: None
        if values.get(column.of or "") is None
        else float(_has_role(column.kind, counts[column.of or ""], is_initiator=column.of == initiator))
        for column in columns
    }


def _count(ballot: Ballot, columns: Sequence[Column], *, share: bool) -> Counts:
    counts: defaultdict[str, dict[Kind, float]] = defaultdict(lambda: dict.fromkeys(ROLES, 0.0))
    for column in columns:
        flags: defaultdict[str, list[float]] = defaultdict(list)
        for number, vote in enumerate(ballot.votes(column)):
            flags[vote.origin if share else str(number)].append(vote.value if isinstance(vote.value, float) else 0.0)
        counts[column.of or ""][column.kind] = sum(max(each) for each in flags.values())
    return counts


def _find_initiator(counts: Counts) -> str | None:
    most = max((each[Kind.INITIATOR] for each in counts.values()), default=0.0)
    first = [actor for actor, each in counts.items() if each[Kind.INITIATOR] == most]
    return first[0] if most > 0 and len(first) == 1 else None


def _has_role(kind: Kind, count: Mapping[Kind, float], *, is_initiator: bool) -> bool:
    is_perpetrator = count[Kind.PERPETRATOR] > 0 and count[Kind.BYSTANDER] < 1
    is_intervener = count[Kind.INTERVENER] > 0 and not is_initiator
    is_bystander = count[Kind.BYSTANDER] > 0 and not (is_initiator or is_perpetrator or is_intervener)
    return {
        Kind.INITIATOR: is_initiator,
        Kind.PERPETRATOR: is_perpetrator,
        Kind.INTERVENER: is_intervener,
        Kind.BYSTANDER: is_bystander,
    }[kind]
