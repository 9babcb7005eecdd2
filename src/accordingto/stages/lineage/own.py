"""Whose a document is: the outlet that published it, by what was given or by its address."""

from accordingto.model.document import Document, Zone
from accordingto.text.outlets import find_outlet, find_outlet_of_url

# Credits of pictures and links to other articles say nothing of where the text came from.
ELSEWHERE = frozenset({Zone.CAPTION, Zone.PROMOTION, Zone.BIOGRAPHY})


def find_own_outlets(document: Document) -> frozenset[str]:
    """The usual names of the document's own outlet, in lower case: what is credited to them is no derivation."""
    names = (find_outlet(document.outlet) if document.outlet else None, find_outlet_of_url(document.url))
    return frozenset(name.lower() for name in names if name)
