"""Which of the persons' judgements stand: of two on one pair the later; the others stay on record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accordingto.model.actor import Judgement, Verdict

PERSON = "person:"

# Withdrawn judgements, and those of somebody who cannot tell, leave the pair to the rules.
BINDING = (Verdict.SAME, Verdict.DIFFERENT)


@dataclass(frozen=True, slots=True)
class Line:
    """One judgement of a person.

    Attributes:
        number: its place among the persons' judgements of the ledger, from 1; it never changes.
        judgement: the judgement.
        stands: whether no later judgement is about the same pair.
    """

    number: int
    judgement: Judgement
    stands: bool

    @property
    def person(self) -> str:
        """Whose judgement it is."""
        return self.judgement.trace.rule.removeprefix(PERSON)

    @property
    def binds(self) -> bool:
        """Whether rules have to keep to it."""
        return self.stands and self.judgement.verdict in BINDING


def number_judgements(judgements: Sequence[Judgement]) -> list[Line]:
    """The persons' judgements in the order in which they were written, each with its number."""
    latest: dict[tuple[str, str], int] = {}
    order = sorted(range(len(judgements)), key=lambda at: judgements[at].made or "")
    for at in order:
        latest[judgements[at].left, judgements[at].right] = at
    standing = set(latest.values())
    return [Line(at + 1, each, at in standing) for at, each in enumerate(judgements)]


def binding(lines: Iterable[Line], verdict: Verdict) -> list[Line]:
    """The lines that stand and say this."""
    return [line for line in lines if line.stands and line.judgement.verdict is verdict]
