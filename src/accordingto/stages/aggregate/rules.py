"""The declared rules: for each kind of column and each aggregation, how one value is made of the reports' values.

The first three aggregations are those of the R package eventreport (van Baalen & Höglund). The fourth is ours: reports
of one origin share one vote before the most representative value is taken, so that an agency whose dispatch was printed
five times is not five witnesses.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from accordingto.stages.aggregate.plan import Aggregation, Column, Kind
from accordingto.stages.aggregate.votes import (
    INDETERMINATE,
    Cell,
    Vote,
    find_modes,
    keep_least_precise,
    keep_most_precise,
    settle_mode,
)

UNKNOWN = "Unknown"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: name and version.
        words: what it does, for the companion file.
        settle: votes -> value.
    """

    id: str
    words: str
    settle: Callable[[Sequence[Vote]], Cell]


def _numbers(votes: Sequence[Vote]) -> list[float]:
    return [vote.value for vote in votes if isinstance(vote.value, float)]


def _texts(votes: Sequence[Vote]) -> list[str]:
    return [vote.value for vote in votes if isinstance(vote.value, str)]


def _settle_text(votes: Sequence[Vote]) -> Cell:
    won = settle_mode(votes)
    if len(won) == 1:
        return won[0]
    return INDETERMINATE if votes else None


def _settle_number(votes: Sequence[Vote]) -> Cell:
    won = settle_mode(votes)
    return won[0] if len(won) == 1 else None


def _after(keep: Callable[[Sequence[Vote]], list[Vote]], settle: Callable[[Sequence[Vote]], Cell]) -> Rule:
    which = "least" if keep is keep_least_precise else "most"
    words = f"among the {which} precise reports the most frequent value; ties by trust"
    return Rule(f"aggregate.mode-of-{which}-precise.v1", words, lambda votes: settle(keep(votes)))


def _settle_smallest_mode(votes: Sequence[Vote]) -> Cell:
    modes = find_modes([vote for vote in votes if vote.value is not None])
    return min((value for value in modes if isinstance(value, float)), default=None)


def _settle_flag(votes: Sequence[Vote]) -> Cell:
    modes = find_modes([vote for vote in votes if vote.value is not None])
    if not modes:
        return None
    return modes[0] if len(modes) == 1 else 1.0


def _settle_date(votes: Sequence[Vote]) -> Cell:
    modes = find_modes([vote for vote in votes if vote.value is not None])
    days = [date.fromisoformat(each).toordinal() for each in modes if isinstance(each, str)]
    return date.fromordinal(sum(days) // len(days)).isoformat() if days else None


def _pick_number(pick: Callable[[Sequence[float]], float], votes: Sequence[Vote]) -> Cell:
    numbers = _numbers(votes)
    return pick(numbers) if numbers else None


def _pick_day(pick: Callable[[Sequence[str]], str], votes: Sequence[Vote]) -> Cell:
    days = _texts(votes)
    return pick(days) if days else None


def _settle_all(votes: Sequence[Vote], *, is_list: bool = False) -> Cell:
    """Every value once; in lists a report that says nothing is kept as 'NA', as eventreport has it."""
    cells = [("NA" if is_list else "") if vote.value is None else str(vote.value) for vote in votes]
    parts = [part for cell in cells for part in ([each.strip() for each in cell.split(";")] if is_list else [cell])]
    joined = "; ".join(part for part in dict.fromkeys(parts) if part.strip() and part != UNKNOWN)
    return None if joined == "NA" else joined


MODE = Rule("aggregate.mode.v1", "the most frequent value, a missing one included; ties by trust", _settle_text)
NUMBER_MODE = Rule(
    "aggregate.smallest-mode.v1", "the most frequent number; of tied ones the smallest", _settle_smallest_mode
)
DATE_MODE = Rule("aggregate.date-mode.v1", "the most frequent day; of tied ones the middle, rounded down", _settle_date)
FLAG_MODE = Rule("aggregate.flag-mode.v1", "what most reports say; a tie counts as 1", _settle_flag)
LEAST = Rule("aggregate.least.v1", "the smallest number of any report", partial(_pick_number, min))
MOST = Rule("aggregate.most.v1", "the largest number of any report", partial(_pick_number, max))
FIRST = Rule("aggregate.first-day.v1", "the earliest day of any report", partial(_pick_day, min))
LAST = Rule("aggregate.last-day.v1", "the latest day of any report", partial(_pick_day, max))
EVERY = Rule("aggregate.joined.v1", "every report's value, each once", _settle_all)
EVERY_CATEGORY = Rule(
    "aggregate.joined-list.v1", "every category of any report, each once", partial(_settle_all, is_list=True)
)

Three = tuple[Rule, Rule, Rule]

# Kind -> the rules of the most conservative, the most informative and the most representative aggregation.
RULES: dict[Kind, Three] = {
    Kind.TEXT: (MODE, MODE, MODE),
    Kind.NUMBER: (NUMBER_MODE, NUMBER_MODE, NUMBER_MODE),
    Kind.COUNT: (LEAST, MOST, NUMBER_MODE),
    Kind.START: (FIRST, LAST, DATE_MODE),
    Kind.END: (LAST, FIRST, DATE_MODE),
    Kind.FLAG: (LEAST, MOST, FLAG_MODE),
    Kind.CERTAINTY: (MOST, MOST, MOST),
    Kind.LIST: (MODE, EVERY_CATEGORY, MODE),
    Kind.JOINED: (EVERY, EVERY, EVERY),
}

# The same where a column says how precise each report is.
GRADED: dict[Kind, Three] = {
    Kind.TEXT: (_after(keep_least_precise, _settle_text), _after(keep_most_precise, _settle_text), MODE),
    Kind.NUMBER: (_after(keep_least_precise, _settle_number), _after(keep_most_precise, _settle_number), NUMBER_MODE),
    Kind.LIST: (_after(keep_least_precise, _settle_text), EVERY_CATEGORY, MODE),
}

_PLACES = {Aggregation.CONSERVATIVE: 0, Aggregation.INFORMATIVE: 1}


def find_rule(column: Column, aggregation: Aggregation) -> Rule | None:
    """The rule for a column; ``None`` for sums, roles and the like, which are made of more than one column."""
    graded = GRADED.get(column.kind) if column.precision is not None else None
    rules = graded or RULES.get(column.kind)
    return None if rules is None else rules[_PLACES.get(aggregation, 2)]
