"""The queue of the reviewers, kept for a while: a review changes it by a line, and working it out takes a second."""

import time
from threading import Lock

from fastapi import Request

from accordingto.judging import Due, find_due
from accordingto.model.review import is_reviewed
from accordingto.model.trace import Trace
from accordingto.store import tables
from accordingto.store.rows import read_in
from accordingto.web.site import Site

# More than a page shows, so that what was reviewed in the meantime leaves enough.
MOST = 90
SECONDS = 60.0


class Queue:
    """What needs a look, as it was at most a minute ago, without what was reviewed since."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[float, list[Due], int] | None = None

    def find(self, site: Site) -> tuple[list[Due], int]:
        """The questions in the order in which a reviewer should take them, and about how many there are in all."""
        with self._lock:
            if self._made is None or time.monotonic() - self._made[0] > SECONDS:
                with site.ledger.view() as view:
                    self._made = (time.monotonic(), *find_due(view, MOST))
            _, due, left = self._made
        with site.ledger.view() as view:
            rows = read_in(view.connection, tables.claims, "id", (each.claim.id for each in due))
        open_still = {row["id"] for row in rows if not is_reviewed(Trace(row["rule"]))}
        fresh = [each for each in due if each.claim.id in open_still]
        return fresh, left - (len(due) - len(fresh))


def queue_of(request: Request) -> Queue:
    """The queue of the reading room that a request is for."""
    queue: Queue = request.app.state.queue
    return queue
