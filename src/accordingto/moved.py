"""Judgements on a document that comes again under another id, because its address is known now, go with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from accordingto.model.actor import Judgement
from accordingto.model.document import Document

NOTE = "moved with its document"


def find_moves(before: Iterable[Document], after: Iterable[Document]) -> dict[str, str]:
    """Old id -> new id of the documents that are gone and whose very words one new document has."""
    now: defaultdict[str, list[str]] = defaultdict(list)
    for document in after:
        now[document.text].append(document.id)
    return {old.id: now[old.text][0] for old in before if len(now[old.text]) == 1 and old.id != now[old.text][0]}


def move_judgements(judgements: Sequence[Judgement], moves: dict[str, str]) -> Iterator[Judgement]:
    """Copies of the judgements that are about documents with a new id; the old lines stay as they are."""
    known = {_content(each) for each in judgements}
    for judgement in judgements:
        left, right = sorted(_move(key, moves) for key in (judgement.left, judgement.right))
        trace = replace(judgement.trace, note=judgement.trace.note or NOTE)
        moved = replace(judgement, left=left, right=right, trace=trace)
        if _content(moved) not in known:
            known.add(_content(moved))
            yield moved


def is_copy(later: Judgement, earlier: Judgement) -> bool:
    """Whether a judgement is another that went with its document."""
    keys = replace(later, left=earlier.left, right=earlier.right)
    return later.trace.note == NOTE and _content(keys) == _content(earlier)


def _move(key: str, moves: dict[str, str]) -> str:
    document, _, place = key.rpartition(":")
    return f"{moves.get(document, document)}:{place}"


def _content(judgement: Judgement) -> Judgement:
    """What is compared: a copy differs from its original by the keys alone."""
    return replace(judgement, trace=replace(judgement.trace, note=""))
