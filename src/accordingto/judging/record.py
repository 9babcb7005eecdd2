"""Merging, splitting, taking back: one line is appended and all documents compared again, or nothing changes at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.errors import JudgementRefused
from accordingto.judging.contradictions import cite, find_parted, refuse_joined, refuse_parted, refuse_unlike
from accordingto.judging.roster import Chosen, Roster
from accordingto.judging.standing import PERSON, Line, number_judgements
from accordingto.ledger import compare_again
from accordingto.model.actor import Actor, Judgement, Verdict
from accordingto.model.findings import Findings
from accordingto.model.trace import Trace
from accordingto.moved import is_copy
from accordingto.store.base import Writer


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who judges, why, and when.

    Attributes:
        name: of the person.
        because: the reason, in the person's words; may be empty for taking something back.
        made: ISO 8601 time in UTC, from the command's clock.
    """

    name: str
    because: str
    made: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judgement came to.

    Attributes:
        line: the judgement with its number.
        actors: the actors that its two sides belong to now: one after a merge, two after a split.
        findings: what the ledger holds now.
    """

    line: Line
    actors: tuple[Actor, ...]
    findings: Findings


def merge_actors(writer: Writer, one: str, other: str, reviewer: Reviewer) -> Judged:
    """Two actors are one.

    Raises:
        JudgementRefused: nobody or several are called so, they are one already, a person and a body, or kept apart.
    """
    roster = Roster(writer.findings())
    first, second = roster.choose(one), roster.choose(other)
    if first.actor.id == second.actor.id:
        raise JudgementRefused(f"'{one}' and '{other}' are one actor already: {roster.describe(first.actor)}")
    refuse_unlike(first, second)
    refuse_parted(first, second, number_judgements(writer.judgements()), roster)
    judged = _append(writer, first.keys[0][1], second.keys[0][1], Verdict.SAME, reviewer)
    if len(judged.actors) != 1:
        raise JudgementRefused(f"'{one}' and '{other}' stay two, because a person keeps some of their names apart")
    return judged


def split_actor(writer: Writer, one: str, other: str, reviewer: Reviewer) -> Judged:
    """Two names of one actor are two actors.

    Raises:
        JudgementRefused: nobody or several are called so, they are two already, joined by a person, or one document
            alone holds them together.
    """
    roster = Roster(writer.findings())
    first, second = roster.choose(one), roster.choose(other)
    lines = number_judgements(writer.judgements())
    if first.actor.id != second.actor.id:
        return _keep_apart(writer, first, second, reviewer, lines)
    pairs = _pairs(first, second, roster)
    for left, right in pairs:
        refuse_joined(left, right, lines, roster)
    judged = _write(writer, [_judge(left, right, Verdict.DIFFERENT, reviewer) for left, right in pairs])
    if len(judged.actors) == 1:
        raise JudgementRefused(f"'{one}' and '{other}' stay one: the rules find them in one document as one name")
    return judged


def _keep_apart(writer: Writer, first: Chosen, second: Chosen, reviewer: Reviewer, lines: Sequence[Line]) -> Judged:
    """Two that are two already stay so, whatever rules or new documents say."""
    known = find_parted(first, second, lines, Roster(writer.findings()))
    if known is not None:
        raise JudgementRefused(f"{cite(known)} already that '{first.words}' and '{second.words}' are different")
    return _append(writer, first.keys[0][1], second.keys[0][1], Verdict.DIFFERENT, reviewer)


def undo_judgement(writer: Writer, number: int, reviewer: Reviewer) -> Judged:
    """A judgement no longer counts, and rules decide again; it stays on record.

    Raises:
        JudgementRefused: there is no judgement of this number, or it does not stand.
    """
    lines = number_judgements(writer.judgements())
    line = next((each for each in lines if each.number == number), None)
    if line is None:
        known = f"there are {len(lines)}; list them" if lines else "there are none yet; make one"
        command = "accordingto actors judgements LEDGER" if lines else "accordingto actors merge"
        raise JudgementRefused(f"there is no judgement {number}: {known} with: {command}")
    if not line.binds:
        raise JudgementRefused(f"judgement {number} does not count any more: a later one is about the same two")
    copy = next((each for each in lines if each.number > number and is_copy(each.judgement, line.judgement)), None)
    if copy is not None:
        raise JudgementRefused(f"judgement {number} went with its document: take back judgement {copy.number} instead")
    told = replace(reviewer, because=reviewer.because or f"takes judgement {number} back")
    note = f"takes back judgement {number}"
    return _append(writer, line.judgement.left, line.judgement.right, Verdict.UNSURE, told, note=note)


def _pairs(first: Chosen, second: Chosen, roster: Roster) -> list[tuple[str, str]]:
    """The mentions that are to be told apart.

    Of two documents, each without the other's name, where there are such; else one of each name in every document
    that has both, or the documents left out would hold the two together.
    """
    if set(first.keys) == set(second.keys):
        named = ", ".join(sorted({roster.uris[document] for document, _ in first.keys})[:4])
        raise JudgementRefused(
            f"'{first.words}' and '{second.words}' are the same words of one actor; "
            f"say which of its documents, as in NAME@DOCUMENT ({named})"
        )
    ones = dict(sorted(first.keys, reverse=True))  # the first mention in each document
    others = dict(sorted(second.keys, reverse=True))
    shared = sorted(ones.keys() & others.keys())
    if shared and (len(shared) == len(ones) or len(shared) == len(others)):
        return [(ones[document], others[document]) for document in shared if ones[document] != others[document]]
    left = min(first.keys, key=lambda pair: (pair[0] in others, pair))
    right = min(second.keys, key=lambda pair: (pair[0] == left[0], pair[0] in ones, pair))
    return [(left[1], right[1])]


def _append(writer: Writer, left: str, right: str, verdict: Verdict, reviewer: Reviewer, *, note: str = "") -> Judged:
    return _write(writer, [_judge(left, right, verdict, reviewer, note=note)])


def _judge(left: str, right: str, verdict: Verdict, reviewer: Reviewer, *, note: str = "") -> Judgement:
    trace = Trace(PERSON + reviewer.name, (), note)
    first, second = min(left, right), max(left, right)
    reasons = (reviewer.because,) if reviewer.because else ()
    return Judgement(first, second, verdict, 1.0, reasons, trace, reviewer.made)


def _write(writer: Writer, judgements: Sequence[Judgement]) -> Judged:
    writer.add_judgements(judgements)
    lines = number_judgements(writer.judgements())
    last = lines[-1]
    if not last.stands:
        raise JudgementRefused(
            f"the clock says {last.judgement.made}, which is earlier than a judgement on the same two; set the clock"
        )
    compare_again(writer)
    findings = writer.findings()  # with the documents: outlets have no other words
    roster = Roster(findings)
    owners = (roster.owner(key) for key in (last.judgement.left, last.judgement.right))
    return Judged(last, tuple({each.id: each for each in owners if each is not None}.values()), findings)
