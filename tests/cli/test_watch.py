"""``watch`` adds what is new, ``revisions`` shows what changed, and what cannot be fetched is one line."""

import json
import time

import pytest

from accordingto.cli.clock import read_clock
from tests.webhost import STORY, serve


@pytest.fixture
def web():
    """A server on this machine."""
    with serve() as host:
        yield host


def _feed(*entries):
    items = "".join(
        f"<entry><id>{link}</id><link href='{link}'/><title>x</title><updated>{updated}</updated></entry>"
        for link, updated in entries
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Orlec Times</title>{items}</feed>'


def _documents(run, ledger):
    return json.loads(run("export", ledger, "--format", "json").stdout_bytes)


def test_only_new_and_changed_entries_are_fetched(run, web, tmp_path):
    """A changed page is a revision: its figure supersedes the earlier one, and nothing is contested."""
    ledger = tmp_path / "raid.ledger"
    one, moved = web.put("/one"), web.put("/moved", "", 302, location="/two")
    web.put("/two", STORY.replace("Nine", "Nine or ten").replace("Rebels left", "Fighters left"))
    feed = web.put("/feed", _feed((one, "2019-04-02T08:00:00Z"), (moved, "2019-04-02T08:00:00Z")))

    def watch():
        return run("watch", feed, "-o", ledger, "--once", "--allow-private")

    first = watch()
    assert (first.exit_code, first.stderr) == (0, "")
    assert "2 new or changed" in first.stdout
    web.asked.clear()
    assert "nothing new" in watch().stdout
    assert set(web.asked) == {"/robots.txt", "/feed"}
    web.put("/one", STORY.replace("Nine soldiers", "Twelve soldiers"))
    time.sleep(1.1)  # captures are noted to the second
    web.put("/feed", _feed((one, read_clock()), (web.address + "/two", "2099-01-01T00:00:00Z")))
    assert "1 new or changed, 3 in" in watch().stdout
    shown = run("revisions", ledger).stdout
    assert "- Nine soldiers were killed" in shown
    assert "+ Twelve soldiers were killed" in shown
    assert "gave way to 12" in shown
    export = _documents(run, ledger)
    (later,) = [claim for claim in export["claims"] if claim["value"].get("number") == {"low": 12, "high": 12}]
    assert later["supersedes"]
    assert run("verify", ledger).exit_code == 0


def test_what_cannot_be_fetched_is_one_line_and_the_rest_goes_on(run, web, tmp_path):
    """A feed that is a page, one that is not there, and an entry that is gone."""
    ledger = tmp_path / "raid.ledger"
    feed = web.put("/feed", _feed((web.put("/one"), "2019-04-02T08:00:00Z"), (web.address + "/gone", "2031-04-02")))
    page, missing = web.put("/page"), web.address + "/missing"
    result = run("watch", page, missing, feed, "-o", ledger, "--once", "--allow-private")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("accordingto: refused http://127.0.0.1") for line in lines)
    assert "this is a page, no feed" in lines[0]
    assert len(_documents(run, ledger)["documents"]) == 1


def test_nothing_usable_writes_nothing(run, web, tmp_path):
    """No ledger, and no folder with half of something."""
    result = run("build", web.address + "/missing", "-o", tmp_path / "raid.ledger", "--allow-private")
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_private_addresses_need_leave(run, web, tmp_path):
    """Without the option this machine is not asked."""
    result = run("build", web.put("/one"), "-o", tmp_path / "raid.ledger")
    assert result.exit_code == 2
    assert "give --allow-private" in result.stderr
    assert web.asked == []


@pytest.mark.parametrize("words", ["soon", "0m", "-5", "10 weeks"])
def test_an_interval_that_is_none(run, tmp_path, words):
    """The remedy is named."""
    result = run("watch", "https://orlec.example/rss", "-o", tmp_path / "a.ledger", "--interval", words)
    assert result.exit_code == 2
    assert "15m" in result.stderr
