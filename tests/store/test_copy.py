"""A ledger is copied between files and databases: all of it or nothing."""

import pytest

from accordingto.errors import LedgerError, UsageError
from accordingto.export.ledger_json import dump_ledger
from accordingto.model.custody import Capture, Channel
from accordingto.query.board import Chosen, list_cards
from accordingto.query.find import find_documents, find_names
from accordingto.store import open_store
from accordingto.store.copy import copy_ledger
from tests.harbour import DOCUMENTS, PERSONS_JUDGEMENT, make_findings

CAPTURE = Capture(
    document=DOCUMENTS[0].id,
    digest="5f2b",
    length=7,
    form="text",
    channel=Channel.FILE,
    place="wire.txt",
    text="77aa",
    rules="v1",
)


@pytest.fixture
def server_store(database):
    """A store on the server that holds nothing."""
    return open_store(database)


@pytest.fixture
def file_store(tmp_path):
    """A store in a file, with the story, a judgement and a capture."""
    made = open_store(tmp_path / "raid.ledger")
    fill(made)
    return made


def fill(store):
    """Write the story, a judgement and a capture."""
    with store.writer() as writer:
        writer.add_judgements([PERSONS_JUDGEMENT])
        writer.add_captures([CAPTURE])
        writer.save(make_findings())


def everything(store):
    """All that a view gives, and what is found in it."""
    with store.view() as view:
        return (
            dump_ledger(view.findings()),
            view.readings(),
            view.judgements(),
            view.captures(),
            view.reviews(),
            view.stories(),
            [card.id for card in list_cards(view.connection, Chosen())],
            find_names(view.connection, "dawn"),
            {hit.id for hit in find_documents(view.connection, "rebels")},
        )


def test_a_copy_of_a_copy_is_the_same(file_store, server_store, tmp_path):
    """From a file to a server and back, grammar, judgements and search included."""
    back = open_store(tmp_path / "back.ledger")
    copied = copy_ledger(file_store, server_store)
    assert copy_ledger(server_store, back) == copied
    assert (copied.documents, copied.questions) == (len(DOCUMENTS), len(make_findings().questions))
    assert everything(server_store) == everything(back) == everything(file_store)


def test_a_copy_goes_on_as_the_first_would(file_store, server_store):
    """The next judgement has the next number on both."""
    copy_ledger(file_store, server_store)
    for store in (file_store, server_store):
        with store.writer() as writer:
            writer.add_judgements([PERSONS_JUDGEMENT])
    with file_store.view() as here, server_store.view() as there:
        table = "SELECT number, made FROM judgements ORDER BY number"
        assert here.connection.exec_driver_sql(table).all() == there.connection.exec_driver_sql(table).all()


@pytest.mark.parametrize("kind", ["file", "server"])
def test_a_ledger_is_not_written_over_by_a_slip(file_store, server_store, tmp_path, kind):
    """It says what to do, and with the word it is done: persons' judgements of the old one are gone."""
    target = server_store if kind == "server" else open_store(tmp_path / "other.ledger")
    with target.writer() as writer:
        writer.add_judgements([PERSONS_JUDGEMENT] * 3)
        revision = writer.revision()
    before = everything(target)
    with pytest.raises(UsageError, match="--replace"):
        copy_ledger(file_store, target)
    assert everything(target) == before
    copy_ledger(file_store, target, may_replace=True)
    assert everything(target) == everything(file_store)
    with target.view() as view:
        assert view.revision() > revision
    with pytest.raises(LedgerError, match="of a person is never"), target.writer() as writer:
        writer.connection.exec_driver_sql("DELETE FROM judgements")


def test_a_ledger_is_not_copied_onto_itself(file_store):
    """It would be emptied first."""
    with pytest.raises(UsageError, match="the same ledger"):
        copy_ledger(file_store, file_store, may_replace=True)


def test_a_copy_that_fails_leaves_nothing(file_store, tmp_path, monkeypatch):
    """Neither half a ledger nor a file."""
    monkeypatch.setattr("accordingto.store.copy.make_names", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        copy_ledger(file_store, open_store(tmp_path / "other.ledger"))
    assert [each.name for each in tmp_path.iterdir()] == ["raid.ledger"]


def test_there_must_be_something_to_copy(server_store, tmp_path):
    """A missing ledger makes no empty one."""
    with pytest.raises(LedgerError, match="no ledger"):
        copy_ledger(server_store, open_store(tmp_path / "other.ledger"))
    assert list(tmp_path.iterdir()) == []
