"""Words of a document as they are cited: where they stand, who published them, when."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from accordingto.model.document import Span
from accordingto.query.words import render_days
from accordingto.store.columns import Row, take_days


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a document, as they are cited.

    Attributes:
        document, span: where; ``text`` are the words.
        outlet: name of the outlet, or the file where the outlet is unknown.
        when: the document was published, in words.
    """

    document: str
    span: Span
    text: str
    outlet: str
    when: str | None


def take_words(row: Row) -> Words:
    """Words of a row that has a document's columns, ``begins``, ``ends`` and ``words``."""
    days = take_days(row, "published")
    return Words(
        row["document"],
        Span(row["begins"], row["ends"]),
        " ".join(row["words"].split()),
        row["outlet"] or row["uri"],
        None if days is None else render_days(days),
    )


_KEYED = text(
    "SELECT d.id AS document, d.outlet, d.uri, d.published_start, d.published_end, :begins AS begins, :ends AS ends,"
    " substr(d.text, :begins + 1, :ends - :begins) AS words FROM documents AS d WHERE d.id = :document"
)


def cite_keys(connection: Connection, keys: Sequence[str]) -> dict[str, Words]:
    """The words that the keys of judgements name, where the ledger has them."""
    found: dict[str, Words] = {}
    for key in dict.fromkeys(keys):
        document, _, place = key.rpartition(":")
        begins, _, ends = place.partition("-")
        if not (begins.isdecimal() and ends.isdecimal()):
            continue
        values = {"document": document, "begins": int(begins), "ends": int(ends)}
        row = connection.execute(_KEYED, values).mappings().first()
        if row is not None:
            found[key] = take_words(row)
    return found
