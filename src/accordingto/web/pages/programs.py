"""What programs may ask for, as a page: made from the same description as /api/openapi.json."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from accordingto.web.site import Site, site_of

router = APIRouter()


@router.get("/api")
def show_programs(request: Request, site: Annotated[Site, Depends(site_of)]) -> Response:
    """The addresses with their parameters."""
    paths = request.app.openapi()["paths"]
    calls = [(path, each["get"]) for path, each in sorted(paths.items()) if "get" in each]
    return site.render(request, "programs.html", calls=calls)
