"""Everything that the web may answer instead of a page: one clear line each, and the rest goes on."""

import gzip
import json
from functools import partial

import pytest

from accordingto.cli import gather
from accordingto.fetch import Limits
from tests.archives import make_record, make_warc, make_zip
from tests.webhost import STORY, Answer, serve


@pytest.fixture
def web(monkeypatch):
    """A server on this machine, and a fetcher that gives up sooner than a person would."""
    monkeypatch.setattr(gather, "Limits", partial(Limits, seconds=1.0, attempts=1))
    with serve() as host:
        yield host


def _put_all(web):
    """The bad pages, each with the words that its refusal must have."""
    web.pages["/slow"] = Answer(b"x" * 100, wait=0.3)
    web.pages["/huge"] = Answer(b"x" * 1000, length=200_000_000)
    web.pages["/long"] = Answer(b"x" * 20_100_000, length=-1)
    web.put("/loop", "", 302, location="/loop")
    web.put("/bomb", gzip.compress(b"\0" * 30_000_000), content_encoding="gzip")
    web.put("/picture", b"\x89PNG\r\n", content_type="image/png")
    web.put("/empty", "")
    web.put("/shell", "<html><body><div id='root'></div></body></html>")
    return {
        "/slow": "more than 1 seconds",
        "/huge": "breaks off",
        "/long": "has more than 20 MB",
        "/loop": "in a circle",
        "/bomb": "unpacks to more than 20 MB",
        "/picture": "image/png, no page",
        "/empty": "the file is empty",
        "/shell": "no article was found",
        "/gone": "404",
    }


def test_a_pile_of_bad_inputs_costs_a_line_each(run, web, tmp_path):
    """Pages, archives and zips; the two good pages among them are in the ledger, and nothing else is anywhere."""
    reasons = {web.address + path: words for path, words in _put_all(web).items()}
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "cut.warc.gz").write_bytes(make_warc(make_record(), make_record("https://orlec.example/b"))[:-200])
    (pile / "noise.warc").write_bytes(b"noise" * 100)
    (pile / "cut.zip").write_bytes(make_zip({"a.txt": STORY})[:-40])
    (pile / "bomb.warc.gz").write_bytes(make_warc(make_record(body=gzip.compress(b"a" * 30_000_000), coding="gzip")))
    (pile / "page.rss").write_text(STORY)
    ledger = tmp_path / "raid.ledger"
    good = web.put("/good", STORY.replace("Nine", "Five"))
    result = run("build", *reasons, pile, good, "-o", ledger, "--allow-private")
    assert result.exit_code == 1
    lines = [line for line in result.stderr.splitlines() if line.startswith("accordingto: refused ")]
    assert len(lines) == len(result.stderr.splitlines()) == len(reasons) + 5
    for address, words in reasons.items():
        assert any(address in line and words in line for line in lines), (address, lines)
    documents = json.loads(run("export", ledger, "--format", "json").stdout_bytes)["documents"]
    assert sorted(each["uri"] for each in documents) == [good, "https://orlec.example/a"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["pile", "raid.ledger", "raid.ledger.sources"]
    assert run("verify", ledger).exit_code == 0
