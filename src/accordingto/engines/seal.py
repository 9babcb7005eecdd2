"""The seal of a packed reading: where it differs, bytes were altered since, or another version packed them."""

import hashlib

from accordingto.rules import version_rules
from accordingto.store.packed_reading import Row

# How rows are packed: those of a version that packs otherwise count for nothing.
_PACKING = ("store/lines_json.py", "store/packed_parse.py", "store/packed_reading.py")


def seal(row: Row) -> bytes:
    """What the cells of a row come to, of whatever type a damaged file has them."""
    sealed = hashlib.sha256(version_rules(rooms=_PACKING).encode())
    for each in (row.id, row.rules, row.document, row.lines, row.model, row.parse):
        raw = each if isinstance(each, bytes) else repr(each).encode()
        sealed.update(b"%d:" % len(raw) + raw)
    return sealed.digest()
