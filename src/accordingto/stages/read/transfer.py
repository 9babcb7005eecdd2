"""From bytes as they were sent to bytes as they were meant: chunks joined, compression undone, within a limit."""

import zlib
from collections.abc import Iterable
from io import BytesIO

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader

# zlib tells gzip and zlib apart by their first bytes; 'deflate' is also sent without either.
_ANY_ZLIB = 47
_RAW_DEFLATE = -15
_STREAMS = {"br": BrotliReader, "zstd": ZstdReader, "chunked": ChunkedReader}
_PLAIN = {"identity", "none", "utf-8", ""}


class TransferError(Exception):
    """The bytes are not what their headers say; the message is a phrase that follows 'it'."""


def undo(data: bytes, codings: Iterable[str], *, limit: int) -> bytes:
    """Undo codings, the last applied first.

    Args:
        data: the bytes as sent.
        codings: as ``Content-Encoding`` or ``Transfer-Encoding`` name them, in the order in which they were applied.
        limit: the most bytes that may come out, so that a bomb costs no more.

    Raises:
        TransferError: they cannot be undone, or more comes out.
    """
    for coding in reversed([each.strip().lower() for each in codings]):
        data = _undo(data, coding, limit)
        if len(data) > limit:
            raise TransferError(f"unpacks to more than {limit // 1_000_000} MB")
    return data


def _undo(data: bytes, coding: str, limit: int) -> bytes:
    if coding in _PLAIN:
        return data
    if coding in {"gzip", "x-gzip", "deflate"}:
        return _inflate(data, limit)
    if coding not in _STREAMS:
        raise TransferError(f"is packed in a way that is not known ({coding[:20]!r})")
    try:
        unpacked: bytes = _STREAMS[coding](BytesIO(data)).read(limit + 1)
    except (OSError, ValueError) as error:
        raise TransferError(f"is said to be {coding} and is not") from error
    return unpacked


def _inflate(data: bytes, limit: int) -> bytes:
    wrapped = data[:1] in {b"\x1f", b"\x78", b"\x58", b"\x48", b"\x38", b"\x28", b"\x18", b"\x08"}
    engine = zlib.decompressobj(_ANY_ZLIB if wrapped else _RAW_DEFLATE)
    try:
        out = engine.decompress(data, limit + 1)
    except zlib.error as error:
        raise TransferError("is said to be compressed and is not, or is damaged") from error
    if not engine.eof and len(out) <= limit:
        raise TransferError("breaks off in the middle")
    return out
