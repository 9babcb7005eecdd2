"""What a person's judgement may not do: join a person with a body, or say the opposite of another that stands."""

from collections import defaultdict, deque
from collections.abc import Callable, Sequence

from accordingto.errors import JudgementRefused
from accordingto.judging.roster import Chosen, Roster
from accordingto.judging.standing import Line, binding
from accordingto.model.actor import ActorKind, Verdict

# What a key stands for: keys of one actor in one document are one.
Identity = Callable[[str], str]


def refuse_unlike(one: Chosen, other: Chosen) -> None:
    """Only like is merged: a person with a person, a body with a body.

    Raises:
        JudgementRefused: one is a person, the other is not.
    """
    people = [each.actor.kind is ActorKind.PERSON for each in (one, other)]
    if people[0] is not people[1]:
        kinds = " and ".join(f"'{each.words}' ({each.actor.kind.value})" for each in (one, other))
        raise JudgementRefused(f"{kinds} cannot be one; a person is merged with persons only")


def refuse_parted(one: Chosen, other: Chosen, lines: Sequence[Line], roster: Roster) -> None:
    """Nobody is merged whom a person keeps apart.

    Raises:
        JudgementRefused: a judgement that stands says that some of the two are different.
    """
    line = find_parted(one, other, lines, roster)
    if line is not None:
        raise JudgementRefused(f"{cite(line)} that '{one.words}' and '{other.words}' are different; {undo(line)}")


def find_parted(one: Chosen, other: Chosen, lines: Sequence[Line], roster: Roster) -> Line | None:
    """The first judgement that stands and keeps some of the two apart."""
    pair = {one.actor.id, other.actor.id}
    for line in binding(lines, Verdict.DIFFERENT):
        owners = [roster.owner(key) for key in (line.judgement.left, line.judgement.right)]
        if {owner.id for owner in owners if owner is not None} == pair:
            return line
    return None


def refuse_joined(left: str, right: str, lines: Sequence[Line], roster: Roster) -> None:
    """Nobody is split whom persons have joined, in one step or in several.

    Raises:
        JudgementRefused: judgements that stand say that the two are the same.
    """
    chain = _path(left, right, binding(lines, Verdict.SAME), identity_of(roster))
    if chain:
        numbers = ", ".join(str(line.number) for line in chain)
        more = f" (by way of judgements {numbers})" if len(chain) > 1 else ""
        raise JudgementRefused(f"{cite(chain[0])} that the two are the same{more}; {undo(chain[0])}")


def refuse_cycles(lines: Sequence[Line], roster: Roster) -> None:
    """A set of judgements does not contradict itself.

    Raises:
        JudgementRefused: two are said to be different whom others make the same.
    """
    same = binding(lines, Verdict.SAME)
    for line in binding(lines, Verdict.DIFFERENT):
        chain = _path(line.judgement.left, line.judgement.right, same, identity_of(roster))
        if chain:
            numbers = ", ".join(str(each.number) for each in chain)
            raise JudgementRefused(f"judgement {line.number} says 'different' of two whom {numbers} make the same")


def cite(line: Line) -> str:
    """'judgement 3: Ada judged on 2031-05-14'."""
    return f"judgement {line.number}: {line.person} judged on {(line.judgement.made or '')[:10]}"


def undo(line: Line) -> str:
    """The remedy."""
    return f"take it back first with: accordingto actors undo LEDGER {line.number}"


def identity_of(roster: Roster) -> Identity:
    """Two keys are one where one document gives them to one actor; a key that is not in the ledger is itself."""

    def identity(key: str) -> str:
        owner = roster.owner(key)
        return key if owner is None else f"{key.rpartition(':')[0]} {owner.id}"

    return identity


def _path(left: str, right: str, same: Sequence[Line], identity: Identity) -> list[Line]:
    """The judgements that lead from one key to the other, the fewest; none where no chain does."""
    steps: defaultdict[str, list[tuple[str, Line]]] = defaultdict(list)
    for line in same:
        one, other = identity(line.judgement.left), identity(line.judgement.right)
        steps[one].append((other, line))
        steps[other].append((one, line))
    start, goal = identity(left), identity(right)
    came: dict[str, tuple[str, Line] | None] = {start: None}
    todo = deque([start])
    while todo and goal not in came:
        at = todo.popleft()
        for after, line in steps[at]:
            if after not in came:
                came[after] = (at, line)
                todo.append(after)
    found = []
    step = came.get(goal)
    while step is not None:
        found.append(step[1])
        step = came[step[0]]
    return found[::-1]
