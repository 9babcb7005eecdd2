"""Who is who."""

from sqlalchemy import Boolean, Column, Float, Integer, Table

from accordingto.store.tables.fields import TABLES, key, may, must, position, span, trace

actors = Table(
    "actors",
    TABLES,
    key("id", "derived from its first mention"),
    must("name", "its fullest name"),
    must("kind", "person, group, organization, government or outlet"),
    must("described", "1 for a claimer without a name ('local residents')", kind=Boolean),
    comment="Everybody who is named or who speaks, once.",
)

actor_names = Table(
    "actor_names",
    TABLES,
    key("actor", "the actor", refers="actors.id"),
    position(),
    must("name", "a name it goes by"),
    comment="Every name of every actor.",
)

affiliations = Table(
    "affiliations",
    TABLES,
    key("actor", "the actor", refers="actors.id"),
    position(),
    must("other", "whom it belongs to or speaks for", refers="actors.id"),
    may("document", "the document with the words that show it", refers="documents.id"),
    may("begins", "first character of these words", kind=Integer),
    may("ends", "character after the last of these words", kind=Integer),
    must("rule", "id and version of the rule"),
    comment="Who belongs to whom.",
)

mentions = Table(
    "mentions",
    TABLES,
    key("actor", "the actor", refers="actors.id"),
    position(),
    must("document", "the document", refers="documents.id"),
    *span("the words"),
    must("text", "the words"),
    must("form", "name, description or pronoun"),
    comment="Words naming an actor.",
)

judgements = Table(
    "judgements",
    TABLES,
    Column("number", Integer, primary_key=True, nullable=False, comment="order in which they were made"),
    must("left_key", "one local actor (an actor within one document)"),
    must("right_key", "the other; left_key < right_key"),
    must("verdict", "same, different or unsure"),
    must("score", "0 to 1", kind=Float),
    must("reasons", "phrases a person can read, as a JSON list"),
    *trace(),
    may("made", "time of a person's judgement, ISO 8601; empty for a rule's, which each build makes anew"),
    comment="Why two mentions are one actor or not. A person's line is never changed or deleted.",
)

reference_entities = Table(
    "reference_entities",
    TABLES,
    key("id", "its id in the reference data"),
    must("caption", "the name it is shown by there"),
    must("schema", "its FollowTheMoney schema: Person, Organization ..."),
    must("names", "names and aliases, as a JSON list"),
    must("weak_names", "aliases that the reference data calls weak, as a JSON list"),
    must("countries", "ISO 3166-1 alpha-2 codes, as a JSON list"),
    must("source", "the line as it was given"),
    comment="Entities of reference data (build --reference) with a name of the ledger, linked or not.",
)

actor_references = Table(
    "actor_references",
    TABLES,
    key("actor", "the actor", refers="actors.id"),
    must("entity", "id of the entity that it is"),
    must("caption", "the entity's name"),
    must("schema", "its FollowTheMoney schema"),
    must("score", "0 to 1", kind=Float),
    must("reasons", "phrases a person can read, as a JSON list"),
    must("rule", "id and version of the rule"),
    comment="Which actor is which entity of reference data, where the evidence suffices.",
)
