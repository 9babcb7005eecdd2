"""One shard: documents in, readings out, as rows that any engine can carry and any file format can hold."""

from collections.abc import Iterable, Iterator, Sequence

from accordingto.model.document import Document
from accordingto.pipeline import read_document
from accordingto.store.lines_json import dump_line, load_line
from accordingto.store.packed_reading import Row, pack_reading

# Documents of one shard: enough that dealing it out costs nothing beside reading it, few enough that little is lost
# when a machine dies. A document takes about a fifth of a second.
SHARD = 16


def read_shard(documents: Sequence[str], model: str) -> list[Row]:
    """Read and attribute some documents: the one function that every engine runs.

    Args:
        documents: as ``dump_line`` writes them.
        model: the spaCy model that reads, loaded once a process.
    """
    return [pack_reading(read_document(load_line(Document, each), model=model)) for each in documents]


def cut_shards(documents: Iterable[Document], size: int = SHARD) -> Iterator[list[str]]:
    """The documents as shards, in their order."""
    shard: list[str] = []
    for document in documents:
        shard.append(dump_line(document))
        if len(shard) == size:
            yield shard
            shard = []
    if shard:
        yield shard
