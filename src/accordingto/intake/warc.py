"""Web archives (WARC): the pages among their records, with the digests that the archive gives of them."""

import base64
import hashlib
from collections.abc import Generator
from datetime import UTC
from pathlib import Path
from typing import IO, Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from accordingto.errors import InputRefused
from accordingto.intake.names import show_name
from accordingto.intake.pieces import LARGEST_FILE, Piece, Pieces, too_large
from accordingto.model.custody import Channel, Headers
from accordingto.stages.read import Known
from accordingto.stages.read.address import tidy_address
from accordingto.stages.read.media import parse_media
from accordingto.stages.read.transfer import TransferError, undo

# What is read of an archive; it also holds pictures, styles, programs and the answers 'not found'.
_FORMS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
}
Run = Generator[Piece | InputRefused, None, int | None]

_OK = 200
_GZIP = b"\x1f\x8b\x08"
_STEP = 1 << 20
_ALGORITHMS = {"sha1": hashlib.sha1, "sha-1": hashlib.sha1, "sha256": hashlib.sha256, "sha-256": hashlib.sha256}
_REMEDY = "get the archive again; its other pages are read"


def read_warc(path: Path, *, name: str) -> Pieces:
    """The pages of a WARC file, compressed or not, in its order; memory holds one at a time.

    Where a record is damaged and the archive is compressed record by record, reading goes on with the next one.
    """
    try:
        with path.open("rb") as stream:
            start: int | None = 0
            while start is not None:
                stream.seek(start)
                start = yield from _read_run(stream, start, name)
    except OSError as error:
        yield InputRefused(name, f"it cannot be opened ({error.strerror})", "check its permissions")


def _read_run(stream: IO[bytes], start: int, name: str) -> Run:
    """Records from one place on; the result is where to go on after a damaged one, ``None`` at the end."""
    last, count, is_lost = start, 0, False
    try:
        kinds = WarcRecordType.response | WarcRecordType.resource
        for record in ArchiveIterator(stream, record_types=WarcRecordType.any_type, auto_decode="none"):
            last, count = record.stream_pos, count + 1
            is_lost = record.content_length > LARGEST_FILE
            if record.record_type & kinds:
                yield from _read_record(record, name)
    except (OSError, ValueError, UnicodeError) as error:
        following = _find_member(stream, last + 1)
        # A run without a record began at a damaged one, or at bytes that look like a beginning: that was said before.
        if count or start == 0:
            yield _damaged(name, last, error, is_no_archive=count == 0 and following is None)
        return following
    if count == 0 and start == 0:
        yield InputRefused(name, "there is no record in the archive", "get the archive again")
    # A length that is not true leads past all that follows.
    return _find_member(stream, last + 1) if is_lost else None


def _damaged(name: str, last: int, error: Exception, *, is_no_archive: bool) -> InputRefused:
    if is_no_archive:
        return InputRefused(name, "this is no web archive (WARC), or its beginning is damaged", "get the archive again")
    reason = f"a record after byte {last:,} is damaged ({error}); what can be found behind it is read"
    return InputRefused(name, reason, "get the archive again")


def _find_member(stream: IO[bytes], start: int) -> int | None:
    """Where the next compressed record may begin."""
    stream.seek(start)
    before = b""
    while block := stream.read(_STEP):
        window = before + block
        at = window.find(_GZIP)
        if at >= 0:
            return start - len(before) + at
        before, start = window[-len(_GZIP) + 1 :], start + len(block)
    return None


def _read_record(record: Any, archive: str) -> Pieces:
    """The page of one record, if it holds one."""
    target = show_name(record.headers.get("WARC-Target-URI", "").strip("<> "))
    form = _find_form(record)
    if form is None or tidy_address(target) is None:
        return
    name, headers = f"{archive}: {target}", _headers(record)
    body = _read_body(record, headers, name)
    if isinstance(body, InputRefused):
        yield body
        return
    moment = record.record_date
    yield Piece(
        body,
        Known(target, name, address=target, charset=parse_media(_find_type(headers))[1]),
        form,
        Channel.ARCHIVE,
        time=None if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        record=record.record_id,
        payload=record.headers.get("WARC-Payload-Digest"),
        headers=headers,
    )


def _read_body(record: Any, headers: Headers, name: str) -> bytes | InputRefused:
    """The page's bytes, unpacked, and what the archive says of them held against them."""
    if record.content_length > LARGEST_FILE:
        return too_large(name, record.content_length)
    payload = record.reader.read(LARGEST_FILE + 1)
    if len(payload) < record.content_length:
        return InputRefused(name, "the record breaks off in the middle", _REMEDY)
    try:
        body = undo(payload, _codings(headers), limit=LARGEST_FILE)
    except TransferError as error:
        return InputRefused(name, f"the page {error}", _REMEDY)
    told = record.headers.get("WARC-Payload-Digest")
    if told and not _is_true(told, payload, body):
        return InputRefused(name, "its bytes are not those that the archive's digest was made of", _REMEDY)
    return body


def _find_form(record: Any) -> str | None:
    """As what the record is to be read; ``None`` when it holds no page."""
    if record.record_type == WarcRecordType.resource:
        return _FORMS.get(record.headers.get("Content-Type", "").partition(";")[0].strip().lower())
    if record.http_headers is None or record.http_headers.status_code != _OK:
        return None
    return _FORMS.get((record.http_content_type or "").strip().lower())


def _headers(record: Any) -> Headers:
    pairs = [] if record.http_headers is None else list(record.http_headers)
    return tuple((show_name(key), show_name(value)) for key, value in pairs if key.lower() != "set-cookie")


def _find_type(headers: Headers) -> str | None:
    return next((value for name, value in headers if name.lower() == "content-type"), None)


def _codings(headers: Headers) -> list[str]:
    """In the order in which they were applied: the content first, the transfer after it."""
    told = {name.lower(): value for name, value in reversed(headers)}
    named = (told.get("content-encoding", ""), told.get("transfer-encoding", ""))
    return [coding for each in named for coding in each.split(",")]


def _is_true(told: str, payload: bytes, body: bytes) -> bool:
    """Whether a digest is that of the bytes: as they were sent, or unpacked, since programs differ in this."""
    algorithm, _, value = told.partition(":")
    make = _ALGORITHMS.get(algorithm.strip().lower())
    if make is None:
        return True  # nothing can be said
    return any(value.strip().lower() in _spellings(make(data).digest()) for data in (payload, body))


def _spellings(digest: bytes) -> set[str]:
    return {digest.hex(), base64.b32encode(digest).decode("ascii").lower()}
