"""Findings as they are once other reviews stand: what reviews touch is settled anew, everything else is kept.

The outcome is what comparing everything anew would give; a property test holds the two against each other. Judgements
of who is who touch the comparing itself and are not for this.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from accordingto.comparing.apart import Apart, by_story
from accordingto.model.claim import Claim
from accordingto.model.document import Document
from accordingto.model.event import Event
from accordingto.model.findings import Alignment, Findings, Reading
from accordingto.model.keys import make_id
from accordingto.model.lineage import Lineage
from accordingto.model.review import Review, find_standing, is_reviewed
from accordingto.model.story import Story
from accordingto.model.trace import Trace
from accordingto.stages.align import Group, Remaking, review_alignment
from accordingto.stages.lineage import review_lineage
from accordingto.stages.reconcile import Asked, find_touched
from accordingto.stages.stories import Shares
from accordingto.text.casing import as_read
from accordingto.text.places import Gazetteer

# Gives readings the grammar that findings come without.
Grammar = Callable[[Iterable[Reading]], Iterable[Reading]]


def apply_reviews(
    findings: Findings,
    reviews: Sequence[Review],
    grammar: Grammar,
    gazetteer: Gazetteer,
    *,
    lineage: Lineage | None = None,
) -> Findings:
    """The findings of some stories, or of all, after the reviews of their ledger have become these.

    Args:
        findings: as they are kept, with the reviews that stood so far.
        reviews: every review of the ledger, in order.
        grammar: reads the grammar of some documents; needed where mentions of events are put together anew.
        gazetteer: where places lie.
        lineage: where documents came from now, where that is another than before; both are the whole ledger's then.
    """
    found = restore(findings)
    remake = _Remaking(findings, grammar, gazetteer)
    standing = find_standing(reviews)
    reviewed = review_alignment(found, findings.readings, findings.resolution, standing, remake=remake)
    touched = _find_changed(findings.claims, reviewed.claims)
    before = findings.lineage
    if lineage is not None and lineage != before:
        touched |= find_touched(reviewed.claims, findings.readings, findings.resolution, before=before, after=lineage)
    now = before if lineage is None else lineage
    settled = replace(findings, lineage=now, events=reviewed.events, overruled=reviewed.overruled)
    return _settle(settled, reviewed.claims, touched) if touched else settled


def review_whole_lineage(before: Lineage, documents: Sequence[Document], reviews: Sequence[Review]) -> Lineage:
    """The lineage of a ledger after its reviews have become these; of the documents only ids and outlets matter."""
    ruled = [each for each in before.derivations if not is_reviewed(each.trace)]
    found = sorted([*ruled, *before.struck], key=lambda each: each.order)
    return review_lineage(documents, found, find_standing(reviews))


def restore(findings: Findings) -> Alignment:
    """Events and claims as rules made them, before any review."""
    ruled = {claim.id: claim for claim in (*findings.claims, *findings.overruled.claims)}
    claims = (_bare(ruled[each]) for each in sorted(ruled))
    events = [event for event in findings.events if not is_reviewed(event.trace)]
    return Alignment(tuple(sorted([*events, *findings.overruled.events], key=lambda event: event.id)), tuple(claims))


def _bare(claim: Claim) -> Claim:
    """A claim without what settling its question adds."""
    return replace(claim, supersedes=()) if claim.supersedes else claim


def _find_changed(before: Sequence[Claim], after: Sequence[Claim]) -> set[Asked]:
    """What the questions are about whose claims are not the same."""
    was = {claim.id: _bare(claim) for claim in before}
    now = {claim.id: claim for claim in after}
    changed = [each for each in was.keys() | now.keys() if was.get(each) != now.get(each)]
    lines = [held[each] for held in (was, now) for each in changed if each in held]
    return {(claim.subject, claim.attribute) for claim in lines}


def _settle(findings: Findings, claims: Sequence[Claim], touched: set[Asked]) -> Findings:
    """The findings with the touched questions settled anew from these claims, the others as they are."""
    asked = [claim for claim in claims if (claim.subject, claim.attribute) in touched]
    outlets = {reading.document.id: reading.document.outlet for reading in findings.readings}
    shares = Shares(outlets, findings.resolution, findings.lineage)
    stories = _stories_of(findings)
    settled = Apart(stories, by_story(findings.readings, stories), shares).reconcile(asked, findings.events)
    kept = [claim for claim in findings.claims if (claim.subject, claim.attribute) not in touched]
    others = [question for question in findings.questions if (question.subject, question.attribute) not in touched]
    return replace(
        findings,
        claims=tuple(sorted([*kept, *settled.claims], key=lambda claim: claim.id)),
        questions=tuple(sorted([*others, *settled.questions], key=lambda question: question.id)),
    )


def _stories_of(findings: Findings) -> tuple[Story, ...]:
    """The stories of a ledger; one of all documents where it was written before there were stories."""
    documents = tuple(reading.document.id for reading in findings.readings)
    return findings.stories or (Story("story-all", "", documents, None, (), Trace("stories.before.v1")),)


class _Remaking:
    """Makes events of groups of mentions; those that were made by an earlier review are taken as they are."""

    def __init__(self, findings: Findings, grammar: Grammar, gazetteer: Gazetteer) -> None:
        self._findings = findings
        self._grammar = grammar
        self._gazetteer = gazetteer
        self._made = {event.id: event for event in findings.events if is_reviewed(event.trace)}

    def __call__(self, group: Group, homes: Sequence[Event]) -> Event:
        first = group.mentions[0][0]
        known = self._made.get(make_id("evt", first.document, first.trigger.start, first.trigger.end))
        mentions = tuple(mention for mention, _ in group.mentions)
        if known is not None and known.mentions == mentions and known.trace == group.review.trace:
            return known
        told = {mention.document for mention in mentions}
        remake = Remaking(self._read(told), self._findings.resolution, self._gazetteer)
        return remake(group, homes)

    def _read(self, documents: set[str]) -> list[Reading]:
        stories = by_story(self._findings.readings, _stories_of(self._findings))
        dated = {reading.document.id: reading for story in stories for reading in story}
        readings = self._grammar([each for each in self._findings.readings if each.document.id in documents])
        return [_date(as_read(reading), dated[reading.document.id]) for reading in readings]


def _date(reading: Reading, dated: Reading) -> Reading:
    return replace(reading, document=replace(reading.document, published=dated.document.published))
