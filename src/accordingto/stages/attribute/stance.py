"""How the claimer stands to the content: from the verb, its negation, and what the content itself does."""

from dataclasses import dataclass

from accordingto.model.attribution import Stance
from accordingto.stages.attribute.cues import Frame, word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.verbs import is_negated


@dataclass(frozen=True, slots=True)
class Settled:
    """A stance with how far negation leaves the claim standing."""

    stance: Stance
    hedged: bool
    weight: float = 1.0


# 'did not deny', 'neither confirmed nor denied', 'do not believe': the claimer does not commit.
_UNCOMMITTED = frozenset({Stance.DENIES})


def settle(page: Page, verb: int, frame: Frame) -> Settled | None:
    """The stance of a cue verb in one of its frames; ``None`` when its negation leaves no claim ('did not say')."""
    if not is_negated(page, verb):
        return Settled(frame.stance, frame.hedged)
    lemma = page.tokens[verb].lemma
    if frame.stance in _UNCOMMITTED or frame.hedged or lemma in word_set("checking"):
        return Settled(Stance.DOUBTS, hedged=True)
    if frame.stance is Stance.DOUBTS:
        return Settled(Stance.ASSERTS, hedged=True)
    return None
