"""Who says what of which event, and the questions that it answers."""

from sqlalchemy import Boolean, Float, Index, Integer, Table

from accordingto.store.tables.fields import TABLES, key, may, must, position, span, subject, trace, value

attributions = Table(
    "attributions",
    TABLES,
    key("id", "derived from document, spans and stance"),
    must("document", "the document", refers="documents.id"),
    must("position", "place among the document's attributions, from 0", kind=Integer),
    may("claimer", "whose it is in the end; empty for a sourceless 'reportedly'", refers="actors.id"),
    must("claimer_settled", "1 when resolving looked at it at all", kind=Boolean),
    must("form", "direct, mixed, indirect or narration"),
    must("stance", "asserts, denies, doubts, cannot_verify, promises or demands"),
    must("hedged", "1 when the claim is weakened ('may have')", kind=Boolean),
    may("parent", "the attribution that this one is nested in", refers="attributions.id"),
    must("score", "0 to 1: how sure the rule is", kind=Float),
    *trace(),
    comment="Passages that a document gives to somebody or narrates in its own voice.",
)
# Without it SQLite looks through the whole table for children of every line it deletes.
Index("attributions_parent", attributions.c.parent)

attribution_spans = Table(
    "attribution_spans",
    TABLES,
    key("attribution", "the attribution", refers="attributions.id"),
    key("part", "source, cue, content or via"),
    position(),
    *span("the piece"),
    comment="The words of an attribution, a line an unbroken piece.",
)

attribution_via = Table(
    "attribution_via",
    TABLES,
    key("attribution", "the attribution", refers="attributions.id"),
    position("place in the chain, the outermost first"),
    must("relay", "id of the actor who relays it, or a plain name ('Telegram')"),
    comment="Through whom an attribution reached the document.",
)

variants = Table(
    "variants",
    TABLES,
    key("attribution", "one of the two attributions", refers="attributions.id"),
    position(),
    *span("its wording"),
    must("other", "the attribution of another document with the other wording", refers="attributions.id"),
    must("other_begins", "first character of the other wording", kind=Integer),
    must("other_ends", "character after the last of the other wording", kind=Integer),
    must("likeness", "0 to 1: share of the shorter wording's words that both have in the same order", kind=Float),
    *trace(),
    comment="The same claimer's words between quotation marks, given differently in two documents.",
)

events = Table(
    "events",
    TABLES,
    key("id", "derived from its first mention"),
    must("kind", "PLOVER event type in lower case"),
    must("label", "a few words from the documents"),
    may("date_start", "first day in which it may lie, ISO 8601"),
    may("date_end", "last such day"),
    *trace(),
    comment="What happened at a time and a place.",
)

event_mentions = Table(
    "event_mentions",
    TABLES,
    key("event", "the event", refers="events.id"),
    position(),
    must("document", "the document", refers="documents.id"),
    *span("the clause"),
    must("trigger_begins", "first character of the word that names it", kind=Integer),
    must("trigger_ends", "character after the last of that word", kind=Integer),
    may("attribution", "the innermost attribution in whose passage it stands", refers="attributions.id"),
    comment="Words that speak of an event.",
)

places = Table(
    "places",
    TABLES,
    key("event", "the event", refers="events.id"),
    position("the best supported first"),
    must("name", "as the documents have it"),
    may("geonames", "GeoNames id", kind=Integer),
    may("latitude", "degrees north, WGS 84", kind=Float),
    may("longitude", "degrees east, WGS 84", kind=Float),
    may("country", "ISO 3166-1 alpha-2"),
    may("region", "first-order division"),
    comment="Where events happened.",
)

participants = Table(
    "participants",
    TABLES,
    key("event", "the event", refers="events.id"),
    position(),
    must("actor", "the actor", refers="actors.id"),
    must("role", "agent, patient or other"),
    comment="Who took part in events.",
)

claims = Table(
    "claims",
    TABLES,
    key("id", "derived from attribution, evidence, attribute and value"),
    must("attribution", "the attribution in which the words stand", refers="attributions.id"),
    *span("the words that state, deny or doubt the value"),
    *subject(),
    *value(),
    must("stance", "asserts, denies or cannot_verify"),
    *trace(),
    comment="One typed value that an attribution gives for one attribute.",
)

claim_supersedes = Table(
    "claim_supersedes",
    TABLES,
    key("claim", "the later claim", refers="claims.id"),
    position(),
    must("superseded", "the earlier claim of the same origin that it replaces", refers="claims.id"),
    comment="Which claims replace which; the replaced stay on record.",
)

questions = Table(
    "questions",
    TABLES,
    key("id", "derived from subject and attribute"),
    *subject(),
    must("status", "single, agreed, contested or unverified"),
    must("reason", "one sentence that says why"),
    *trace(),
    comment="Attributes to which the documents give answers.",
)

answers = Table(
    "answers",
    TABLES,
    key("question", "the question", refers="questions.id"),
    position(),
    *value(),
    must("origins", "number of independent origins that assert it", kind=Integer),
    comment="The values given, each once.",
)

answer_claims = Table(
    "answer_claims",
    TABLES,
    key("question", "the question", refers="questions.id"),
    key("answer", "position of the answer", kind=Integer),
    position(),
    must("claim", "a claim that holds, denies or doubts it", refers="claims.id"),
    comment="Which claims stand behind which answer.",
)
