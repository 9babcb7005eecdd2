"""Bytes -> characters: UTF-8, UTF-16 with its mark, what a page declares, and Windows-1252 where it makes sense."""

import codecs
import re

from accordingto.errors import InputRefused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_SNIFFED = 4096  # bytes; browsers look for a declaration in the first 1,024, saved pages put comments before it
_PLAUSIBLE = 0.25  # of the bytes may lie above ASCII in a Western European text; French and Polish stay below 0.1
_STRAY = 0.05  # of the letters beyond ASCII may be broken; a text in another encoding has nearly none that is whole
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
_HIGH = bytes(range(0x80, 0x100))
_UNDEFINED = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})  # no character of Windows-1252
_NEVER = bytes(sorted(_UNDEFINED | _CONTROLS))
_CONTROL = bytes(sorted(_CONTROLS))

# Python knows them, no page is written in them, and some take minutes for a megabyte.
_NO_PAGE = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"})

_REMEDY = "save it as UTF-8 text or HTML"


def decode(data: bytes, *, name: str, charset: str | None = None) -> str:
    """The characters of a file.

    Args:
        data: its bytes.
        name: the input as the user named it.
        charset: the encoding that a server named, which is wrong as often as what pages declare.

    Raises:
        InputRefused: it is empty, or it is not text.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise InputRefused(name, "the file is empty", "leave it out or save the article's text in it")
    text = _decode_marked(data, name)
    if text is None and not data.isascii():
        # Accents that are sound UTF-8 by chance hardly occur; a declared Windows-1251 fits any bytes.
        text = _decode_strict(data, "utf-8")
    text = text or _decode_strict(data, charset) or _decode_strict(data, _declared(data))
    text = text or _decode_strict(data, "utf-8") or _decode_mostly(data)
    if text is None and _looks_western(data):
        text = data.decode("cp1252")
    if text is None or _has_controls(text):
        raise InputRefused(name, "the file is not text in an encoding that is known", _REMEDY)
    return text


def _decode_marked(data: bytes, name: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise InputRefused(name, f"the file begins as {encoding} but does not go on so", _REMEDY) from error
    return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _SNIFFED)
    return found.group(1).decode("ascii") if found else None


def _decode_strict(data: bytes, encoding: str | None) -> str | None:
    """The text if every byte of it fits; a page that declares the wrong encoding is read as if it declared none."""
    if encoding is None or encoding.lower() in {"iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252"}:
        return None  # these fit any bytes, so UTF-8 is tried first
    try:
        if codecs.lookup(encoding).name in _NO_PAGE:
            return None
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _decode_mostly(data: bytes) -> str | None:
    """UTF-8 with a stray byte or two, such as a comment that was cut in the middle of a letter."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    whole = sum(map(len, _BEYOND_ASCII.findall(text))) - broken
    return text if 0 < broken <= max(1, _STRAY * whole) and whole > broken else None


def _looks_western(data: bytes) -> bool:
    high = len(data) - len(data.translate(None, _HIGH))
    return high <= _PLAUSIBLE * len(data) and len(data.translate(None, _NEVER)) == len(data)


def _has_controls(text: str) -> bool:
    """Whether there are characters that no text has; NUL above all. A stray one in a long text is forgiven."""
    data = text.encode("utf-8", "surrogatepass")
    return "\0" in text or len(data) - len(data.translate(None, _CONTROL)) > len(text) // 1000 + 1
