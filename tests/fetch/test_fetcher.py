"""What is fetched, what is refused and in which words; nothing here leaves this machine."""

import gzip
import socket
import zlib

import pytest

from accordingto.errors import InputRefused
from accordingto.fetch import Fetcher, Limits, network
from accordingto.fetch.fetcher import check_address
from accordingto.fetch.network import is_public
from tests.webhost import STORY, Answer


def _refusal(fetcher, address):
    with pytest.raises(InputRefused) as met:
        fetcher.fetch(address)
    assert "\n" not in str(met.value)
    assert str(met.value).startswith(address)
    return met.value.reason


def test_a_page_comes_with_its_time_address_and_headers(web, fetcher):
    """What custody needs: the bytes, where they were got, when, and what the server said; but no cookie."""
    web.put("/a", set_cookie="reader=7", last_modified="Wed, 02 Apr 2031 08:00:00 GMT")
    got = fetcher.fetch(web.address + "/a")
    assert got.body == STORY.encode()
    assert (got.address, got.media, got.charset) == (web.address + "/a", "text/html", "utf-8")
    assert got.time.endswith("Z")
    names = {name.lower() for name, _ in got.headers}
    assert "last-modified" in names
    assert "set-cookie" not in names


def test_it_says_who_it_is(web, fetcher):
    """Servers are told the program's name and version."""
    fetcher.fetch(web.put("/a"))
    (agent,) = web.agents
    assert agent.startswith("accordingto/")


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", lambda data: zlib.compress(data, wbits=-15))],
)
def test_compressed_answers_are_unpacked(web, fetcher, coding, pack):
    """In each of the ways in which servers understand 'deflate', too."""
    web.put("/a", pack(STORY.encode()), content_encoding=coding)
    assert fetcher.fetch(web.address + "/a").body == STORY.encode()


def test_redirects_are_followed(web, fetcher):
    """The address that answers in the end is kept beside the one that was asked."""
    web.put("/new")
    web.put("/old", "", 301, location="/new")
    got = fetcher.fetch(web.address + "/old")
    assert (got.asked, got.address) == (web.address + "/old", web.address + "/new")


def test_endless_redirects_end(web, fetcher):
    """In a circle, or on and on."""
    web.put("/a", "", 302, location="/b")
    web.put("/b", "", 302, location="/a")
    assert "in a circle" in _refusal(fetcher, web.address + "/a")
    for step in range(9):
        web.put(f"/{step}", "", 302, location=f"/{step + 1}")
    assert "more than 4 times" in _refusal(fetcher, web.address + "/0")


def test_a_redirect_out_of_the_web_is_refused(web, fetcher):
    """A server cannot make us read files of this machine."""
    web.put("/a", "", 302, location="file:///etc/hosts")
    assert "file: is no address of the web" in _refusal(fetcher, web.address + "/a")


def test_robots_are_honoured(web, fetcher):
    """What robots.txt forbids is not asked for, and robots.txt is asked for once a host."""
    web.put("/robots.txt", "User-agent: *\nDisallow: /private\n", content_type="text/plain")
    web.put("/private/a")
    web.put("/b")
    assert "robots.txt" in _refusal(fetcher, web.address + "/private/a")
    fetcher.fetch(web.address + "/b")
    assert web.asked == ["/robots.txt", "/b"]


def test_rules_for_this_program_by_name_count(web, fetcher):
    """A site may name us."""
    web.put("/robots.txt", "User-agent: *\nAllow: /\n\nUser-agent: accordingto\nDisallow: /\n")
    web.put("/a")
    assert "robots.txt" in _refusal(fetcher, web.address + "/a")


def test_robots_that_are_out_of_order_forbid_all(web, fetcher):
    """RFC 9309: a server error is no permission."""
    web.put("/robots.txt", "", 503)
    web.put("/a")
    with pytest.raises(InputRefused, match="out of order"):
        fetcher.fetch(web.address + "/a")
    assert "/a" not in web.asked


def test_a_busy_server_is_asked_again(web, fetcher, waits):
    """After waits that grow, or after the wait that it asks for."""
    web.pages["/a"] = [
        Answer(status=503),
        Answer(status=503),
        Answer(b"at last", headers={"Content-Type": "text/plain"}),
    ]
    assert fetcher.fetch(web.address + "/a").body == b"at last"
    assert waits == [1.0, 2.0]
    web.pages["/b"] = [Answer(status=429, headers={"Retry-After": "3"}), Answer(b"now")]
    assert fetcher.fetch(web.address + "/b").body == b"now"
    assert waits[2:] == [3.0]


def test_a_server_that_wants_hours_is_not_waited_for(web, fetcher, waits):
    """It is refused at once."""
    web.pages["/a"] = Answer(status=429, headers={"Retry-After": "86400"})
    assert "429" in _refusal(fetcher, web.address + "/a")
    assert waits == []


def test_hosts_are_given_a_pause(web, waits, monkeypatch):
    """Between two requests there is a second, or what robots.txt asks for; one's own host needs none."""
    monkeypatch.setattr(network, "is_public", lambda _: True)
    web.put("/robots.txt", "User-agent: *\nCrawl-delay: 4\n")
    web.put("/a")
    web.put("/b")
    with Fetcher(Limits(longest_wait=3), clock=lambda: 100.0, sleep=waits.append) as fetcher:
        fetcher.fetch(web.address + "/a")
        fetcher.fetch(web.address + "/b")
    assert waits == [3.0, 3.0]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_a_page_that_is_not_there(web, fetcher, status):
    """The server's own words."""
    web.put("/a", "no", status)
    assert f"the server answers {status}" in _refusal(fetcher, web.address + "/a")
    assert web.asked.count("/a") == 1


def test_a_slow_server_is_not_waited_for(web, fetcher):
    """Neither one that says nothing nor one that sends a byte now and then."""
    web.pages["/robots.txt"] = Answer(status=404)
    web.pages["/drip"] = Answer(b"x" * 1000, wait=0.1)
    assert "more than 0.5 seconds" in _refusal(fetcher, web.address + "/drip")


def test_two_hundred_megabytes_are_not_loaded(web, fetcher):
    """Reading stops at the limit, whatever the server says of the length."""
    chunk = b"x" * 300_000
    web.pages["/long"] = Answer(chunk, length=200_000_000)
    web.pages["/endless"] = Answer(chunk, length=-1)
    for path in ("/long", "/endless"):
        assert "has more than" in _refusal(fetcher, web.address + path)


def test_a_gzip_bomb_costs_the_limit_and_no_more(web, fetcher):
    """Fifty megabytes in fifty kilobytes."""
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    web.put("/bomb", bomb, content_encoding="gzip")
    assert "unpacks to more than" in _refusal(fetcher, web.address + "/bomb")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b"half", length=500), "breaks off"),
        (Answer(b"no gzip", headers={"Content-Encoding": "gzip"}), "is said to be compressed and is not"),
        (Answer(gzip.compress(STORY.encode())[:-40], headers={"Content-Encoding": "gzip"}), "breaks off"),
        (Answer(b"x", headers={"Content-Encoding": "rot13"}), "not known"),
    ],
)
def test_damaged_answers_are_refused(web, fetcher, answer, reason):
    """Nothing half-read is taken for a page."""
    web.pages["/a"] = answer
    assert reason in _refusal(fetcher, web.address + "/a")


def test_a_server_that_is_not_there(fetcher):
    """A closed port, and a name that nobody has."""
    assert "cannot be reached" in _refusal(fetcher, "http://127.0.0.1:9/")
    assert "no such host" in _refusal(fetcher, "http://orlec.invalid/")


@pytest.mark.parametrize(
    "address",
    ["ftp://orlec.example/a", "file:///etc/passwd", "https://", "http://[::1", "https://me:secret@orlec.example/", "a"],
)
def test_what_is_no_address_of_the_web_is_refused(address):
    """Only http and https, with a host, without a password."""
    with pytest.raises(InputRefused):
        check_address(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0", "[::ffff:127.0.0.1]", "169.254.1.1"]
)
def test_private_hosts_are_refused(web, host):
    """However the address of this machine, or of a neighbour, is spelt; nothing is asked."""
    web.put("/a")
    port = web.address.rpartition(":")[2]
    with Fetcher(Limits(seconds=1, attempts=1)) as fetcher:
        assert "private network" in _refusal(fetcher, f"http://{host}:{port}/a")
    assert web.asked == []


def test_a_public_page_cannot_send_us_to_a_private_one(web, monkeypatch):
    """The check is made at each connection, so a redirect gains nothing."""
    monkeypatch.setattr(network, "is_public", lambda address: address == "127.0.0.1")
    port = web.address.rpartition(":")[2]
    web.put("/a", "", 302, location=f"http://127.0.0.2:{port}/secret")
    with Fetcher(Limits(seconds=1)) as fetcher:
        assert "127.0.0.2 stands for an address of a private network" in _refusal(fetcher, web.address + "/a")
    assert "/secret" not in web.asked


def test_a_name_with_a_public_and_a_private_address_is_refused(monkeypatch):
    """Names that turn from one to the other (DNS rebinding) are looked up once and checked whole."""
    found = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.7", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with Fetcher(Limits(seconds=1, attempts=1)) as fetcher:
        assert "private network" in _refusal(fetcher, "http://turncoat.example/")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::1", False),
        ("::ffff:192.168.1.1", False),
        ("::127.0.0.1", False),
    ],
)
def test_which_addresses_are_of_the_open_internet(address, expected):
    """Also where an IPv4 address is wrapped in an IPv6 one."""
    assert is_public(address) is expected
