"""Bytes to a document: text, Markdown, HTML, fragments of HTML, PDF. The first byte says as what they are read."""

from accordingto.errors import InputRefused
from accordingto.intake.pieces import LARGEST_FILE
from accordingto.model.document import Document
from accordingto.stages.read import Known, read_bytes
from benchmarks.fuzz.watching import check_line
from tests.archives import make_pdf

FORMS = ("text", "markdown", "html", "fragment", "pdf", "unknown")
CHARSETS = (None, "utf-8", "windows-1251", "utf-16", "shift_jis", "hz", "iso-2022-kr", "cp037", "no-such")

_PAGE = b"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Nine die in Orlec</title>
<meta property="article:published_time" content="2031-05-14T09:00:00Z"><link rel="canonical" href="/a?id=3#x">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-05-14", "author": {"name": "A"}}
</script></head><body><nav>Home</nav><article><h1>Nine die in Orlec</h1><p class="byline">By Dana Ostrel</p>
<p>Fighters of the Dawn Front raided Orlec on Monday, killing nine soldiers, the Marish army said.</p>
<figure><img src="a.png"><figcaption>A street in Orlec (Photo: Dana Ostrel)</figcaption></figure>
<table><tr><td>The front said that it had killed more than 30.<br><br>The army denied this.</td></tr></table>
<aside class="related">Read more: <a href="/b">Orlec after the raid</a></aside></article></body></html>"""
_TEXT = b"""ORLEC, May 14 (Harbour Wire) - Nine soldiers died, the army said.
\xe2\x80\x9cWe left,\xe2\x80\x9d he said. The Dawn Front said: "we killed 30
"and burned the depot"

Read more: Orlec after the raid
Reporting by Dana Ostrel; editing by Tor Osrin
"""
_MARKDOWN = b"""---
title: Nine die in Orlec
date: 2031-05-14
---
# Nine die

The *army* said [nine](http://orlec.example/a) `died`. ![picture](a.png)

> We left
- 1
"""

_PDF: bytes = make_pdf(("Nine soldiers died.", "The army said so."), ("Page 2",), title="Nine die")  # type: ignore[no-untyped-call]

SEEDS = (
    b"\x00" + _TEXT,
    b"\x01" + _MARKDOWN,
    b"\x02" + _PAGE,
    b"\x03<p>The army said that nine soldiers had died in Orlec on Monday.</p><ul><li>one<li>two</ul>",
    b"\x04" + _PDF,
    b"\x05\xff\xfe" + "Nine died, the army said.".encode("utf-16-le"),
    b"\x10" + "Девять солдат погибли, сообщила армия.".encode("cp1251"),
)
# Parted by marks that none of them holds.
_MARKS = rb"""said "|(|)|[|]|<|>|&|&#0;|&#x110000;|> |- |* |`|```|![|](|# | |"|'|Orlec |Read more: |(Photo: |
<p>|</p>|<div>|</div>|<table>|<tr>|<td>|<br>|<a href=x>|</a>|<li>|<ul>|<b>|<i>|<font>|<span>|<center>|</|<!|&lt;|
<html>|<body>|<head>|<title>|<h1>|<svg>|<script>|</script>|<style>|<!--|-->|<![CDATA[|]]>|<?xml |<article>|
<meta charset="|<meta name="date" content="|2031-05-14|9999-99-99|0000|">| class="related"|Reporting by |Nine died. |
By Dana Ostrel|<base href=|%PDF-1.4|obj|endobj|stream|endstream|xref|trailer|<<|>>|/Length |
/Kids [|/Pages|/Count |0 R|BT|Tj|ET|, the army said. """
PIECES = (
    *_MARKS.replace(b"\n", b"").split(b"|"),
    *("“|”|‘|’|«|\u202e|\u0301|\u2028|\ufeff|é|İ|ſ|ﷺ|𝕳|\U000e0041|ا|中文 ".encode().split(b"|")),
    *(b"\n", b"\n\n", b"\t", b"\r\n", b"---\n", b"\xff", b"\x00", b"\x1b[", b"\xd8"),
)


def check(data: bytes) -> None:
    """Read one document; a refusal is one line, and the text of a document holds nothing that steers a terminal."""
    form = FORMS[data[0] % 8 % len(FORMS)] if data else "unknown"
    charset = CHARSETS[data[0] // 8 % len(CHARSETS)] if data else None
    known = Known("a.txt", "a.txt", address="https://orlec.example/a", charset=charset)
    try:
        document = read_bytes(data[1:LARGEST_FILE], known, form=form)
    except InputRefused as refused:
        check_line(refused)
        return
    check_document(document)


def check_document(document: Document) -> None:
    """What every document promises."""
    assert document.text == document.text.strip("\n \t")
    assert "\x1b" not in document.text
    assert "\x00" not in document.text
    told = (document.uri, document.text, document.url, document.title, document.outlet, document.author)
    "".join(each or "" for each in told).encode("utf-8")
    end = 0
    for segment in document.segments:
        assert end <= segment.span.start < segment.span.end <= len(document.text)
        end = segment.span.end
