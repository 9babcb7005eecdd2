"""Dates, values, scopes and attributes as a person would say them."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from accordingto.model.claim import ActorValue, DateValue, NumberValue, PlaceValue, Scope, Value
from accordingto.model.dates import DateRange
from accordingto.text.numbers import find_numbers

# The attributes of docs/vocabulary.md as the questions that a reader has; any other is shown by its name.
QUESTIONS = {
    "killed": "How many were killed?",
    "injured": "How many were injured?",
    "captured": "How many were captured?",
    "released": "How many were released?",
    "displaced": "How many were displaced?",
    "arrested": "How many were arrested?",
    "hostages": "How many are held hostage?",
    "participants": "How many took part?",
    "responsible": "Who is responsible?",
    "outcome": "How did it end?",
    "founded": "When was it founded?",
    "founder": "Who founded it?",
    "leader": "Who leads it?",
    "size": "How large is it?",
    "status": "What has become of it?",
}

# Not the calendar module's names, which follow the machine's language.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def render_question(attribute: str) -> str:
    """An attribute as a question.

    Example:
        >>> render_question("leader")
        'Who leads it?'
    """
    return QUESTIONS.get(attribute, f"{attribute.replace('_', ' ').capitalize()}?")


def render_days(days: DateRange) -> str:
    """Days as precise as they are known.

    Example:
        >>> render_days(DateRange(date(2024, 5, 1), date(2024, 5, 31)))
        'May 2024'
        >>> render_days(DateRange(date(2024, 5, 30), date(2024, 6, 2)))
        '30 May to 2 June 2024'
    """
    start, end = days.start, days.end
    if start == end:
        return _render_day(start)
    if (start.day, start.month, end.day, end.month) == (1, 1, 31, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        first, last = (f"{MONTHS[each.month - 1]} {each.year}" for each in (start, end))
        return first if first == last else f"{first} to {last}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {_render_day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} to {_render_day(end)}"
    return f"{_render_day(start)} to {_render_day(end)}"


def _render_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def render_value(value: Value, names: Mapping[str, str], evidence: Iterable[str] = ()) -> str:
    """A value, a number in the words of its evidence where these give it: 'more than 70'.

    Args:
        value: what is claimed.
        names: actor id -> name.
        evidence: the words that state it; the first in which the number is found wins.
    """
    if isinstance(value, NumberValue):
        return _find_number_words(value, evidence) or _render_number(value)
    if isinstance(value, DateValue):
        return render_days(value.date)
    if isinstance(value, ActorValue):
        return names.get(value.actor, value.actor)
    return value.place if isinstance(value, PlaceValue) else value.text


def _find_number_words(value: NumberValue, evidence: Iterable[str]) -> str | None:
    for words in evidence:
        for quantity in find_numbers(words):
            if (quantity.low, quantity.high) == (value.low, value.high):
                found = " ".join(words[quantity.span.start : quantity.span.end].split())
                is_exact = value.low == value.high and not quantity.vague
                return f"{value.low:,}" if is_exact and value.low is not None else found
    return None


def _render_number(value: NumberValue) -> str:
    if value.low == value.high:
        return "an unknown number" if value.low is None else f"{value.low:,}"
    if value.high is None:
        return f"at least {value.low:,}"
    return f"at most {value.high:,}" if value.low is None else f"{value.low:,} to {value.high:,}"


def render_scope(scope: Scope) -> str:
    """Who is counted, where, until when.

    Example:
        >>> render_scope(Scope("soldiers", "Tolmir", None))
        'soldiers, in Tolmir'
    """
    place = None if scope.place is None else f"in {scope.place}"
    until = None if scope.as_of is None else f"as of {render_days(scope.as_of)}"
    return ", ".join(each for each in (scope.who, place, until) if each)
