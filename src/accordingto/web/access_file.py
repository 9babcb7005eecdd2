"""Who may enter a reading room that others can reach: accounts, sessions and failed attempts, in a file of their own.

The file stands beside the ledger (``raid.ledger.access``) and only its owner may read it: a ledger is handed on, the
passwords of its readers are not. Passwords are kept as Argon2 hashes, session tokens as SHA-256.
"""

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from accordingto.errors import LedgerError, UsageError
from accordingto.model.place import Place, beside

SUFFIX = ".access"
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1000
LONGEST_NAME = 80

# A session ends so many seconds after it was last used, and at the latest so many after it began.
IDLE, LONGEST = 12 * 3600, 7 * 24 * 3600
# So many wrong passwords for one name or from one address in so many seconds, then neither is listened to.
ATTEMPTS, WINDOW = 5, 900

TABLES = """
CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sessions
  (token TEXT PRIMARY KEY, name TEXT NOT NULL, began REAL NOT NULL, used REAL NOT NULL);
CREATE TABLE IF NOT EXISTS attempts (who TEXT NOT NULL, made REAL NOT NULL);
CREATE INDEX IF NOT EXISTS attempts_who ON attempts (who, made);
"""


class Role(StrEnum):
    """What somebody may do."""

    READER = "reader"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Login:
    """Somebody who may enter."""

    name: str
    role: Role


class AccessFile:
    """The accounts of one ledger.

    Args:
        ledger: where it is.
    """

    def __init__(self, ledger: Place) -> None:
        self.path = beside(ledger, SUFFIX)
        self._hasher = PasswordHasher()
        # Compared with where there is no such account, so that the answer takes as long.
        self._nobody = self._hasher.hash(secrets.token_hex())

    def accounts(self) -> list[Login]:
        """Everybody, by name; none where there is no file."""
        if not self.path.exists():
            return []
        with self._open() as connection:
            rows = connection.execute("SELECT name, role FROM accounts ORDER BY name").fetchall()
        return [Login(name, Role(role)) for name, role in rows]

    def add(self, name: str, role: Role, password: str) -> None:
        """Let somebody in, or give them another role and password.

        Raises:
            UsageError: the name or the password cannot be used.
        """
        shown = " ".join(name.split())
        if not shown or len(shown) > LONGEST_NAME or not shown.isprintable():
            raise UsageError(f"a name has 1 to {LONGEST_NAME} characters that can be printed; choose another")
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise UsageError(f"a password has at least {SHORTEST_PASSWORD} characters; choose a longer one")
        hashed = self._hasher.hash(password)
        with self._open() as connection:
            connection.execute("DELETE FROM sessions WHERE name = ?", (shown,))
            connection.execute("INSERT OR REPLACE INTO accounts VALUES (?, ?, ?)", (shown, role.value, hashed))

    def remove(self, name: str) -> bool:
        """Let somebody in no more, at once; False where there is no such account."""
        if not self.path.exists():
            return False
        with self._open() as connection:
            connection.execute("DELETE FROM sessions WHERE name = ?", (name,))
            gone = connection.execute("DELETE FROM accounts WHERE name = ?", (name,)).rowcount
        return int(gone) > 0

    def may_try(self, name: str, address: str, now: float) -> bool:
        """Whether a password for this name, or from this address, is listened to."""
        with self._open() as connection:
            connection.execute("DELETE FROM attempts WHERE made < ?", (now - WINDOW,))
            counts: list[int] = [
                connection.execute("SELECT count(*) FROM attempts WHERE who = ?", (who,)).fetchone()[0]
                for who in _keys(name, address)
            ]
        return max(counts) < ATTEMPTS

    def enter(self, name: str, password: str, address: str, now: float) -> str | None:
        """The token of a new session; ``None`` where name and password are not a pair."""
        with self._open() as connection:
            row = connection.execute("SELECT password FROM accounts WHERE name = ?", (name,)).fetchone()
        if not self._fits(row[0] if row else self._nobody, password) or row is None:
            with self._open() as connection:
                connection.executemany("INSERT INTO attempts VALUES (?, ?)", [(k, now) for k in _keys(name, address)])
            return None
        token = secrets.token_urlsafe(32)
        with self._open() as connection:
            connection.execute("DELETE FROM attempts WHERE who = ?", (_keys(name, address)[0],))
            connection.execute("DELETE FROM sessions WHERE used < ? OR began < ?", (now - IDLE, now - LONGEST))
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", (_digest(token), name, now, now))
        return token

    def find(self, token: str, now: float) -> Login | None:
        """Whose session this is, if it lasts."""
        with self._open() as connection:
            row = connection.execute(
                "SELECT a.name, a.role, s.used FROM sessions AS s JOIN accounts AS a ON a.name = s.name"
                " WHERE s.token = ? AND s.used >= ? AND s.began >= ?",
                (_digest(token), now - IDLE, now - LONGEST),
            ).fetchone()
            if row is not None and now - row[2] > 60:  # noqa: PLR2004  not a write for each page
                connection.execute("UPDATE sessions SET used = ? WHERE token = ?", (now, _digest(token)))
        return None if row is None else Login(row[0], Role(row[1]))

    def leave(self, token: str) -> None:
        """End a session."""
        with self._open() as connection:
            connection.execute("DELETE FROM sessions WHERE token = ?", (_digest(token),))

    def _fits(self, hashed: str, password: str) -> bool:
        try:
            return bool(self._hasher.verify(hashed, password[:LONGEST_PASSWORD]))
        except (VerificationError, InvalidHashError):
            return False

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
            self.path.chmod(0o600)
            with closing(sqlite3.connect(self.path, timeout=10)) as connection:
                connection.executescript(TABLES)
                with connection:
                    yield connection
        except (OSError, sqlite3.DatabaseError) as error:
            raise LedgerError(
                f"{self.path}: cannot be used ({error}); it holds the accounts, take it away to begin anew"
            ) from error


def _keys(name: str, address: str) -> tuple[str, str]:
    return f"name {name[:LONGEST_NAME]}", f"address {address}"


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
