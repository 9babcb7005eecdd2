"""What comes of a review: what it would do, what it did, or that somebody was faster."""

from dataclasses import dataclass

from accordingto.judging.effect import Told
from accordingto.model.review import Review


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reviewer had before the eyes when a review was written.

    Attributes:
        review: number of the last review that was there.
        state: the lines that the review touches, as one short text.
    """

    review: int
    state: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a review would do.

    Attributes:
        told: the questions that would stand otherwise.
        seen: what this rests on; given back with the review when it is saved.
    """

    told: tuple[Told, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class Saved:
    """A review with its number, and what it did."""

    review: Review
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Nothing was saved, because what the review is about has changed since the reviewer looked.

    Attributes:
        newer: what others said of the same lines in between.
        is_rebuilt: documents or judgements were added, and the lines are not what they were.
        preview: what the review would do now.
    """

    newer: tuple[Review, ...]
    is_rebuilt: bool
    preview: Preview
