"""Persons' reviews as JSON lines, so that colleagues share them: what is malformed is refused whole.

    {"act": "withdraw", "by": "ada", "made": "2031-05-14T09:00:00Z", "reason": "another raid", "claim": {"document":
     "doc-…", "evidence": [12, 20], "attribute": "killed", "stance": "asserts", "value": {"low": 9, "high": 9}},
     "number": 1, "words": "killed nine"}

The words are there for a person to read. Documents have the same ids in every ledger, so what a review points at is
found there too; a review of a document that is not there waits for it. Numbers are those of the ledger that was
exported: an 'undo' names another line of the file by its number.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from accordingto.errors import JudgementRefused
from accordingto.judging.applied import apply_reviews, review_whole_lineage
from accordingto.judging.exchange import KEY, Imported, read_each, read_time, words_at
from accordingto.judging.fitness import refuse_unsigned, refuse_wild_number
from accordingto.ledger import compare_again
from accordingto.model.actor import mention_key
from accordingto.model.claim import ActorValue
from accordingto.model.document import Span
from accordingto.model.review import ON_ACTORS, ON_CLAIMS, ON_EVENTS, ON_LINEAGE, OUTLET, Act, Review, pointed_documents
from accordingto.stages.reconcile import find_reached
from accordingto.store.base import Writer
from accordingto.store.gazetteer import open_gazetteer
from accordingto.store.lines_json import dump_line, load_line
from accordingto.text.escaped import escape_json

DOCUMENT = re.compile(r"doc-[0-9a-f]{16}")
# What stands in a line for a person to read.
FOR_READERS = "words"


def dump_reviews(reviews: Sequence[Review], texts: Mapping[str, str]) -> str:
    """All reviews in the order in which they were made, the ones that no longer count included."""
    return "".join(escape_json(_dump(each, texts)) + "\n" for each in reviews)


def import_reviews(writer: Writer, text: str, name: str) -> Imported:
    """Append the reviews of a file that the ledger has not got, and settle what they touch.

    Raises:
        JudgementRefused: a line is malformed or takes back one that is not in the file; nothing is added.
    """
    before = writer.reviews()
    numbers: dict[int, int] = {}
    known = {_bare(each): each.number for each in before}
    fresh: list[Review] = []
    given = list(read_reviews(text, name))
    for line, review in given:
        here = replace(review, undoes=_renumber(review, numbers, f"{name}, line {line}"))
        number = known.setdefault(_bare(here), len(before) + len(fresh) + 1)
        if number == len(before) + len(fresh) + 1:
            fresh.append(replace(here, number=number))
        numbers[review.number] = number
    waiting = _settle(writer, before, fresh) if fresh else 0
    return Imported(len(fresh), len(given) - len(fresh), waiting)


def _settle(writer: Writer, before: Sequence[Review], fresh: Sequence[Review]) -> int:
    """Write the reviews and what they change; how many are about documents that are not here."""
    every = [*before, *fresh]
    by_number = {each.number: each for each in every}
    subjects = [by_number.get(each.undoes or 0, each) for each in fresh]
    about = [pointed_documents(each) for each in subjects]
    whole, documents = writer.whole_lineage()
    here = {each.id for each in documents}
    if any(each.act in ON_ACTORS for each in subjects):
        writer.add_reviews(fresh)
        compare_again(writer)
        return sum(not some <= here for some in about)
    lineage = None
    homes = {each for some in about for each in some} & here
    if any(each.act in ON_LINEAGE for each in subjects):
        lineage = review_whole_lineage(whole, documents, every)
        homes |= find_reached(documents, before=whole, after=lineage)
    found = writer.slice_of(homes)
    kept = found if lineage is None else replace(found, lineage=whole)
    after = apply_reviews(kept, every, writer.with_grammar, open_gazetteer(), lineage=lineage)
    writer.add_reviews(fresh)
    writer.revise(kept, after)
    return sum(not some <= here for some in about)


def _bare(review: Review) -> Review:
    return replace(review, number=0, moved=None)


def _renumber(review: Review, numbers: Mapping[int, int], where: str) -> int | None:
    if review.undoes is not None and review.undoes not in numbers:
        raise JudgementRefused(
            f"{where}: takes back review {review.undoes}, which is not above it in this file; nothing was added"
        )
    return None if review.undoes is None else numbers[review.undoes]


def _dump(review: Review, texts: Mapping[str, str]) -> str:
    line: dict[str, Any] = json.loads(dump_line(replace(review, moved=None)))
    words = words_at(_key(review), texts)
    return json.dumps(line | ({} if words is None else {FOR_READERS: words}), ensure_ascii=False)


def _key(review: Review) -> str:
    """The key of the words that a review is about, '' where it is about a document or another review."""
    if review.claim is not None:
        return mention_key(review.claim.document, review.claim.evidence)
    return review.left[0] if review.act in ON_EVENTS | ON_ACTORS else ""


def read_reviews(text: str, name: str) -> Iterator[tuple[int, Review]]:
    """The reviews of a file with the numbers of their lines.

    Raises:
        JudgementRefused: a line is none.
    """
    return read_each(text, name, _read, "no review")


def _read(given: dict[str, Any]) -> Review:
    given.pop(FOR_READERS, None)
    review = replace(load_line(Review, json.dumps(given)), moved=None)
    _check(review)
    return replace(review, made=read_time(review.made))


def _check(review: Review) -> None:
    refuse_unsigned(review)
    if not review.number > 0:
        raise ValueError("'number' is missing")
    if (review.claim is not None) is not (review.act in ON_CLAIMS):
        raise ValueError(f"a review that says '{review.act.value}' is of another kind of line")
    if (review.correction is not None) is not (review.act is Act.CORRECT) or (
        (review.undoes is not None) is not (review.act is Act.UNDO)
    ):
        raise ValueError(f"'{review.act.value}' says too little or too much")
    if (review.actor_kind is not None) is not (review.act is Act.SORT):
        raise ValueError(f"'{review.act.value}' says too little or too much")
    both = (review.act in ON_EVENTS | ON_LINEAGE | ON_ACTORS, review.act in ON_EVENTS | ON_LINEAGE | {Act.ASCRIBE})
    if (bool(review.left), bool(review.right)) != both:
        raise ValueError(f"'{review.act.value}' has not the 'left' and 'right' that it needs, or more")
    if review.correction is not None:
        refuse_wild_number(review.correction)
    wrong = [each for each in _ends(review) if not each]
    if wrong or (review.claim is not None and not _is_span(review.claim.evidence)):
        raise ValueError("it points at no words")


def _ends(review: Review) -> Iterable[bool]:
    """Whether each end that a review names is one."""
    lines = review.act in ON_LINEAGE
    for at, end in enumerate((*review.left, *review.right)):
        if lines:
            yield DOCUMENT.fullmatch(end) is not None or (at > 0 and end.startswith(OUTLET))
        else:
            yield KEY.fullmatch(end) is not None
    claim, said = review.claim, review.correction
    if claim is not None:
        yield DOCUMENT.fullmatch(claim.document) is not None
    for value in (None if claim is None else claim.value, None if said is None else said.value):
        if isinstance(value, ActorValue):
            yield KEY.fullmatch(value.actor) is not None
    if said is not None and said.event is not None:
        yield KEY.fullmatch(said.event) is not None


def _is_span(span: Span) -> bool:
    return 0 <= span.start < span.end < 10**18
