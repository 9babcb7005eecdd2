"""How to read the reading room, and its keyboard."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from accordingto.web.site import Site, site_of

router = APIRouter()


@router.get("/help")
def show_help(request: Request, site: Annotated[Site, Depends(site_of)]) -> Response:
    """The words used, and the keys."""
    return site.render(request, "help.html")
