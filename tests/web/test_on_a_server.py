"""The reading room of a ledger that is a PostgreSQL database: the same pages, two reviewers, a cut connection."""

import re
from html import unescape

import httpx
import pytest

from accordingto.model.place import parse_place
from accordingto.store import SqlStore, open_store
from accordingto.store.copy import copy_ledger
from tests.web.conftest import served

CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'accordingto'"
# Pages that are looked at, at most, of those that others link to.
MOST = 60


@pytest.fixture
def place(harbour, database):
    """The hand-made story on a server."""
    copy_ledger(SqlStore(harbour), open_store(database))
    return database


@pytest.fixture
def client(place):
    """A visitor of its reading room."""
    with served(parse_place(place), person="Ada") as address, visiting(address) as client:
        yield client


def visiting(address):
    """Somebody without a browser."""
    return httpx.Client(base_url=address, follow_redirects=True, timeout=60)


def told(client, path, place):
    """What a page says, without the ledger's name and what belongs to one visit."""
    answer = client.get(path)
    text = answer.text.replace(parse_place(place).name if isinstance(place, str) else place.name, "LEDGER")
    return answer.status_code, re.sub(r'name="token" value="\w+"', "", text)


def links_of(page):
    """The pages of the room that a page leads to."""
    return [unescape(each) for each in re.findall(r'href="(/[^"#]*)', page) if not each.startswith("/static")]


def test_every_page_is_the_one_of_the_file(room, client, harbour, place):
    """Story, questions, people, documents, lineage, downloads: word for word."""
    waiting = ["/"]
    seen: set[str] = set()
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        if path not in seen:
            seen.add(path)
            here, there = told(room, path, harbour), told(client, path, place)
            assert there == here, path
            waiting += links_of(here[1])
    assert len(seen) > 12


@pytest.mark.parametrize("words", ["raid", "army's", "RÉBEL", "zz", "' \\ :* |", "dawn fr"])
def test_a_search_finds_the_same(room, client, harbour, place, words):
    """Names and texts; which comes first is each database's own."""
    asked = str(httpx.URL("/search", params={"q": words}))
    here, there = told(room, asked, harbour), told(client, asked, place)
    assert (there[0], sorted(links_of(there[1]))) == (here[0], sorted(links_of(here[1])))


def review(client, path, number, **more):
    """Send the form of a claim."""
    token = re.findall(r'name="token" value="(\w+)"', client.get(path).text)[0]
    sent = {"token": token, "act": "correct", "value": number, "reason": f"it says {number}", "do": "look"}
    return client.post(path, data=sent | more)


def hidden(page):
    """What a form carries of what its reader has seen."""
    return dict(re.findall(r'name="(seen_\w+)" value="([^"]*)"', page.text))


def reviews(place):
    """What is in the database."""
    with open_store(place).view() as view:
        return [each.reason for each in view.reviews()]


def test_two_reviewers_at_once(client, place):
    """The later one is told what the earlier did, and nothing of either is lost."""
    path = re.findall(r"/review/claim/claim-[0-9a-f]+", client.get("/queue").text)[0]
    with visiting(str(client.base_url)) as other:
        seen = [hidden(review(each, path, number)) for each, number in ((client, "44"), (other, "45"))]
        assert review(client, path, "44", do="save", **seen[0]).status_code == 200
        late = review(other, path, "45", do="save", **seen[1])
        assert "it says 44" in late.text
        assert reviews(place) == ["it says 44"]
        assert review(other, path, "45", do="save", **hidden(late)).status_code == 200
    assert reviews(place) == ["it says 44", "it says 45"]


def test_a_connection_that_is_cut(client, place, postgresql):
    """A page view finds another connection; a review that lost its own is told, and can be saved again."""
    path = re.findall(r"/review/claim/claim-[0-9a-f]+", client.get("/queue").text)[0]
    seen = hidden(review(client, path, "44"))
    for asked in ("/", "/queue", path):
        postgresql.ask(CUT)
        assert client.get(asked).status_code == 200
    postgresql.ask(CUT)
    if review(client, path, "44", do="save", **seen).status_code != 200:
        assert reviews(place) == []
        assert review(client, path, "44", do="save", **seen).status_code == 200
    assert reviews(place) == ["it says 44"]
