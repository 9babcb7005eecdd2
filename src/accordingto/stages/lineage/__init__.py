"""Documents -> Derivations and Origins: is the second source really a second source?"""

from accordingto.stages.lineage.alignment import Shared
from accordingto.stages.lineage.likenesses import Batch, Known, Likenesses, align_batches
from accordingto.stages.lineage.reviewed import review_lineage
from accordingto.stages.lineage.trace_lineage import Trail, find_publishers, read_trail, trace_lineage
from accordingto.stages.lineage.voices import find_mentioned

__all__ = [
    "Batch",
    "Known",
    "Likenesses",
    "Shared",
    "Trail",
    "align_batches",
    "find_mentioned",
    "find_publishers",
    "read_trail",
    "review_lineage",
    "trace_lineage",
]
