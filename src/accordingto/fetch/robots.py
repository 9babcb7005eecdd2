"""What a host's robots.txt allows (RFC 9309), asked once a host."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

# RFC 9309 asks for at least 500 KiB; what stands beyond is not read.
_LARGEST = 512_000
_OK = 200


@dataclass(slots=True)
class Robots:
    """The rules of each host met so far.

    Attributes:
        agent: who asks, as robots.txt would name it.
        get: fetches an address: status and body.
    """

    agent: str
    get: Callable[[str], tuple[int, bytes]]
    _known: dict[str, Protego] = field(default_factory=dict)

    def allows(self, address: str) -> bool:
        """Whether a page may be fetched."""
        return bool(self._rules(address).can_fetch(address, self.agent))

    def delay(self, address: str) -> float:
        """The seconds that the host wants between two requests."""
        return float(self._rules(address).crawl_delay(self.agent) or 0.0)

    def _rules(self, address: str) -> Protego:
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._known:
            self._known[host] = self._read(f"{host}/robots.txt")
        return self._known[host]

    def _read(self, place: str) -> Protego:
        """A host without a file allows all."""
        status, body = self.get(place)
        text = body[:_LARGEST].decode("utf-8", "replace") if status == _OK else ""
        return Protego.parse(text)
