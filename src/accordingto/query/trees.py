"""Who copied whom, as trees: each line of provenance from its root down, a story at a time.

Out of scope: the picture of it, which reads single tables of a large ledger (``descent.py``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.model.document import Document
from accordingto.model.findings import Findings
from accordingto.model.lineage import Derivation, Origin
from accordingto.model.story import Story


@dataclass(frozen=True, slots=True)
class Node:
    """A document, or an outlet that has none in the ledger, and what came from it.

    Attributes:
        document: the document; ``None`` for an outlet of which the ledger has no document.
        outlet: who published it, where known.
        derivation: how it came from the branch above; ``None`` at a root.
        evidence: the words of the document that show it.
        is_known: the outlet has documents in the ledger; only which of them it was is not known.
        passages: derivations of single passages from elsewhere: they make no line of provenance.
        branches: what came from it as a whole, by day and path.
    """

    document: Document | None
    outlet: str | None
    derivation: Derivation | None
    evidence: str | None
    passages: tuple[Derivation, ...]
    branches: tuple["Node", ...]
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Trees:
    """The lines of provenance of one story.

    Attributes:
        story: the story; ``None`` where documents were not grouped.
        origins: a tree each: the roots of one line of provenance, by its first day.
        documents: how many documents the story has.
    """

    story: Story | None
    origins: tuple[tuple[Node, ...], ...]
    documents: int


def grow_trees(findings: Findings) -> tuple[Trees, ...]:
    """The trees of every story, the largest story first."""
    documents = {reading.document.id: reading.document for reading in findings.readings}
    told: list[tuple[Story | None, tuple[str, ...]]] = [(story, story.documents) for story in findings.stories]
    grower = _Grower(documents, findings.lineage.derivations)
    found = [
        _descend(story, ids, findings.lineage.origins, grower)
        for story, ids in told or [(None, tuple(documents))]
        if ids
    ]
    return tuple(sorted(found, key=lambda each: (-each.documents, each.story.id if each.story else "")))


def _descend(story: Story | None, ids: Sequence[str], origins: Iterable[Origin], grower: "_Grower") -> Trees:
    own = set(ids)
    lines = [sorted(own.intersection(origin.documents)) for origin in origins]
    trees = [grower.grow(line) for line in lines if line]
    return Trees(story, tuple(sorted(trees, key=lambda roots: _order(roots[0]))), len(own))


class _Grower:
    """Makes trees: every document hangs where it came from as a whole, each once."""

    def __init__(self, documents: Mapping[str, Document], derivations: Iterable[Derivation]) -> None:
        self._documents = documents
        self._outlets = {each.outlet for each in documents.values()}
        self._whole: defaultdict[str, list[Derivation]] = defaultdict(list)
        self._parts: defaultdict[str, list[Derivation]] = defaultdict(list)
        for each in derivations:
            (self._whole if each.whole else self._parts)[each.document].append(each)

    def grow(self, line: Sequence[str]) -> tuple[Node, ...]:
        """The roots of one line of provenance, by day and path."""
        parents = self._choose(line)
        below: defaultdict[str, list[str]] = defaultdict(list)
        for document, derivation in parents.items():
            below[derivation.source or f"outlet {derivation.outlet}"].append(document)
        roots = [self._branch(each, None, below, parents) for each in line if each not in parents]
        outlets = {each.outlet for each in parents.values() if each.source is None}
        for outlet in sorted(each or "" for each in outlets):
            hung = self._below(f"outlet {outlet}", below, parents)
            roots.append(Node(None, outlet, None, None, (), hung, outlet in self._outlets))
        return tuple(sorted(roots, key=_order))

    def _choose(self, line: Sequence[str]) -> dict[str, Derivation]:
        """One derivation a document: from a document before an outlet, and never in a circle."""
        own = set(line)
        chosen: dict[str, Derivation] = {}
        for document in line:
            found = [each for each in self._whole[document] if each.source is None or each.source in own]
            for each in sorted(found, key=lambda each: (each.source is None, each.source or "", each.outlet or "")):
                if not _leads(each.source, document, chosen):
                    chosen[document] = each
                    break
        return chosen

    def _branch(
        self,
        document: str,
        derivation: Derivation | None,
        below: Mapping[str, Sequence[str]],
        parents: Mapping[str, Derivation],
    ) -> Node:
        found = self._documents[document]
        evidence = None if derivation is None or derivation.evidence is None else found.quote(derivation.evidence)
        hung = self._below(document, below, parents)
        return Node(found, found.outlet, derivation, evidence, tuple(self._parts[document]), hung)

    def _below(
        self, key: str, below: Mapping[str, Sequence[str]], parents: Mapping[str, Derivation]
    ) -> tuple[Node, ...]:
        branches = [self._branch(each, parents[each], below, parents) for each in below.get(key, ())]
        return tuple(sorted(branches, key=_order))


def _leads(source: str | None, document: str, chosen: Mapping[str, Derivation]) -> bool:
    """Whether the way up from a source comes to the document itself."""
    at = source
    while at is not None and at != document:
        at = chosen[at].source if at in chosen else None
    return at is not None


def _order(branch: Node) -> tuple[str, str, str]:
    document = branch.document
    if document is None:
        return ("", branch.outlet or "", "")
    day = "9" if document.published is None else document.published.date.start.isoformat()
    return (day, document.uri, document.id)
