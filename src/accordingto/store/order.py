"""The order of the questions after a few of them changed: each is put in its place among the others.

Working the whole order out anew takes seconds in a large ledger; finding a place takes a look at a dozen questions.
"""

from bisect import bisect_left

from sqlalchemy import Connection, delete, func, insert, select

from accordingto.store import tables

# The same order as in ``store.aids`` and ``query.ask``.
STATUSES = ("contested", "unverified", "agreed", "single")

Key = tuple[int, int, int, str]


def renew_order(connection: Connection, changed: set[str]) -> None:
    """Put questions that are new, gone or other than before in their places.

    Args:
        connection: in the transaction that changed them.
        changed: their ids.
    """
    table = tables.question_order
    columns = select(table.c.question, table.c.story).order_by(table.c.position)
    before = [(row.question, row.story) for row in connection.execute(columns)]
    after = [each for each in before if each[0] not in changed]
    for question in sorted(changed):
        key = _find_key(connection, question)
        if key is not None:
            at = bisect_left(after, key, key=lambda each: _find_key(connection, each[0]) or key)
            after.insert(at, (question, _find_story(connection, question)))
    _write(connection, before, after)


def _write(connection: Connection, before: list[tuple[str, str]], after: list[tuple[str, str]]) -> None:
    """Rewrite what stands between the first and the last line that differ."""
    longest = max(len(before), len(after))
    first = next((at for at in range(longest) if before[at : at + 1] != after[at : at + 1]), longest)
    last = longest
    if len(before) == len(after):
        last = next((at for at in range(longest, first, -1) if before[at - 1] != after[at - 1]), first)
    table = tables.question_order
    connection.execute(delete(table).where(table.c.position > first, table.c.position <= last))
    fresh = enumerate(after[first:last], start=first + 1)
    rows = [{"position": at, "question": question, "story": story} for at, (question, story) in fresh]
    if rows:
        connection.execute(insert(table), rows)


def _find_key(connection: Connection, question: str) -> Key | None:
    """What a question is sorted by; ``None`` where there is none of this id."""
    questions, answers, held = tables.questions, tables.answers, tables.answer_claims
    status = connection.execute(select(questions.c.status).where(questions.c.id == question)).scalar_one_or_none()
    if status is None:
        return None
    origins = connection.execute(select(func.sum(answers.c.origins)).where(answers.c.question == question)).scalar()
    claims = connection.execute(select(func.count()).where(held.c.question == question)).scalar_one()
    return STATUSES.index(status), -int(origins or 0), -int(claims), question


def _find_story(connection: Connection, question: str) -> str | None:
    held, told = tables.answer_claims, tables.story_documents
    lines = tables.attributions
    found = connection.execute(
        select(func.min(told.c.story))
        .select_from(held)
        .join(tables.claims, tables.claims.c.id == held.c.claim)
        .join(lines, lines.c.id == tables.claims.c.attribution)
        .join(told, told.c.document == lines.c.document)
        .where(held.c.question == question)
    ).scalar()
    return None if found is None else str(found)
