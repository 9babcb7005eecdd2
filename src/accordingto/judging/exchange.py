"""Persons' judgements as JSON lines, so that colleagues share them: what is malformed or contradicts is refused whole.

    {"left": "doc-…:12-20", "right": "doc-…:4-9", "verdict": "same", "reasons": ["one phone number"], "by": "ada",
     "made": "2031-05-14T09:00:00Z", "left_words": "Osrin", "right_words": "the harbour master"}

The words are there for a person to read. Documents have the same ids in every ledger, so the keys fit there too.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from accordingto.errors import JudgementRefused
from accordingto.judging.contradictions import refuse_cycles
from accordingto.judging.fitness import HALF
from accordingto.judging.roster import Roster
from accordingto.judging.standing import PERSON, number_judgements
from accordingto.ledger import compare_again
from accordingto.model.actor import ActorKind, Judgement, Verdict
from accordingto.model.findings import Findings
from accordingto.model.mention_index import parse_span
from accordingto.model.trace import Trace
from accordingto.store.base import Writer
from accordingto.text.escaped import escape_json

Read = TypeVar("Read")

KEY = re.compile(r"doc-[0-9a-f]{16}:(?:[0-9]{1,18}-[0-9]{1,18}|[^\s:]{1,80})")
TIME = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of judgements or reviews came to.

    Attributes:
        added: lines that are new.
        known: lines that the ledger had already.
        waiting: of the new ones, those about documents that are not in the ledger (yet).
    """

    added: int
    known: int
    waiting: int


def dump_judgements(judgements: Sequence[Judgement], findings: Findings) -> str:
    """All persons' judgements in the order in which they were made, the ones that no longer count included."""
    texts = {reading.document.id: reading.document.text for reading in findings.readings}
    return "".join(escape_json(json.dumps(_line(each, texts), ensure_ascii=False)) + "\n" for each in judgements)


def import_judgements(writer: Writer, text: str, name: str) -> Imported:
    """Append the judgements of a file that the ledger has not got, and compare anew.

    Raises:
        JudgementRefused: a line is malformed, joins a person with a body, or contradicts a judgement; nothing is added.
    """
    known = writer.judgements()
    given = list(dict.fromkeys(read_judgements(text, name)))
    fresh = [each for each in given if each not in set(known)]
    roster = Roster(writer.findings())
    for each in fresh:
        _refuse_unlike(each, roster, name)
    try:
        refuse_cycles(number_judgements([*known, *fresh]), roster)
    except JudgementRefused as refused:
        raise JudgementRefused(f"{name}: with these lines added, {refused}; mend the file, nothing was added") from None
    writer.add_judgements(fresh)
    compare_again(writer)
    roster = Roster(writer.findings())  # with the documents: outlets have no other words
    waiting = sum(roster.owner(each.left) is None or roster.owner(each.right) is None for each in fresh)
    return Imported(len(fresh), len(given) - len(fresh), waiting)


def _line(judgement: Judgement, texts: dict[str, str]) -> dict[str, Any]:
    return {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
        "reasons": list(judgement.reasons),
        "by": judgement.trace.rule.removeprefix(PERSON),
        "note": judgement.trace.note,
        "made": judgement.made,
        "left_words": words_at(judgement.left, texts),
        "right_words": words_at(judgement.right, texts),
    }


def words_at(key: str, texts: Mapping[str, str]) -> str | None:
    """The words that a key points at, where the ledger has them."""
    text, span = texts.get(key.rpartition(":")[0]), parse_span(key)
    return None if text is None or span is None else text[span.start : span.end]


def read_judgements(text: str, name: str) -> Iterator[Judgement]:
    """The judgements of a file.

    Raises:
        JudgementRefused: a line is none.
    """
    return (judgement for _, judgement in read_each(text, name, _read, "not a judgement"))


def read_each(
    text: str, name: str, read: Callable[[dict[str, Any]], Read], otherwise: str
) -> Iterator[tuple[int, Read]]:
    """The lines of a JSON-lines file, read, with their numbers.

    Args:
        text: of the file.
        name: of the file.
        read: makes a line of its fields.
        otherwise: what is said of a line of which nothing else can be.

    Raises:
        JudgementRefused: a line is none.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield number, read(_fields(line))
            except (ValueError, KeyError, TypeError, JudgementRefused) as error:
                why = _explain(error) or otherwise
                raise JudgementRefused(f"{name}, line {number}: {why}; nothing was added") from error


def _fields(line: str) -> dict[str, Any]:
    try:
        given = json.loads(line)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(given, dict):
        raise TypeError("not a JSON object")
    if HALF.search(json.dumps(given, ensure_ascii=False)):
        raise ValueError("it holds half a character, which no ledger can keep; write the words anew")
    return given


def _explain(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return "not JSON"
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    return str(error)


def _read(line: dict[str, Any]) -> Judgement:
    left, right = sorted((_text(line, "left"), _text(line, "right")))
    for key in (left, right):
        if not KEY.fullmatch(key):
            raise ValueError(f"{key[:60]!r} is no key of a mention")
    if left == right:
        raise ValueError("both sides are the same mention")
    reasons = line.get("reasons", [])
    if not isinstance(reasons, list) or not all(isinstance(each, str) for each in reasons):
        raise TypeError("'reasons' is not a list of phrases")
    trace = Trace(PERSON + _text(line, "by"), (), str(line.get("note") or ""))
    return Judgement(left, right, _verdict(line), 1.0, tuple(reasons), trace, read_time(_text(line, "made")))


def _text(line: dict[str, Any], field: str) -> str:
    value = line[field]
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{field!r} is not a text")
    return value


def _verdict(line: dict[str, Any]) -> Verdict:
    try:
        return Verdict(line["verdict"])
    except ValueError:
        raise ValueError(f"verdict {str(line['verdict'])[:60]!r} is not same, different or unsure") from None


def read_time(words: str) -> str:
    """A time in ISO 8601, UTC.

    Raises:
        ValueError: it is none.
    """
    try:
        return datetime.strptime(words, TIME).strftime(TIME)  # noqa: DTZ007  UTC, as its Z says
    except ValueError:
        raise ValueError(f"made {words[:60]!r} is no time like 2031-05-14T09:00:00Z") from None


def _refuse_unlike(judgement: Judgement, roster: Roster, name: str) -> None:
    owners = [roster.owner(key) for key in (judgement.left, judgement.right)]
    people = [owner.kind is ActorKind.PERSON for owner in owners if owner is not None]
    if judgement.verdict is Verdict.SAME and len(set(people)) > 1:
        named = " and ".join(f"'{owner.name}' ({owner.kind.value})" for owner in owners if owner is not None)
        raise JudgementRefused(
            f"{name}: {named} cannot be one: a person is merged with persons only; nothing was added"
        )
