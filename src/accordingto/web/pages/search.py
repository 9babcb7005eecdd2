"""The search page: words of texts, names of actors, labels of events."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from accordingto.query.find import count_documents_with, find_documents, find_names
from accordingto.web.site import Site, site_of

router = APIRouter()

HITS = 20


@router.get("/search")
def show_search(
    request: Request,
    site: Annotated[Site, Depends(site_of)],
    q: Annotated[str, Query(max_length=200)] = "",
    start: Annotated[int, Query(ge=0, le=10**5)] = 0,
) -> Response:
    """What has the words asked for."""
    words = q.strip()
    with site.ledger.view() as view:
        names = find_names(view.connection, words) if start == 0 else []
        hits = find_documents(view.connection, words, offset=start, limit=HITS)
        total = count_documents_with(view.connection, words)
    more = start + HITS if start + HITS < total else None
    return site.render(request, "search.html", q=q, names=names, hits=hits, total=total, start=start, next=more)
