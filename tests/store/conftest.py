"""Stores and ledgers that the tests of this room share."""

import pytest

from accordingto.store import MemoryStore, SqlStore
from tests.harbour import make_findings


@pytest.fixture(params=["sql", "memory"])
def store(request, tmp_path):
    """A store of each kind."""
    return SqlStore(tmp_path / "raid.ledger") if request.param == "sql" else MemoryStore()


@pytest.fixture
def ledger(tmp_path):
    """A ledger with the invented story in it."""
    path = tmp_path / "raid.ledger"
    with SqlStore(path).writer() as writer:
        writer.save(make_findings())
    return path
