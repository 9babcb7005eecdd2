"""The only room that opens connections: addresses in, bytes out, politely and within limits."""

from accordingto.fetch.answer import Fetched
from accordingto.fetch.fetcher import Fetcher
from accordingto.fetch.limits import Limits

__all__ = ["Fetched", "Fetcher", "Limits"]
