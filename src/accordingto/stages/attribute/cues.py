"""The cue lists as the rules use them: which frames a verb opens, and what kind of claim it makes there."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from accordingto.lexicon import load_table
from accordingto.model.attribution import Stance


@dataclass(frozen=True, slots=True)
class Frame:
    """A shape in which a verb's content stands beside it.

    Attributes:
        name: ``clause``, ``infinitive``, …; the list in ``cues_verbs.yaml`` explains each.
        stance: how whoever uses the verb stands to the content.
        score: how far the verb in this shape is to be trusted.
        hedged: the verb itself weakens the claim ('suggest').
        prepositions: those that open the content, where the shape has one.
        made_things: the subject is a thing that somebody made ('the video shows that …').
    """

    name: str
    stance: Stance
    score: float
    hedged: bool = False
    prepositions: frozenset[str] = field(default_factory=frozenset)
    made_things: bool = False


@cache
def load_verbs() -> dict[str, tuple[Frame, ...]]:
    """Cue verbs by lemma with their frames, the first named first."""
    found: dict[str, list[Frame]] = {}
    for group in load_table("en", "cues_verbs"):
        frame = Frame(
            name=group["frame"],
            stance=Stance(group["stance"]),
            score=group["score"],
            hedged=group.get("hedged", False),
            prepositions=frozenset(group.get("prepositions", ())),
            made_things=group.get("made_things", False),
        )
        for verb in group["verbs"]:
            found.setdefault(verb, []).append(frame)
    return {verb: tuple(frames) for verb, frames in found.items()}


def frame_of(lemma: str, name: str) -> Frame | None:
    """The first frame of this name that a verb has."""
    return next((frame for frame in load_verbs().get(lemma, ()) if frame.name == name), None)


def is_speech(lemma: str) -> bool:
    """Whether a verb may stand beside words in quotation marks."""
    return frame_of(lemma, "clause") is not None or frame_of(lemma, "quotation") is not None


@cache
def phrases() -> dict[str, Any]:
    """Cues that are no single verb, as ``cues_phrases.yaml`` has them."""
    table: dict[str, Any] = load_table("en", "cues_phrases")
    return table


@cache
def word_set(topic: str) -> frozenset[str]:
    """A plain list of ``cues_phrases.yaml`` as a set."""
    return frozenset(phrases()[topic])


@cache
def load_nouns() -> dict[str, dict[str, Stance]]:
    """Nouns that announce a content: lemma -> opening word ('that', 'of', 'to', 'for') -> stance."""
    found: dict[str, dict[str, Stance]] = {}
    for stance, openings in phrases()["nouns"].items():
        for opening, nouns in openings.items():
            for noun in nouns:
                found.setdefault(noun, {}).setdefault(opening, Stance(stance))
    return found
