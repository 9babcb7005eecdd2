"""A disk that is full while documents are compared is the disk's fault, and no document's."""

import pytest

from accordingto.errors import LedgerError
from accordingto.export.ledger_json import dump_ledger
from accordingto.ledger import extend_ledger
from accordingto.model.memo import Memo
from accordingto.settings import DEFAULT_MODEL
from accordingto.store import SqlStore
from accordingto.store.sql import SqlWriter
from tests.factory import make_document

RAID = "Nine soldiers died in the raid on Orlec on 13 May 2031, the Marish army said."
DENIAL = "Thirty soldiers died in the raid on Orlec on 13 May 2031, the Dawn Front said."


def add(store, *texts):
    """Add reports."""
    with store.writer() as writer:
        documents = [make_document(text, f"{text[:5]}.txt", outlet=f"Outlet {text[0]}") for text in texts]
        extend_ledger(writer, documents, model=DEFAULT_MODEL, watch=lambda *_: None)


def dump(store):
    """What the ledger holds."""
    with store.view() as view:
        return dump_ledger(view.findings())


@pytest.mark.parametrize("kind", list(Memo))
def test_the_ledger_is_as_it_was(tmp_path, monkeypatch, kind):
    """One line says that there is no room; the next try, with room, adds the document."""
    store = SqlStore(tmp_path / "raid.ledger")
    add(store, RAID)
    before, remember = dump(store), SqlWriter.remember

    def run_out(writer, what, made):
        kept = [(name, digest, packed * 999) for name, digest, packed in made]
        if what is kind:
            writer.connection.exec_driver_sql("PRAGMA max_page_count = 1")  # no more than there are
        remember(writer, what, kept)

    with monkeypatch.context() as full:
        full.setattr(SqlWriter, "remember", run_out)
        with pytest.raises(LedgerError, match="no space is left"):
            add(store, DENIAL)
    assert dump(store) == before
    add(store, DENIAL)
    whole = SqlStore(tmp_path / "whole.ledger")
    add(whole, RAID, DENIAL)
    assert dump(store) == dump(whole)
