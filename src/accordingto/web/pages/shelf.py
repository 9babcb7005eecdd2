"""The list of documents."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from accordingto.query.shelf import count_outlets, list_documents
from accordingto.web.site import Site, site_of

router = APIRouter()

LISTED = 50


@router.get("/documents")
def show_documents(
    request: Request,
    site: Annotated[Site, Depends(site_of)],
    outlet: Annotated[str | None, Query(max_length=300)] = None,
    after: Annotated[str, Query(max_length=80)] = "",
) -> Response:
    """The documents in the order of their days; those without one last."""
    with site.ledger.view() as view:
        shelved = list_documents(view.connection, outlet=outlet or None, after=after, limit=LISTED + 1)
        outlets = site.kept(view, "outlets", lambda: count_outlets(view.connection))
    return site.render(
        request,
        "documents.html",
        shelved=shelved[:LISTED],
        outlets=outlets,
        outlet=outlet or "",
        next=shelved[LISTED - 1].sorts if len(shelved) > LISTED else None,
    )
