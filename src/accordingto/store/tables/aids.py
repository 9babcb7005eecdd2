"""Lines that are made from the others so that a page of a large ledger is found at once."""

from sqlalchemy import Integer, Table

from accordingto.store.tables.fields import TABLES, key, may, must

question_order = Table(
    "question_order",
    TABLES,
    key("position", "place in the order in which a reader should meet the questions, from 1", kind=Integer),
    must("question", "the question", refers="questions.id"),
    may("story", "the story that its documents tell of"),
    comment="The questions in order: contested, unverified, agreed, single; within these the best supported first.",
)

search_names = Table(
    "search_names",
    TABLES,
    key("number", "a number for the full-text index", kind=Integer),
    must("kind", "actor or event"),
    must("line", "id of the actor or event"),
    must("name", "a name of the actor, or the event's label"),
    comment="What can be searched by name.",
)

search_documents = Table(
    "search_documents",
    TABLES,
    key("number", "a number for the full-text index", kind=Integer),
    must("document", "the document"),
    comment="Numbers of the documents in the full-text index.",
)

# Made by SQLite for its full-text indexes; nothing but searching reads them.
FULL_TEXT = ("search_texts", "search_name_words")
