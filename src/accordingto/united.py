"""Which documents a ledger holds once more are given: each once, whatever the order in which they came."""

from collections import defaultdict
from collections.abc import Iterable

from accordingto.model.document import Document

Metadata = tuple[object, ...]


def unite_documents(known: Iterable[Document], given: Iterable[Document]) -> list[Document]:
    """Each document once, sorted by id, whatever the order of either.

    A document given again with other metadata replaces the known one. Of two with the same words, one that says less
    of itself and nothing else gives way; two that say the same are one, named after the alphabetically first of their
    paths: nothing tells them apart but where somebody saved them.
    """
    by_id = {document.id: document for document in known}
    by_id |= {document.id: document for document in sorted(given, key=repr, reverse=True)}
    by_text: defaultdict[str, dict[Metadata, Document]] = defaultdict(dict)
    for document in sorted(by_id.values(), key=lambda each: (each.uri, each.id)):
        by_text[document.text].setdefault(_metadata(document), document)
    kept = (
        document
        for same in by_text.values()
        for metadata, document in same.items()
        if not any(_says_less(metadata, other) for other in same)
    )
    return sorted(kept, key=lambda each: each.id)


def _metadata(document: Document) -> Metadata:
    return (document.url, document.outlet, document.title, document.author, document.published)


def _says_less(one: Metadata, other: Metadata) -> bool:
    return one != other and all(mine is None or mine == its for mine, its in zip(one, other, strict=True))
