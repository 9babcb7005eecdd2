"""A whole archive: from readings that are kept to a ledger of 100,000 documents, with time, memory and growth.

The longest measure: run it alone, where there is room for the readings and the ledger on the disk.
"""

from benchmarks.archive import gold_files, measure_sizes

__all__ = ["gold_files", "measure"]

SIZES = (10_000, 100_000)


def measure() -> dict[str, float]:
    """As ``archive``, without documents that are added."""
    return measure_sizes(SIZES, more=0)
