"""What was read: documents, their grammar, where they came from, and what could not be worked out."""

from sqlalchemy import Boolean, Integer, LargeBinary, Table

from accordingto.store.tables.fields import TABLES, key, may, must, position, span, trace

meta = Table(
    "meta",
    TABLES,
    key("name", "schema_version (the same number as PRAGMA user_version) or written_by"),
    must("value", "its value"),
    comment="What the file says of itself.",
)

documents = Table(
    "documents",
    TABLES,
    key("id", "derived from uri, url and text"),
    must("uri", "path relative to the input it was read from, or its address"),
    may("url", "address of the page"),
    may("outlet", "who published it"),
    may("title", "headline"),
    may("author", "byline"),
    may("language", "ISO 639-1 code"),
    may("published_start", "first day on which it may have been published, ISO 8601"),
    may("published_end", "last such day"),
    may("published_basis", "given, metadata or inferred"),
    must("text", "the clean text that every span points into"),
    comment="One published text at one time, as read.",
)

segments = Table(
    "segments",
    TABLES,
    key("document", "the document", refers="documents.id"),
    position(),
    *span("the stretch"),
    must("zone", "title, heading, caption, repeated, credit, biography or promotion"),
    must("rule", "id and version of the rule that marked it"),
    comment="Stretches of a text that are kept but are not the report itself.",
)

readings = Table(
    "readings",
    TABLES,
    key("document", "the document", refers="documents.id"),
    must("model", "name and version of the parser"),
    must("rules", "version of the reading rules; when it changes the document is read again"),
    must("parse", "sentences, words and entities: zlib over columnar JSON", kind=LargeBinary),
    comment="The grammar of each document, kept so that it is read once.",
)

origins = Table(
    "origins",
    TABLES,
    key("id", "derived from its documents or its root outlet"),
    may("outlet", "the outlet at the root, where known"),
    comment="Independent lines of provenance.",
)

origin_documents = Table(
    "origin_documents",
    TABLES,
    key("origin", "the origin", refers="origins.id"),
    position(),
    must("document", "a document of it", refers="documents.id"),
    comment="Which documents are one origin.",
)

derivations = Table(
    "derivations",
    TABLES,
    position("place in the list of all derivations, from 0"),
    must("document", "the derived document", refers="documents.id"),
    may("source", "the document it came from, or empty when that is not in the ledger", refers="documents.id"),
    may("outlet", "the outlet it came from, where known"),
    must("kind", "copy, rewrite, translation or credit"),
    must("whole", "1 when the whole document came from there, 0 when a passage did", kind=Boolean),
    may("begins", "first character of the evidence in the derived document", kind=Integer),
    may("ends", "character after the last of the evidence", kind=Integer),
    *trace(),
    comment="Which document came from which.",
)

stories = Table(
    "stories",
    TABLES,
    key("id", "derived from its first document"),
    must("label", "a headline that stands for it"),
    may("days_start", "first day on which a document of it was published, ISO 8601"),
    may("days_end", "last such day"),
    must("places", "names of the places that most of its documents name, as a JSON list"),
    *trace(),
    comment="What the documents tell of: nothing is compared across stories but names and wordings.",
)

story_documents = Table(
    "story_documents",
    TABLES,
    key("story", "the story", refers="stories.id"),
    position(),
    must("document", "a document of it", refers="documents.id"),
    comment="Which documents tell of one story; each is in one.",
)

issues = Table(
    "issues",
    TABLES,
    position("place in the list of all issues, from 0"),
    may("document", "the document that defeated a stage; empty when no single one did", refers="documents.id"),
    must("stage", "the stage"),
    must("message", "one line for a person"),
    must("while_reading", "1 when it was met reading one document, 0 comparing them", kind=Boolean),
    comment="What could not be worked out.",
)
