"""How the bytes of a document were got: the line of custody between a ledger and the web."""

from dataclasses import dataclass
from enum import StrEnum

Headers = tuple[tuple[str, str], ...]


class Channel(StrEnum):
    """By which way the bytes came."""

    FILE = "file"  # a file as it lay there
    ARCHIVE = "archive"  # a record of a WARC or WACZ, a file inside a zip
    ADDRESS = "address"  # fetched from the web
    FEED = "feed"  # an entry that carries its whole text


@dataclass(frozen=True, slots=True)
class Capture:
    """One reading of bytes that gave a document. The same page fetched twice is two captures.

    Attributes:
        document: id of the document.
        digest: SHA-256 of the bytes, in hexadecimal: the name under which they are kept.
        length: how many bytes.
        form: as what they were read: ``text``, ``markdown``, ``html``, ``pdf``.
        channel: by which way they came.
        place: the input as a person would name it.
        text: SHA-256 of the document's clean text.
        rules: version of the rules that made the text from the bytes.
        address: where they were got, after redirects.
        asked: the address that was asked for, where redirects led to another.
        time: when, ISO 8601 in UTC; ``None`` for a file, which does not say.
        record: id of the WARC record.
        payload: the digest that the archive gives of the payload, as it writes it.
        headers: what the server said of the bytes.
        kept: whether the bytes are kept beside the ledger.
    """

    document: str
    digest: str
    length: int
    form: str
    channel: Channel
    place: str
    text: str
    rules: str
    address: str | None = None
    asked: str | None = None
    time: str | None = None
    record: str | None = None
    payload: str | None = None
    headers: Headers = ()
    kept: bool = False
