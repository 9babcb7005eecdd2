"""What defeats a stage is set aside with an issue, and the rest goes on.

A document that was set aside stays in its ledger, with an origin and a story of its own.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from traceback import walk_tb
from typing import TypeVar

from accordingto.errors import AccordingtoError
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.keys import make_id
from accordingto.model.lineage import Lineage, Origin
from accordingto.model.story import Story
from accordingto.model.trace import Issue, Trace
from accordingto.store.packed_reading import Held, document_of, open_reading

Thing = TypeVar("Thing")
Result = TypeVar("Result")

# With so many things set aside the fault is hardly theirs; finding each takes a few attempts at all of them.
MOST = 8


def attempt(work: Callable[[Reading], Result], held: Held) -> Result | Issue:
    """What work makes of one document, or why it makes nothing of it.

    Raises:
        AccordingtoError: what the work rests on is at fault, not the document.
    """
    try:
        reading = open_reading(held)
    except Exception as error:  # noqa: BLE001  its grammar is damaged
        return make_issue(document_of(held), error)
    try:
        return work(reading)
    except AccordingtoError:
        raise
    except Exception as error:  # noqa: BLE001  one hostile text must not cost the others their ledger
        return make_issue(document_of(held), error)


def make_most(
    things: Sequence[Thing],
    make: Callable[[Sequence[Thing]], Result | Exception],
    error: Exception,
    *,
    most: int = MOST,
) -> tuple[Result | Exception, list[tuple[Thing, Exception]]]:
    """What is made of as many things as can be, and those that had to be set aside, each with what went wrong.

    Args:
        things: of which nothing can be made together.
        make: makes something of some of them, or tells why not.
        error: why not of all.
        most: how many are set aside before nothing is made.
    """
    left, sound = list(things), 0
    aside: list[tuple[Thing, Exception]] = []
    met: Result | Exception = error
    while isinstance(met, Exception) and left and len(aside) < most:
        sound, culprit = _find_culprit(left, make, sound, met)
        aside.append((left.pop(sound), culprit))
        met = make(left)
    return met, aside


def _find_culprit(
    things: Sequence[Thing], make: Callable[[Sequence[Thing]], object], sound: int, error: Exception
) -> tuple[int, Exception]:
    """The number of a thing with which nothing can be made, though with all those before it it can.

    Things that do harm only together are found too: the last of them is set aside.
    """
    broken = len(things)
    while broken - sound > 1:
        middle = (sound + broken) // 2
        met = make(things[:middle])
        if isinstance(met, Exception):
            broken, error = middle, met
        else:
            sound = middle
    return sound, error


def part(found: Iterable[Result | Issue]) -> tuple[list[Result], list[Issue]]:
    """What was made, and what was not."""
    made: list[Result] = []
    issues: list[Issue] = []
    for each in found:
        if isinstance(each, Issue):
            issues.append(each)
        else:
            made.append(each)
    return made, issues


def make_issue(document: Document | None, error: Exception) -> Issue:
    """What defeated which stage: the stage is the innermost room of ``stages/`` that the error passed through."""
    where = "" if document is None else f"{document.uri}: "
    return Issue("" if document is None else document.id, stage_of(error), f"{where}{type(error).__name__}: {error}")


def stage_of(error: Exception) -> str:
    """The stage that an error came out of."""
    rooms = [frame.f_globals.get("__name__", "") for frame, _ in walk_tb(error.__traceback__)]
    return next((name.split(".")[2] for name in reversed(rooms) if name.startswith("accordingto.stages.")), "compare")


def with_all(lineage: Lineage, documents: Sequence[Document]) -> Lineage:
    """The lineage with an origin of its own for each document that was set aside."""
    placed = {each for origin in lineage.origins for each in origin.documents}
    alone = [each for each in documents if each.id not in placed]
    added = (Origin(make_id("origin", each.id), (each.id,), each.outlet) for each in alone)
    return replace(lineage, origins=(*lineage.origins, *added))


def each_told(stories: Sequence[Story], documents: Sequence[Document]) -> tuple[Story, ...]:
    """The stories with one of its own for each document that was set aside."""
    placed = {each for story in stories for each in story.documents}
    alone = [
        Story(
            id=make_id("story", each.id),
            label=each.title or each.uri,
            documents=(each.id,),
            days=None if each.published is None else each.published.date,
            places=(),
            trace=Trace("stories.set-aside.v1", (), "it could not be compared with the others"),
        )
        for each in documents
        if each.id not in placed
    ]
    return tuple(sorted((*stories, *alone), key=lambda story: story.id)) if alone else tuple(stories)
