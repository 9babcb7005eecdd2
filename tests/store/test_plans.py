"""No query behind a page of a story, a question or a document looks at every line of a table."""

import re

import pytest
from sqlalchemy import event

from accordingto.query.board import Chosen, count_attributes, count_statuses, list_cards
from accordingto.query.find import find_names
from accordingto.query.folio import open_folio
from accordingto.query.overview import find_story, list_moments, tally
from accordingto.store import SqlStore
from accordingto.store.part import Wanted, load_part
from tests.harbour import DOCUMENTS, QUESTIONS

PAGES = {
    "cards of a story": lambda c: list_cards(c, Chosen(story="story-1")),
    "cards of an actor": lambda c: list_cards(c, Chosen(actor="actor-1")),
    "first cards": lambda c: list_cards(c, Chosen()),
    "statuses": lambda c: count_statuses(c, Chosen(story="story-1")),
    "attributes": lambda c: count_attributes(c, Chosen(story="story-1")),
    "story": lambda c: find_story(c, "story-1"),
    "tally": lambda c: tally(c, "story-1"),
    "moments": lambda c: list_moments(c, "story-1"),
    "question": lambda c: load_part(c, Wanted(questions=(QUESTIONS[0].id,))),
    "document": lambda c: open_folio(c, DOCUMENTS[0].id),
    "names": lambda c: find_names(c, "dawn fr"),
}

# A step of a plan that goes through all lines of a table, or of an index, of which it needs a few; of what was
# found all are needed.
_SCAN = re.compile(r"^SCAN (?!search_name_words\b|search_texts\b|found\b)\w+( USING (COVERING )?INDEX \w+)?$")


@pytest.mark.parametrize("page", PAGES)
def test_lines_are_found_by_an_index(ledger, page):
    """SQLite's own plan of every statement that the page sends."""
    sent = []

    def note(_connection, _cursor, statement, parameters, _context, _many):
        sent.append((statement, parameters))

    with SqlStore(ledger).view() as view:
        event.listen(view.connection, "before_cursor_execute", note)
        PAGES[page](view.connection)
        event.remove(view.connection, "before_cursor_execute", note)
        for statement, parameters in sent:
            plan = view.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            scans = [row[3] for row in plan if _SCAN.match(row[3])]
            assert scans == [], statement
    assert sent


def test_a_scan_would_be_seen(ledger):
    """What the other test looks for is what SQLite says of a query without an index."""
    with SqlStore(ledger).view() as view:
        plan = view.connection.exec_driver_sql("EXPLAIN QUERY PLAN SELECT id FROM questions WHERE reason = 'x'").all()
    assert [row[3] for row in plan if _SCAN.match(row[3])] == ["SCAN questions"]
