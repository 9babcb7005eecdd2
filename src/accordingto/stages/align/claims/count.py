"""A number of people with what happened to them, as the counting rules hand it on."""

from dataclasses import dataclass

from accordingto.model.document import Span
from accordingto.model.parse import Parse
from accordingto.stages.align.claims.persons import Person

# What is told of people one by one.
HARMED = frozenset({"killed", "injured"})
# Verbs and nouns that say by what means: 'shot and killed', 'stabbed and left to die'. Alone they leave open who lived.
BY_MEANS = frozenset({"shoot", "stab", "burn", "shooting", "stabbing", "shot", "hit", "strike"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people with what happened to them.

    Attributes:
        attribute: ``killed``, ``hostages`` …
        low, high: bounds.
        who: the words for those counted, ``None`` for 'nine' and 'nine people'.
        evidence: from the number to the word that says what happened, or the other way round.
        predicate: token of that word.
        counted: token of the counted noun (the number itself where there is none).
        denied: the words say that there were none.
        anyone: the words are 'any soldiers', which say something only in a denial.
        about: token of the earlier predicate that 'the number' goes on about.
        given: said in passing, so that it holds though the rest is only promised: 'vowed to free the 20 still held'.
        person: who it is, for one person told of without a number.
        hit: 'shot', 'stabbed': hurt or dead, the word does not say which.
        rule: what made it.
    """

    attribute: str
    low: int | None
    high: int | None
    who: str | None
    evidence: Span
    predicate: int
    counted: int
    denied: bool = False
    anyone: bool = False
    given: bool = False
    about: int | None = None
    person: Person | None = None
    hit: bool = False
    rule: str = "claims.count.v2"


def is_hit(parse: Parse, predicate: int) -> bool:
    """Whether a word says by what means, and not with what end."""
    return parse.tokens[predicate].lemma.lower() in BY_MEANS


def make_evidence(parse: Parse, number: Span, noun: int, predicate: int) -> Span:
    """From the first to the last of number, noun and predicate."""
    ends = [parse.tokens[noun], parse.tokens[predicate]]
    return Span(min(number.start, *(t.start for t in ends)), max(number.end, *(t.end for t in ends)))
