"""The lineage page: who copied whom, over time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from accordingto.query.descent import MOST_ORIGINS, Branch, Descent, Leaf, trace_descent
from accordingto.web.site import Site, site_of
from accordingto.web.wording import link

router = APIRouter()

# How documents come from each other by likeness alone; a credit names its source.
ALIKE = frozenset({"copy", "rewrite"})
Here = Annotated[Site, Depends(site_of)]
Start = Annotated[int, Query(ge=0, le=10**7)]
Story = Annotated[str | None, Query(max_length=64)]


@router.get("/lineage")
def show_lineage(request: Request, site: Here, story: Story = None, start: Start = 0) -> Response:
    """The origins that are more than one document."""
    descent = _trace(site, story, start)
    leaves = [*(leaf for tree in descent.trees for leaf in tree.leaves), *descent.others]
    return site.render(
        request,
        "lineage.html",
        descent=descent,
        leaves={leaf.id: leaf for leaf in leaves},
        story=story,
        start=start,
        next=start + MOST_ORIGINS if len(descent.trees) == MOST_ORIGINS else None,
    )


@router.get("/lineage/graph.json")
def give_graph(site: Here, story: Story = None, start: Start = 0) -> Response:
    """The same documents and what came from where, as nodes and edges; outlets without a document are nodes too."""
    descent = _trace(site, story, start)
    leaves = [*(leaf for tree in descent.trees for leaf in tree.leaves), *descent.others]
    branches = [branch for tree in descent.trees for branch in tree.branches]
    origins = {leaf.id: leaf.origin for leaf in leaves}
    named = {(leaf.origin, leaf.name.casefold()): leaf.id for leaf in reversed(leaves)}
    branches = [
        _at_home(each, named.get((origins.get(each.document), (each.outlet or "").casefold()))) for each in branches
    ]
    branches = _from_first(branches, {leaf.id: leaf.day for leaf in leaves})
    outside = {_source(each): _outside(each, origins) for each in branches if each.source is None and each.outlet}
    edges = [_edge(each) for each in branches if each.source is not None or each.outlet]
    return JSONResponse({"nodes": [*(_node(each) for each in leaves), *outside.values()], "edges": edges})


def _trace(site: Site, story: str | None, start: int) -> Descent:
    with site.ledger.view() as view:
        return site.kept(
            view, ("lineage", story, start), lambda: trace_descent(view.connection, story=story, offset=start)
        )


def _node(leaf: Leaf) -> dict[str, Any]:
    return {"id": leaf.id, "name": leaf.name, "day": leaf.day, "origin": leaf.origin, "url": link("document", leaf.id)}


def _at_home(branch: Branch, document: str | None) -> Branch:
    """What credits an outlet came from that outlet's document of the same origin, where there is one."""
    is_found = branch.source is None and document not in {None, branch.document}
    return replace(branch, source=document) if is_found else branch


def _from_first(branches: Sequence[Branch], days: Mapping[str, str | None]) -> list[Branch]:
    """Near copies of one day hang from the first of them; a chain would say more than anybody knows."""
    alike = {
        each.document: each.source
        for each in branches
        if each.is_whole and each.kind in ALIKE and days.get(each.document) == days.get(each.source or "", "")
    }

    def first(branch: Branch) -> Branch:
        met, at = {branch.document}, branch.source
        while branch.document in alike and at in alike and at not in met:
            met.add(at)
            at = alike[at]
        return replace(branch, source=at)

    return [first(each) for each in branches]


def _outside(branch: Branch, origins: dict[str, str | None]) -> dict[str, Any]:
    """An outlet that is credited and has no document here."""
    return {"id": _source(branch), "name": branch.outlet, "outside": True, "origin": origins.get(branch.document)}


def _source(branch: Branch) -> str:
    return branch.source or f"outlet:{branch.outlet}"


def _edge(branch: Branch) -> dict[str, Any]:
    return {"source": _source(branch), "target": branch.document, "kind": branch.kind, "whole": branch.is_whole}
