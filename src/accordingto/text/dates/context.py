"""What a date expression is read against: the publication day, dates named before, and the words around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from accordingto.text.dates.calendar import SIZE, Stretch, Unit


class DayOrder(StrEnum):
    """How an outlet writes 4/6: the fourth of June or April the sixth."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


class Direction(StrEnum):
    """Where the words around point."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


# Words that put the time they govern after the moment of writing. 'Would', 'could' and 'may' are missing: reports of
# past speech are full of them.
_FORWARD = re.compile(
    r"\b(?:will|shall|next(?!\s+to\b)|effective|ahead\s+of(?![^,]*,)|as\s+(?:soon|early)\s+as|(?<!not\s)(?<!up\s)until|would\s+be|scheduled|planned\s+for|"
    r"(?<!had\sbeen\s)(?:set|due|slated|scheduled|expected|plans?|planned|planning|likely|ready|going|is|are)\s+to)\b|'ll\b",
    re.IGNORECASE,
)
_BACKWARD = re.compile(
    r"\b(?:was|were|had|did|has|have|been|said|told|began|broke|came|fell|fought|found|gave|held|hit|killed|led|left|"
    r"lost|made|met|sent|shot|struck|took|went|won|rose|saw|sold|brought|bought|drew|fled|got|grew|kept|knew|laid|"
    r"put|ran|set\s+up|spoke|stood|swore|thought|threw|wrote|(?!united\b|armed\b)[a-z]{2,15}ed)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?<=[a-z0-9)]{2})[.;:!?]\s|\n|[\u201c\u201d\"]")
_REACH = 90


@dataclass(frozen=True)
class Context:
    """What a date expression is read against.

    Attributes:
        anchor: the day of publication, ``None`` when unknown.
        order: the outlet's habit for 4/6, where known.
        earlier: dates named before in the document, the nearest last.
        text, start, end: the document and where the expression stands in it.
    """

    anchor: date | None = None
    order: DayOrder | None = None
    earlier: tuple[Stretch, ...] = ()
    text: str = ""
    start: int = 0
    end: int = 0

    @cached_property
    def before(self) -> str:
        """The clause before the expression."""
        words = self.text[max(0, self.start - _REACH) : self.start]
        return _CLAUSE.split(words)[-1]

    @cached_property
    def after(self) -> str:
        """The clause after the expression."""
        return _CLAUSE.split(self.text[self.end : self.end + _REACH])[0]

    @cached_property
    def direction(self) -> Direction:
        """Whether the clause speaks of what was or of what will be: the last verb before the expression decides.

        Most days in reports are past ones, so the future needs a word that says so.
        """
        forward = [match for match in _FORWARD.finditer(self.before) if not self._opens(match)]
        if forward and _BACKWARD.search(self.before, forward[-1].end()) is None:
            return Direction.NONE if self.after.startswith(("'s", "\u2019s")) else Direction.FUTURE
        if _BACKWARD.search(self.before) is not None:
            return Direction.PAST
        return self._direction_after

    def _opens(self, match: re.Match[str]) -> bool:
        """'Until Thursday, they had not …': what opens the sentence points nowhere by itself."""
        return match.group().lower() == "until" and not self.before[: match.start()].strip()

    @property
    def _direction_after(self) -> Direction:
        """'On Friday they will': where no verb stands before, the first one after decides."""
        forward, backward = _FORWARD.search(self.after), _BACKWARD.search(self.after)
        if forward is not None and (backward is None or forward.start() < backward.start()):
            return Direction.FUTURE
        return Direction.NONE if backward is None else Direction.PAST

    def last_named(self, *units: Unit) -> Stretch | None:
        """The nearest date named before, of these precisions where given."""
        for stretch in reversed(self.earlier):
            if not units or stretch.unit in units:
                return stretch
        return None

    @property
    def discourse_day(self) -> date | None:
        """The last day named, else that of publication."""
        return self.discourse(Unit.DAY)

    def discourse(self, unit: Unit) -> date | None:
        """The day that a step of this size counts from: the last date named that is precise enough, else publication.

        'Three days earlier' cannot count from 'in 2019', 'that year' can.
        """
        precise = [each for each in Unit if SIZE[each] <= SIZE[unit] or each is Unit.SPAN]
        named = self.last_named(*precise)
        return self.anchor if named is None else named.days.start


@dataclass(frozen=True, slots=True)
class Length:
    """How long: 'three years', 'weeks'.

    Attributes:
        amount: how many; ``None`` for a bare plural ('years').
        unit: TIMEX3 letter: Y, M, W, D, E (decade), C (century), Q (quarter), or TH, TM, TS for hours and shorter.
    """

    amount: str | None
    unit: str

    @property
    def timex(self) -> str:
        """The value as TIMEX3 writes it: ``P3Y``, ``PT5H``, ``PXW``."""
        timed = self.unit.startswith("T") and len(self.unit) > 1
        return f"P{'T' if timed else ''}{self.amount or 'X'}{self.unit[-1]}"


@dataclass(frozen=True, slots=True)
class Vague:
    """A time without days: PAST_REF, PRESENT_REF or FUTURE_REF."""

    timex: str


Value = Stretch | Length | Vague


class Basis(StrEnum):
    """What a date was worked out from."""

    STATED = "stated"  # day, month or year stand in the words
    PUBLISHED = "published"  # counted from the day of publication
    DISCOURSE = "discourse"  # counted from a date named before


class Relation(StrEnum):
    """How the thing dated lies to the days found."""

    IN = "in"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


def _always(match: re.Match[str], context: Context) -> bool:  # noqa: ARG001  the signature of ``Rule.accept``
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying when.

    Attributes:
        name: for the trace.
        pattern: what it looks like.
        read: what it means here, ``None`` when it means no time after all.
        basis: what the answer rests on.
        accept: whether words found in running text are a time at all ('may', '2000 people').
        marked_only: True when the words are a time only if somebody has marked them as one ('fall', "'89").
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Context], Value | None]
    basis: Basis
    accept: Callable[[re.Match[str], Context], bool] = _always
    marked_only: bool = False
