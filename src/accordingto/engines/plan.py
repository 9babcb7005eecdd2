"""Which engine reads, with how many processes."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from accordingto.model.document import Document

# Told of each step: documents read so far, documents to read, the one that is next (none: all are compared).
Watch = Callable[[int, int, Document | None], None]


class Engine(StrEnum):
    """What deals out the shards."""

    LOCAL = "local"  # processes of this machine, with nothing installed
    DAFT = "daft"  # Daft's own runner on this machine
    RAY = "ray"  # Daft on a Ray cluster: RAY_ADDRESS, or one started on this machine


def count_cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Plan:
    """How documents are read.

    Attributes:
        model: the spaCy model.
        engine: what deals out the shards.
        processes: how many read at once; ``None`` for one a core (of the cluster, with Ray).
        shards: a folder for Parquet shards, which ``daft`` and ``ray`` write; workers of a cluster must see it.
    """

    model: str
    engine: Engine = Engine.LOCAL
    processes: int | None = None
    shards: Path | None = None

    @property
    def workers(self) -> int:
        """How many processes read on this machine."""
        return self.processes or count_cores()
