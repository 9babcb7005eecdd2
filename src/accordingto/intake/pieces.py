"""What every kind of input is taken apart into: the bytes of one document, with what is known of them."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from accordingto.errors import InputRefused
from accordingto.model.custody import Capture, Channel, Headers
from accordingto.model.document import Document
from accordingto.rules import version_reading
from accordingto.stages.read import Known, read_bytes

# A saved page with its pictures inlined reaches 10 MB; no article is larger.
LARGEST_FILE = 20_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of one document, not yet read.

    Attributes:
        data: as they were got.
        known: where they are from and what was said of them.
        form: as what they are to be read; ``unknown`` to look at their beginning.
        channel: by which way they came.
        asked: the address that was asked for, where redirects led to another.
        time: when they were got, ISO 8601; ``None`` when nothing says.
        record, payload: id and payload digest of the WARC record.
        headers: what the server said of them.
    """

    data: bytes
    known: Known
    form: str
    channel: Channel = Channel.FILE
    asked: str | None = None
    time: str | None = None
    record: str | None = None
    payload: str | None = None
    headers: Headers = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """A document with the bytes it was read from and how they were got."""

    document: Document
    capture: Capture
    data: bytes


Pieces = Iterator[Piece | InputRefused]
Tell = Callable[[str], None]


def read_piece(piece: Piece) -> Taken | InputRefused:
    """One document; a pure function of the bytes and of what is known of them."""
    try:
        document = read_bytes(piece.data, piece.known, form=piece.form)
    except InputRefused as refused:
        return refused
    return Taken(document, _make_capture(piece, document), piece.data)


def move_piece(piece: Piece, *, uri: str, name: str) -> Piece:
    """The same piece under another path and name: it lies inside something that was taken apart."""
    return replace(piece, known=replace(piece.known, uri=uri, name=name))


def too_large(name: str, size: int) -> InputRefused:
    """The refusal of bytes that no article has."""
    reason = f"it has {size / 1e6:.0f} MB, and {LARGEST_FILE // 1_000_000} MB is the most"
    return InputRefused(name, reason, "split it into one file an article")


def _make_capture(piece: Piece, document: Document) -> Capture:
    return Capture(
        document=document.id,
        digest=hashlib.sha256(piece.data).hexdigest(),
        length=len(piece.data),
        form=piece.form,
        channel=piece.channel,
        place=piece.known.name,
        text=hashlib.sha256(document.text.encode("utf-8")).hexdigest(),
        rules=version_reading(),
        address=piece.known.address,
        asked=piece.asked,
        time=piece.time,
        record=piece.record,
        payload=piece.payload,
        headers=piece.headers,
    )
