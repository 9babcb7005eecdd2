"""The lineage page: who copied whom, over time."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from accordingto.query.descent import MOST_ORIGINS, Branch, Descent, Leaf, trace_descent
from accordingto.web.site import Site, site_of
from accordingto.web.wording import link

router = APIRouter()
Here = Annotated[Site, Depends(site_of)]
Start = Annotated[int, Query(ge=0, le=10**7)]
Story = Annotated[str | None, Query(max_length=64)]


@router.get("/lineage")
def show_lineage(request: Request, site: Here, story: Story = None, start: Start = 0) -> Response:
    """The origins that are more than one document."""
    descent = _trace(site, story, start)
    names = {leaf.id: leaf for tree in descent.trees for leaf in tree.leaves} | {
        leaf.id: leaf for leaf in descent.others
    }
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
    """The same documents and what came from where, as nodes and edges."""
    descent = _trace(site, story, start)
    leaves = [*(leaf for tree in descent.trees for leaf in tree.leaves), *descent.others]
    branches = [branch for tree in descent.trees for branch in tree.branches if branch.source is not None]
    return JSONResponse({"nodes": [_node(each) for each in leaves], "edges": [_edge(each) for each in branches]})


def _trace(site: Site, story: str | None, start: int) -> Descent:
    with site.ledger.view() as view:
        return site.once(("lineage", story, start), lambda: trace_descent(view.connection, story=story, offset=start))


def _node(leaf: Leaf) -> dict[str, Any]:
    return {"id": leaf.id, "name": leaf.name, "day": leaf.day, "origin": leaf.origin, "url": link("document", leaf.id)}


def _edge(branch: Branch) -> dict[str, Any]:
    return {"source": branch.source, "target": branch.document, "kind": branch.kind, "whole": branch.is_whole}
