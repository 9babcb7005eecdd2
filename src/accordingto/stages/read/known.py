"""What is known of a document before its bytes are read, and what the bytes themselves say."""

from dataclasses import dataclass

from accordingto.model.dates import DateRange


@dataclass(frozen=True, slots=True)
class Known:
    """What the user or the place says of a document; it outranks what the page says of itself.

    Attributes:
        uri: path relative to the input, or the address.
        name: the input as the user named it, for messages.
        url, outlet, title, author, published: as given; ``None`` when nothing was.
        address: where the bytes were got; a page's word on its own address is weighed against it.
        charset: the encoding that the server named.
        metadata: publisher, title, author and day are what a feed or an archive says: below the user's word, above
            nothing; ``None`` for none.
    """

    uri: str
    name: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: DateRange | None = None
    address: str | None = None
    charset: str | None = None
    metadata: "Page | None" = None


@dataclass(frozen=True, slots=True)
class Page:
    """What one format yields.

    Attributes:
        text: the article, one paragraph a line, not yet cleaned.
        title, author, outlet, url, published: what the page says of itself.
        headings, captions: lines of the text that the markup calls headings or captions.
        asides: lines that it sets apart from the article.
    """

    text: str
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: DateRange | None = None
    headings: frozenset[str] = frozenset()
    captions: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
