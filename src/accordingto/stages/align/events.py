"""What happened: mentions of events found in each document, then joined within and across documents."""

from collections.abc import Sequence

from accordingto.model.actor import Resolution
from accordingto.model.event import Event
from accordingto.model.findings import Reading


def find_events(readings: Sequence[Reading], resolution: Resolution) -> list[Event]:
    """The events of these documents, sorted by id."""
    return []
