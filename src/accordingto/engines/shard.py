"""One shard: documents in, readings out, as rows that any engine can carry and any file format can hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from accordingto.model.attribution import Attribution
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.trace import Issue
from accordingto.pipeline import read_document
from accordingto.store.lines_json import dump_line, load_line
from accordingto.store.packed_parse import pack_parse, unpack_parse

# Documents of one shard: enough that dealing it out costs nothing beside reading it, few enough that little is lost
# when a machine dies. A document takes about a fifth of a second.
SHARD = 16


@dataclass(frozen=True, slots=True)
class Row:
    """A reading as plain text and bytes.

    Attributes:
        id: of the document.
        rules: the version of the reading rules.
        document, lines: the document and its attributions and issues, as JSON.
        model: the model of its grammar.
        parse: its grammar, packed.
    """

    id: str
    rules: str
    document: str
    lines: str
    model: str
    parse: bytes


@dataclass(frozen=True, slots=True)
class _Lines:
    attributions: tuple[Attribution, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_shard(documents: Sequence[str], model: str) -> list[Row]:
    """Read and attribute some documents: the one function that every engine runs.

    Args:
        documents: as ``dump_line`` writes them.
        model: the spaCy model that reads, loaded once a process.
    """
    return [pack_reading(read_document(load_line(Document, each), model=model)) for each in documents]


def pack_reading(reading: Reading) -> Row:
    """The row from which ``unpack_reading`` makes the same reading again."""
    return Row(
        reading.document.id,
        reading.rules,
        dump_line(reading.document),
        dump_line(_Lines(reading.attributions, reading.issues)),
        reading.parse.model,
        pack_parse(reading.document, reading.parse),
    )


def unpack_reading(row: Row) -> Reading:
    """The reading that was packed.

    Raises:
        ValueError: the row is damaged.
        LedgerError: its grammar is damaged.
    """
    document, lines = load_line(Document, row.document), load_line(_Lines, row.lines)
    parse = unpack_parse(document, row.model, row.parse)
    return Reading(document, parse, lines.attributions, row.rules, lines.issues)


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
