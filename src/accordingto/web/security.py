"""What a browser may do with a page: nothing but show it, with scripts and styles of this server alone.

Article text can never run: templates escape it, and were one to fail, the policy lets no inline script run.
"""

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Guarded:
    """An application whose every answer carries the headers, and that answers to its own names only.

    A page of somebody else's may point a name of theirs at this machine (DNS rebinding); a browser then sends that
    name, and is refused.

    Args:
        app: what is guarded.
        hosts: names and addresses that it goes by; ``*`` is any.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app = app
        self.hosts = frozenset(each.lower() for each in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if "*" not in self.hosts and name_of(Headers(scope=scope).get("host", "")) not in self.hosts:
            refused = PlainTextResponse("this server does not go by that name\n", status_code=421)
            await refused(scope, receive, send_guarded)
            return
        await self.app(scope, receive, send_guarded)


def name_of(host: str) -> str:
    """The name in a Host header, without the port.

    Example:
        >>> name_of("[::1]:8000"), name_of("localhost:8000")
        ('::1', 'localhost')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()
