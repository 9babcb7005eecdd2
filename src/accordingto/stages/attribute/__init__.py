"""Document + Parse -> Attributions: who says what, according to whom."""

from accordingto.model.attribution import Attribution
from accordingto.model.document import Document
from accordingto.model.parse import Parse


def attribute(document: Document, parse: Parse) -> list[Attribution]:
    """Every passage that the document gives to somebody, and what it narrates in its own voice, in text order."""
    return []
