"""The stories that reviewers look at, kept between the steps of a review: a form is looked at, looked at again, saved.

What is kept is what the ledger would give. A review that is saved here leaves other stories as they were, and its own
as they were worked out; anything else that changes the ledger, in this program or another, makes them be read anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from accordingto.model.findings import Findings
from accordingto.store.base import View

# A few reviewers at once, each with a story or two.
MOST_KEPT = 6


@dataclass(frozen=True, slots=True)
class Slice:
    """Some stories as they were.

    Attributes:
        revision: of the ledger then.
        documents: those of the stories.
        findings: what is known of them.
    """

    revision: int
    documents: frozenset[str]
    findings: Findings


class Slices:
    """The stories that were read last."""

    def __init__(self) -> None:
        self._kept: tuple[Slice, ...] = ()
        self._changing = Lock()

    def read(self, view: View, documents: Iterable[str]) -> Findings:
        """The stories of some documents, or more than these, as the view shows them."""
        wanted, revision = frozenset(documents), view.revision()
        known = (each for each in reversed(self._kept) if each.revision == revision and wanted <= each.documents)
        found = next(known, None) or _make(revision, view.slice_of(wanted))
        self._keep(found)
        return found.findings

    def revise(self, revisions: tuple[int, int], findings: Findings) -> None:
        """The ledger went from one revision to another, and nothing changed but these stories, to what they are now."""
        before, after = revisions
        changed = _make(after, findings)
        with self._changing:
            still = (each for each in self._kept if each.revision == before)
            others = (each for each in still if each.documents.isdisjoint(changed.documents))
            moved = (Slice(after, each.documents, each.findings) for each in others)
            self._kept = (*moved, changed)[-MOST_KEPT:]

    def _keep(self, found: Slice) -> None:
        with self._changing:
            others = [each for each in self._kept if each is not found and each.revision >= found.revision]
            self._kept = (*others, found)[-MOST_KEPT:]


def _make(revision: int, findings: Findings) -> Slice:
    return Slice(revision, frozenset(reading.document.id for reading in findings.readings), findings)
