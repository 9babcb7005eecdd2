"""Ledgers and journals that were damaged or altered: opened, verified, exported, built upon. First byte: how.

A ledger that strangers sent is as hostile as an article: bytes of the file are overwritten, cells get other values.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import cast

from accordingto.custody import prove, sources_of
from accordingto.engines.journal import Journal
from accordingto.errors import LedgerError
from accordingto.export.ledger_json import dump_ledger
from accordingto.ledger import compare_again
from accordingto.model.findings import Findings
from accordingto.store import SqlStore
from benchmarks.fuzz.watching import check_line
from tests.harbour import make_findings

_RULES = "rules"
SEEDS = (
    b"\x00\x00\x10\x00\xff\x00\x20\x00\x00",
    b"\x01\x05\x02\x00[]\n\x07\x01\x00-1\n",
    b"\x02SQLite format 3\x00",
    b"\x03\x00\x10\x00\xff",
    b"\x04\x00\x02\x00{}\n\x00\x05\x00\xff\n",
    b"\x05\x00\x10\x00\xff\x00\x20\x00\x00",
    b"\x06\x05\x02\x00[]\n\x07\x01\x00-1\n",
)
PIECES = (
    *(b"\x00\x01\x00", b"\x05\x02\x00", b"\x0a\x03\x00", b"\x00\x10\x00\xff", b"\x00", b"x\n", b"\n", b"\xff\xfe\n"),
    *(b"-1\n", b"0\n", b"1e999\n", b"9" * 17 + b"\n", b"null\n", b"[]\n", b"{}\n", b"[[0,5]]\n", b"[[5,0]]\n", b"['\n"),
    *(b"9999-99-99\n", b"2031-05-14\n", b"asserts\n", b"doc-1\n", b'"\n'),
)
# An edit of a cell: two bytes for the column, one for the row, then the value; a longer number is no number of SQLite.
_AT, _DIGITS, _MOST = 3, 18, 50


def check(data: bytes) -> None:
    """Open what is left of a ledger or a journal, and look at all of it."""
    alter, look = _WAYS[data[0] % len(_WAYS) if data else 0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "raid.ledger"
        alter(path, data[1:])
        try:
            look(path)
        except LedgerError as error:
            check_line(error)


def _read_ledger(path: Path) -> None:
    with SqlStore(path, busy_seconds=0.1).view() as view:
        findings = view.findings()
        prove(findings, view.captures(), view.reviews(), sources_of(path))
        view.readings()
        view.stories()
        view.whole_lineage()
        view.judgements()
        view.slice_of([each.document.id for each in findings.readings[:1]])
    dump_ledger(findings).encode("utf-8", "replace")


def _read_journal(path: Path) -> None:
    """A damaged journal knows nothing, and can be written to afterwards."""
    journal = Journal(path)
    readings = _findings().readings
    journal.find([each.document for each in readings], _RULES)
    journal.keep(readings[:1])


def _build_upon(path: Path) -> None:
    """What comparing kept in it is used where it still holds."""
    with SqlStore(path, busy_seconds=0.1).writer() as writer:
        compare_again(writer)
    _read_ledger(path)


def _overwrite(content: bytes, edits: bytes) -> bytes:
    """Bytes at places: three bytes tell where, one what."""
    made = bytearray(content)
    for at in range(0, len(edits) - _AT, _AT + 1):
        made[int.from_bytes(edits[at : at + _AT], "big") % len(made)] = edits[at + _AT]
    return bytes(made)


def _alter(path: Path, edits: bytes) -> None:
    """Other values in cells; what the file's own checks forbid is left out."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        cells = list(_cells(file))
        for edit in edits.split(b"\n")[:_MOST]:
            if len(edit) >= _AT:
                with suppress(sqlite3.IntegrityError):
                    _set(file, *cells[(edit[0] * 256 + edit[1]) % len(cells)], edit)


def _cells(file: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name"
    for (table,) in file.execute(listed).fetchall():
        if file.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone():  # noqa: S608  names of the file's own tables
            for row in file.execute(f'PRAGMA table_info("{table}")').fetchall():
                yield table, row[1]


def _set(file: sqlite3.Connection, table: str, column: str, edit: bytes) -> None:
    row = edit[2] % int(file.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608  as above
    found = file.execute(f'SELECT * FROM "{table}" LIMIT 1 OFFSET {row}')  # noqa: S608
    where = " AND ".join(f'"{name[0]}" IS ?' for name in found.description)
    file.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE {where}', (_value(edit[_AT:]), *found.fetchone()))  # noqa: S608


def _value(words: bytes) -> str | int | bytes | None:
    try:
        text = words.decode("utf-8")
    except UnicodeDecodeError:
        return words
    is_number = text.isascii() and text.lstrip("-").isdecimal() and text[1:].isdecimal() and len(text) < _DIGITS
    return int(text) if is_number else None if text == "null" else text


@cache
def _findings() -> Findings:
    return cast("Findings", make_findings())  # type: ignore[no-untyped-call]


@cache
def _ledger() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "raid.ledger"
        with SqlStore(path).writer() as writer:
            writer.save(_findings())
        return path.read_bytes()


@cache
def _built() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "raid.ledger"
        with SqlStore(path).writer() as writer:
            compare_again(writer, _findings().readings)
        return path.read_bytes()


@cache
def _journal() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "raid.ledger.reading"
        Journal(path).keep(_findings().readings)
        return path.read_bytes()


def _write_then_alter(content: bytes, path: Path, edits: bytes) -> None:
    path.write_bytes(content)
    _alter(path, edits)


_WAYS: tuple[tuple[Callable[[Path, bytes], object], Callable[[Path], None]], ...] = (
    (lambda path, edits: path.write_bytes(_overwrite(_ledger(), edits)), _read_ledger),
    (lambda path, edits: _write_then_alter(_ledger(), path, edits), _read_ledger),
    (lambda path, edits: path.write_bytes(edits), _read_ledger),
    (lambda path, edits: path.write_bytes(_overwrite(_journal(), edits)), _read_journal),
    (lambda path, edits: _write_then_alter(_journal(), path, edits), _read_journal),
    (lambda path, edits: path.write_bytes(_overwrite(_built(), edits)), _build_upon),
    (lambda path, edits: _write_then_alter(_built(), path, edits), _build_upon),
)
