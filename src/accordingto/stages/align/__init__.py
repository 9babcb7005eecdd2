"""Attributions -> Events and Claims: what happened, and which typed values are given for it."""

from collections.abc import Sequence

from accordingto.model.actor import Resolution
from accordingto.model.findings import Alignment, Reading


def align(readings: Sequence[Reading], resolution: Resolution) -> Alignment:
    """The events of these documents, joined within and across them, and the claims about events and actors."""
    return Alignment((), ())
