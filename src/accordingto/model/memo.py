"""What of comparing is kept from one build to the next."""

from enum import StrEnum


class Memo(StrEnum):
    """Of what something is kept."""

    NOTE = "note"  # what one document tells
    ACTORS = "actors"  # who is who within one document
    LIKENESSES = "likenesses"  # what one document shares with others, sentence by sentence
    STORY = "story"  # that the events, claims and questions of a story stand as they are
