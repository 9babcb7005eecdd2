"""Connections to checked addresses only, each with an end in time.

A name is looked up once, the addresses it stands for are checked, and the connection goes to the very one that was
checked: a name that stands for another address a moment later (DNS rebinding) gains nothing.
"""

import socket
import ssl
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

# IPv6 addresses that carry an IPv4 address in their last 32 bits (NAT64, and the old 'compatible' form).
_CARRIERS = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
_LAST_32_BITS = 0xFFFFFFFF


class PrivateAddress(Exception):
    """A host stands for an address of a private network, or of this machine."""


class OutOfTime(Exception):
    """The time for one answer is over."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet, also where it is wrapped in another.

    Example:
        >>> is_public("::ffff:10.0.0.1")
        False
    """
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        return ip.is_global and not ip.is_multicast and all(map(_is_public_4, _inside(ip)))
    return _is_public_4(ip)


def _is_public_4(ip: IPv4Address) -> bool:
    return ip.is_global and not ip.is_multicast


def _inside(ip: IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address carries."""
    carried = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if any(ip in each for each in _CARRIERS):
        carried.append(IPv4Address(int(ip) & _LAST_32_BITS))
    return [each for each in carried if each is not None]


class CheckedNetwork(httpcore.SyncBackend):
    """Opens connections for one fetcher; ``deadline`` is set before each request.

    Args:
        clock: seconds that only grow.
        allow_private: whether private addresses may be connected to.
    """

    def __init__(self, clock: Callable[[], float], *, allow_private: bool) -> None:
        self.deadline = 0.0
        self.near: set[str] = set()  # hosts of private networks that were connected to
        self._clock = clock
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to one of the addresses of a host that may be connected to."""
        addresses = self._look_up(host, port)
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                left = self.seconds_left(timeout)
                stream = super().connect_tcp(address, port, left, local_address, socket_options)
            except httpcore.ConnectError as error:
                failure = error
            else:
                return _TimedStream(stream, self)
        raise failure

    def _look_up(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("there is no such host") from error
        addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
        public = [each for each in addresses if is_public(each)]
        if len(public) < len(addresses):
            if not self._allow_private:
                raise PrivateAddress(host)
            self.near.add(host)
            return addresses
        return public

    def seconds_left(self, timeout: float | None) -> float:
        """How long the next step may take."""
        left = self.deadline - self._clock()
        if left <= 0:
            raise OutOfTime
        return left if timeout is None else min(left, timeout)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step ends in time; a server that sends a byte a minute is not waited for."""

    def __init__(self, stream: httpcore.NetworkStream, network: CheckedNetwork) -> None:
        self._stream = stream
        self._network = network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._network.seconds_left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._network.seconds_left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._network.seconds_left(timeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._network)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
