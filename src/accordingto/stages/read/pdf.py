"""PDF: the words of its pages, lines joined to paragraphs, what stands on every page left out."""

import logging
import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from accordingto.errors import InputRefused
from accordingto.stages.read.known import Page

if TYPE_CHECKING:
    from pypdf import PdfReader

PDF = b"%PDF-"
# A long report has a few hundred pages; a page takes about 20 ms.
MOST_PAGES = 1000
_EDGE = 2  # lines at the top and at the foot of a page may be the same on every page
_OFTEN = 3  # pages, at least, and half of them all
_NUMBER = re.compile(r"\W{0,5}(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W{0,5}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BROKEN_WORD = re.compile(r"(?<=[a-z])-$")
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")
_FULL = 0.75  # of the width: a line that is shorter and ends a sentence ends its paragraph
_REMEDY = "save the article's text as a .txt file"


def read_pdf(data: bytes, *, name: str) -> Page:
    """The words of a PDF.

    Raises:
        InputRefused: it is damaged, locked, a scan without words, or too long.
    """
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    # pypdf tells the log about every small fault of a file; a person is told about the ones that matter.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        count = len(reader.pages)
        pages = [page.extract_text().splitlines() for page in reader.pages[:MOST_PAGES]]
        title, author = _find_metadata(reader)
    except FileNotDecryptedError as error:
        raise InputRefused(name, "the PDF is locked with a password", "save it without one") from error
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise InputRefused(name, f"the PDF is damaged ({type(error).__name__})", _REMEDY) from error
    if count > MOST_PAGES:
        raise InputRefused(name, f"it has {count:,} pages, and {MOST_PAGES:,} is the most", "split it")
    text = _join(_without_furniture(pages))
    if not text.strip():
        raise InputRefused(name, "the PDF holds pictures of words, no words", "run text recognition (OCR) over it")
    return Page(text, title=title, author=author)


def _find_metadata(reader: "PdfReader") -> tuple[str | None, str | None]:
    """Title and author of the file's own description; a single word there is a program's or a file's name.

    Its day is that on which the file was made, not that on which the text was published.
    """
    told = reader.metadata
    if told is None:
        return None, None
    title, author = (each.strip() if isinstance(each, str) else "" for each in (told.title, told.author))
    return (title if " " in title else None), (author if " " in author else None)


def _without_furniture(pages: list[list[str]]) -> list[list[str]]:
    """The lines of each page without page numbers and without heads and feet that every page has."""
    pages = [[line.strip() for line in page if line.strip()] for page in pages]
    seen = Counter(key for page in pages for key in {_shape(line) for line in _edges(page)})
    common = {key for key, count in seen.items() if count >= _OFTEN and count * 2 >= len(pages)}
    return [_trim(page, common) for page in pages]


def _edges(page: list[str]) -> list[str]:
    return page[:_EDGE] + page[-_EDGE:]


def _trim(page: list[str], common: set[str]) -> list[str]:
    def is_furniture(at: int) -> bool:
        is_edge = at < _EDGE or at >= len(page) - _EDGE
        return is_edge and (_NUMBER.fullmatch(page[at]) is not None or _shape(page[at]) in common)

    return [line for at, line in enumerate(page) if not is_furniture(at)]


def _shape(line: str) -> str:
    """A line with its numbers blotted out: 'Page 3 of 9' and 'Page 4 of 9' are one."""
    return _DIGITS.sub("0", line)


def _join(pages: list[list[str]]) -> str:
    """Lines to paragraphs: one ends where a line that ends a sentence leaves its column unfilled."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    width = sorted(len(line) for line in lines)[len(lines) * 9 // 10]
    paragraphs, current = [], ""
    for line in lines:
        current = f"{_BROKEN_WORD.sub('', current)}{line}" if _BROKEN_WORD.search(current) else f"{current} {line}"
        is_short = len(line) < _FULL * width
        if is_short and (_ENDS.search(line) or len(current.split()) == len(line.split())):
            paragraphs.append(current.strip())
            current = ""
    return "\n".join([*paragraphs, current.strip()]).strip()
