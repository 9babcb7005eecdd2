"""Ids derived from content, so that the same inputs give the same ids in any order of reading."""

import hashlib
import json

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
    canonical = json.dumps([kind, *parts], ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:DIGEST_CHARACTERS]}"
