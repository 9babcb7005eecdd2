"""A large ledger without hours of reading: the lines of the example story many times over, under new ids.

One story in it is large: the same questions are answered by the documents of many copies of the story.

    python -m benchmarks.reading_room.big big.ledger --documents 5000
"""

import argparse
import dataclasses
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from accordingto.cli import main as command
from accordingto.comparing.apart import Apart, by_story
from accordingto.model.claim import Answer, Question
from accordingto.model.findings import Findings
from accordingto.model.lineage import Lineage
from accordingto.stages.stories import Shares
from accordingto.store import SqlStore

ID = re.compile(r"(doc|att|act|evt|claim|question|origin|story)[a-z]*-[0-9a-f]{16}")
# Ids that the copies of the large story share: its documents tell of the same events and actors.
SHARED = ("act", "evt", "question", "story")
LARGE = 40
# So many stories, the large one first, are as a build would leave them; these may be reviewed.
SETTLED = 41


def make_ledger(path: Path, documents: int) -> None:
    """Write a ledger of about so many documents."""
    story = read_example()
    copies = max(1, documents // len(story.readings))
    large = min(LARGE, copies)
    parts = [renamed(story, number, is_large=number < large) for number in range(copies)]
    with SqlStore(path).writer() as writer:
        writer.save(united(parts))
    for number in range(min(SETTLED, copies - large + 1)):
        settle(path, number)


def settle(path: Path, number: int) -> None:
    """The questions of a story as a build would leave them: their ids, which figure replaces which, on what origins.

    Without this the first review would have to write what a build would have written.
    """
    with SqlStore(path).writer() as writer:
        stories = sorted(writer.stories(), key=lambda story: (-len(story.documents), story.id))
        kept = writer.slice_of(stories[number].documents)
        outlets = {reading.document.id: reading.document.outlet for reading in kept.readings}
        shares = Shares(outlets, kept.resolution, kept.lineage)
        told = Apart(kept.stories, by_story(kept.readings, kept.stories), shares)
        settled = told.reconcile((replace(each, supersedes=()) for each in kept.claims), kept.events)
        writer.revise(kept, replace(kept, claims=settled.claims, questions=settled.questions))


def read_example() -> Findings:
    """What the example story says."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "example.ledger"
        CliRunner().invoke(command, ["build", "examples/tolmir", "-o", str(path)])
        with SqlStore(path).view() as view:
            return replace(view.findings(), readings=view.readings())


def renamed(value: Any, number: int, *, is_large: bool) -> Any:
    """The same lines under ids of their own."""
    if type(value) is str:  # not a word of an enumeration
        return ID.sub(lambda met: _rename(met.group(), number, is_large=is_large), value)
    if isinstance(value, tuple):
        made = [renamed(each, number, is_large=is_large) for each in value]
        return type(value)(*made) if hasattr(value, "_fields") else tuple(made)
    if isinstance(value, dict):
        return {renamed(k, number, is_large=is_large): renamed(v, number, is_large=is_large) for k, v in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value) if field.init}
        return type(value)(**{name: renamed(each, number, is_large=is_large) for name, each in fields.items()})
    return value


def _rename(name: str, number: int, *, is_large: bool) -> str:
    if number == 0 or (is_large and name.startswith(SHARED)):
        return name
    return f"{name[:-4]}{number:04x}"


def united(parts: list[Findings]) -> Findings:
    """One ledger of many parts; what they share is joined."""
    first = parts[0]
    return replace(
        first,
        readings=tuple(sorted((each for part in parts for each in part.readings), key=lambda r: r.document.id)),
        lineage=Lineage(
            tuple(each for part in parts for each in part.lineage.derivations),
            tuple(sorted((each for part in parts for each in part.lineage.origins), key=lambda o: o.id)),
        ),
        resolution=replace(
            first.resolution,
            actors=tuple(_joined((each for part in parts for each in part.resolution.actors), "mentions")),
            judgements=(),
            claimers={k: v for part in parts for k, v in part.resolution.claimers.items()},
            via={k: v for part in parts for k, v in part.resolution.via.items()},
        ),
        events=tuple(_joined((each for part in parts for each in part.events), "mentions")),
        claims=tuple(sorted((each for part in parts for each in part.claims), key=lambda c: c.id)),
        questions=tuple(_questions(each for part in parts for each in part.questions)),
        variants=tuple(each for part in parts for each in part.variants),
        stories=tuple(_joined((each for part in parts for each in part.stories), "documents")),
        issues=(),
    )


def _joined(lines: Iterator[Any], field: str) -> Iterator[Any]:
    """Lines of one id as one, with what each points at."""
    found: dict[str, list[Any]] = {}
    for each in lines:
        found.setdefault(each.id, []).append(each)
    for _, same in sorted(found.items()):
        yield replace(same[0], **{field: tuple(dict.fromkeys(each for line in same for each in getattr(line, field)))})


def _questions(lines: Iterator[Question]) -> Iterator[Question]:
    found: dict[str, list[Question]] = {}
    for each in lines:
        found.setdefault(each.id, []).append(each)
    for _, same in sorted(found.items()):
        answers = zip(*(each.answers for each in same), strict=True)
        yield replace(same[0], answers=tuple(_answer(each) for each in answers))


def _answer(same: tuple[Answer, ...]) -> Answer:
    return replace(same[0], claims=tuple(each for answer in same for each in answer.claims))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--documents", type=int, default=5000)
    options = parser.parse_args()
    make_ledger(options.ledger, options.documents)
