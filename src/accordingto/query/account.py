"""A question with its answers as a reader sees them: who says what, through whom, in which words."""

from dataclasses import dataclass

from accordingto.model.claim import ClaimStance, Question, Status
from accordingto.model.document import Document
from accordingto.query.manner import Manner
from accordingto.query.passage import Passage


@dataclass(frozen=True, slots=True)
class Place:
    """One document in which a claim stands, as it is cited.

    Attributes:
        document: the document.
        date: when it was published, in words, or ``None``.
        derived: 'copy of Meridian Wire', or ``None`` for a document that stands by itself.
    """

    document: Document
    date: str | None
    derived: str | None

    @property
    def name(self) -> str:
        """The outlet, or the file where the outlet is unknown."""
        return self.document.outlet or self.document.uri


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How another document quotes the same words of the same claimer.

    Attributes:
        words: the other wording.
        place: the document that has it.
    """

    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Quoted:
    """One wording, and every document that has it.

    Attributes:
        claims: ids of the claims.
        passage: the words.
        places: where they stand, the earliest first.
        via: who relays it, outermost first, but for the claimer and the outlets of the places.
        is_hedged: the claim is weakened ('may have').
        is_superseded: a later claim of the same origin replaces it.
        elsewhere: other wordings of what stands between quotation marks here.
    """

    claims: tuple[str, ...]
    passage: Passage
    places: tuple[Place, ...]
    via: tuple[str, ...]
    is_hedged: bool
    is_superseded: bool
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What one claimer says of one answer.

    Attributes:
        claimer: name, or ``None`` for a sourceless 'reportedly'.
        affiliations: names of those whom the claimer belongs to or speaks for.
        is_narration: the outlet says it in its own voice.
        stance: asserts, denies, cannot_verify.
        quoted: the words, the earliest first.
        actor: id of the claimer, where it is an actor of the ledger.
        manner: how the answer is held responsible: claimed, accused or told as fact; ``None`` of other questions.
    """

    claimer: str | None
    affiliations: tuple[str, ...]
    is_narration: bool
    stance: ClaimStance
    quoted: tuple[Quoted, ...]
    actor: str | None = None
    manner: Manner | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """One answer: its value and scope in words, how many independent origins assert it, and who says so.

    Attributes:
        asserted, denied, doubted: what speaks for it, against it, and could not verify it.
    """

    value: str
    scope: str
    origins: int
    asserted: tuple[Said, ...]
    denied: tuple[Said, ...]
    doubted: tuple[Said, ...]

    @property
    def is_superseded(self) -> bool:
        """Whether every claim that asserts it was replaced by a later one."""
        quoted = [each for said in self.asserted for each in said.quoted]
        return bool(quoted) and all(each.is_superseded for each in quoted)


@dataclass(frozen=True, slots=True)
class Account:
    """One question with everything a reader needs.

    Attributes:
        question: the line of the ledger.
        asks: the attribute as a question.
        about: the event's label or the actor's name.
        when, where: of the event, in words, or ``None``.
        answers: the best supported first, those that later claims replaced last.
    """

    question: Question
    asks: str
    about: str
    when: str | None
    where: str | None
    answers: tuple[Held, ...]

    @property
    def status(self) -> Status:
        """How the question stands."""
        return self.question.status
