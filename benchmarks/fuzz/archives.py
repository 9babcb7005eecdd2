"""What holds documents: feeds, lists of feeds, JSON lines, tables of documents, WARC, WACZ, zip. First byte: which."""

import gzip
import tempfile
from pathlib import Path

from accordingto.errors import InputRefused
from accordingto.fetch import Fetched
from accordingto.intake import Means, Taken, take_inputs
from benchmarks.fuzz.pages import check_document
from tests.archives import make_record, make_warc, make_zip

NAMES = ("a.rss", "a.opml", "a.jsonl", "documents.jsonl", "a.warc", "a.warc.gz", "a.wacz", "a.zip", "a.xml")

_FEED = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Orlec Times</title><item><title>Nine die</title><link>https://orlec.example/a</link>
<pubDate>Wed, 14 May 2031 09:00:00 GMT</pubDate><content:encoded><![CDATA[<p>Nine soldiers died.</p>]]>
</content:encoded></item><item><link>tel:12345</link></item></channel></rss>"""
_ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Orlec</title><entry><title>A</title>
<link href="https://orlec.example/b"/><updated>2031-05-14T09:00:00Z</updated><content type="html">x</content></entry>
</feed>"""
_OPML = b"""<opml version="2.0"><body><outline xmlUrl="https://orlec.example/rss"/><outline xmlUrl="gopher://x/"/>
</body></opml>"""
_LINES = b"""{"text": "Nine soldiers died, the army said.", "url": "https://orlec.example/a", "date": "2031-05-14"}
{"text": 5}
{"id": "x", "content": "Two died.", "authors": ["A", "B"], "published": "May"}
"""
_TABLE = b"""{"file": "a.txt", "publisher": "Orlec Times", "published": "2031-05-14"}
{"file": "../a.txt"}
"""
_WARC = make_warc(make_record(), make_record(coding="gzip", body=gzip.compress(b"<p>Nine died", mtime=0)), packed=False)


def _zip(**files: str | bytes) -> bytes:
    made: bytes = make_zip({name.replace("__", "/").replace("_", "."): each for name, each in files.items()})  # type: ignore[no-untyped-call]
    return made


_ZIP = _zip(a_txt="Nine died, the army said.", b__c_zip=_zip(d_txt="Two died."))
_WACZ = _zip(archive__data_warc=_WARC, pages__pages_jsonl='{"url": "https://orlec.example/a"}\n')

SEEDS = tuple(
    bytes([number]) + data
    for number, data in (
        (0, _FEED),
        (0, _ATOM),
        (1, _OPML),
        (2, _LINES),
        (3, _TABLE),
        (4, _WARC),
        (5, gzip.compress(_WARC, mtime=0)),
        (5, gzip.compress(make_record(body=b"<p>x</p>" * 5_000), mtime=0)),
        (6, _WACZ),
        (7, _ZIP),
    )
)
# Parted by marks that none of them holds.
_MARKS = rb"""<item>|</item>|<link>|</link>|<entry>|<outline xmlUrl='|'/>|<!DOCTYPE x [<!ENTITY a '|'>]>|&a;|<![CDATA[|
{"text": "|"}|{"file": "|a.txt|"published": "|2031-05-14|3025-01-01|[|]|{|}|\ud800|\u0000|null|1e999|9999|"id": |
WARC/1.1|WARC-Type: |response|resource|revisit|Content-Length: |-1|99999999999|HTTP/1.1 200 OK|WARC-Target-URI: |
Content-Encoding: |gzip|br|zstd|chunked|Transfer-Encoding: |sha1:|sha256:|WARC-Date: |2031-05-14T09:00:00Z|text/html|
../|/etc/|\|C:|https://|gopher://|javascript:|[::1|%00"""
PIECES = (
    *_MARKS.replace(b"\n", b"").split(b"|"),
    *(b"\n", b"\r\n", b"\r\n\r\n", b"\x1f\x8b\x08", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\xff", b"\x00"),
)


def check(data: bytes) -> None:
    """Take one file apart; every refusal is one line."""
    number = data[0] if data else 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "in"
        folder.mkdir()
        (folder / "a.txt").write_text("Nine soldiers died in Orlec, the army said.", encoding="utf-8")
        name = NAMES[number % 16 % len(NAMES)]
        (folder / name).write_bytes(data[1:])
        is_whole = number & 16 or name == "documents.jsonl"
        for each in take_inputs([folder if is_whole else folder / name], Means(_fetch)):
            if isinstance(each, Taken):
                check_document(each.document)
            else:
                assert "\n" not in str(each)


def _fetch(address: str) -> Fetched:
    raise InputRefused(address, "nothing is fetched", "none")
