"""What a ledger keeps of comparing may be damaged: it is worked out anew, and the ledger is the same."""

import shutil
import sqlite3
import zlib
from contextlib import closing

import pytest

from accordingto.comparing.packing import MOST_BYTES
from accordingto.export.ledger_json import dump_ledger
from accordingto.ledger import compare_again
from accordingto.model.memo import Memo
from accordingto.pipeline import read_document
from accordingto.store import SqlStore
from tests.factory import make_document

RAID = "Nine soldiers died in the old harbour of Orlec on Monday night, the Marish army said."
TEXTS = (RAID, "Two died in Tavik, the Dawn Front said.", f"{RAID} It denied a retreat.")
ROWS = {Memo.NOTE: 3, Memo.ACTORS: 3, Memo.LIKENESSES: 1, Memo.STORY: 2}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """A ledger of two stories, one of them told twice."""
    path = tmp_path_factory.mktemp("memory") / "raid.ledger"
    readings = [read_document(make_document(text, f"{number}.txt")) for number, text in enumerate(TEXTS)]
    with SqlStore(path).writer() as writer:
        compare_again(writer, readings)
    return path


def holds(path):
    """What a ledger says."""
    with SqlStore(path).view() as view:
        return dump_ledger(view.findings())


@pytest.mark.parametrize("kind", list(Memo))
@pytest.mark.parametrize(
    "made", [b"", b"x", "text", 5, 1.5, zlib.compress(b"\xc0"), zlib.compress(b"\x90"), zlib.compress(b"\x81" * 99)]
)
def test_it_is_worked_out_anew(ledger, tmp_path, kind, made):
    """Whatever stands there instead."""
    path = shutil.copy(ledger, tmp_path / "raid.ledger")
    with closing(sqlite3.connect(path)) as file, file:
        assert file.execute("UPDATE memos SET made = ? WHERE kind = ?", (made, kind.value)).rowcount == ROWS[kind]
    with SqlStore(path).writer() as writer:
        compare_again(writer)
    assert holds(path) == holds(ledger)
    with closing(sqlite3.connect(path)) as file:
        kept = file.execute("SELECT made FROM memos WHERE kind = ?", (kind.value,)).fetchall()
    assert len(kept) == ROWS[kind]
    assert (made,) not in kept


def test_what_cannot_be_compared_is_worked_out_anew(ledger, tmp_path):
    """Notes that are sound and those of other documents: nothing is set aside for them."""
    path = shutil.copy(ledger, tmp_path / "raid.ledger")
    swap = """UPDATE memos SET made = (
        SELECT made FROM memos AS other WHERE other.kind = memos.kind AND other.name <> memos.name
    ) WHERE kind = 'note'"""
    with closing(sqlite3.connect(path)) as file, file:
        assert file.execute(swap).rowcount == ROWS[Memo.NOTE]
    with SqlStore(path).writer() as writer:
        compare_again(writer)
    assert holds(path) == holds(ledger)


def test_rows_that_nobody_wrote(ledger, tmp_path):
    """Of unknown kinds, of no document, under names that are none: they are no business of the ledger's."""
    path = shutil.copy(ledger, tmp_path / "raid.ledger")
    rows = [
        ("story", b"\x00\xff", "x", b""),
        ("story", "zz", "x", b""),
        ("quark", "a", "x", "text"),
        ("note", "b", "x", 7),
    ]
    with closing(sqlite3.connect(path)) as file, file:
        file.executemany("INSERT INTO memos VALUES (?, ?, ?, ?)", rows)
    for _ in range(2):
        with SqlStore(path).writer() as writer:
            compare_again(writer)
        assert holds(path) == holds(ledger)


def test_bytes_that_swell(ledger, tmp_path):
    """What unpacks to more than anything that is kept is not unpacked."""
    path = shutil.copy(ledger, tmp_path / "raid.ledger")
    bomb = zlib.compress(b"\x90" * (MOST_BYTES + 1))
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE memos SET made = ? WHERE kind = 'note'", (bomb,))
    with SqlStore(path).writer() as writer:
        compare_again(writer)
    assert holds(path) == holds(ledger)
