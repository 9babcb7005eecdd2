"""Where a document came from, and which documents are one line of provenance."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.document import Span
from accordingto.model.trace import Trace

# The rule of a derivation that is a revision: the same page read again, with other words.
REVISION = "lineage.same-address.v1"


class DerivationKind(StrEnum):
    """How a document came from another."""

    COPY = "copy"
    REWRITE = "rewrite"
    TRANSLATION = "translation"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Derivation:
    """This document came, wholly or in part, from that one.

    Attributes:
        document: id of the derived document.
        source: id of the document it came from, or ``None`` when that is not in the ledger.
        outlet: name of the outlet it came from, where known.
        kind: copy, rewrite, translation or credit.
        evidence: the credit line, or the first shared passage, in the derived document.
        whole: True when the document as a whole came from there (a copy, 'Source: …', a wire byline); False when
            one passage did ('told the BBC'): only a whole derivation folds two documents into one origin.
        trace: the rule that found it.
    """

    document: str
    source: str | None
    outlet: str | None
    kind: DerivationKind
    evidence: Span | None
    whole: bool
    trace: Trace

    @property
    def order(self) -> tuple[str, str, str, str, tuple[int, int], str]:
        """Its place among the derivations of a ledger."""
        evidence = self.evidence or (-1, -1)
        return (self.document, self.kind, self.source or "", self.outlet or "", evidence, self.trace.rule)

    @property
    def is_revision(self) -> bool:
        """Whether both documents are one page, read at two times."""
        return self.trace.rule == REVISION


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent line of provenance: its documents do not corroborate each other.

    Attributes:
        id: derived from the documents' ids or, where known, the outlet that stands at the root.
        documents: ids, sorted.
        outlet: name of the outlet at the root, where known.
    """

    id: str
    documents: tuple[str, ...]
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Lineage:
    """What the lineage stage found out.

    ``struck`` are derivations that rules found and a person took out; they count for nothing and stay on record.
    """

    derivations: tuple[Derivation, ...]
    origins: tuple[Origin, ...]
    struck: tuple[Derivation, ...] = ()
