"""What persons say of lines that rules made, and what the rules said of them."""

from sqlalchemy import Column, Integer, Table

from accordingto.store.tables.fields import TABLES, key, may, must

reviews = Table(
    "reviews",
    TABLES,
    Column("number", Integer, primary_key=True, nullable=False, comment="order in which they were made"),
    must("act", "accept, correct, withdraw, join, part, derive, strike, ascribe, sort or undo"),
    must("person", "who made it"),
    must("made", "when, ISO 8601 in UTC"),
    must("reason", "why, in the person's words"),
    must("said", "what it is about and what it says instead, as JSON; it points at words, not at ids"),
    may("undoes", "number of the review that it takes back", kind=Integer),
    may("moved", "number of the review that it repeats, because its document has another id now", kind=Integer),
    comment="Reviews of claims, events and derivations. A line is never changed or deleted.",
)

overruled = Table(
    "overruled",
    TABLES,
    key("kind", "claim, event or derivation"),
    key("position", "place among those of its kind, from 0", kind=Integer),
    must("line", "the line as rules made it, as JSON"),
    comment="What rules said of lines that a review changed or took out; written anew with the findings.",
)
