"""What a review does to the questions, shown before it is saved."""

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.model.claim import Answer, Question
from accordingto.model.findings import Findings
from accordingto.query.words import render_question, render_scope, render_value


@dataclass(frozen=True, slots=True)
class Change:
    """One question before and after; ``None`` where there was none, or none is left."""

    before: Question | None
    after: Question | None


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer in words, and on how many independent origins it stood and stands; ``None``: it is not given."""

    value: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words.

    Attributes:
        question: id, of the question as it will be where there will be one.
        asks, about: the attribute as a question, and the event or actor.
        before, after: the status, ``None`` where there is no such question.
        reason: why it stands so afterwards.
        answers: those that change.
    """

    question: str
    asks: str
    about: str
    before: str | None
    after: str | None
    reason: str
    answers: tuple[AnswerChange, ...]


def find_changes(before: Findings, after: Findings) -> tuple[Change, ...]:
    """The questions that stand otherwise: another status, other answers, other origins or another reason."""
    was = {question.id: question for question in before.questions}
    now = {question.id: question for question in after.questions}
    changed = (Change(was.get(each), now.get(each)) for each in sorted(was.keys() | now.keys()))
    return tuple(
        each for each in changed if each.before is not each.after and _shown(each.before) != _shown(each.after)
    )


def tell_changes(before: Findings, after: Findings) -> tuple[Told, ...]:
    """The same in words, those whose status changes first."""
    told = [_tell(change, before, after) for change in find_changes(before, after)]
    return tuple(sorted(told, key=lambda each: (each.before == each.after, each.about, each.asks, each.question)))


def render_told(told: Told) -> Iterator[str]:
    """A change as lines for a terminal: the question, then its answers."""
    stood = told.before or "not asked"
    stands = told.after or "no longer asked"
    yield f"{told.about}: {told.asks} {stood}" + ("" if stood == stands else f" -> {stands}")
    for each in told.answers:
        yield f"  {each.value}: {_origins(each.before)} -> {_origins(each.after)}"
    if told.reason and not told.answers:
        yield f"  {told.reason}"


def _origins(number: int | None) -> str:
    if number is None:
        return "not given"
    return f"{number} origin" + ("" if number == 1 else "s")


def _shown(question: Question | None) -> object:
    return None if question is None else (question.status, question.answers, question.reason)


def _tell(change: Change, before: Findings, after: Findings) -> Told:
    shown = change.after or change.before
    if shown is None:
        raise ValueError("a change of nothing")
    findings = before if change.after is None else after
    was, now = _answers(change.before, before), _answers(change.after, after)
    values = [each for each in (*now, *was) if was.get(each) != now.get(each)]
    return Told(
        question=shown.id,
        asks=render_question(shown.attribute),
        about=_about(shown, findings),
        before=None if change.before is None else change.before.status.value,
        after=None if change.after is None else change.after.status.value,
        reason="" if change.after is None else change.after.reason,
        answers=tuple(AnswerChange(each, was.get(each), now.get(each)) for each in dict.fromkeys(values)),
    )


def _answers(question: Question | None, findings: Findings) -> dict[str, int]:
    names = {actor.id: actor.name for actor in findings.resolution.actors}
    given = () if question is None else question.answers
    return {_words(answer, names): answer.origins for answer in given}


def _words(answer: Answer, names: dict[str, str]) -> str:
    scope = render_scope(answer.scope)
    return render_value(answer.value, names) + (f" ({scope})" if scope else "")


def _about(question: Question, findings: Findings) -> str:
    for event in findings.events:
        if event.id == question.subject.event:
            return event.label
    return next((each.name for each in findings.resolution.actors if each.id == question.subject.actor), "")
