"""This machine: one process, or one a core."""

from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool

from accordingto.comparing.crew import open_pool
from accordingto.engines.plan import Plan
from accordingto.engines.shard import SHARD, cut_shards, read_shard
from accordingto.errors import EngineFailed
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.pipeline import read_document
from accordingto.store.packed_reading import unpack_reading


def read_here(documents: Sequence[Document], model: str) -> Iterator[list[Reading]]:
    """In this process, one document after the other."""
    for document in documents:
        yield [read_document(document, model=model)]


def read_on_cores(documents: Sequence[Document], plan: Plan) -> Iterator[list[Reading]]:
    """In processes of their own, shard by shard, in the order of the documents.

    Raises:
        EngineFailed: a process died.
    """
    # The last shards are not dealt out evenly: eight for each process lose it a sixteenth of its time at most.
    size = max(1, min(SHARD, len(documents) // (8 * plan.workers)))
    try:
        with open_pool(plan.workers) as pool:
            for rows in pool.map(read_shard, cut_shards(documents, size), _always(plan.model)):
                yield [unpack_reading(row) for row in rows]
    except BrokenProcessPool as error:
        remedy = "run the same command again, it goes on where it was; fewer --processes need less memory"
        raise EngineFailed(f"a reading process died, for want of memory perhaps; {remedy}") from error


def _always(model: str) -> Iterator[str]:
    while True:
        yield model
