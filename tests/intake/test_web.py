"""Addresses, feeds and lists of feeds, from a server of one's own."""

import pytest

from accordingto.errors import InputRefused
from accordingto.fetch import Fetcher, Limits
from accordingto.intake import Means, take_inputs
from accordingto.intake.pieces import Taken
from accordingto.model.custody import Channel
from accordingto.model.dates import DateRange
from tests.webhost import STORY, serve

SENTENCE = "Rebels left the town of Orlec on Monday after three days of fighting, officials said. "
WHOLE = f"<p>{SENTENCE * 12}</p><p>The army denied it.</p>"


def _feed(*items):
    head = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    return f"{head}<title>Orlec Times</title>{''.join(items)}</channel></rss>"


def _item(link, *, content="", title="Rebels leave", day="Wed, 02 Apr 2031 08:00:00 GMT"):
    whole = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{day}</pubDate>{whole}</item>"


@pytest.fixture
def web():
    """A server on this machine."""
    with serve() as host:
        yield host


@pytest.fixture
def take():
    """Take inputs with a fetcher that may ask this machine."""

    def take_them(*inputs):
        with Fetcher(Limits(seconds=2, attempts=1, allow_private=True)) as fetcher:
            found = list(take_inputs(inputs, Means(fetcher.fetch)))
        refused = [str(each) for each in found if isinstance(each, InputRefused)]
        assert all("\n" not in each for each in refused)
        return [each for each in found if isinstance(each, Taken)], refused

    return take_them


def test_a_page_is_fetched(web, take):
    """It goes by its address, and its capture says when and where it was got."""
    (taken,), refused = take(web.put("/a") + "?utm_source=feed#top")
    assert refused == []
    assert taken.document.uri == web.address + "/a"
    assert (taken.capture.channel, taken.capture.address) == (Channel.ADDRESS, web.address + "/a")
    assert taken.capture.time is not None
    assert taken.data == STORY.encode()


def test_a_page_without_a_publisher_has_its_site_for_one(web, take):
    """Better than nobody."""
    (taken,), _ = take(web.put("/a", STORY.replace('property="og:site_name"', 'name="x"')))
    assert taken.document.outlet == "127.0.0.1"


def test_the_pages_of_a_feed_are_fetched(web, take):
    """An entry that carries its whole text is read from the feed; one that fails is named, the others go on."""
    entries = [_item(web.address + "/a?utm_medium=rss"), _item(web.address + "/gone"), _item(web.address + "/a")]
    entries.append(
        _item(web.address + "/whole", content=WHOLE, title="Army denies", day="Thu, 03 Apr 2031 00:00:00 GMT")
    )
    web.put("/a")
    taken, refused = take(web.put("/feed", _feed(*entries), content_type="application/rss+xml"))
    assert [each.capture.channel for each in taken] == [Channel.ADDRESS, Channel.FEED]
    assert len(refused) == 1
    assert "/gone: the server answers 404" in refused[0]
    assert "/whole" not in web.asked
    whole = taken[1].document
    assert (whole.title, whole.outlet) == ("Army denies", "Orlec Times")
    assert isinstance(whole.published.date, DateRange)
    assert whole.published.date.start.isoformat() == "2031-04-03"
    assert whole.text.endswith("The army denied it.")


def test_the_feeds_of_a_list_are_read(web, take, tmp_path):
    """Of a list that was named by itself; inside a folder nothing is fetched."""
    web.put("/a")
    web.put("/feed", _feed(_item(web.address + "/a")))
    opml = f'<opml version="2.0"><body><outline><outline xmlUrl="{web.address}/feed"/></outline></body></opml>'
    path = tmp_path / "feeds.opml"
    path.write_text(opml)
    taken, refused = take(path)
    assert (len(taken), refused) == (1, [])
    taken, refused = take(tmp_path)
    assert taken == []
    assert "is not followed; name it by itself" in refused[0]


def test_a_saved_feed_in_a_folder_fetches_nothing(web, take, tmp_path):
    """Entries that carry only a beginning are named."""
    (tmp_path / "feed.xml").write_text(_feed(_item(web.address + "/a"), _item(web.address + "/b", content=WHOLE)))
    taken, refused = take(tmp_path)
    assert len(taken) == 1
    assert "only the beginning" in refused[0]
    assert web.asked == []


def test_what_a_feed_names_and_nobody_fetches_is_told(web, take, tmp_path):
    """Entries and feeds at addresses of other kinds, and entries without one: a line each; the others are read."""
    web.put("/a")
    odd = _item("gopher://orlec.example/b") + _item("tel:112") + "<item><title>Army denies</title></item>"
    web.put("/feed", _feed(_item(web.address + "/a"), odd))
    path = tmp_path / "feeds.opml"
    path.write_text(
        f'<opml version="2.0"><body><outline xmlUrl="{web.address}/feed"/><outline xmlUrl="ftp://x/rss"/></body></opml>'
    )
    taken, refused = take(path)
    assert len(taken) == 1
    assert [each.partition(": ")[2].partition(";")[0] for each in refused] == [
        "gopher://orlec.example/b: its address is of a kind that is not fetched",
        "tel:112: its address is of a kind that is not fetched",
        "entry 4: it has no address",
        "ftp://x/rss: the list names a feed whose address is of a kind that is not fetched",
    ]


def test_a_day_that_nobody_can_have_published_on(web, take, tmp_path):
    """An entry of the year 3025 has no date."""
    item = _item(web.address + "/a", content=WHOLE, day="Thu, 03 Apr 3025 00:00:00 GMT")
    (tmp_path / "feed.rss").write_text(_feed(item))
    (taken,), _ = take(tmp_path / "feed.rss")
    assert taken.document.published is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html><head><title>x</title></head><body>Not a feed</body></html>", "this is a page, no feed"),
        ('<opml version="2.0"><body></body></opml>', "the list names no feed"),
        ("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><opml><body>&a;</body></opml>", "names no feed"),
        ("hello", "this is no feed"),
    ],
)
def test_what_is_no_feed_is_refused(take, tmp_path, content, reason):
    """One line each; nothing is read from this machine."""
    path = tmp_path / "feed.rss"
    path.write_text(content)
    taken, refused = take(path)
    assert taken == []
    assert reason in refused[0]


def test_a_page_that_names_its_feed(take, tmp_path):
    """Whoever gave the page instead is told where the feed is."""
    path = tmp_path / "feed.rss"
    link = '<link rel="alternate" type="application/rss+xml" href="https://orlec.example/rss">'
    path.write_text(f"<html><head>{link}</head><body>x</body></html>")
    assert "its feed is https://orlec.example/rss" in take(path)[1][0]


def test_a_feed_that_breaks_off_gives_its_whole_entries(take, tmp_path):
    """And is named."""
    path = tmp_path / "feed.rss"
    feed = _feed(_item("https://orlec.example/a", content=WHOLE), _item("https://orlec.example/b", content=WHOLE))
    path.write_text(feed[: feed.index("orlec.example/b")])
    taken, refused = take(path)
    assert [each.document.uri for each in taken] == ["https://orlec.example/a"]
    assert "the feed is damaged" in refused[0]


def test_a_picture_is_no_page(web, take):
    """The kind of content is named."""
    assert "image/png, no page" in take(web.put("/a.png", b"\x89PNG", content_type="image/png"))[1][0]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("iso-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("utf-16", "utf-8"),
        ("windows-1251", "utf-8"),
        ("nonsense", "utf-8"),
    ],
)
def test_a_server_that_names_the_wrong_encoding(web, take, charset, encoding):
    """The letters are right all the same."""
    body = (
        STORY.replace('<meta charset="utf-8">', "").replace("Nine soldiers", "“Café” – nine soldiers").encode(encoding)
    )
    (taken,), _ = take(web.put("/a", body, content_type=f"text/html; charset={charset}"))
    assert "“Café” – nine soldiers" in taken.document.text


def test_a_page_may_not_pass_for_another_site(web, take):
    """A canonical address counts within the site; one of somebody else's does not."""
    link = '<link rel="canonical" href="{}">'
    own = web.put("/a", STORY.replace("<head>", "<head>" + link.format("/story-7")))
    other = web.put("/b", STORY.replace("<head>", "<head>" + link.format("https://daspur.example/x")))
    assert [each.document.url for each in take(own, other)[0]] == [web.address + "/story-7", web.address + "/b"]
