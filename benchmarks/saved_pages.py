"""Saved pages of invented layouts: what is lost of the article, what is read that is none of it; and pages a second.

The pages are made by ``tests/pages``: banners, comments, live blogs, tables of old, wrong encodings, metadata in each
of its places. For speed they are given the weight of real ones, with scripts and long menus, and put into a WARC;
what counts is processor time on one core, from the archive's bytes to clean documents.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from accordingto.errors import InputRefused
from accordingto.intake import Piece, read_piece, read_warc
from accordingto.pipeline import read_document
from tests.archives import make_record, make_warc
from tests.pages.layouts import make_pages
from tests.pages.measuring import attributed_boilerplate, read_page, score_page

PAGES = Path(__file__).resolve().parents[1] / "tests" / "pages"
ROUNDS = 8  # each with every layout: two hundred pages, a few seconds
PARTS = 3  # of an article: about 550 words
MENU = "".join(f'<li class="menu-item"><a href="/section/{n}/index.html">Section {n}</a></li>' for n in range(150))
SCRIPT = "<script>" + "window.config = {'feature': true, 'list': [1, 2, 3]};\n" * 500 + "</script>"


def gold_files() -> list[Path]:
    """The programs that write the pages."""
    return sorted(PAGES.glob("*.py"))


def measure() -> dict[str, float]:
    """Shares of paragraphs kept and of boilerplate kept out, right metadata, and pages a second."""
    pages = make_pages()
    documents = [read_page(saved) for saved in pages]
    scores = [score_page(saved, document) for saved, document in zip(pages, documents, strict=True)]
    attributed = [attributed_boilerplate(*each) for each in zip(pages, map(read_document, documents), strict=True)]
    paragraphs = sum(len(saved.article.paragraphs) for saved in pages)
    boilerplate = sum(len(saved.boilerplate) for saved in pages)
    told = sum(len(saved.told) for saved in pages)
    return {
        "layouts": len(pages),
        "paragraphs kept": 1 - sum(len(each.lost) for each in scores) / paragraphs,
        "boilerplate marked": 1 - sum(len(each.read) for each in scores) / boilerplate,
        "boilerplate out of attribution": 1 - sum(map(len, attributed)) / boilerplate,
        "metadata right": 1 - sum(len(each.wrong) for each in scores) / told,
        "WARC pages a second a core": measure_speed(),
    }


def measure_speed() -> float:
    """Clean documents made of an archive, a second of one core: the fastest round, since neighbours slow the others."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        path.write_bytes(make_warc(*_records(first=0)))
        _read_all(path)  # loads libraries and word lists
        speeds = []
        for turn in range(1, ROUNDS + 1):
            path.write_bytes(make_warc(*_records(first=turn * 100)))
            start = time.process_time()
            count = _read_all(path)
            speeds.append(count / (time.process_time() - start))
    return max(speeds)


def _read_all(path: Path) -> int:
    return sum(not isinstance(read_piece(piece), InputRefused) for piece in _pieces(path))


def _pieces(path: Path) -> Iterator[Piece]:
    return (each for each in read_warc(path, name=path.name) if not isinstance(each, InputRefused))


def _records(*, first: int) -> list[bytes]:
    records = []
    for saved in make_pages(first, parts=PARTS):
        if saved.name != "utf16":
            body = saved.data.replace(b"</head>", SCRIPT.encode() + b"</head>", 1)
            body = body.replace(b"<ul>", b"<ul>" + MENU.encode(), 1)
            records.append(make_record(saved.article.address, body, media="text/html"))
    return records
