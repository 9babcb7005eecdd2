"""A web of one's own, and a fetcher that may ask it and never really waits."""

import pytest

from accordingto.fetch import Fetcher, Limits
from tests.webhost import serve


@pytest.fixture
def web():
    """A server on this machine."""
    with serve() as host:
        yield host


@pytest.fixture
def waits():
    """The seconds that the fetcher wanted to wait, in order."""
    return []


@pytest.fixture
def fetcher(waits):
    """A fetcher with small limits."""
    limits = Limits(seconds=0.5, largest=100_000, redirects=4, longest_wait=5, allow_private=True)
    with Fetcher(limits, sleep=waits.append) as made:
        yield made
