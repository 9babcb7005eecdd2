"""The tables of a ledger, each column with the sentence that docs/ledger.md prints about it.

A person opens the file with any SQLite browser, so names are whole words and a line says what it is without a join
where that costs little. Spans are two columns, ``begins`` and ``ends``: Unicode code points into ``documents.text``,
the end not included (``start`` and ``end`` would need quoting: END is a word of SQL).
"""

from typing import Any

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

TABLES = MetaData()

Kind = type[TypeEngine[Any]]


def _key(name: str, comment: str, *, refers: str | None = None, kind: Kind = Text) -> Column[Any]:
    keys = [] if refers is None else [ForeignKey(refers, deferrable=True, initially="DEFERRED")]
    return Column(name, kind, *keys, primary_key=True, nullable=False, comment=comment, autoincrement=False)


def _must(name: str, comment: str, *, refers: str | None = None, kind: Kind = Text) -> Column[Any]:
    keys = [] if refers is None else [ForeignKey(refers, deferrable=True, initially="DEFERRED")]
    return Column(name, kind, *keys, nullable=False, comment=comment)


def _may(name: str, comment: str, *, refers: str | None = None, kind: Kind = Text) -> Column[Any]:
    keys = [] if refers is None else [ForeignKey(refers, deferrable=True, initially="DEFERRED")]
    return Column(name, kind, *keys, nullable=True, comment=comment)


def _position(comment: str = "place in the list, from 0") -> Column[Any]:
    return _key("position", comment, kind=Integer)


def _span(what: str) -> tuple[Column[Any], Column[Any]]:
    return (
        _must("begins", f"first character of {what}", kind=Integer),
        _must("ends", f"character after the last of {what}", kind=Integer),
    )


def _trace() -> tuple[Column[Any], Column[Any], Column[Any]]:
    return (
        _must("rule", "id and version of the rule that made the line"),
        _may("rule_inputs", "ids of the lines it was made from, as a JSON list"),
        _may("rule_note", "a phrase that says why"),
    )


def _value() -> tuple[Column[Any], ...]:
    return (
        _must("value_kind", "number, date, actor, place or text: which of the next columns hold the value"),
        _may("number_low", "least count that the words allow ('more than 70': 71)", kind=Integer),
        _may("number_high", "greatest count that the words allow ('up to 4,000': 4000)", kind=Integer),
        _may("date_start", "first day, ISO 8601"),
        _may("date_end", "last day, ISO 8601"),
        _may("value_actor", "the actor", refers="actors.id"),
        _may("value_place", "the place's name"),
        _may("value_text", "words, where nothing more exact fits"),
        _may("scope_who", "who is counted: 'soldiers', 'children'"),
        _may("scope_place", "where"),
        _may("as_of_start", "until when: first day, ISO 8601"),
        _may("as_of_end", "until when: last day, ISO 8601"),
    )


def _subject() -> tuple[Column[Any], Column[Any], Column[Any]]:
    return (
        _may("event", "the event it is about, or empty", refers="events.id"),
        _may("actor", "the actor it is about, or empty", refers="actors.id"),
        _must("attribute", "which attribute: killed, responsible, leader ..."),
    )


meta = Table(
    "meta",
    TABLES,
    _key("name", "schema_version (the same number as PRAGMA user_version) or written_by"),
    _must("value", "its value"),
    comment="What the file says of itself.",
)

documents = Table(
    "documents",
    TABLES,
    _key("id", "derived from uri, url and text"),
    _must("uri", "path relative to the input it was read from, or its address"),
    _may("url", "address of the page"),
    _may("outlet", "who published it"),
    _may("title", "headline"),
    _may("author", "byline"),
    _may("language", "ISO 639-1 code"),
    _may("published_start", "first day on which it may have been published, ISO 8601"),
    _may("published_end", "last such day"),
    _may("published_basis", "given, metadata or inferred"),
    _must("text", "the clean text that every span points into"),
    comment="One published text at one time, as read.",
)

segments = Table(
    "segments",
    TABLES,
    _key("document", "the document", refers="documents.id"),
    _position(),
    *_span("the stretch"),
    _must("zone", "title, heading, caption, repeated, credit, biography or promotion"),
    _must("rule", "id and version of the rule that marked it"),
    comment="Stretches of a text that are kept but are not the report itself.",
)

readings = Table(
    "readings",
    TABLES,
    _key("document", "the document", refers="documents.id"),
    _must("model", "name and version of the parser"),
    _must("rules", "version of the reading rules; when it changes the document is read again"),
    _must("parse", "sentences, words and entities: zlib over columnar JSON", kind=LargeBinary),
    comment="The grammar of each document, kept so that it is read once.",
)

origins = Table(
    "origins",
    TABLES,
    _key("id", "derived from its documents or its root outlet"),
    _may("outlet", "the outlet at the root, where known"),
    comment="Independent lines of provenance.",
)

origin_documents = Table(
    "origin_documents",
    TABLES,
    _key("origin", "the origin", refers="origins.id"),
    _position(),
    _must("document", "a document of it", refers="documents.id"),
    comment="Which documents are one origin.",
)

derivations = Table(
    "derivations",
    TABLES,
    _position("place in the list of all derivations, from 0"),
    _must("document", "the derived document", refers="documents.id"),
    _may("source", "the document it came from, or empty when that is not in the ledger", refers="documents.id"),
    _may("outlet", "the outlet it came from, where known"),
    _must("kind", "copy, rewrite, translation or credit"),
    _must("whole", "1 when the whole document came from there, 0 when a passage did", kind=Boolean),
    _may("begins", "first character of the evidence in the derived document", kind=Integer),
    _may("ends", "character after the last of the evidence", kind=Integer),
    *_trace(),
    comment="Which document came from which.",
)

actors = Table(
    "actors",
    TABLES,
    _key("id", "derived from its first mention"),
    _must("name", "its fullest name"),
    _must("kind", "person, group, organization, government or outlet"),
    _must("described", "1 for a claimer without a name ('local residents')", kind=Boolean),
    comment="Everybody who is named or who speaks, once.",
)

actor_names = Table(
    "actor_names",
    TABLES,
    _key("actor", "the actor", refers="actors.id"),
    _position(),
    _must("name", "a name it goes by"),
    comment="Every name of every actor.",
)

affiliations = Table(
    "affiliations",
    TABLES,
    _key("actor", "the actor", refers="actors.id"),
    _position(),
    _must("other", "whom it belongs to or speaks for", refers="actors.id"),
    _may("document", "the document with the words that show it", refers="documents.id"),
    _may("begins", "first character of these words", kind=Integer),
    _may("ends", "character after the last of these words", kind=Integer),
    _must("rule", "id and version of the rule"),
    comment="Who belongs to whom.",
)

mentions = Table(
    "mentions",
    TABLES,
    _key("actor", "the actor", refers="actors.id"),
    _position(),
    _must("document", "the document", refers="documents.id"),
    *_span("the words"),
    _must("text", "the words"),
    _must("form", "name, description or pronoun"),
    comment="Words naming an actor.",
)

judgements = Table(
    "judgements",
    TABLES,
    Column("number", Integer, primary_key=True, nullable=False, comment="order in which they were made"),
    _must("left_key", "one local actor (an actor within one document)"),
    _must("right_key", "the other; left_key < right_key"),
    _must("verdict", "same, different or unsure"),
    _must("score", "0 to 1", kind=Float),
    _must("reasons", "phrases a person can read, as a JSON list"),
    *_trace(),
    _may("made", "time of a person's judgement, ISO 8601; empty for a rule's, which each build makes anew"),
    comment="Why two mentions are one actor or not. A person's line is never changed or deleted.",
)

attributions = Table(
    "attributions",
    TABLES,
    _key("id", "derived from document, spans and stance"),
    _must("document", "the document", refers="documents.id"),
    _must("position", "place among the document's attributions, from 0", kind=Integer),
    _may("claimer", "whose it is in the end; empty for a sourceless 'reportedly'", refers="actors.id"),
    _must("claimer_settled", "1 when resolving looked at it at all", kind=Boolean),
    _must("form", "direct, mixed, indirect or narration"),
    _must("stance", "asserts, denies, doubts, cannot_verify, promises or demands"),
    _must("hedged", "1 when the claim is weakened ('may have')", kind=Boolean),
    _may("parent", "the attribution that this one is nested in", refers="attributions.id"),
    _must("score", "0 to 1: how sure the rule is", kind=Float),
    *_trace(),
    comment="Passages that a document gives to somebody or narrates in its own voice.",
)
# Without it SQLite looks through the whole table for children of every line it deletes.
Index("attributions_parent", attributions.c.parent)

attribution_spans = Table(
    "attribution_spans",
    TABLES,
    _key("attribution", "the attribution", refers="attributions.id"),
    _key("part", "source, cue, content or via"),
    _position(),
    *_span("the piece"),
    comment="The words of an attribution, a line an unbroken piece.",
)

attribution_via = Table(
    "attribution_via",
    TABLES,
    _key("attribution", "the attribution", refers="attributions.id"),
    _position("place in the chain, the outermost first"),
    _must("relay", "id of the actor who relays it, or a plain name ('Telegram')"),
    comment="Through whom an attribution reached the document.",
)

events = Table(
    "events",
    TABLES,
    _key("id", "derived from its first mention"),
    _must("kind", "PLOVER event type in lower case"),
    _must("label", "a few words from the documents"),
    _may("date_start", "first day in which it may lie, ISO 8601"),
    _may("date_end", "last such day"),
    *_trace(),
    comment="What happened at a time and a place.",
)

event_mentions = Table(
    "event_mentions",
    TABLES,
    _key("event", "the event", refers="events.id"),
    _position(),
    _must("document", "the document", refers="documents.id"),
    *_span("the clause"),
    _must("trigger_begins", "first character of the word that names it", kind=Integer),
    _must("trigger_ends", "character after the last of that word", kind=Integer),
    _may("attribution", "the innermost attribution in whose passage it stands", refers="attributions.id"),
    comment="Words that speak of an event.",
)

places = Table(
    "places",
    TABLES,
    _key("event", "the event", refers="events.id"),
    _position("the best supported first"),
    _must("name", "as the documents have it"),
    _may("geonames", "GeoNames id", kind=Integer),
    _may("latitude", "degrees north, WGS 84", kind=Float),
    _may("longitude", "degrees east, WGS 84", kind=Float),
    _may("country", "ISO 3166-1 alpha-2"),
    _may("region", "first-order division"),
    comment="Where events happened.",
)

participants = Table(
    "participants",
    TABLES,
    _key("event", "the event", refers="events.id"),
    _position(),
    _must("actor", "the actor", refers="actors.id"),
    _must("role", "agent, patient or other"),
    comment="Who took part in events.",
)

claims = Table(
    "claims",
    TABLES,
    _key("id", "derived from attribution, evidence, attribute and value"),
    _must("attribution", "the attribution in which the words stand", refers="attributions.id"),
    *_span("the words that state, deny or doubt the value"),
    *_subject(),
    *_value(),
    _must("stance", "asserts, denies or cannot_verify"),
    *_trace(),
    comment="One typed value that an attribution gives for one attribute.",
)

claim_supersedes = Table(
    "claim_supersedes",
    TABLES,
    _key("claim", "the later claim", refers="claims.id"),
    _position(),
    _must("superseded", "the earlier claim of the same origin that it replaces", refers="claims.id"),
    comment="Which claims replace which; the replaced stay on record.",
)

questions = Table(
    "questions",
    TABLES,
    _key("id", "derived from subject and attribute"),
    *_subject(),
    _must("status", "single, agreed, contested or unverified"),
    _must("reason", "one sentence that says why"),
    *_trace(),
    comment="Attributes to which the documents give answers.",
)

answers = Table(
    "answers",
    TABLES,
    _key("question", "the question", refers="questions.id"),
    _position(),
    *_value(),
    _must("origins", "number of independent origins that assert it", kind=Integer),
    comment="The values given, each once.",
)

answer_claims = Table(
    "answer_claims",
    TABLES,
    _key("question", "the question", refers="questions.id"),
    _key("answer", "position of the answer", kind=Integer),
    _position(),
    _must("claim", "a claim that holds, denies or doubts it", refers="claims.id"),
    comment="Which claims stand behind which answer.",
)

issues = Table(
    "issues",
    TABLES,
    _position("place in the list of all issues, from 0"),
    _may("document", "the document that defeated a stage; empty when no single one did", refers="documents.id"),
    _must("stage", "the stage"),
    _must("message", "one line for a person"),
    _must("while_reading", "1 when it was met reading one document, 0 comparing them", kind=Boolean),
    comment="What could not be worked out.",
)

# Not tables but SQL views, for a person with a SQLite browser; nothing of the package reads them.
READING_VIEWS = {
    "who_says_what": {
        "question": "id of the question, where the claim answers one",
        "status": "how that question stands",
        "subject": "label of the event or name of the actor",
        "attribute": "which attribute",
        "value": "the value in figures or words",
        "who_is_counted": "scope of the value",
        "stance": "asserts, denies or cannot_verify",
        "claimer": "whose claim it is; empty for a sourceless 'reportedly'",
        "words": "the words that state the value",
        "outlet": "who published them",
        "published": "first day on which they may have been published",
        "uri": "the document",
        "claim": "id of the claim",
    },
}
