"""What a browser may do with a page, and to whom the server answers."""

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

import httpx
import pytest

from accordingto.errors import LedgerError
from accordingto.web.app import make_app
from accordingto.web.security import HEADERS, name_of
from tests.harbour import ARMY, QUESTIONS, RAID, WIRE
from tests.web.conftest import served

PAGES = [
    "/story/all",
    f"/question/{QUESTIONS[0].id}",
    f"/question/{QUESTIONS[1].id}",
    f"/document/{WIRE.id}",
    f"/document/{WIRE.id}?at=4-9",
    f"/event/{RAID.id}",
    f"/actor/{ARMY.id}",
    "/actors",
    "/documents",
    "/lineage",
    "/search?q=raid",
    "/judgements",
    "/downloads",
    "/help",
    "/api",
    "/nothing-here",
]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_script_or_style_in_it(room, path):
    """The policy lets none run, so a page that had one would be broken: files alone."""
    page = room.get(path).text
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", page) == []
    assert "<style" not in page
    assert re.findall(r"<[^>]*\s(?:style|on[a-z]+)=", page) == []
    assert re.findall(r'<(?!a )[^>]*(?:src|href)="https?:', page) == []


@pytest.mark.parametrize("path", [*PAGES, "/api/ledger", "/static/room.css", "/download/json"])
def test_every_answer_carries_the_headers(room, path):
    """Pages, lines, files and refusals alike."""
    answer = room.get(path)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_another_name_for_this_machine_is_refused(room):
    """A page of somebody else's that points its own name here (DNS rebinding) gets nothing."""
    answer = room.get("/story/all", headers={"host": "attacker.example"})
    assert answer.status_code == 421
    assert "Orlec" not in answer.text


@pytest.mark.parametrize(
    ("host", "name"),
    [("localhost:8000", "localhost"), ("[::1]:80", "::1"), ("LocalHost", "localhost"), ("", ""), ("[::1", "::1")],
)
def test_a_host_header_is_read(host, name):
    """With and without a port, of either family."""
    assert name_of(host) == name


def test_a_ledger_that_is_not_there_is_named(tmp_path):
    """Before the server starts."""
    with pytest.raises(LedgerError, match="there is no such ledger"):
        make_app(tmp_path / "none.ledger")


def test_lines_that_are_not_there_are_named(room):
    """A page for a person, an object for a program."""
    for kind in ("question", "document", "event", "actor", "story"):
        answer = room.get(f"/{kind}/none")
        assert (answer.status_code, "there is no" in answer.text) == (404, True)
    assert room.get("/api/claims/none").json() == {"detail": "there is no line none among the claims of this ledger"}


def test_a_parameter_that_is_no_use_is_named(room):
    """Which one, and why."""
    answer = room.get("/story/all?status=odd")
    assert answer.status_code == 422
    assert "status" in answer.text
    assert room.get("/api/claims?limit=0").json()["detail"].startswith("limit: ")


def test_static_files_may_be_kept(room):
    """Under an address with their digest for ever, under any other not at all."""
    assert "immutable" in room.get("/static/room.css?v=1").headers["cache-control"]
    assert room.get("/static/room.css").headers["cache-control"] == "no-cache"
    assert room.get("/static/../app.py").status_code == 404


@pytest.mark.parametrize(
    "folder", [Path(str(files("accordingto.web"))) / "static" / "vendor", Path(__file__).parent / "vendor"]
)
def test_vendored_files_are_those_of_their_packages(folder):
    """Each hashes to what it did when it was copied, and each package has its licence beside it."""
    packages = json.loads((folder / "VENDORED.json").read_text(encoding="utf-8"))
    listed = {name: digest for package in packages for name, digest in package["files"].items()}
    found = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*") if each.is_file()}
    assert set(found) == {*listed, "VENDORED.json"}
    assert {name: hashlib.sha256(found[name].read_bytes()).hexdigest() for name in listed} == listed
    assert all(any("LICENSE" in name for name in package["files"]) for package in packages)


def test_the_server_goes_by_the_names_it_was_given(harbour):
    """``*`` is any name."""
    with served(harbour, hosts={"*"}) as address:
        assert httpx.get(f"{address}/help", headers={"host": "room.example"}).status_code == 200
