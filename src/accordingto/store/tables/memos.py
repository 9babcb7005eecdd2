"""What comparing worked out of single documents and stories, so that the next build need not do it again."""

from sqlalchemy import LargeBinary, Table

from accordingto.store.tables.fields import TABLES, key, must

memos = Table(
    "memos",
    TABLES,
    key("kind", "note, actors or likenesses (of a document), or story"),
    key("name", "id of the document or story"),
    must("digest", "digest of all that it was worked out of; where that is another now it is worked out anew"),
    must("made", "what was worked out, packed: zlib over MessagePack", kind=LargeBinary),
    comment="What comparing worked out of single documents and stories; a build without it takes longer, no more.",
)
