"""What SQLite complains about, as one line that names the ledger and the remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from accordingto.errors import LedgerError

# SQLite's result codes, https://www.sqlite.org/rescode.html; an extended code's low byte is its primary code.
PRIMARY = 0xFF

MESSAGES = {
    sqlite3.SQLITE_BUSY: "another program is writing to this ledger; run the command again when it is done",
    sqlite3.SQLITE_LOCKED: "another program is writing to this ledger; run the command again when it is done",
    sqlite3.SQLITE_FULL: "no space is left on the disk; free some and run the command again, the ledger is unchanged",
    sqlite3.SQLITE_NOTADB: "this file is not a ledger; name another file",
    sqlite3.SQLITE_CORRUPT: "this ledger is damaged; restore it from a copy, or build it anew from its inputs",
    sqlite3.SQLITE_FORMAT: "this ledger is damaged; restore it from a copy, or build it anew from its inputs",
    sqlite3.SQLITE_READONLY: "the ledger or its folder is write-protected; change its permissions or name another file",
    sqlite3.SQLITE_PERM: "the ledger or its folder is write-protected; change its permissions or name another file",
    sqlite3.SQLITE_CANTOPEN: "the ledger cannot be opened; check the permissions of the file and of its folder",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written; check its space and health, the ledger is unchanged",
}


@contextmanager
def clear_faults(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside the block into a ``LedgerError``."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(f"{path}: {_explain(error.orig)}") from error
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {_explain(error)}") from error


def _explain(error: BaseException | None) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    known = None if code is None else MESSAGES.get(code & PRIMARY)
    return known or f"SQLite cannot use this ledger ({error}); build it anew from its inputs"
