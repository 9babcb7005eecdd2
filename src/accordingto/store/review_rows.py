"""Reviews, and what they overruled, as rows and back."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select

from accordingto.errors import LedgerError
from accordingto.model.claim import Claim
from accordingto.model.event import Event
from accordingto.model.findings import Findings, Overruled
from accordingto.model.lineage import Derivation
from accordingto.model.review import Act, Review
from accordingto.store import tables
from accordingto.store.columns import Columns, Row
from accordingto.store.lines_json import dump_line, load_line
from accordingto.store.rows import group_rows

# Fields of a review that have a column of their own.
COLUMNS = ("act", "reason", "made", "undoes", "moved")


def write_reviews(connection: Connection, reviews: Iterable[Review]) -> None:
    """Append reviews; the ledger gives them their numbers."""
    for review in reviews:
        columns: Columns = {name: getattr(review, name) for name in COLUMNS}
        columns |= {"act": review.act.value, "person": review.by, "said": dump_line(_said(review))}
        connection.execute(insert(tables.reviews), columns)


def load_reviews(connection: Connection, after: int = 0) -> tuple[Review, ...]:
    """Every review, in the order in which they were made."""
    table = tables.reviews
    wanted = select(table).where(table.c.number > after).order_by(table.c.number)
    return tuple(_review(row) for row in connection.execute(wanted).mappings())


def write_overruled(connection: Connection, before: Findings | None, after: Findings) -> None:
    """Write what is overruled in a slice in place of what was, or, without a slice before, all that is overruled."""
    kept: set[tuple[str, str]] = set()
    if before is not None:
        table = tables.overruled
        known = {(row.kind, row.line) for row in connection.execute(select(table.c.kind, table.c.line))}
        kept = known - set(_overruled_lines(before))
    connection.execute(delete(tables.overruled))
    rows = list(_overruled_rows(sorted(kept | set(_overruled_lines(after)))))
    if rows:
        connection.execute(insert(tables.overruled), rows)


def load_overruled(connection: Connection) -> tuple[Overruled, tuple[Derivation, ...]]:
    """What rules said of events and claims that reviews changed, and the derivations that were struck."""
    lines = group_rows(connection, tables.overruled, "kind", lambda row: str(row["line"]))
    events = tuple(load_line(Event, line) for line in lines["event"])
    claims = tuple(load_line(Claim, line) for line in lines["claim"])
    struck = (load_line(Derivation, line) for line in lines["derivation"])
    return Overruled(events, claims), tuple(sorted(struck, key=lambda each: each.order))


def _said(review: Review) -> Review:
    """The part of a review that has no columns: what it is about, and what it says."""
    return replace(review, by="", made="", reason="", undoes=None, moved=None, number=0)


def _review(row: Row) -> Review:
    try:
        said = load_line(Review, row["said"])
        fields: Columns = {name: row[name] for name in COLUMNS}
        return replace(said, **fields | {"act": Act(row["act"]), "by": row["person"], "number": row["number"]})
    except ValueError as error:  # somebody wrote into the file with another program
        raise LedgerError(
            f"line {row['number']} of table reviews is malformed ({error}); take it out with the program that wrote it"
        ) from error


def _overruled_lines(findings: Findings) -> Iterator[tuple[str, str]]:
    held = {
        "claim": findings.overruled.claims,
        "event": findings.overruled.events,
        "derivation": findings.lineage.struck,
    }
    for kind, lines in held.items():
        for line in lines:
            yield kind, dump_line(line)


def _overruled_rows(lines: Iterable[tuple[str, str]]) -> Iterator[Columns]:
    places: Counter[str] = Counter()
    for kind, line in lines:
        yield {"kind": kind, "position": places[kind], "line": line}
        places[kind] += 1
