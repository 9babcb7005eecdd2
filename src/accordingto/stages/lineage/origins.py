"""Independent lines of provenance: documents that came from one another, or from one agency, folded into one."""

from collections import defaultdict
from collections.abc import Sequence

from accordingto.model.document import Document
from accordingto.model.keys import make_id
from accordingto.model.lineage import Derivation, Origin
from accordingto.text.outlets import find_outlet

# Outlets stand in the same union as documents; no document id looks like this.
_OUTLET = "outlet:"


def find_origins(documents: Sequence[Document], derivations: Sequence[Derivation]) -> tuple[Origin, ...]:
    """What remains when every whole derivation is folded, also through outlets that have no document here.

    Two papers that print one agency are one origin; so is the agency's own document with them.
    """
    parent: dict[str, str] = {each.id: each.id for each in documents}
    for each in derivations:
        if each.whole:
            root = each.source if each.source is not None else _outlet_key(each.outlet)
            if root is not None:
                _join(parent, each.document, root)
    for document in documents:
        key = _outlet_key(document.outlet)
        if key in parent:
            _join(parent, document.id, key)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in sorted(parent):
        groups[_root(parent, key)].append(key)
    outlets = {each.id: each.outlet for each in documents}
    return tuple(sorted((_make_origin(keys, outlets) for keys in groups.values()), key=lambda each: each.id))


def _outlet_key(outlet: str | None) -> str | None:
    return None if outlet is None else f"{_OUTLET}{find_outlet(outlet)}"


def _root(parent: dict[str, str], key: str) -> str:
    while parent.setdefault(key, key) != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def _join(parent: dict[str, str], left: str, right: str) -> None:
    first, second = sorted((_root(parent, left), _root(parent, right)))
    parent[second] = first


def _make_origin(keys: list[str], outlets: dict[str, str | None]) -> Origin:
    documents = tuple(key for key in keys if key in outlets)
    roots = [key.removeprefix(_OUTLET) for key in keys if key not in outlets]
    if roots:
        return Origin(make_id("origin", roots[0]), documents, roots[0])
    return Origin(make_id("origin", documents), documents, outlets[documents[0]] if len(documents) == 1 else None)
