"""Every export format as a file to take away."""

import re
from pathlib import Path
from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from accordingto.export.coded import Export
from accordingto.export.formats import FORMATS
from accordingto.web.site import Site, site_of

router = APIRouter()
Here = Annotated[Site, Depends(site_of)]

SUFFIXES = {"json": "json", "ftm": "ftm.json", "geojson": "geojson", "ucdp": "ucdp.csv", "acled": "acled.csv"}
MEDIA = {"json": "application/json", "geojson": "application/geo+json", "csv": "text/csv; charset=utf-8"}

# A whole ledger is read for each; two at once would only be slower.
MAKING = Lock()


@router.get("/downloads")
def show_downloads(request: Request, site: Here) -> Response:
    """The formats."""
    return site.render(request, "downloads.html", formats=FORMATS)


@router.get("/download/{form}")
def give_file(site: Here, form: str) -> Response:
    """The ledger in one format."""
    return _file(site, form, _export(site, form).content, SUFFIXES.get(form, f"{form}.txt"))


@router.get("/download/{form}/rules")
def give_rules(site: Here, form: str) -> Response:
    """Which rule made each value of a format in the columns of a data set."""
    rules = _export(site, form).rules
    if rules is None:
        raise HTTPException(404, f"the format {form} has no file of rules")
    return _file(site, form, rules, f"{form}.rules.csv")


def _export(site: Site, form: str) -> Export:
    if form not in FORMATS:
        raise HTTPException(404, f"there is no format {form}; there are {', '.join(FORMATS)}")
    with MAKING, site.ledger.view() as view:
        return FORMATS[form].make(view.findings())


def _file(site: Site, form: str, content: bytes, suffix: str) -> Response:
    """A file of the ledger's name, without what a header or a file system may trip over."""
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", Path(site.store.place.name).stem).strip("-.") or "ledger"
    media = MEDIA.get(suffix.rpartition(".")[2], "application/octet-stream")
    media = "application/x-ndjson" if form == "ftm" else media
    return Response(
        content, media_type=media, headers={"Content-Disposition": f'attachment; filename="{stem}.{suffix}"'}
    )
