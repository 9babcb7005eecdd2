"""How far fetching goes before it gives up, and how it introduces itself."""

from dataclasses import dataclass
from importlib.metadata import version

USER_AGENT = f"accordingto/{version('accordingto')} (reads news reports for a ledger; honours robots.txt)"


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one fetch goes.

    Attributes:
        user_agent: how servers are told who asks; the first word is what robots.txt knows it by.
        seconds: for one answer, from the first byte sent to the last one read.
        largest: bytes of an answer, as sent and as unpacked.
        redirects: how many in a row are followed.
        attempts: how often a server that is busy or does not answer is asked.
        backoff: seconds before the second attempt; each further wait is twice as long.
        longest_wait: seconds that a server may ask for between two requests; one that asks for more is not waited for.
        pause: seconds between two requests to one host, where its robots.txt asks for no more.
        allow_private: whether hosts of private networks and this machine itself may be asked.
    """

    user_agent: str = USER_AGENT
    seconds: float = 30.0
    largest: int = 20_000_000
    redirects: int = 8
    attempts: int = 3
    backoff: float = 1.0
    longest_wait: float = 60.0
    pause: float = 1.0
    allow_private: bool = False
