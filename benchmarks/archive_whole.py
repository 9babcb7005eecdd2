"""A whole archive: from readings that are kept to a ledger of 100,000 documents, with time, memory and growth.

Nearly an hour on two cores, and some 15 GB of disk.
"""

from benchmarks.archive import gold_files, measure_sizes

__all__ = ["gold_files", "measure"]

SIZES = (10_000, 100_000)


def measure() -> dict[str, float]:
    """As ``archive``, but adding to it."""
    return measure_sizes(SIZES, more=0)
