"""What a server sent back, before and after it is looked at."""

from dataclasses import dataclass

from accordingto.model.custody import Headers

# Cookies are about the reader, not about the page.
_PERSONAL = frozenset({"set-cookie", "set-cookie2"})
_MOST_HEADERS = 100
_LONGEST_HEADER = 2000


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a server, its body unpacked.

    Attributes:
        status: HTTP status.
        headers: as they came, without cookies.
        body: the bytes, unpacked.
    """

    status: int
    headers: Headers
    body: bytes

    def header(self, name: str) -> str | None:
        """The first header of a name."""
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was got.

    Attributes:
        asked: the address that was asked for.
        address: the address that answered, after redirects.
        time: when, ISO 8601 in UTC.
        media: the kind of content that the server names, in lower case: ``text/html``.
        charset: the encoding that it names.
        headers: what it said of the page, without cookies.
        body: the bytes, unpacked.
    """

    asked: str
    address: str
    time: str
    media: str
    charset: str | None
    headers: Headers
    body: bytes


def keep_headers(pairs: list[tuple[str, str]]) -> Headers:
    """The headers that are worth keeping, in their order."""
    kept = [(name, value[:_LONGEST_HEADER]) for name, value in pairs if name.lower() not in _PERSONAL]
    return tuple(kept[:_MOST_HEADERS])
