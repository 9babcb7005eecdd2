"""A reading room whose disk is full or write-protected: pages are read, a review is refused in words, then saved."""

import re
import shutil
from contextlib import ExitStack, contextmanager

import httpx
import pytest

from accordingto.export.ledger_json import dump_ledger
from accordingto.store import SqlStore
from tests.disks import mounted
from tests.web.conftest import served

PAGES = ("/", "/queue", "/actors", "/documents", "/lineage", "/judgements", "/downloads", "/search?q=raid", "/metrics")
REASON = "the army corrected itself"


@pytest.fixture
def disk(tmp_path):
    """A disk of a few megabytes."""
    with mounted(tmp_path / "disk", "6m") as disk:
        yield disk


@pytest.fixture
def ledger(disk, harbour):
    """The hand-made story on the disk."""
    return shutil.copy(harbour, disk.path / "harbour.ledger")


@contextmanager
def visiting(ledger):
    """A reviewer without a browser, in a reading room of their own."""
    with served(ledger, person="Ada") as address, httpx.Client(base_url=address, timeout=60) as client:
        client.get("/queue")
        yield client


def holds(ledger):
    """What is in the file."""
    with SqlStore(ledger).view() as view:
        return dump_ledger(view.findings()), view.judgements(), view.reviews()


def look(client, ledger, form):
    """The address of a form, and its fields as they are sent when its effect was looked at."""
    with SqlStore(ledger).view() as view:
        found = view.findings()
    one, other = [each.id for each in found.resolution.actors if each.kind.value != "person"][:2]
    path, sent = {
        "withdraw": (f"/review/claim/{found.claims[0].id}", {}),
        "derive": (f"/review/document/{found.readings[0].document.id}", {"outlet": "Orlec Times"}),
        "sort": (f"/review/actor/{one}", {"kind": "organization"}),
        "merge": (f"/review/actor/{one}", {"one": one, "other": other}),
    }[form]
    token = re.findall(r'name="token" value="(\w+)"', client.get(path).text)[0]
    sent |= {"act": form, "token": token, "reason": REASON, "do": "look"}
    shown = client.post(path, data=sent)
    assert shown.status_code == 200, shown.text
    seen = {
        each: re.findall(rf'name="{each}" value="([^"]+)"', shown.text)[0] for each in ("seen_state", "seen_review")
    }
    return path, sent | seen | {"do": "save"}


@pytest.mark.parametrize("form", ["withdraw", "derive", "sort", "merge"])
@pytest.mark.parametrize(("fault", "words"), [("full", "no space is left"), ("protected", "permissions")])
def test_a_review_that_cannot_be_saved(ledger, disk, form, fault, words):
    """The form comes back as it was filled in, with why; nothing is half-written, and the next try is saved."""
    before = holds(ledger)
    with ExitStack() as room:
        # What is open for writing cannot be write-protected: the room is opened when it is so.
        client = room.enter_context(visiting(ledger)) if fault == "full" else None
        with getattr(disk, fault)():
            client = client or room.enter_context(visiting(ledger))
            path, sent = look(client, ledger, form)
            answer = client.post(path, data=sent)
        assert answer.status_code == 503
        assert words in answer.text
        assert REASON in answer.text
        assert holds(ledger) == before
        assert client.post(path, data=sent).status_code == 303
    assert len(holds(ledger)[1]) + len(holds(ledger)[2]) == len(before[1]) + len(before[2]) + 1


@pytest.mark.parametrize("fault", ["full", "protected"])
def test_a_room_that_is_opened_then(ledger, disk, fault):
    """A ledger of which nothing can be written is served all the same, every page."""
    with getattr(disk, fault)(), visiting(ledger) as client:
        for page in PAGES:
            assert client.get(page, follow_redirects=True).status_code == 200, page
