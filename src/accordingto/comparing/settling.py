"""One story settled: its events, claims and questions, out of its documents and its share of what is known of all.

What comes out depends on nothing but the share. So stories are dealt out to processes, and one whose share is what it
was before need not be settled again.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from accordingto.comparing.apart import Apart, Known, by_story
from accordingto.comparing.asked import Asked, Watched
from accordingto.model.actor import Resolution
from accordingto.model.attribution import Variant
from accordingto.model.claim import Claim, Question
from accordingto.model.event import Event
from accordingto.model.findings import Findings, Overruled, Reading
from accordingto.model.lineage import Lineage
from accordingto.model.review import ON_LINEAGE, Review, pointed_documents
from accordingto.model.story import Story
from accordingto.model.trace import Issue
from accordingto.observe import stage
from accordingto.stages.align import Remaking, pick_sure, recall_dates, review_alignment
from accordingto.stages.stories import Shares
from accordingto.store.packed_reading import Held, open_reading
from accordingto.text.casing import as_read
from accordingto.text.places import Candidate, Gazetteer, Home

Line = TypeVar("Line", Event, Claim, Question)
# Stories are dealt out until they have so many documents together.
SHARE = 24


@dataclass(frozen=True, slots=True)
class Share:
    """All that settling a story rests on.

    Attributes:
        stories: one; more where a person's review holds several together.
        readings: of its documents, sorted by id.
        resolution, lineage: who is who in them, and where they came from.
        homes: where their outlets write about.
        reviews: those that are about its documents.
        sure: the places by which each of its documents tells where the story lies.
        dates: the dates that each of them names, packed.
    """

    stories: tuple[Story, ...]
    readings: tuple[Held, ...]
    resolution: Resolution
    lineage: Lineage
    homes: Mapping[str | None, Home]
    reviews: tuple[Review, ...]
    sure: Mapping[str, tuple[Candidate, ...]]
    dates: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Settled:
    """What came out of a share, every tuple sorted by id.

    Attributes:
        stories: ids.
        events, claims, questions, overruled, issues: what was found.
        asked: what was asked of where outlets write about.
        whole: no document had to be set aside.
    """

    stories: tuple[str, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    overruled: Overruled
    issues: tuple[Issue, ...]
    asked: tuple[Asked, ...] = ()
    whole: bool = True


def settle(share: Share, gazetteer: Gazetteer) -> Settled:
    """The events, claims and questions of a story, as persons' reviews leave them."""
    ordered = [as_read(open_reading(each)) for each in share.readings]
    for each in ordered:
        recall_dates(each.document, share.dates[each.document.id])
    told = Apart(share.stories, by_story(ordered, share.stories), _known(share, ordered))
    watched = Watched(share.homes)
    with stage("align"):
        alignment = told.align(gazetteer, watched.homes, share.sure)
        remake = Remaking((reading for each in told.readings for reading in each), share.resolution, gazetteer)
        reviewed = review_alignment(alignment, ordered, share.resolution, share.reviews, remake=remake)
    with stage("reconcile"):
        settled = told.reconcile(reviewed.claims, reviewed.events)
    ids = tuple(story.id for story in share.stories)
    return Settled(
        ids,
        reviewed.events,
        settled.claims,
        settled.questions,
        reviewed.overruled,
        alignment.issues,
        watched.asked(),
    )


@dataclass(frozen=True, slots=True)
class _Alone:
    """What a share of one story knows, which concerns all of its documents."""

    share: Share

    def resolution(self, readings: Sequence[Reading], /) -> Resolution:  # noqa: ARG002
        """Who is who in them."""
        return self.share.resolution

    def lineage(self, documents: Iterable[str], /) -> Lineage:  # noqa: ARG002
        """Where they came from."""
        return self.share.lineage


def _known(share: Share, readings: Sequence[Reading]) -> Known:
    if len(share.stories) == 1:
        return _Alone(share)
    outlets = {reading.document.id: reading.document.outlet for reading in readings}
    return Shares(outlets, share.resolution, share.lineage)


def join_settled(
    found: Sequence[Settled],
    issues: Sequence[Issue],
    *,
    lineage: Lineage,
    resolution: Resolution,
    stories: tuple[Story, ...],
    variants: tuple[Variant, ...],
) -> Findings:
    """The stories' findings put together, with what was found of all documents; ``issues`` are those of all stages."""
    return Findings(
        readings=(),
        lineage=lineage,
        resolution=resolution,
        stories=stories,
        variants=variants,
        events=_sorted(each for one in found for each in one.events),
        claims=_sorted(each for one in found for each in one.claims),
        questions=_sorted(each for one in found for each in one.questions),
        overruled=Overruled(
            _sorted(each for one in found for each in one.overruled.events),
            _sorted(each for one in found for each in one.overruled.claims),
        ),
        issues=tuple(issues),
    )


def _sorted(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: line.id))


def pick_places(named: Iterable[tuple[str, Sequence[Candidate]]]) -> dict[str, tuple[Candidate, ...]]:
    """Of the places that each document names those by which it tells where its story lies.

    Equal ones, few regions mostly, are held once.
    """
    known: dict[Candidate, Candidate] = {}
    picked = ((document, pick_sure(places)) for document, places in named)
    return {document: tuple(known.setdefault(each, each) for each in found) for document, found in picked if found}


Told = tuple[tuple[Story, ...], tuple[Review, ...]]


@dataclass(frozen=True, slots=True)
class Whole:
    """What is known of all documents, of which stories get their shares.

    Attributes:
        load: gets readings by their documents' ids.
        lines: ids of the attributions of each document.
        outlets: of each document.
        homes: where outlets write about.
        sure: the places by which documents tell where their stories lie, where they name any.
        dates: the dates that each document names, packed.
        shares: hands out who is who and what came from where.
    """

    load: Callable[[Sequence[str]], Sequence[Held]]
    lines: Mapping[str, Sequence[str]]
    outlets: Mapping[str, str | None]
    homes: Mapping[str | None, Home]
    sure: Mapping[str, tuple[Candidate, ...]]
    dates: Mapping[str, bytes]
    shares: Shares

    def share(self, stories: tuple[Story, ...], reviews: tuple[Review, ...]) -> Share:
        """The share of one story, or of some that reviews hold together, still without the readings."""
        ids = sorted(each for story in stories for each in story.documents)
        resolution = self.shares.resolution_of(ids, [line for each in ids for line in self.lines[each]])
        outlets = {None, *(self.outlets[each] for each in ids)} & self.homes.keys()
        homes = {each: self.homes[each] for each in sorted(outlets, key=lambda each: each or "")}
        sure = {each: self.sure.get(each, ()) for each in ids} if len(ids) > 1 else {}
        dates = {each: self.dates[each] for each in ids}
        return Share(stories, (), resolution, self.shares.lineage(ids), homes, reviews, sure, dates)

    def open(self, share: Share) -> Share:
        """The share with the readings of its documents."""
        ids = sorted(each for story in share.stories for each in story.documents)
        return replace(share, readings=tuple(self.load(ids)))


def deal_shares(told: Iterable[Told], whole: Whole, note: Callable[[Share], None]) -> Iterator[list[Share]]:
    """Every story's share, a few stories at a time.

    Args:
        told: stories with the reviews that are about them.
        whole: of which they get their shares.
        note: is shown each share before its readings are put to it.
    """
    dealt: list[Share] = []
    size = 0
    for stories, reviews in told:
        bare = whole.share(stories, reviews)
        note(bare)
        dealt.append(whole.open(bare))
        size += len(dealt[-1].readings)
        if size >= SHARE:
            yield dealt
            dealt, size = [], 0
    if dealt:
        yield dealt


def join_reviewed(stories: Iterable[Story], reviews: Sequence[Review]) -> list[Told]:
    """The stories, those together that a review of claims or events holds together, each with its reviews."""
    ordered = sorted(stories, key=lambda story: story.id)
    at = {document: number for number, story in enumerate(ordered) for document in story.documents}
    homes = list(range(len(ordered)))
    touched: list[tuple[Review, set[int]]] = []
    for review in reviews:
        held = {at[each] for each in pointed_documents(review) if each in at} if review.act not in ON_LINEAGE else set()
        touched.append((review, held))
        least = min((_root(homes, each) for each in held), default=0)
        for each in held:
            homes[_root(homes, each)] = least
    groups: defaultdict[int, list[Story]] = defaultdict(list)
    for number, story in enumerate(ordered):
        groups[_root(homes, number)].append(story)
    said: defaultdict[int, list[Review]] = defaultdict(list)
    for review, held in touched:
        for root in sorted({_root(homes, each) for each in held}):
            said[root].append(review)
    return [(tuple(groups[root]), tuple(said[root])) for root in sorted(groups)]


def _root(homes: Sequence[int], at: int) -> int:
    while homes[at] != at:
        at = homes[at]
    return at
