"""Many readings wait in the journal, not in memory, until the ledger has them."""

import pytest

import accordingto.engines.made
import accordingto.engines.read_all
import accordingto.ledger
from accordingto.engines.journal import journal_of
from accordingto.engines.plan import Plan
from accordingto.engines.read_all import read_made
from accordingto.errors import LedgerError
from accordingto.export.ledger_json import dump_ledger
from accordingto.ledger import extend_ledger
from accordingto.settings import DEFAULT_MODEL
from accordingto.store import SqlStore
from tests.factory import make_document

DOCUMENTS = [
    make_document(f"{toll} soldiers died in the raid on Orlec, the Marish army said.", f"{toll}.txt", outlet="Wire")
    for toll in ("Nine", "Twelve", "Thirty")
]


@pytest.fixture
def many(monkeypatch):
    """Three documents are many."""
    for room in (accordingto.engines.made, accordingto.engines.read_all, accordingto.ledger):
        monkeypatch.setattr(room, "MANY", 0)


def build(place, documents=DOCUMENTS):
    """A ledger of documents, with its journal beside it until it is written."""
    journal = journal_of(place)
    with SqlStore(place).writer() as writer:
        plan = Plan(DEFAULT_MODEL, processes=1)
        extend_ledger(writer, documents, model=DEFAULT_MODEL, watch=lambda *_: None, plan=plan, journal=journal)
    journal.clear()
    with SqlStore(place).view() as view:
        return dump_ledger(view.findings())


@pytest.mark.usefixtures("many")
def test_the_ledger_is_the_same(tmp_path):
    """By way of the journal, and when one more is added."""
    whole = build(tmp_path / "a.ledger")
    build(tmp_path / "b.ledger", DOCUMENTS[:2])
    assert build(tmp_path / "b.ledger", DOCUMENTS[2:]) == whole


def test_in_memory_it_is_too(tmp_path, monkeypatch):
    """What is few is compared without the journal."""
    few = build(tmp_path / "a.ledger")
    monkeypatch.setattr(accordingto.engines.made, "MANY", 0)
    monkeypatch.setattr(accordingto.engines.read_all, "MANY", 0)
    assert build(tmp_path / "b.ledger") == few


@pytest.mark.usefixtures("many")
def test_none_is_held(tmp_path):
    """All that stays in memory is where they are."""
    journal = journal_of(tmp_path / "a.ledger")
    made = read_made(DOCUMENTS, Plan(DEFAULT_MODEL, processes=1), lambda *_: None, journal)
    assert not made.held
    assert made.take([DOCUMENTS[1].id]).keys() == {DOCUMENTS[1].id}


@pytest.mark.usefixtures("many")
def test_a_journal_that_was_taken_away(tmp_path):
    """One line, and the remedy; nobody invents a reading."""
    journal = journal_of(tmp_path / "a.ledger")
    made = read_made(DOCUMENTS, Plan(DEFAULT_MODEL, processes=1), lambda *_: None, journal)
    journal.clear()
    with pytest.raises(LedgerError, match="run the same command again"):
        made.take([DOCUMENTS[0].id])
