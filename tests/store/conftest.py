"""Stores and ledgers that the tests of this room share."""

import pytest

from accordingto.store import MemoryStore, SqlStore, open_store
from tests.harbour import make_findings


def open_kind(request, kind, tmp_path):
    """An empty store of a kind."""
    if kind == "memory":
        return MemoryStore()
    return open_store(tmp_path / "raid.ledger" if kind == "sqlite" else request.getfixturevalue("database"))


@pytest.fixture(params=["sqlite", "postgresql", "memory"])
def store(request, tmp_path):
    """A store of each kind."""
    return open_kind(request, request.param, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def sql_store(request, tmp_path):
    """A store in a file, and one on a server."""
    return open_kind(request, request.param, tmp_path)


@pytest.fixture
def ledger(tmp_path):
    """A ledger with the invented story in it."""
    path = tmp_path / "raid.ledger"
    with SqlStore(path).writer() as writer:
        writer.save(make_findings())
    return path
