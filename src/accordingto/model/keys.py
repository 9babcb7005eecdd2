"""Ids derived from content, so that the same inputs give the same ids in any order of reading."""

import hashlib
import json

import msgspec

KeyPart = str | int | None | tuple["KeyPart", ...]

# 64 bits: one collision is expected among about five billion lines of one kind.
DIGEST_CHARACTERS = 16


def make_id(kind: str, *parts: KeyPart) -> str:
    """Make the id of one line of a ledger.

    Args:
        kind: a short prefix that names what the id is of, e.g. ``doc`` or ``att``.
        parts: what the line says; equal parts give equal ids.

    Example:
        >>> make_id("doc", "a.txt", "Two people were hurt.")
        'doc-14562fa20ccda97f'
    """
    digest = hashlib.sha256(_write([kind, *parts])).hexdigest()
    return f"{kind}-{digest[:DIGEST_CHARACTERS]}"


_encode = msgspec.json.Encoder().encode


def _write(parts: list[KeyPart]) -> bytes:
    """The parts as JSON without spaces: a build makes hundreds of thousands of ids."""
    try:
        return _encode(parts)
    except (UnicodeEncodeError, TypeError):  # half a character, a string of another library; else the same bytes
        written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        return written.encode("utf-8", "surrogatepass")
