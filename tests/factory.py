"""Real objects in one line each, for tests."""

from accordingto.model.dates import DateRange
from accordingto.model.document import DateBasis, Document, Published
from accordingto.model.keys import make_id


def make_document(text, uri="a.txt", *, outlet=None, published=None, segments=(), url=None, title=None):
    """A document with the id that reading would give it; ``published`` is a ``datetime.date``."""
    when = None if published is None else Published(DateRange(published, published), DateBasis.GIVEN)
    return Document(
        id=make_id("doc", uri, url, text),
        uri=uri,
        text=text,
        outlet=outlet,
        title=title,
        url=url,
        published=when,
        segments=tuple(segments),
    )
