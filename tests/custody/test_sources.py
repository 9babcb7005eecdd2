"""Bytes are kept whole, once, under their digest, and taken back when the ledger was not written."""

import hashlib

import pytest

from accordingto.custody import sources_of
from accordingto.errors import LedgerError

DATA = b"Nine soldiers were killed in Orlec."


def test_bytes_lie_under_their_digest(tmp_path):
    """A person can check them with sha256sum."""
    folder = sources_of(tmp_path / "raid.ledger")
    digest = folder.keep(DATA)
    assert digest == hashlib.sha256(DATA).hexdigest()
    assert folder.place(digest).read_bytes() == DATA
    assert folder.path == tmp_path / "raid.ledger.sources"


def test_the_same_bytes_are_kept_once(tmp_path):
    """And nothing else lies beside them."""
    folder = sources_of(tmp_path / "raid.ledger")
    assert folder.keep(DATA) == folder.keep(DATA)
    assert len([each for each in folder.path.rglob("*") if each.is_file()]) == 1


def test_what_was_written_is_taken_back(tmp_path):
    """What lay there before stays."""
    sources_of(tmp_path / "raid.ledger").keep(DATA)
    folder = sources_of(tmp_path / "raid.ledger")
    folder.keep(DATA)
    other = folder.keep(b"another")
    folder.take_back()
    assert not folder.place(other).exists()
    assert folder.place(hashlib.sha256(DATA).hexdigest()).exists()


def test_an_empty_folder_goes_too(tmp_path):
    """A build that failed leaves nothing behind."""
    folder = sources_of(tmp_path / "raid.ledger")
    folder.keep(DATA)
    folder.take_back()
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    """A file where the folder should be."""
    (tmp_path / "raid.ledger.sources").write_text("x")
    with pytest.raises(LedgerError, match=r"raid\.ledger\.sources"):
        sources_of(tmp_path / "raid.ledger").keep(DATA)
