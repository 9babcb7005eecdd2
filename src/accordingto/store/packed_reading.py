"""A reading as plain text and bytes: what engines carry, journals hold, and one process hands to another."""

from dataclasses import dataclass

from accordingto.model.attribution import Attribution
from accordingto.model.document import Document
from accordingto.model.findings import Reading
from accordingto.model.trace import Issue
from accordingto.store.lines_json import dump_line, load_own
from accordingto.store.packed_parse import empty_parse, pack_parse, unpack_parse


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
    document, lines = load_own(Document, row.document), load_own(_Lines, row.lines)
    parse = unpack_parse(document, row.model, row.parse)
    return Reading(document, parse, lines.attributions, row.rules, lines.issues)


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading of which the grammar alone is packed, as a ledger keeps it."""

    document: Document
    attributions: tuple[Attribution, ...]
    rules: str
    issues: tuple[Issue, ...]
    model: str
    parse: bytes


Held = Reading | Row | Kept


def open_reading(held: Held) -> Reading:
    """A reading, however it is held."""
    if isinstance(held, Kept):
        parse = unpack_parse(held.document, held.model, held.parse)
        return Reading(held.document, parse, held.attributions, held.rules, held.issues)
    return unpack_reading(held) if isinstance(held, Row) else held


def open_lines(held: Held) -> Reading:
    """A reading without its grammar, for whoever needs only what is said."""
    if isinstance(held, Kept):
        return Reading(
            held.document, empty_parse(held.document, held.model), held.attributions, held.rules, held.issues
        )
    if isinstance(held, Row):
        document, lines = load_own(Document, held.document), load_own(_Lines, held.lines)
        return Reading(document, empty_parse(document, held.model), lines.attributions, held.rules, lines.issues)
    return held


def document_of(held: Held) -> Document:
    """The document of a reading."""
    return load_own(Document, held.document) if isinstance(held, Row) else held.document


def pack_grammar(held: Held) -> bytes:
    """The packed grammar of a reading; nothing is packed that is so already."""
    return held.parse if isinstance(held, Row | Kept) else pack_parse(held.document, held.parse)
