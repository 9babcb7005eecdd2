"""Documents -> Derivations and Origins: is the second source really a second source?"""

from collections.abc import Sequence

from accordingto.model.document import Document
from accordingto.model.lineage import Lineage, Origin


def trace_lineage(documents: Sequence[Document]) -> Lineage:
    """Which documents came from which, and what independent lines of provenance remain."""
    return Lineage((), tuple(Origin(f"origin-{d.id}", (d.id,), d.outlet) for d in documents))
