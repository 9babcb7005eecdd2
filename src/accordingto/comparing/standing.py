"""Which stories stand as an earlier build left them: those whose share of what is known is what it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accordingto.comparing.asked import Asked, holds
from accordingto.comparing.crew import cut
from accordingto.comparing.memory import SOME, Kept, Recollection
from accordingto.comparing.packing import digest, pack
from accordingto.comparing.recalled import Documents
from accordingto.comparing.salvage import settle_all
from accordingto.comparing.settling import Settled, Share, Told, Whole, deal_shares
from accordingto.model.memo import Memo
from accordingto.model.story import Story
from accordingto.model.trace import Issue
from accordingto.text.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Standing:
    """What is kept of a story: its events, claims and questions are in the ledger.

    Attributes:
        asked: what settling it asked of where outlets write about.
        issues: what was met.
    """

    asked: tuple[Asked, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class AllSettled:
    """The stories of a ledger, settled.

    Attributes:
        fresh: what came out of those that were settled now.
        standing: documents of the others.
        issues: what was met in all of them, in their order.
        kept: what is to be kept of those that were settled now.
    """

    fresh: list[Settled]
    standing: frozenset[str]
    issues: list[Issue]
    kept: tuple[Kept, ...]


def settle_stories(told: Sequence[Told], whole: Whole, documents: Documents, gazetteer: Gazetteer) -> AllSettled:
    """Settle the stories that do not stand as an earlier build left them."""
    standing = _find_standing(told, whole, documents)
    stale = [each for each in told if _name(each[0]) not in standing]
    digests: dict[str, str] = {}

    def note(share: Share) -> None:
        digests[_name(share.stories)] = _digest(share, documents)

    count = sum(len(story.documents) for stories, _ in stale for story in stories)
    fresh = list(documents.crew.map(settle_all, deal_shares(stale, whole, note), gazetteer, count=count))
    found = {_name(stories): each for (stories, _), each in zip(stale, fresh, strict=True)}
    return AllSettled(
        fresh,
        frozenset(document for stories, _ in told if _name(stories) in standing for document in _told_by(stories)),
        [issue for stories, _ in told for issue in (found.get(_name(stories)) or standing[_name(stories)]).issues],
        tuple(
            (story, digests[_name(stories)], pack(Standing(each.asked, each.issues)))
            for (stories, _), each in zip(stale, fresh, strict=True)
            if each.whole
            for story in _ids(stories)
        ),
    )


def _find_standing(told: Sequence[Told], whole: Whole, documents: Documents) -> dict[str, Standing]:
    """What is kept of the stories that stand, by name."""
    found: dict[str, Standing] = {}
    if documents.memory.has(Memo.STORY):
        known = Recollection(documents.memory, Memo.STORY, Standing)
        for some in cut(told, SOME):
            kept = dict(known.recall(_digests(some, whole, documents)))
            found |= {
                _name(stories): kept[_name(stories)]
                for stories, _ in some
                if kept.keys() >= set(_ids(stories)) and holds(kept[_name(stories)].asked, whole.homes)
            }
    return found


def _digests(told: Iterable[Told], whole: Whole, documents: Documents) -> dict[str, str]:
    """The digest of each story's share, by the story's id."""
    found: dict[str, str] = {}
    for stories, reviews in told:
        found |= dict.fromkeys(_ids(stories), _digest(whole.share(stories, reviews), documents))
    return found


def _digest(share: Share, documents: Documents) -> str:
    """The digest of all that settling a story rests on but where its outlets write about."""
    told = [(story.id, [documents.keys[each] for each in story.documents]) for story in share.stories]
    return digest(documents.version, told, share.resolution, share.lineage, share.reviews)


def _told_by(stories: Iterable[Story]) -> Iterator[str]:
    return (document for story in stories for document in story.documents)


def _ids(stories: Iterable[Story]) -> list[str]:
    """What stories are kept under: those that reviews hold together stand only while none of them is touched."""
    return [story.id for story in stories]


def _name(stories: Sequence[Story]) -> str:
    """What stories that reviews hold together are called here."""
    return stories[0].id
