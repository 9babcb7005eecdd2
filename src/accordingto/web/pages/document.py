"""The document page: the text with who says what marked in it, and where its words came from."""

import re
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import Response

from accordingto.model.document import Span
from accordingto.query.folio import open_folio
from accordingto.web.marking import mark
from accordingto.web.site import Site, site_of

router = APIRouter()


@router.get("/document/{document}")
def show_document(
    request: Request,
    site: Annotated[Site, Depends(site_of)],
    document: str,
    at: Annotated[str | None, Query(max_length=32)] = None,
) -> Response:
    """One document; ``at`` marks some words of it, as ``FIRST-END`` in characters of its text."""
    with site.ledger.view() as view:
        folio = site.kept(view, ("document", document), lambda: open_folio(view.connection, document))
    if folio is None:
        raise HTTPException(404, f"there is no document {document} in this ledger")
    asked = _read_span(at, len(folio.document.text))
    return site.render(request, "document.html", folio=folio, paragraphs=mark(folio, asked), at=asked)


def _read_span(words: str | None, length: int) -> Span | None:
    """The characters that an address asks for; what makes no sense asks for none."""
    met = re.fullmatch(r"(\d{1,9})-(\d{1,9})", words or "")
    if met is None:
        return None
    start, end = int(met[1]), min(int(met[2]), length)
    return Span(start, end) if start < end else None
