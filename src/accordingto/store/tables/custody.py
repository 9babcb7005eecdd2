"""How documents were got."""

from sqlalchemy import Boolean, Column, Integer, Table

from accordingto.store.tables.fields import TABLES, may, must

captures = Table(
    "captures",
    TABLES,
    Column("number", Integer, primary_key=True, nullable=False, comment="order in which they were noted"),
    must("document", "id of the document that was read from the bytes; it may be in the ledger under another id now"),
    must("digest", "SHA-256 of the bytes, in hexadecimal; the name under which they are kept"),
    must("length", "how many bytes", kind=Integer),
    must("form", "as what they were read: text, markdown, html, fragment, pdf or unknown"),
    must("channel", "file, archive, address or feed"),
    must("place", "the input as a person would name it"),
    must("text_digest", "SHA-256 of the document's clean text in UTF-8"),
    must("rules", "version of the rules that made the text from the bytes"),
    may("address", "where they were got, after redirects"),
    may("asked", "the address that was asked for, where redirects led to another"),
    may("time", "when they were got, ISO 8601 in UTC; empty for a file"),
    may("record", "id of the WARC record"),
    may("payload", "the digest that the archive gives of the payload"),
    must("headers", "what the server said of them, as a JSON list of pairs, without cookies"),
    must("kept", "1 when the bytes are kept beside the ledger, in FILE.sources", kind=Boolean),
    comment="Each reading of bytes that gave a document. A line is never changed by a build.",
)
