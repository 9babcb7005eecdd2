"""What happened when: a bar an event, as long as its date is vague."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.export.report.axis import Mark, make_axis
from accordingto.model.claim import Question, Status
from accordingto.model.event import Event
from accordingto.query.ask import ORDER
from accordingto.query.words import render_days

# More rows are a list, not a picture; those of most documents are drawn.
MOST_ROWS = 60
LEFT, WIDTH, ROW, TOP = 330.0, 640.0, 24, 14
THIN = 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One event: where its bar lies, and how its questions stand."""

    x: float
    y: float
    width: float
    label: str
    when: str
    status: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture: its bars and marks, and how many events are left out of it."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    height: int
    left_out: int


def draw_timeline(events: Sequence[Event], questions: Sequence[Question]) -> Timeline | None:
    """The dated events that questions are asked of, the earliest first; none where no event is dated."""
    status = _find_statuses(questions)
    asked = [event for event in events if event.id in status and event.date is not None]
    chosen = sorted(asked, key=lambda event: (-len(event.mentions), event.id))[:MOST_ROWS]
    axis = make_axis((event.date for event in chosen if event.date is not None), left=LEFT, width=WIDTH)
    if axis is None:
        return None
    bars: list[Bar] = []
    for event in sorted(chosen, key=lambda event: (event.date is not None and event.date.start, event.id)):
        if event.date is not None:
            start, y = axis.at(event.date.start), TOP + ROW * len(bars)
            width = max(axis.middle(event.date) * 2 - start * 2, THIN)
            when = render_days(event.date)
            bars.append(Bar(start, y, round(width, 1), event.label, when, status[event.id].value))
    return Timeline(tuple(bars), tuple(axis.marks()), TOP + ROW * len(bars) + 30, len(asked) - len(bars))


def _find_statuses(questions: Sequence[Question]) -> Mapping[str, Status]:
    """Event -> the status of its most disputed question."""
    found: dict[str, Status] = {}
    for question in questions:
        event = question.subject.event
        if event is not None:
            known = found.get(event, question.status)
            found[event] = min(known, question.status, key=ORDER.index)
    return found
