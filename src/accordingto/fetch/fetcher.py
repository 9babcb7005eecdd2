"""Fetching a page: robots.txt asked first, redirects followed one by one, busy servers asked again, limits kept."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from accordingto.errors import InputRefused
from accordingto.fetch.answer import Answer, Fetched, keep_headers
from accordingto.fetch.limits import Limits
from accordingto.fetch.network import CheckedNetwork, OutOfTime, PrivateAddress
from accordingto.fetch.robots import Robots
from accordingto.fetch.transport import CheckedTransport
from accordingto.stages.read.media import parse_media
from accordingto.stages.read.transfer import TransferError, undo

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"
_TIMEOUTS = (httpx.TimeoutException, httpcore.TimeoutException, TimeoutError)
_FAULTS = (httpx.HTTPError, httpcore.NetworkError, httpcore.ProtocolError, OSError, *_TIMEOUTS)
_LATER = "try again later, or save the page and give the file"
_SAVE = "save the page with a browser and give the file"
_ALLOWED = "give --allow-private if you mean a host of your own network"


class Fetcher:
    """Fetches addresses one after the other; a context manager, since it keeps connections open.

    Args:
        limits: how far it goes.
        clock, sleep: seconds that only grow, and waiting; tests give their own.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits = limits or Limits()
        self._clock, self._sleep = clock, sleep
        self._network = CheckedNetwork(clock, allow_private=self._limits.allow_private)
        self._client = httpx.Client(
            transport=CheckedTransport(self._network),
            timeout=self._limits.seconds,
            headers={"User-Agent": self._limits.user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate, br"},
            trust_env=False,
        )
        self._robots = Robots(self._limits.user_agent.partition("/")[0], self._ask_robots)
        self._asked: dict[str, float] = {}  # host -> when it was last asked

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def fetch(self, address: str) -> Fetched:
        """Get a page.

        Raises:
            InputRefused: it may not be got, is not there, does not come in time or is too large.
        """
        at, passed = check_address(address), set[str]()
        while len(passed) <= self._limits.redirects:
            passed.add(at)
            answer = self._get_allowed(at, name=address)
            target = answer.header("location")
            if answer.status not in _REDIRECTS or target is None:
                return self._finish(answer, asked=address, address=at)
            at = check_address(urljoin(at, target.strip()), name=address)
            if at in passed:
                raise InputRefused(address, "the server sends it round in a circle", "open it in a browser to see why")
        reason = f"the server sends it on more than {self._limits.redirects} times"
        raise InputRefused(address, reason, "open it in a browser and give the address where it ends")

    def _get_allowed(self, at: str, *, name: str) -> Answer:
        """An answer to a request that robots.txt allows."""
        try:
            if not self._robots.allows(at):
                raise InputRefused(name, "the site's robots.txt asks programs not to fetch it", _SAVE)
            return self._get_patiently(at)
        except PrivateAddress as error:
            raise InputRefused(name, f"{error} stands for an address of a private network", _ALLOWED) from error
        except (OutOfTime, *_TIMEOUTS) as error:
            reason = f"the server took more than {self._limits.seconds:g} seconds"
            raise InputRefused(name, reason, _LATER) from error
        except TransferError as error:
            raise InputRefused(name, f"the answer {error}", _SAVE) from error
        except _FAULTS as error:
            raise InputRefused(name, _explain(error), _LATER) from error

    def _get_patiently(self, at: str) -> Answer:
        """An answer; a server that is busy, or does not answer, is asked again after a while."""
        for attempt in range(1, self._limits.attempts + 1):
            is_last = attempt == self._limits.attempts
            wait = self._limits.backoff * 2 ** (attempt - 1)
            try:
                answer = self._get(at)
            except _FAULTS as error:
                if is_last or isinstance(error, _TIMEOUTS):
                    raise
            else:
                asked = _read_wait(answer.header("retry-after"))
                wait = wait if asked is None else asked
                if answer.status not in _BUSY or is_last or wait > self._limits.longest_wait:
                    return answer
            self._sleep(wait)
        raise AssertionError  # the last attempt returns or raises

    def _get(self, at: str) -> Answer:
        """One request."""
        self._pause(at)
        self._network.deadline = self._clock() + self._limits.seconds
        with self._client.stream("GET", at, follow_redirects=False) as response:
            headers = keep_headers([(name, value) for name, value in response.headers.multi_items()])
            data = bytearray()
            for chunk in response.iter_raw():
                data += chunk
                if len(data) > self._limits.largest:
                    raise TransferError(f"has more than {self._limits.largest // 1_000_000} MB")
        codings = response.headers.get("content-encoding", "").split(",")
        return Answer(response.status_code, headers, undo(bytes(data), codings, limit=self._limits.largest))

    def _pause(self, at: str) -> None:
        """Wait until the host may be asked again; a host of one's own network need not be spared."""
        parts = urlsplit(at)
        host = parts.hostname or ""
        is_robots = parts.path == "/robots.txt"
        if host in self._asked and host not in self._network.near and not is_robots:
            pause = max(self._limits.pause, min(self._robots.delay(at), self._limits.longest_wait))
            self._sleep(max(0.0, self._asked[host] + pause - self._clock()))
        self._asked[host] = self._clock()

    def _ask_robots(self, place: str) -> tuple[int, bytes]:
        """Status and body of a robots.txt, after redirects; one that is out of order forbids all (RFC 9309)."""
        try:
            for _ in range(self._limits.redirects):
                answer = self._get_patiently(place)
                target = answer.header("location")
                if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise InputRefused(place, f"the site's robots.txt is out of order ({answer.status})", _LATER)
                if answer.status not in _REDIRECTS or target is None:
                    return answer.status, answer.body
                place = check_address(urljoin(place, target.strip()))
        except TransferError:
            return HTTPStatus.NOT_FOUND, b""
        return HTTPStatus.NOT_FOUND, b""

    def _finish(self, answer: Answer, *, asked: str, address: str) -> Fetched:
        if answer.status != HTTPStatus.OK:
            phrase = HTTPStatus(answer.status).phrase if answer.status in set(HTTPStatus) else "no page"
            remedy = _LATER if answer.status in _BUSY else "check the address"
            raise InputRefused(asked, f"the server answers {answer.status} {phrase}", remedy)
        media, charset = parse_media(answer.header("content-type"))
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Fetched(asked, address, now, media, charset, answer.headers, answer.body)


def check_address(address: str, *, name: str | None = None) -> str:
    """An address that may be asked for.

    Raises:
        InputRefused: it is none, is not of the web, or carries a password.
    """
    shown = address if name is None else name
    try:
        parts = urlsplit(address)
        _ = parts.port
        url = httpx.URL(address)
    except (ValueError, httpx.InvalidURL) as error:
        raise InputRefused(shown, "this is no web address", "write it as https://host/page") from error
    if parts.scheme.lower() not in {"http", "https"}:
        raise InputRefused(shown, f"{parts.scheme}: is no address of the web", "give one with http or https")
    if not url.host:
        raise InputRefused(shown, "there is no host in the address", "write it as https://host/page")
    if parts.username is not None or parts.password is not None:
        raise InputRefused(shown, "the address carries a name or password", "give it without; it would stay on record")
    return str(url.copy_with(fragment=None))


def _read_wait(words: str | None) -> float | None:
    """The seconds of ``Retry-After``: a number, or a time."""
    if words is None:
        return None
    if words.strip().isdecimal():
        return float(words.strip()[:9])
    try:
        return max(0.0, (parsedate_to_datetime(words) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def _explain(error: Exception) -> str:
    words = str(error).lower()
    if "certificate" in words or "ssl" in words:
        return "the connection is not safe (the server's certificate is not accepted)"
    if "no such host" in words:
        return "there is no such host"
    if isinstance(error, (httpcore.ConnectError, httpx.ConnectError)):
        return "the server cannot be reached"
    return "the server breaks off its answer"
