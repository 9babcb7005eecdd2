"""Web archives, zips and PDF files made in a line each, for tests."""

import gzip
import hashlib
import io
import zipfile
from base64 import b32encode

from tests.webhost import STORY

TIME = "2031-04-02T10:30:00Z"


def make_record(
    address: str = "https://orlec.example/a",
    body: str | bytes = STORY,
    *,
    media: str = "text/html; charset=utf-8",
    status: int = 200,
    kind: str = "response",
    **more: str,
) -> bytes:
    """One WARC record with the payload digest that it should have; ``digest`` and ``coding`` may be given."""
    data = body if isinstance(body, bytes) else body.encode()
    coding, digest = more.get("coding"), more.get("digest")
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {media}\r\nSet-Cookie: reader=7\r\n"
    head += f"Content-Encoding: {coding}\r\n\r\n" if coding else "\r\n"
    told = digest or "sha1:" + b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()
    block = head.encode() + data
    number = hashlib.md5(address.encode() + data, usedforsecurity=False).hexdigest()
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {address}",
        f"WARC-Date: {more.get('time', TIME)}",
        f"WARC-Record-ID: <urn:uuid:{number[:8]}-{number[8:12]}-{number[12:16]}-{number[16:20]}-{number[20:]}>",
        f"WARC-Payload-Digest: {told}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def make_warc(*records: bytes, packed: bool = True) -> bytes:
    """An archive of these records, each compressed by itself as crawlers do it."""
    return b"".join(gzip.compress(each, mtime=0) for each in records) if packed else b"".join(records)


def make_zip(files):
    """A zip of name -> content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


def make_pdf(*pages, title=None):
    """A PDF whose pages hold these lines of text."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 50 780 Td 14 TL {shown} ET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R"
        objects.append(f"{page} /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects.append(f"<< /Title ({title or ''}) >>".encode())
    return _write_pdf(objects)


def _write_pdf(objects):
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    start = len(out)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + end
        % (
            len(objects) + 1,
            len(objects),
            start,
        )
    )
