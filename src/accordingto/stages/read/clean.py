"""The text as every later stage sees it: composed characters, one kind of line end, nothing that steers a terminal."""

import re
import unicodedata

# Every control character but tab and line feed; marks of direction and of byte order; lone surrogates.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Escape sequences that colour a terminal: without their first character their rest would stay as litter.
_ESCAPES = re.compile(r"(?:\x1b\[|\x9b)[0-9;?]{0,20}[A-Za-z]|\x1b\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)")


def clean_text(text: str) -> str:
    """The same words: NFC, LF, no control characters, no blank lines at the ends, else as it is."""
    text = _ESCAPES.sub("", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _STEERING.sub("", text)
    return unicodedata.normalize("NFC", text).strip("\n \t")
