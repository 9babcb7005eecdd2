"""Archives, zips and lines: what is in them becomes documents, what is broken becomes one line each."""

import gzip
import hashlib
import json

import pytest

from accordingto.errors import InputRefused
from accordingto.intake import take_inputs, zipped
from accordingto.intake.pieces import Taken
from accordingto.model.custody import Channel
from tests.archives import TIME, make_pdf, make_record, make_warc, make_zip
from tests.webhost import STORY

PLAIN = "Nine soldiers were killed in Orlec on Monday, the army said. The Dawn Front denied it."


def _take(*paths):
    found = list(take_inputs(paths))
    refused = [str(each) for each in found if isinstance(each, InputRefused)]
    assert all("\n" not in each for each in refused)
    return [each for each in found if isinstance(each, Taken)], refused


@pytest.fixture
def put(tmp_path):
    """Write a file and give its path."""

    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_of_an_archive_are_documents(put, packed):
    """Record, time, digest and headers are kept for custody; pictures and errors are passed over without a word."""
    warc = make_warc(
        make_record("https://orlec.example/style.css", "a{}", media="text/css"),
        make_record(),
        make_record("https://orlec.example/gone", "not found", status=404),
        make_record("https://orlec.example/a", "GET /a", kind="request"),
        packed=packed,
    )
    (taken,), refused = _take(put("crawl.warc.gz" if packed else "crawl.warc", warc))
    assert refused == []
    assert (taken.document.uri, taken.document.outlet) == ("https://orlec.example/a", "Orlec Times")
    capture = taken.capture
    assert (capture.channel, capture.time, capture.address) == (Channel.ARCHIVE, TIME, "https://orlec.example/a")
    assert capture.record.startswith("<urn:uuid:")
    assert capture.payload.startswith("sha1:")
    assert capture.digest == hashlib.sha256(STORY.encode()).hexdigest()
    assert [name for name, _ in capture.headers] == ["Content-Type"]


def test_packed_pages_in_an_archive(put):
    """The digest is that of the bytes as they were sent."""
    warc = make_warc(make_record(body=gzip.compress(STORY.encode()), coding="gzip"))
    (taken,), refused = _take(put("a.warc.gz", warc))
    assert refused == []
    assert taken.data == STORY.encode()


def _corrupt(data, at):
    return data[:at] + bytes(each ^ 0x55 for each in data[at : at + 30]) + data[at + 30 :]


@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_archive_gives_what_is_whole(put, packed):
    """The record that breaks off is refused, the ones before it are read."""
    warc = make_warc(make_record(), make_record("https://orlec.example/b", STORY.replace("Nine", "Ten")), packed=packed)
    taken, refused = _take(put("a.warc.gz" if packed else "a.warc", warc[:-150]))
    assert [each.document.uri for each in taken] == ["https://orlec.example/a"]
    assert len(refused) == 1
    assert "breaks off in the middle" in refused[0]


def test_reading_goes_on_behind_a_damaged_record(put):
    """Records that are compressed one by one are found again."""
    first, second = make_record(), make_record("https://orlec.example/b", STORY.replace("Nine", "Ten"))
    warc = make_warc(first, second, make_record("https://orlec.example/c", STORY.replace("Nine", "Six")))
    at = len(make_warc(first)) + 40
    taken, refused = _take(put("a.warc.gz", _corrupt(warc, at)))
    assert [each.document.uri for each in taken] == ["https://orlec.example/a", "https://orlec.example/c"]
    assert len(refused) == 1
    assert "what can be found behind it is read" in refused[0]


@pytest.mark.parametrize("content", [b"", b"hello, this is no archive" * 50, b"\x1f\x8b\x08\0\0\0", STORY.encode()])
def test_what_is_no_archive_is_refused(put, content):
    """One line, whatever it is."""
    taken, refused = _take(put("a.warc.gz", content))
    assert taken == []
    assert len(refused) == 1
    assert "a.warc.gz: " in refused[0]


def test_a_record_whose_digest_is_not_its_own_is_refused(put):
    """Somebody changed the page, or the disk did."""
    taken, refused = _take(put("a.warc.gz", make_warc(make_record(digest="sha1:" + "A" * 32))))
    assert taken == []
    assert "are not those that the archive's digest was made of" in refused[0]


def test_a_bomb_in_an_archive(put):
    """A page that unpacks to 50 MB is refused by itself."""
    bomb = make_record("https://orlec.example/b", gzip.compress(b"\0" * 50_000_000), coding="gzip")
    taken, refused = _take(put("a.warc.gz", make_warc(bomb, make_record())))
    assert len(taken) == 1
    assert "unpacks to more than 20 MB" in refused[0]


def test_a_record_whose_length_is_a_lie(put):
    """It is refused, and what comes after it is read all the same."""
    lie = make_record("https://orlec.example/b").replace(b"Content-Length: ", b"Content-Length: 9999999")
    taken, refused = _take(put("a.warc.gz", make_warc(lie, make_record(), lie, make_record("https://orlec.example/c"))))
    assert [each.document.uri[-1] for each in taken] == ["a", "c"]
    assert len(refused) == 2


def test_the_visited_pages_of_a_wacz(put):
    """What was loaded inside a page is no page; a changed archive is refused."""
    warc = make_warc(make_record(), make_record("https://ads.example/frame"))
    told = {"resources": [{"path": "archive/data.warc.gz", "hash": "sha256:" + hashlib.sha256(warc).hexdigest()}]}
    files = {
        "archive/data.warc.gz": warc,
        "pages/pages.jsonl": '{"format": "json-pages-1.0"}\n{"url": "https://orlec.example/a", "ts": "x"}\n',
        "datapackage.json": json.dumps(told),
    }
    taken, refused = _take(put("crawl.wacz", make_zip(files)))
    assert (len(taken), refused) == (1, [])
    files["archive/data.warc.gz"] = make_warc(make_record(body=STORY.replace("Nine", "Two")))
    taken, refused = _take(put("other.wacz", make_zip(files)))
    assert taken == []
    assert "are not those that its digest was made of" in refused[0]


def test_lines_of_json_are_documents(put):
    """With what the line knows; a line that cannot be used is named by its number."""
    lines = [
        json.dumps({"text": PLAIN, "publisher": "Harbour Wire", "published": "2031-04-02", "id": "w1"}),
        "{no json",
        json.dumps({"title": "no text"}),
        "",
        json.dumps({"text": PLAIN, "date": "yesterday"}),
        json.dumps({"content": PLAIN + " It is so.", "author": ["Dana Ostrel", "Rell Harrow"]}),
    ]
    taken, refused = _take(put("reports.jsonl", "\n".join(lines)))
    assert [each.document.uri for each in taken] == ["reports.jsonl#w1", "reports.jsonl#6"]
    assert taken[0].document.outlet == "Harbour Wire"
    assert taken[1].document.author == "Dana Ostrel, Rell Harrow"
    assert [each.split(": ")[0].rpartition(" ")[2] for each in refused] == ["2", "3", "5"]


def test_a_zip_is_read_as_the_folder_that_it_holds(put, tmp_path):
    """Tables, archives and zips inside it too; what was in an archive says so."""
    table = '{"file": "a.txt", "publisher": "Harbour Wire"}\n'
    inner = make_zip({"b.txt": PLAIN.replace("Nine", "Ten")})
    files = {
        "documents.jsonl": table,
        "a.txt": PLAIN,
        "inner.zip": inner,
        "crawl.warc.gz": make_warc(make_record()),
        "__MACOSX/._a.txt": b"\0\0",
    }
    taken, refused = _take(put("pile.zip", make_zip(files)))
    assert refused == []
    assert sorted(each.document.uri for each in taken) == ["a.txt", "https://orlec.example/a", "inner.zip/b.txt"]
    assert {each.capture.channel for each in taken} == {Channel.ARCHIVE}
    assert {each.document.outlet for each in taken} == {"Harbour Wire", "Orlec Times", None}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["pile.zip"]


def test_a_zip_cannot_write_outside_its_folder(put, tmp_path):
    """Nor can it hide a lock, a bomb or a matryoshka."""
    nested = make_zip({"c.zip": make_zip({"d.zip": make_zip({"e.txt": PLAIN})})})
    files = {"../out.txt": PLAIN, "/abs.txt": PLAIN, "a.txt": PLAIN, "b.zip": nested}
    taken, refused = _take(put("in/pile.zip", make_zip(files)))
    assert [each.document.uri for each in taken] == ["a.txt"]
    assert sum("leads out of the zip file" in each for each in refused) == 2
    assert any("inside a zip inside a zip" in each for each in refused)
    assert not (tmp_path / "out.txt").exists()


def test_a_zip_bomb_is_not_unpacked(put, monkeypatch):
    """What a zip says of its own size is not believed."""
    monkeypatch.setattr(zipped, "LARGEST_ZIP", 1_000_000)
    taken, refused = _take(put("bomb.zip", make_zip({"a.txt": b"\0" * 3_000_000})))
    assert taken == []
    assert "unpacks to more than" in refused[0]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", make_zip({"a.txt": PLAIN})[:-30]])
def test_a_broken_zip_is_refused(put, content):
    """One line."""
    taken, refused = _take(put("pile.zip", content))
    assert taken == []
    assert len(refused) == 1


def test_a_damaged_file_in_a_zip_leaves_the_others(put):
    """Its checksum does not fit."""
    data = make_zip({"a.txt": PLAIN * 3, "b.txt": PLAIN})
    taken, refused = _take(put("pile.zip", _corrupt(data, 45)))
    assert [each.document.uri for each in taken] == ["b.txt"]
    assert "pile.zip/a.txt: it is damaged" in refused[0]


def test_a_pdf_is_read_as_paragraphs(put):
    """Lines are joined, broken words too, and what stands on every page is left out."""
    first = ["Orlec Times 2 April", "Rebels left the town of Orlec on Monday after three days of fight-"]
    first += ["ing, officials in the capital said on Tuesday morning at a short press"]
    pages = [[*first, f"Page {number} of 3"] for number in (1,)]
    pages += [["Orlec Times 2 April", "conference in the town hall.", "Nine soldiers were killed.", "Page 2 of 3"]]
    pages += [["Orlec Times 2 April", "The army denied it and gave no number of its own.", "Page 3 of 3"]]
    (taken,), refused = _take(put("a.pdf", make_pdf(*pages, title="Rebels leave Orlec")))
    assert refused == []
    assert taken.document.title == "Rebels leave Orlec"
    lines = taken.document.text.split("\n")
    assert lines[0].startswith("Rebels left the town of Orlec on Monday after three days of fighting, officials")
    assert lines[0].endswith("press conference in the town hall.")
    assert "Page" not in taken.document.text
    assert "Orlec Times" not in taken.document.text


@pytest.mark.parametrize("content", [b"%PDF-1.4\nnothing", make_pdf(["A line."])[:200], make_pdf([])])
def test_a_pdf_without_words_is_refused(put, content):
    """Damaged, cut, or a scan."""
    taken, refused = _take(put("a.pdf", content))
    assert taken == []
    assert "a.pdf: the PDF" in refused[0]
