"""Who may enter a reading room that others can reach, and what they may do there."""

import re
import stat

import httpx
import pytest
from click.testing import CliRunner

from accordingto.cli import main
from accordingto.errors import UsageError
from accordingto.web.access_file import ATTEMPTS, IDLE, WINDOW, AccessFile, Login, Role
from accordingto.web.server import is_loopback, run_server
from tests.web.conftest import served

PASSWORD = "twelve or more characters"  # noqa: S105
NOW = 1_000_000.0


@pytest.fixture(scope="module")
def file(harbour):
    """Accounts of the hand-made ledger: a reader and a reviewer."""
    file = AccessFile(harbour)
    file.add("Rita", Role.READER, PASSWORD)
    file.add("Ada", Role.REVIEWER, PASSWORD)
    yield file
    file.path.unlink()


@pytest.fixture(scope="module")
def address(harbour, file):
    """Its reading room, as others reach it."""
    with served(harbour, accounts=file) as address:
        yield address


@pytest.fixture
def client(address):
    """Somebody who has not logged in."""
    with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as client:
        yield client


def log_in(client, name, password=PASSWORD, after="/"):
    """Send the login form."""
    token = re.findall(r'name="token" value="(\w+)"', client.get("/login").text)[0]
    return client.post("/login", data={"name": name, "password": password, "token": token, "after": after})


def test_nobody_enters_without_logging_in(client):
    """Pages lead to the door, the interface for programs says so; the door's own style is there."""
    assert client.get("/", follow_redirects=False).headers["location"].startswith("/login")
    assert client.get("/api/questions").status_code == 401
    assert client.get("/static/room.css").status_code == 200


def test_after_logging_in_one_is_where_one_wanted_to_be(client):
    """The page that was asked for comes first; cookies are out of reach of scripts."""
    answer = log_in(client, "Rita", after="/documents")
    assert answer.url.path == "/documents"
    cookies = [value for each in answer.history for name, value in each.headers.multi_items() if name == "set-cookie"]
    assert cookies
    assert all("httponly" in each.lower() and "samesite" in each.lower() for each in cookies)


@pytest.mark.parametrize("after", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "x"])
def test_nobody_is_led_elsewhere(client, after):
    """Only a path of this server is gone to."""
    answer = log_in(client, "Rita", after=after)
    assert answer.history[0].headers["location"] == "/"


def test_a_reader_reads_and_a_reviewer_reviews(client, address):
    """Forms are shown to reviewers only, and taken from them only."""
    log_in(client, "Rita")
    page = client.get("/queue").text
    assert "Only reviewers may change the ledger" in page
    assert client.post("/review/undo/1", data={"token": "x"}).status_code == 403
    with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as other:
        log_in(other, "Ada")
        assert "/review/claim/" in other.get("/queue").text


def test_leaving_ends_the_session(client):
    """The old cookie opens nothing afterwards."""
    log_in(client, "Ada")
    session = client.cookies["accordingto-session"]
    token = re.findall(r'name="token" value="(\w+)"', client.get("/queue").text)[0]
    client.post("/logout", data={"token": token})
    client.cookies.set("accordingto-session", session)
    assert client.get("/", follow_redirects=False).status_code == 303


def test_somebody_removed_is_out_at_once(client, file):
    """Their session ends with the account."""
    file.add("Gus", Role.REVIEWER, PASSWORD)
    log_in(client, "Gus")
    assert client.get("/queue", follow_redirects=False).status_code == 200
    assert file.remove("Gus")
    assert client.get("/queue", follow_redirects=False).status_code == 303


def test_passwords_cannot_be_tried_for_long(tmp_path):
    """After some wrong ones neither the name nor the address is listened to for a while."""
    file = AccessFile(tmp_path / "a.ledger")
    file.add("Ada", Role.REVIEWER, PASSWORD)
    for _ in range(ATTEMPTS):
        assert file.may_try("Ada", "192.0.2.1", NOW)
        assert file.enter("Ada", "wrong", "192.0.2.1", NOW) is None
    assert not file.may_try("Ada", "192.0.2.2", NOW)
    assert not file.may_try("Bo", "192.0.2.1", NOW)
    assert file.may_try("Ada", "192.0.2.1", NOW + WINDOW + 1)


def test_a_session_does_not_last_for_ever(tmp_path):
    """It ends when nobody uses it; a made-up token opens nothing."""
    file = AccessFile(tmp_path / "a.ledger")
    file.add("Ada", Role.REVIEWER, PASSWORD)
    token = file.enter("Ada", PASSWORD, "192.0.2.1", NOW) or ""
    assert file.find(token, NOW + 10) == Login("Ada", Role.REVIEWER)
    assert file.find(token, NOW + IDLE + 11) is None
    assert file.find("made up", NOW) is None


def test_the_file_is_for_its_owner_alone(tmp_path):
    """And no password stands in it."""
    file = AccessFile(tmp_path / "a.ledger")
    file.add("Ada", Role.REVIEWER, PASSWORD)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert PASSWORD.encode() not in file.path.read_bytes()


@pytest.mark.parametrize(("name", "password"), [("", PASSWORD), ("a\x1b[31m", PASSWORD), ("Ada", "short")])
def test_a_name_or_password_that_cannot_be_used_is_refused(tmp_path, name, password):
    """With the reason."""
    with pytest.raises(UsageError, match="choose"):
        AccessFile(tmp_path / "a.ledger").add(name, Role.READER, password)


@pytest.mark.parametrize(
    ("host", "expected"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("192.0.2.7", False), ("x", False)]
)
def test_only_this_machine_needs_no_account(host, expected):
    """Every other address needs accounts."""
    assert is_loopback(host) is expected


def test_an_address_for_others_needs_accounts(tmp_path, harbour):
    """Without any the command says how to make one."""
    path = tmp_path / "a.ledger"
    path.write_bytes(harbour.read_bytes())
    with pytest.raises(UsageError, match="accounts add"):
        run_server(path, host="192.0.2.7", port=0, busy_seconds=1, tell=print)


def test_accounts_from_the_terminal(tmp_path, harbour):
    """Added with a password from standard input, listed, removed."""
    path = tmp_path / "a.ledger"
    path.write_bytes(harbour.read_bytes())
    run = CliRunner().invoke
    added = run(main, ["accounts", "add", str(path), "ada", "--role", "reviewer", "--password-stdin"], input=PASSWORD)
    assert "may enter as reviewer" in added.output
    assert "reviewer  ada" in run(main, ["accounts", "list", str(path)]).output
    assert "no longer" in run(main, ["accounts", "remove", str(path), "ada"]).output
    assert "nobody" in run(main, ["accounts", "list", str(path)]).output
