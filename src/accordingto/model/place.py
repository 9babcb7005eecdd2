"""Where a ledger is: a file, or a schema of a PostgreSQL database."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from accordingto.errors import UsageError

SCHEMES = ("postgresql", "postgres")
# The driver that is used; an address may name it, as SQLAlchemy writes it.
DRIVER = "psycopg"
# A ledger is one schema; several may share a database.
SCHEMA = "public"
_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """A ledger in a PostgreSQL database.

    Attributes:
        address: ``postgresql://user@host/database``, with the password where it was given.
        database, schema: where in the server.
        folder: where the files stand that belong to the ledger: the bytes of its documents, a build that was stopped.
    """

    address: str
    database: str
    schema: str
    folder: Path

    @property
    def name(self) -> str:
        """What the ledger is called where a file would be called by its name."""
        return self.database if self.schema == SCHEMA else f"{self.database}.{self.schema}"

    def __str__(self) -> str:
        """The address as a person may see it: without the password."""
        parts = urlsplit(self.address)
        user, at, host = parts.netloc.rpartition("@")
        shown = parts._replace(netloc=f"{user.partition(':')[0]}{at}{host}", query="")
        return urlunsplit(shown) + ("" if self.schema == SCHEMA else f"?schema={self.schema}")


Place = Path | ServerPlace


def parse_place(words: str) -> Place:
    """The place that an address or a path means.

    ``schema`` and ``folder`` of an address are ours, all else of it is for the server:
    ``postgresql://desk@db.example/archive?schema=orlec&folder=/srv/orlec``.

    Raises:
        UsageError: it looks like an address and is none.
    """
    scheme, colon, _ = words.partition("://")
    if not colon or scheme.partition("+")[0] not in SCHEMES:
        return Path(words)
    try:
        parts = urlsplit(words)
        _ = parts.port
    except ValueError as error:
        raise UsageError(f"{scheme}://...: no address of a database ({error}); {_LIKE}") from error
    database = unquote(parts.path.strip("/"))
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    schema, folder = options.pop("schema", SCHEMA), options.pop("folder", ".")
    if not database or "/" in database or "\0" in words:
        raise UsageError(f"{scheme}://{parts.hostname or ''}: the address names no database; {_LIKE}")
    if not _NAME.fullmatch(schema):
        raise UsageError(f"schema={schema[:80]}: no name of a schema; use small letters, digits and '_'")
    plain = parts._replace(scheme="postgresql", path=f"/{quote(database)}", query=urlencode(options), fragment="")
    return ServerPlace(urlunsplit(plain), database, schema, Path(folder))


_LIKE = "write it like postgresql://USER@HOST/DATABASE"


def beside(place: Place, suffix: str) -> Path:
    """A file that belongs to a ledger: beside its file, or in the folder of its address."""
    if isinstance(place, Path):
        return place.with_name(place.name + suffix)
    return place.folder / (place.name.replace("/", "-") + suffix)
