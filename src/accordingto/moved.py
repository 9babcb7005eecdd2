"""What persons said of a document that comes again under another id, because its address is known now, goes with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from accordingto.model.actor import Judgement
from accordingto.model.claim import ActorValue, Value
from accordingto.model.document import Document
from accordingto.model.review import Review

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


def move_reviews(reviews: Sequence[Review], moves: dict[str, str]) -> Iterator[Review]:
    """Copies of the reviews that are about documents with a new id, each once; the old lines stay as they are."""
    known = {_words(each) for each in reviews}
    for review in reviews if moves else ():
        moved = replace(_move_review(review, moves), moved=review.moved or review.number, number=0)
        if _words(moved) not in known:
            known.add(_words(moved))
            yield moved


def _move_review(review: Review, moves: dict[str, str]) -> Review:
    claim, said = review.claim, review.correction
    if claim is not None:
        value = _move_value(claim.value, moves)
        claim = replace(claim, document=moves.get(claim.document, claim.document), value=value)
    if said is not None:
        event = None if said.event is None else _move(said.event, moves)
        said = replace(said, value=_move_value(said.value, moves), event=event)
    left, right = (tuple(_move_end(key, moves) for key in side) for side in (review.left, review.right))
    return replace(review, claim=claim, correction=said, left=left, right=right)


def _move_value(value: Value, moves: dict[str, str]) -> Value:
    return ActorValue(_move(value.actor, moves)) if isinstance(value, ActorValue) else value


def _move_end(key: str, moves: dict[str, str]) -> str:
    """A document's id, or the key of words in it."""
    return moves.get(key) or _move(key, moves)


def _words(review: Review) -> Review:
    """What is compared: a copy differs from its original by what it points at alone."""
    return replace(review, moved=None, number=0)


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
