"""Revisions: the same page read twice, with other words. The later text came from the earlier."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from accordingto.model.custody import Capture
from accordingto.model.document import Document
from accordingto.model.lineage import REVISION, Derivation, DerivationKind
from accordingto.model.trace import Trace

_WEB = ("http://", "https://")


def find_revisions(documents: Sequence[Document], captures: Iterable[Capture]) -> Iterator[Derivation]:
    """Each document of an address that was read before with another text, derived from the last one before it.

    Where nothing tells which came later, neither revises the other.

    Args:
        documents: in any order.
        captures: when their bytes were got.
    """
    times = _find_times(documents, captures)
    pages: defaultdict[str, list[Document]] = defaultdict(list)
    for each in sorted(documents, key=lambda each: each.id):
        address = each.url or (each.uri if each.uri.startswith(_WEB) else None)
        if address is not None:
            pages[address].append(each)
    for address, versions in sorted(pages.items()):
        yield from _chain(address, versions, times)


def _chain(address: str, versions: list[Document], times: dict[str, str]) -> Iterator[Derivation]:
    moments = [_moment(each, versions, times) for each in versions]
    ordered = sorted(zip(moments, versions, strict=True), key=lambda each: (each[0] or "", each[1].id))
    for (before, earlier), (after, later) in pairwise(ordered):
        if before is not None and after is not None and before < after:
            note = f"{address} was read before with another text ({before}, now {after})"
            yield Derivation(
                document=later.id,
                source=earlier.id,
                outlet=earlier.outlet,
                kind=DerivationKind.REWRITE,
                evidence=None,
                whole=True,
                trace=Trace(REVISION, (), note),
            )


def _moment(document: Document, versions: list[Document], times: dict[str, str]) -> str | None:
    """When a version was there: by the captures if all have one, else by the days that all of them give."""
    if all(each.id in times for each in versions):
        return times[document.id]
    if all(each.published is not None for each in versions) and document.published is not None:
        return document.published.date.end.isoformat()
    return None


def _find_times(documents: Iterable[Document], captures: Iterable[Capture]) -> dict[str, str]:
    """Document id -> when its text was first seen."""
    first: dict[str, str] = {}
    for each in captures:
        if each.time is not None:
            for name in (each.text, each.document):
                first[name] = min(each.time, first.get(name, each.time))
    if not first:
        return {}
    digests = {each.id: hashlib.sha256(each.text.encode("utf-8", "surrogatepass")).hexdigest() for each in documents}
    found = {name: first.get(digest) or first.get(name) for name, digest in digests.items()}
    return {name: time for name, time in found.items() if time is not None}
