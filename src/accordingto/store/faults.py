"""What a database complains about, as one line that names the ledger and the remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, PendingRollbackError

from accordingto.errors import LedgerError, LedgerTooNew
from accordingto.model.place import Place
from accordingto.store.migrations import SCHEMA

# SQLite's result codes, https://www.sqlite.org/rescode.html; an extended code's low byte is its primary code.
PRIMARY = 0xFF

_BUSY = "another program is writing to this ledger; run the command again when it is done"
_FULL = "no space is left on the disk; free some and run the command again, the ledger is unchanged"
_DAMAGED = "this ledger is damaged; restore it from a copy, or build it anew from its inputs"
_PROTECTED = "the ledger or its folder is write-protected; change its permissions or name another file"

# Python's own complaint about bytes that are no letters, before it quotes them.
_NO_TEXT = "Could not decode to UTF-8"
_MOST_SAID = 200

MESSAGES = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_NOTADB: "this file is not a ledger; name another file",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FORMAT: _DAMAGED,
    sqlite3.SQLITE_READONLY: _PROTECTED,
    sqlite3.SQLITE_PERM: _PROTECTED,
    sqlite3.SQLITE_CANTOPEN: "the ledger cannot be opened; check the permissions of the file and of its folder",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written; check its space and health, the ledger is unchanged",
}

_LOST = "the connection to the server is lost; run the command again when it answers, the ledger is unchanged"
_MAY_NOT = "this user may not do that in the database; ask its owner for the right, or name another user"
_READ_ONLY = "the database takes no changes now: it is a copy, or was set so; name the server that takes them"

# PostgreSQL's, https://www.postgresql.org/docs/15/errcodes-appendix.html; a class is the first two characters.
STATES = {
    "08": _LOST,
    "25006": _READ_ONLY,
    "42501": _MAY_NOT,
    "53100": _FULL,
    "53300": "the server has no connection left; run the command again later",
    "55P03": _BUSY,
    "57P": _LOST,
    "XX001": _DAMAGED,
}


@contextmanager
def clear_faults(place: Place) -> Iterator[None]:
    """Turn what the database raises inside the block into a ``LedgerError``."""
    try:
        yield
    except PendingRollbackError as error:  # used again after its connection was lost
        raise LedgerError(f"{place}: {_LOST}") from error
    except DBAPIError as error:
        if error.orig is not None and not isinstance(error.orig, sqlite3.Error):
            raise LedgerError(f"{place}: {_explain_state(error)}") from error
        raise LedgerError(f"{place}: {_explain(error.orig)}") from error
    except sqlite3.Error as error:
        raise LedgerError(f"{place}: {_explain(error)}") from error
    except UnicodeDecodeError as error:  # SQLite complains in the words of a schema that was overwritten
        raise LedgerError(f"{place}: {_DAMAGED}") from error


def refuse_newer(place: Place, version: int) -> None:
    """Go on only with a ledger of this schema or of an older one.

    Raises:
        LedgerTooNew: a later version of this package wrote it.
    """
    if version > SCHEMA:
        raise LedgerTooNew(
            f"{place}: written by a later version of accordingto (its schema is {version}, this one knows "
            f"{SCHEMA}); upgrade with: pip install --upgrade accordingto"
        )


def _explain(error: BaseException | None) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    known = None if code is None else MESSAGES.get(code & PRIMARY)
    if str(error).startswith(_NO_TEXT):
        return _DAMAGED
    return known or f"SQLite cannot use this ledger ({one_line(error)}); build it anew from its inputs"


def one_line(error: BaseException | None) -> str:
    """What a database says, which may quote the words of a document, lines and all."""
    return " ".join(str(error).split())[:_MOST_SAID]


def _explain_state(error: DBAPIError) -> str:
    """What PostgreSQL, or its driver where there was no server to ask, complains about."""
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        known = next((STATES[state[:size]] for size in (5, 3, 2) if state[:size] in STATES), None)
        return known or f"PostgreSQL refuses this ({_first_line(error)}); nothing was changed"
    if error.connection_invalidated:
        return _LOST
    # Why a connection was refused comes in the server's own language, without a code.
    return f"cannot be reached ({_first_line(error)}); check the address, the user, and that database and server exist"


def _first_line(error: DBAPIError) -> str:
    lines = str(error.orig).strip().splitlines()
    return lines[0].rpartition("FATAL:")[2].strip()[:300] if lines else type(error.orig).__name__
