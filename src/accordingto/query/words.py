"""Scopes, attributes and statuses as a person would say them; values and days stand in ``text.spoken``."""

from accordingto.model.claim import Scope, Status
from accordingto.text.spoken import MONTHS, join_counted, render_days, render_value

__all__ = ["MEANINGS", "MONTHS", "QUESTIONS", "render_days", "render_question", "render_scope", "render_value"]

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

# How a question stands, as docs/vocabulary.md has it.
MEANINGS = {
    Status.CONTESTED: "answers of different origins exclude each other, or one denies what another asserts",
    Status.UNVERIFIED: "the only answer carries a note that an outlet could not verify it",
    Status.AGREED: "two or more independent origins give compatible answers and none denies",
    Status.SINGLE: "one origin answers",
}


def render_question(attribute: str) -> str:
    """An attribute as a question.

    Example:
        >>> render_question("leader")
        'Who leads it?'
    """
    return QUESTIONS.get(attribute, f"{attribute.replace('_', ' ').capitalize()}?")


def render_scope(scope: Scope, value: str = "") -> str:
    """Who is counted, where, until when; ``value`` is the number in words that it stands behind.

    Example:
        >>> render_scope(Scope("soldiers", "Tolmir", None))
        'soldiers, in Tolmir'
    """
    place = None if scope.place is None else f"in {scope.place}"
    until = None if scope.as_of is None else f"as of {render_days(scope.as_of)}"
    who = None if scope.who is None else join_counted(value, scope.who)
    return ", ".join(each for each in (who, place, until) if each)
