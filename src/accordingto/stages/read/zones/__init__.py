"""Which stretches of a text are not the report: headline, labels, captions, credits, biographies, promotion."""

from accordingto.stages.read.zones.mark import mark_zones

__all__ = ["mark_zones"]
