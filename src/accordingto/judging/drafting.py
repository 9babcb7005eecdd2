"""Reviews from what a person wrote: ids or names of lines, and values in words ('more than 70', '12 May 2031')."""

from collections.abc import Iterable, Sequence

from accordingto.errors import JudgementRefused
from accordingto.judging.pointing import Pointer
from accordingto.judging.record import Reviewer
from accordingto.judging.roster import Roster
from accordingto.model.actor import ActorKind, mention_key
from accordingto.model.claim import (
    ActorValue,
    Claim,
    ClaimStance,
    DateValue,
    NumberValue,
    PlaceValue,
    Scope,
    TextValue,
    Value,
)
from accordingto.model.findings import Findings
from accordingto.model.lineage import DerivationKind
from accordingto.model.review import OUTLET, Act, Correction, Review
from accordingto.stages.resolve import passage_key
from accordingto.text.dates import find_dates
from accordingto.text.numbers import find_numbers
from accordingto.text.outlets import find_outlet

# Nobody writes a value longer than this; a whole article pasted by mistake is not kept.
LONGEST = 500


def draft_claim(pointer: Pointer, act: Act, claim: str, signed: Reviewer, *, said: Correction | None = None) -> Review:
    """A review of a claim, given by id.

    Raises:
        JudgementRefused: there is no such claim.
    """
    at = pointer.claim_at(claim)
    return Review(act, signed.name, signed.made, signed.because, claim=at, correction=said)


def draft_correction(
    pointer: Pointer,
    claim: str,
    *,
    value: str | None = None,
    who: str | None = None,
    stance: ClaimStance | None = None,
    event: str | None = None,
) -> Correction:
    """What a claim says instead; what is not given stays as it is, an empty ``who`` counts everybody.

    Raises:
        JudgementRefused: there is no such claim or event, or the words are no such value.
    """
    at = pointer.claim_at(claim)
    known = pointer.claims.get(claim, pointer.ruled[claim])
    given = parse_value(value, known, pointer) if value else pointer.point_at(known.value, at.document)
    counted = known.scope.who if who is None else _clean(who)[:LONGEST] or None
    return Correction(
        value=given,
        scope=Scope(counted, known.scope.place, known.scope.as_of),
        stance=known.stance if stance is None else stance,
        event=pointer.event_keys(event)[0] if event else None,
    )


def parse_value(words: str, like: Claim, pointer: Pointer) -> Value:
    """A value of the kind that a claim has, from words; an actor by the key of one of its mentions.

    Raises:
        JudgementRefused: the words are no such value.
    """
    said = _clean(words)[:LONGEST]
    if isinstance(like.value, NumberValue):
        return _parse_number(said)
    if isinstance(like.value, DateValue):
        found = find_dates(said, None)
        if len(found) != 1:
            raise JudgementRefused(f"'{said}' is no date; write it like 12 May 2031, or May 2031")
        return DateValue(found[0].date)
    if isinstance(like.value, ActorValue):
        return ActorValue(Roster(pointer.findings).choose(said).keys[0][1])
    return PlaceValue(said) if isinstance(like.value, PlaceValue) else TextValue(said)


def draft_join(pointer: Pointer, one: str, other: str, signed: Reviewer) -> Review:
    """Two events, given by id, are one.

    Raises:
        JudgementRefused: there is no such event.
    """
    left, right = (pointer.event_keys(each)[:1] for each in (one, other))
    return Review(Act.JOIN, signed.name, signed.made, signed.because, left=left, right=right)


def draft_part(pointer: Pointer, event: str, away: Iterable[str], signed: Reviewer) -> Review:
    """Some words for an event speak of another one.

    Args:
        pointer: the ledger's lines.
        event: id.
        away: keys of these words, or ids or paths of documents, all of whose words for the event are meant.
        signed: who says so, and why.

    Raises:
        JudgementRefused: there is no such event, or no words would stay, or none would go.
    """
    keys = pointer.event_keys(event)
    chosen = {each if each in keys else find_document(pointer, each) for each in away}
    right = tuple(key for key in keys if key in chosen or key.rpartition(":")[0] in chosen)
    left = tuple(key for key in keys if key not in right)
    if not left or not right:
        raise JudgementRefused("some words for the event must stay and some must go; choose others")
    return Review(Act.PART, signed.name, signed.made, signed.because, left=left, right=right)


def draft_derivation(
    act: Act, document: str, source: str, signed: Reviewer, *, kind: DerivationKind | None = None
) -> Review:
    """A document, given by id, came or did not come from another, or from an outlet as ``name_outlet`` writes it."""
    return Review(act, signed.name, signed.made, signed.because, left=(document,), right=(source,), kind=kind)


def draft_ascription(pointer: Pointer, claim: str, whose: str, signed: Reviewer) -> Review:
    """The passage that a claim, given by id, was read from is somebody else's, given by name.

    Raises:
        JudgementRefused: there is no such claim, or nobody, or several, are called so in its stories.
    """
    document = pointer.claim_at(claim).document
    line = pointer.lines[pointer.ruled[claim].attribution]
    if not line.content:
        raise JudgementRefused("this passage has no words of its own that a review could point at")
    key = Roster(pointer.findings).choose(_clean(whose)[:LONGEST]).keys[0][1]
    left, right = (passage_key(document, line.content),), (key,)
    return Review(Act.ASCRIBE, signed.name, signed.made, signed.because, left=left, right=right)


def draft_sorting(findings: Findings, actor: str, kind: ActorKind, signed: Reviewer) -> Review:
    """An actor, given by name or id, is of another kind.

    Raises:
        JudgementRefused: nobody, or several, are called so.
    """
    key = Roster(findings).choose(_clean(actor)[:LONGEST]).keys[0][1]
    return Review(Act.SORT, signed.name, signed.made, signed.because, left=(key,), actor_kind=kind)


def draft_undo(number: int, signed: Reviewer) -> Review:
    """A review no longer counts."""
    return Review(Act.UNDO, signed.name, signed.made, signed.because or f"takes review {number} back", undoes=number)


def find_document(pointer: Pointer, words: str) -> str:
    """The id of the document that words mean: its id, its path or address.

    Raises:
        JudgementRefused: none or several are called so.
    """
    found = _documents(pointer, words)
    if len(found) == 1:
        return found[0]
    why = f"{len(found)} documents are" if found else "no document is"
    raise JudgementRefused(f"{why} called '{words[:LONGEST]}'; give the path or id that its page shows")


def name_outlet(words: str) -> str:
    """An outlet as reviews write it.

    Raises:
        JudgementRefused: nothing is named.
    """
    name = _clean(words.removeprefix(OUTLET))[:LONGEST]
    if not name:
        raise JudgementRefused("nothing is named that it came from; give a document or an outlet")
    return OUTLET + find_outlet(name)


def _documents(pointer: Pointer, words: str) -> Sequence[str]:
    if words in pointer.documents:
        return [words]
    return [each.id for each in pointer.documents.values() if words in {each.uri, each.url}]


def _parse_number(words: str) -> NumberValue:
    found = find_numbers(words)
    if len(found) != 1:
        raise JudgementRefused(f"'{words}' is no count; write it like 70, more than 70, up to 4,000 or 10 to 15")
    return NumberValue(found[0].low, found[0].high)


def _clean(words: str) -> str:
    """On one line; what is no character becomes '?'."""
    return " ".join(words.encode("utf-8", "replace").decode("utf-8").split())


def name_mentions(pointer: Pointer, event: str) -> list[tuple[str, str, str]]:
    """The words for an event: key, document, the clause."""
    found = pointer.events[event].mentions
    return [
        (mention_key(each.document, each.trigger), each.document, pointer.documents[each.document].quote(each.span))
        for each in found
    ]
