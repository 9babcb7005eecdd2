"""A story that cannot be settled is settled without the documents that defeat it, and keeps their other lines."""

from collections.abc import Sequence
from dataclasses import replace

from accordingto.comparing.aside import make_issue, make_most, stage_of
from accordingto.comparing.settling import Settled, Share, settle
from accordingto.errors import AccordingtoError
from accordingto.model.findings import Overruled
from accordingto.model.trace import Issue
from accordingto.stages.stories import Shares
from accordingto.store.packed_reading import Held, document_of, open_lines
from accordingto.text.places import Gazetteer

# So many documents are named by an issue about a whole story.
NAMED = 5


def settle_all(shares: Sequence[Share], gazetteer: Gazetteer) -> list[Settled]:
    """Settle some stories, each as far as it can be."""
    return [_settle(each, gazetteer) for each in shares]


def _settle(share: Share, gazetteer: Gazetteer) -> Settled:
    met = _attempt(share, gazetteer)
    if not isinstance(met, Exception):
        return met
    most, aside = make_most(share.readings, lambda some: _attempt(_part(share, some), gazetteer), met)
    if isinstance(most, Exception):
        return _unsettled(share, most)
    issues = [make_issue(document_of(held), error) for held, error in aside]
    stories = tuple(story.id for story in share.stories)
    return replace(most, stories=stories, issues=(*issues, *most.issues), whole=False)


def _attempt(share: Share, gazetteer: Gazetteer) -> Settled | Exception:
    try:
        return settle(share, gazetteer)
    except AccordingtoError:
        raise
    except Exception as error:  # noqa: BLE001  one hostile text must not cost the others their ledger
        return error


def _part(share: Share, readings: Sequence[Held]) -> Share:
    """The share as if there were these of its documents only."""
    opened = [open_lines(each) for each in readings]
    outlets = {each.document.id: each.document.outlet for each in opened}
    lines = [line.id for each in opened for line in each.attributions]
    shares = Shares(outlets, share.resolution, share.lineage)
    return replace(
        share,
        stories=tuple(
            replace(story, documents=tuple(each for each in story.documents if each in outlets))
            for story in share.stories
        ),
        readings=tuple(readings),
        resolution=shares.resolution_of(sorted(outlets), lines),
        lineage=shares.lineage(sorted(outlets)),
    )


def _unsettled(share: Share, error: Exception) -> Settled:
    """A story without events, claims and questions, and one issue that names its documents."""
    names = [document_of(each).uri for each in share.readings]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    message = f"{', '.join(names[:NAMED])}{more}: {type(error).__name__}: {error}"
    issue = Issue("", stage_of(error), message)
    stories = tuple(story.id for story in share.stories)
    return Settled(stories, (), (), (), Overruled((), ()), (issue,), whole=False)
