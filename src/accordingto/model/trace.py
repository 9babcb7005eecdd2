"""Every line of a ledger can answer 'why': the rule that made it, its version, and what it rests on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trace:
    """Which rule made a line.

    Attributes:
        rule: dotted id with its version, e.g. ``en.said-that.v2``; a changed rule is a new version.
        inputs: ids of the lines it was made from, where there are any.
        note: one phrase a reader understands, e.g. ``acronym in brackets``.
    """

    rule: str
    inputs: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """A document that defeated a stage: recorded, never a crashed run.

    Attributes:
        document: id of the document.
        stage: name of the stage, e.g. ``attribute``.
        message: one line for a person.
    """

    document: str
    stage: str
    message: str
