"""Bytes to documents: encodings, formats, cleaning."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.errors import InputRefused
from accordingto.model.dates import DateRange
from accordingto.model.document import DateBasis, Published
from accordingto.stages.read import Known, read_bytes
from accordingto.stages.read.clean import clean_text
from accordingto.stages.read.days import parse_day
from accordingto.stages.read.plain import read_plain

KNOWN = Known("a.txt", "a.txt")
STORY = "The café in Orlec was hit on Monday, officials said. “Nobody was hurt,” the mayor said."

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rebels leave Orlec - Orlec Times</title>
<meta property="og:site_name" content="Orlec Times"><meta property="og:title" content="Rebels leave Orlec">
<meta name="author" content="Dana Ostrel"><meta property="article:published_time" content="2019-04-02T08:00:00Z">
<link rel="canonical" href="https://orlec.example/rebels"></head><body><nav><a href="/">Home</a> <a href="/s">Sport</a>
</nav><article><h1>Rebels leave Orlec</h1>
<p>Rebels left the town of Orlec on Monday after three days of fighting, officials in the capital said.</p>
<h2>What comes next</h2>
<p>The army said that it would send engineers to clear the roads round the harbour before people come back.</p>
<p>Two bridges were destroyed in the fighting, the governor told reporters at the town hall on Tuesday.</p>
</article><footer>Copyright Orlec Times</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_same_words_in_any_usual_encoding(encoding):
    """An accent and curly quotation marks survive UTF-8, UTF-16 and Windows-1252."""
    assert read_bytes(STORY.encode(encoding), KNOWN, form="text").text == STORY


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"\xef\xbb\xbf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(128, 256))]
)
def test_no_text_is_refused(data):
    """Empty and binary files are refused, not read as something else."""
    with pytest.raises(InputRefused, match=r"a\.txt: "):
        read_bytes(data, KNOWN, form="text")


@settings(deadline=None)  # the first one loads the libraries
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    """No bytes bring an error of another kind."""
    try:
        document = read_bytes(data, KNOWN)
    except InputRefused:
        return
    assert document.text


@given(st.text(max_size=200))
def test_clean_text_steers_nothing(words):
    """No control character but tab and line feed is left, the text is composed, and cleaning again changes nothing."""
    clean = clean_text(words)
    assert all(c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"} for c in clean)
    assert clean_text(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)


def test_line_ends_and_escapes_go():
    """Windows line ends become one kind, and a coloured log becomes plain."""
    assert clean_text("\x1b[31mRebels\x1b[0m left.\r\nSoldiers came.\r") == "Rebels left.\nSoldiers came."


def test_a_page_yields_its_article_and_what_it_says_of_itself():
    """Title, outlet, author, day and address come from the page; navigation and footer do not."""
    document = read_bytes(PAGE.encode(), Known("a.html", "a.html"), form="html")
    assert document.text.count("Rebels left the town of Orlec") == 1
    assert "Sport" not in document.text
    assert (document.title, document.outlet, document.author) == ("Rebels leave Orlec", "Orlec Times", "Dana Ostrel")
    assert document.url == "https://orlec.example/rebels"
    assert document.published == Published(DateRange(date(2019, 4, 2), date(2019, 4, 2)), DateBasis.METADATA)
    assert document.language == "en"


def test_headings_of_a_page_are_marked():
    """What the markup calls a heading is no sentence of the report."""
    document = read_bytes(PAGE.encode(), Known("a.html", "a.html"), form="html")
    assert "What comes next" in [document.quote(each.span) for each in document.segments]


def test_what_the_user_says_outranks_the_page():
    """A given title and day win over those of the page."""
    day = parse_day("2018-01-01")
    known = Known("a.html", "a.html", title="Another", published=day)
    document = read_bytes(PAGE.encode(), known, form="html")
    assert document.title == "Another"
    assert document.published == Published(DateRange(date(2018, 1, 1), date(2018, 1, 1)), DateBasis.GIVEN)


def test_a_page_is_known_by_its_beginning():
    """HTML saved as .txt is still read as HTML."""
    assert "<p>" not in read_bytes(PAGE.encode(), KNOWN, form="text").text


def test_markdown_is_read_without_its_marks():
    """Links give their words, pictures nothing, front matter tells of the document."""
    data = (
        b"---\ntitle: Rebels leave\npublisher: Orlec Times\ndate: 2019-04-02\n---\n# Rebels leave\n\n"
        b"Rebels **left** the [town](http://x.example)\nof Orlec. ![a picture](p.png)\n\n> No one was hurt.\n"
    )
    document = read_bytes(data, Known("a.md", "a.md"), form="markdown")
    assert document.text == "Rebels leave\nRebels left the town of Orlec.\nNo one was hurt."
    assert (document.title, document.outlet) == ("Rebels leave", "Orlec Times")
    assert document.published == Published(DateRange(date(2019, 4, 2), date(2019, 4, 2)), DateBasis.METADATA)


def test_wrapped_lines_are_joined_to_paragraphs():
    """A text that was wrapped at seventy characters has its paragraphs back, character for character as long."""
    sentence = "The governor of the harbour district said on Monday that the rebels had left the town of Orlec and "
    words = (sentence * 8).split()
    lines = [" ".join(words[at : at + 11]) for at in range(0, len(words), 11)]
    text = "\n".join(lines) + ".\n\nA second paragraph."
    joined = read_plain(text).text
    assert len(joined) == len(text)
    assert joined.split("\n") == [" ".join(lines) + ".", "", "A second paragraph."]


def test_short_paragraphs_are_left_alone():
    """One paragraph a line, as most texts are, stays so."""
    text = "\n".join(f"Officials said number {n}." for n in range(12))
    assert read_plain(text).text == text


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2019-04-02", "2019-04-02", "2019-04-02"),
        ("2019-04", "2019-04-01", "2019-04-30"),
        ("2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_a_date_is_only_as_precise_as_it_was_given(words, start, end):
    """A month is a range of days, never its first day."""
    found = parse_day(words)
    assert isinstance(found, DateRange)
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


def test_what_is_said_of_a_document_is_cleaned_like_its_text():
    """Half a surrogate pair in a publisher's name stopped the whole build, and colours steer a terminal."""
    known = Known("a.txt", "a.txt", outlet="Orvel \ud800 \x1b[31mTimes", title="A\u202eB\n C", author="\ud800")
    document = read_bytes(b"Nine men died in Orvel.", known)
    assert (document.outlet, document.title, document.author) == ("Orvel Times", "AB C", None)


@pytest.mark.parametrize("encoding", ["idna", "unicode_escape", "raw_unicode_escape", "utf-7", "rot13", "zlib", "no"])
def test_a_page_cannot_choose_an_encoding_of_no_page(encoding):
    """Such a page is read as UTF-8: what it declares is the page's own word, and Python obeys some odd ones."""
    page = PAGE.replace('charset="utf-8"', f'charset="{encoding}"').replace("Rebels leave", "Rebels \\ud800 leave")
    assert "\\ud800" in (read_bytes(page.encode(), KNOWN, form="html").title or "")


def test_no_litter_of_a_colour_is_left():
    """An escape sequence goes with all its characters, in its short form too."""
    assert clean_text("nine\x9b31m soldiers\x1b[0m died\x1b]0;title\x07.") == "nine soldiers died."
