"""Which documents of a pile tell of one story, so that accounts of different stories are never held against each other.

Actors and lines of provenance are the whole ledger's; events, claims and questions are a story's.
"""

from dataclasses import dataclass

from accordingto.model.dates import DateRange
from accordingto.model.trace import Trace

# The rule of a story that somebody declared: a ledger that is extended remembers it by this.
DECLARED = "stories.declared.v1"


@dataclass(frozen=True, slots=True)
class Story:
    """Documents that tell of one story.

    Attributes:
        id: derived from the least of its documents' ids, so that a story that grows seldom changes it.
        label: a headline of one of its documents, or what stands for one.
        documents: ids, sorted.
        days: from the first to the last day on which its documents were published; ``None`` when none is dated.
        places: names of the places that most of its documents name, the most named first.
        trace: the rule that joined them; the inputs are ids of documents, the note says what they share.
    """

    id: str
    label: str
    documents: tuple[str, ...]
    days: DateRange | None
    places: tuple[str, ...]
    trace: Trace
