"""Runs the reading room on an address until somebody stops it."""

import socket
import sys
from collections.abc import Callable
from contextlib import closing
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from accordingto.errors import UsageError
from accordingto.model.place import Place
from accordingto.web.access_file import AccessFile
from accordingto.web.app import make_app
from accordingto.web.security import LOOPBACK

# A review that is being worked out gives way to readers after so many seconds. Python's own 0.005 is paid anew for
# every row that a reader's page fetches meanwhile.
TURN_SECONDS = 0.0005

# Requests that are being answered may finish within so many seconds when the server is stopped.
LAST_SECONDS = 3


def run_server(
    path: Place, *, host: str, port: int, busy_seconds: float, tell: Callable[[str], object], person: str = ""
) -> None:
    """Serve a ledger until the process is told to stop.

    Raises:
        LedgerError: there is no such ledger, or it cannot be read.
        UsageError: the address cannot be listened at.
    """
    accounts = _find_accounts(path, host)
    sys.setswitchinterval(TURN_SECONDS)
    app = make_app(path, busy_seconds=busy_seconds, hosts=_names(host), accounts=accounts, person=person)
    with closing(_listen(host, port)) as listener:
        shown = f"[{host}]" if ":" in host else host
        tell(f"Reading room of {path.name}: http://{shown}:{listener.getsockname()[1]}/  (stop with Control-C)")
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=LAST_SECONDS,
        )
        uvicorn.Server(config).run(sockets=[listener])


def _find_accounts(path: Place, host: str) -> AccessFile | None:
    """Who may enter from other machines; ``None`` where none of these can."""
    if is_loopback(host):
        return None
    accounts = AccessFile(path)
    if (not isinstance(path, Path) or path.exists()) and not accounts.accounts():
        remedy = f"let somebody in first with: accordingto accounts add {path} NAME --role reviewer"
        raise UsageError(f"{host}: other machines can reach this address, and there are no accounts; {remedy}")
    return accounts


def _names(host: str) -> frozenset[str]:
    """What the server goes by; an address that stands for every address of the machine goes by any name."""
    return frozenset({"*"}) if host in {"0.0.0.0", "::", ""} else LOOPBACK | {host}  # noqa: S104


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        remedy = "choose another with --host or --port"
        raise UsageError(f"{host}:{port}: cannot be listened at ({reason}); {remedy}") from error
