"""The one place of the commands that looks at a clock."""

from datetime import UTC, datetime


def read_clock() -> str:
    """Now, in UTC, as judgements have it: 2031-05-14T09:00:00Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
