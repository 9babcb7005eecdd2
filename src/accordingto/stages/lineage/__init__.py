"""Documents -> Derivations and Origins: is the second source really a second source?"""

from accordingto.stages.lineage.trace_lineage import trace_lineage

__all__ = ["trace_lineage"]
