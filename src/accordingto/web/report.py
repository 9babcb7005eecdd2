"""The report of a story, or of the whole ledger, as a file to download."""

from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from accordingto.export.report import Report, make_report
from accordingto.web.site import Site, site_of

router = APIRouter()

# The page brings its own style and nothing else; opened from here it may do no more than from a disk.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"


@router.get("/report")
def download_report(request: Request, site: Annotated[Site, Depends(site_of)], story: str = "") -> Response:
    """One self-contained page."""
    del request
    with site.store.view() as view:
        chosen = next((each for each in view.stories() if each.id == story), None)
        if story and chosen is None:
            raise HTTPException(404, f"there is no story {story} in this ledger")
        findings = view.findings() if chosen is None else view.slice_of(chosen.documents)
    title = "" if chosen is None else chosen.label
    made_by = f"accordingto {version('accordingto')}"
    page = make_report(Report(str(site.templates.globals["ledger_name"]), findings, title, made_by))
    headers = {"Content-Disposition": 'attachment; filename="report.html"', "Content-Security-Policy": POLICY}
    return Response(page.encode("utf-8", "replace"), media_type="text/html; charset=utf-8", headers=headers)
