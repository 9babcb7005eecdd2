"""The lines in which two findings of the same readings and actors differ, written in place of the old ones.

A review changes a few lines of a ledger that may have millions; all others stay as they are on the disk.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TypeVar

from sqlalchemy import Connection, Table, delete, insert

from accordingto.model.claim import Claim, Question
from accordingto.model.event import Event
from accordingto.model.findings import Findings
from accordingto.store import tables
from accordingto.store.aids import make_names
from accordingto.store.columns import Columns
from accordingto.store.order import renew_order
from accordingto.store.review_rows import write_overruled
from accordingto.store.write import lineage_rows
from accordingto.store.write_events import CLAIM, EVENT, QUESTION, claim_rows, event_rows, question_rows

Line = TypeVar("Line", bound=Claim | Event | Question)
Rows = Iterable[tuple[Table, Columns]]

LINEAGE = (tables.origin_documents, tables.origins, tables.derivations)


def write_changes(connection: Connection, before: Findings, after: Findings) -> None:
    """Replace the events, claims, questions, derivations and origins that differ."""
    _replace(connection, EVENT, before.events, after.events, event_rows)
    _replace(connection, CLAIM, before.claims, after.claims, claim_rows)
    _replace(connection, QUESTION, before.questions, after.questions, question_rows)
    if before.lineage != after.lineage:
        for table in LINEAGE:
            connection.execute(delete(table))
        _insert(connection, lineage_rows(after.lineage))
    write_overruled(connection, before, after)
    renew_order(connection, _differ(before.questions, after.questions))
    if before.events != after.events:
        connection.execute(delete(tables.search_names))
        make_names(connection)


def _differ(before: Sequence[Question], after: Sequence[Question]) -> set[str]:
    """The questions that are new, gone, or not what they were."""
    was, now = ({question.id: question for question in each} for each in (before, after))
    return {each for each in was.keys() | now.keys() if was.get(each) != now.get(each)}


def _replace(
    connection: Connection,
    places: Sequence[tuple[Table, str]],
    before: Sequence[Line],
    after: Sequence[Line],
    rows: Callable[[Line], Rows],
) -> None:
    was = {line.id: line for line in before}
    fresh = [line for line in after if was.get(line.id) is not line and was.get(line.id) != line]
    now = {line.id for line in after}
    gone = [*(line.id for line in before if line.id not in now), *(line.id for line in fresh)]
    for table, column in places:
        for line in gone:
            connection.execute(delete(table).where(table.c[column] == line))
    _insert(connection, chain.from_iterable(rows(line) for line in fresh))


def _insert(connection: Connection, rows: Rows) -> None:
    found: dict[Table, list[Columns]] = {}
    for table, columns in rows:
        found.setdefault(table, []).append(columns)
    for table, lines in found.items():
        connection.execute(insert(table), lines)
